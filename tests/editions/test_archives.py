"""A source may have a copy in an archive: both addresses stand wherever the source does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from site_src import making, pipeline
from site_src.issues import line
from tests.editions.made import FIKTIF, published_topic
from tests.site.run import linimasa

KEPT = "https://archive.example/2023/treaty"
ROW = "https://archive.example/2003/charter"
OWN = "https://archive.example/own"
LANDED = f"""---
title: Perjanjian dermaga diteken
outlet: Linimasa
published: 2023-06-02
lang: id
url: https://lake.example/a
archive: {OWN}
retells:
  - outlet: Warta Danau
    title: ""
    date: 2023-06-01
    url: https://warta.example/treaty
    archive: {KEPT}
---

Irma Dovel dan Tomas Kereng bertemu di Velinor, Kamis (1/6/2023).
"""


@pytest.fixture
def topic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The invented topic with an article and a row whose sources are kept in an archive."""
    monkeypatch.setattr(pipeline, "WORK", tmp_path / "cache")
    monkeypatch.setattr(making, "WORK", tmp_path / "cache")
    folder = published_topic(tmp_path / "topic")
    (folder / "articles/dermaga.md").write_text(LANDED, "utf-8")
    table = folder / "tables/milestones.csv"
    head, row = table.read_text("utf-8").splitlines()
    table.write_text(f"{head},archive\n{row},{ROW}\n", "utf-8")
    return folder


def problems(topic: Path) -> list[str]:
    found = pipeline.tell(pipeline.Options(topic, topic / "articles")).timeline.issues
    return [line(one) for one in found if "archive" in one.message]


def test_pages_show_both(topic: Path, tmp_path: Path):
    """The article's page, the entry's page and the row's entry link the original and its copy."""
    told = pipeline.tell(pipeline.Options(topic, topic / "articles"))
    making.build(told, tmp_path / "site", interface=("id", "en"), plotly="wheel")
    article = (tmp_path / "site/articles/dermaga.html").read_text("utf-8")
    entry = next(one for one in told.timeline.events if "dermaga" in {proof.article for proof in one.evidence})
    page = (tmp_path / f"site/events/{entry.id}.html").read_text("utf-8")
    row = (tmp_path / "site/events/2003-06-20-charter-signed.html").read_text("utf-8")

    assert [] == problems(topic)
    for address in (KEPT, OWN, "https://warta.example/treaty", "https://lake.example/a"):
        assert f'href="{address}"' in article
        assert f'href="{address}"' in page
    assert f'href="{ROW}"' in row
    assert f'"archivedAt":"{KEPT}"' in article
    data = json.loads((tmp_path / "site/data/articles.json").read_text("utf-8"))["articles"]
    assert [KEPT] == [one["retells"][0]["archive"] for one in data if one["id"] == "dermaga"]


@pytest.mark.parametrize("kind", ["single", "epub"])
def test_editions_show_both(topic: Path, tmp_path: Path, kind: str):
    """The numbered sources of an edition have the copy too."""
    import zipfile

    file = tmp_path / f"edition.{kind}"
    assert linimasa("export", kind, "--output", file, "--topic", topic).returncode == 0
    if kind == "epub":
        with zipfile.ZipFile(file) as book:
            text = "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xhtml"))
    else:
        text = file.read_text("utf-8")

    assert f'href="{OWN}"' in text


@pytest.mark.parametrize("wrong", ["javascript:alert(1)", "archive.example/a", "ftp://archive.example/a"])
def test_only_addresses_of_the_web(topic: Path, wrong: str):
    """Anything else is named with its place, in front matter, in what is retold, and in tables."""
    for name, kept in (("articles/dermaga.md", KEPT), ("articles/dermaga.md", OWN), ("tables/milestones.csv", ROW)):
        text = (topic / name).read_text("utf-8")
        (topic / name).write_text(text.replace(kept, wrong), "utf-8")

    found = problems(topic)
    assert any("dermaga.md:7" in one for one in found)
    assert any("milestones.csv:2" in one for one in found)
    assert 3 == len(found)


def test_a_topic_without_copies_is_as_before():
    """The column is not needed."""
    assert [] == problems(FIKTIF)

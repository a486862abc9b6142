"""What is taken down leaves a tombstone at its address and no trace elsewhere: not in pages, data, charts or cache."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from site_src import making, pipeline
from site_src.issues import line
from site_src.model import Issue
from tests.site.sites import FIKTIF

UNIQUE = "Ketua Zumarel menabur tujuh belas lampion di dermaga Velinor, Rabu (17/5/2023)."
"""A sentence that stands in the withdrawn article only; its actor is in no table."""
REASON = "Nama ketua di dalamnya keliru."
FULL = f'[x]\narticle = "{{}}"\nreason = "{REASON}"\ndate = 2025-11-02\n'


@pytest.fixture
def topic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the invented topic with an article more, built once, with a cache of its own."""
    monkeypatch.setattr(pipeline, "WORK", tmp_path / "cache")
    monkeypatch.setattr(making, "WORK", tmp_path / "cache")
    folder = Path(shutil.copytree(FIKTIF, tmp_path / "topic"))
    (folder / "articles" / "2023").mkdir()
    (folder / "articles" / "2023" / "lampion.txt").write_text(f"Lampion di Velinor\n\nVELINOR - {UNIQUE}\n", "utf-8")
    build(folder)
    return folder


def build(topic: Path, articles: Path | None = None) -> pipeline.Told:
    told = pipeline.tell(pipeline.Options(topic, articles or topic / "articles"))
    making.build(told, topic.parent / "site", interface=("id", "en"), plotly="wheel")
    return told


def holding(folder: Path, words: str) -> list[str]:
    """Name the files below a folder that hold the words."""
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and words.encode() in path.read_bytes()
    )


def problems(told: pipeline.Told) -> list[Issue]:
    return [issue for issue in told.timeline.issues if issue.path == "topic/withdrawn.toml"]


def withdraw(topic: Path, text: str) -> pipeline.Told:
    (topic / "withdrawn.toml").write_text(text, "utf-8")
    return build(topic)


@pytest.mark.parametrize("named", ["2023/lampion", "2023/lampion.txt", "articles/2023/lampion.txt"])
def test_a_withdrawn_article_leaves_only_its_tombstone(topic: Path, named: str) -> None:
    """By its id or its path: its words are nowhere in the site, nor in the cache, and its address says why and when."""
    site = topic.parent / "site"
    assert holding(site, "Zumarel")
    assert holding(topic.parent / "cache", "Zumarel")
    told = withdraw(topic, FULL.format(named))
    page = next((site / "articles").glob("2023-lampion-*.html"))

    assert [] == problems(told)
    assert [] == holding(site, "Zumarel")
    assert [] == holding(site, "Lampion di Velinor")
    assert [] == holding(site, "2023/lampion.txt")
    assert [] == holding(topic.parent / "cache", "Zumarel")
    assert REASON in page.read_text("utf-8")
    assert "2 November 2025" in page.read_text("utf-8")
    assert f'href="{page.name}"' in (site / "articles" / "index.html").read_text("utf-8")
    assert 'lang="id"' in (site / "en" / "articles" / page.name).read_text("utf-8").split("<main")[1]


def test_a_record_is_withdrawn_alone(topic: Path) -> None:
    """The other records of its file stay."""
    told = withdraw(topic, FULL.format("kilat-rajati-1"))
    ids = [article.id for article in told.timeline.articles]

    assert "kilat-rajati-1" not in ids
    assert [id for id in ids if id.startswith("kilat")]
    assert [] == holding(topic.parent / "cache", "Keduanya membahas tarif pelabuhan")


def test_a_removed_file_leaves_no_trace(topic: Path) -> None:
    """A file that is taken away without a word is gone from the site and from the cache at the next build."""
    (topic / "articles" / "2023" / "lampion.txt").unlink()
    build(topic)

    assert [] == holding(topic.parent / "site", "Zumarel")
    assert [] == holding(topic.parent / "cache", "Zumarel")


def test_a_removed_file_may_have_a_tombstone(topic: Path) -> None:
    """Where the file is gone too, the entry says so, and its address still tells why."""
    (topic / "articles" / "2023" / "lampion.txt").unlink()
    told = withdraw(topic, FULL.format("2023/lampion.txt") + "removed = true\n")

    assert [] == problems(told)
    assert REASON in next((topic.parent / "site" / "articles").glob("2023-lampion-*.html")).read_text("utf-8")


def test_it_comes_back_when_the_entry_goes(topic: Path) -> None:
    """A withdrawal that is taken back gives the same site as if it had never been."""
    before = holding(topic.parent / "site", "Zumarel")
    withdraw(topic, FULL.format("2023/lampion"))
    withdraw(topic, "")

    assert before == holding(topic.parent / "site", "Zumarel")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (FULL.format("2023/lampoin"), "found '2023/lampoin', expected the id or the path of an article"),
        (FULL.format("2023/lampoin"), "nearest is '2023/lampion'"),
        ('[x]\narticle = "2023/lampion"\ndate = 2025-11-02\n', "reason: found nothing, expected words"),
        ('[x]\narticle = "2023/lampion"\nreason = " "\ndate = 2025-11-02\n', "expected why this is withdrawn"),
        (FULL.format("2023/lampion").replace("2025-11-02", '"kemarin"'), "date: found 'kemarin'"),
        (FULL.format("2023/lampion") + 'artcle = "a"\n', "nearest is 'article'"),
    ],
)
def test_a_bad_entry_is_named(topic: Path, text: str, says: str) -> None:
    """A mistyped id, no reason, no day, an unknown key: one error each, with its line; the exit code will tell."""
    told = withdraw(topic, text)

    assert [issue for issue in problems(told) if says in line(issue) and issue.line and issue.level == "error"]
    assert told.table_errors == 1


def test_other_articles_do_not_make_it_wrong(topic: Path) -> None:
    """With another folder of articles a withdrawal that finds nothing is no mistake."""
    other = topic.parent / "other"
    other.mkdir()
    (other / "a.txt").write_text("Rapat Dewan\n\nRapat dibuka di Velinor, Rabu (17/5/2023).\n", "utf-8")
    (topic / "withdrawn.toml").write_text(FULL.format("2023/lampion"), "utf-8")

    assert [] == problems(build(topic, other))

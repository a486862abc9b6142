"""Tables that are each right may still not fit together: `topic.check` says where."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from site_src import topic

FIKTIF = Path(__file__).parents[1] / "topics" / "fiktif"


@pytest.mark.parametrize(
    ("file", "before", "after", "code", "says"),
    [
        ("kinds.toml", ', en = "{organisation} summit[ in {place}]"', "", "title-language", "summit: found no titles in en"),
        ("kinds.toml", "Pertemuan {actors}[ di", "Pertemuan {aktor}[ di", "title-field", "instead of aktor"),
        ("kinds.toml", "Pertemuan {actors}[ di {place}]\", en", "Pertemuan[ di {place}]\", en", "title-field", "needs two"),
        ("kinds.toml", "KTT {organisation}[ di {place}]\", en", "KTT {organisation}[ di {place}\", en", "title-field", "as many [ as ]"),
        ("kinds.toml", '"pertemuan puncak"', '"Pertemuan Puncak"', "trigger", "lower-case"),
        ("kinds.toml", '"pertemuan puncak"', '"*"', "trigger", "lower-case"),
        ("kinds.toml", 'status = "observer"', "", "status-kind", "'observer'"),
        ("series.toml", "Dewan Meranta ke-{ordinal}", "Dewan Meranta", "title-field", "{ordinal}"),
        ("tables/summits.csv", "council-summit,3,", "council-summit,9,", "series-gap", "after"),
        ("tables/summits.csv", "2017-05-25/2017-05-26", "2001-05-25/2001-05-26", "series-order", "before"),
        ("tables/summits.csv", "port-lumir,LMR", "port-lumir,VLD", "place-country", "expected LMR"),
        ("tables/countries.csv", ",dravik,", ",tarsa,", "place-country", "tarsa as capital of OSV"),
        ("tables/membership.csv", "2023-05-18,,2023-05-18,,high", "2023-05-18,,2023-05-19,,high", "date-order", "OSV"),
        ("tables/membership.csv", "OSV,member,2023-05-18,,2023-05-18", "OSV,member,2023-06-01,,2023-05-18", "gap", "no gap"),
        ("tables/membership.csv", "LMR,member,1998-03-12", "LMR,member,1999-03-12", "founding", "LMR"),
        ("tables/indicators.csv", ",POP,", ",GDP2,", "no-figures", "population"),
    ],
)  # fmt: skip
def test_finds(tmp_path: Path, file: str, before: str, after: str, code: str, says: str) -> None:
    """Each slip between tables is a warning that names its file; the topic is used all the same."""
    folder = Path(shutil.copytree(FIKTIF, tmp_path / "fiktif"))
    text = (folder / file).read_text("utf-8")
    assert before in text
    (folder / file).write_text(text.replace(before, after, -1 if code == "no-figures" else 1), "utf-8")
    found = [issue for issue in topic.check(topic.load(folder)[0]) if issue.code == f"topic.{code}"]

    assert found
    assert {issue.level for issue in found} == {"warning"}
    assert [issue for issue in found if says in issue.message]


def test_members_do_not_vanish(tmp_path: Path) -> None:
    """A year end with fewer than half the members of the one before is a slip of the table."""
    folder = Path(shutil.copytree(FIKTIF, tmp_path / "fiktif"))
    table = folder / "tables" / "membership.csv"
    text = table.read_text("utf-8")
    for country in ("TRS", "BSG", "LMR"):
        text = text.replace(f"{country},member,1998-03-12,,", f"{country},member,1998-03-12,2005-01-01,")
    table.write_text(text, "utf-8")

    assert "topic.count" in {issue.code for issue in topic.check(topic.load(folder)[0])}


def test_page_in_one_language(tmp_path: Path) -> None:
    """A page that lacks an interface language is named."""
    folder = Path(shutil.copytree(FIKTIF, tmp_path / "fiktif"))
    (folder / "pages" / "about.en.md").unlink()

    assert [issue.path for issue in topic.check(topic.load(folder)[0])] == ["fiktif/pages/about.en.md"]

"""A topic is read whole, and every wrong line of it is one Issue with its place."""

from __future__ import annotations

import shutil
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from site_src import topic
from site_src.topic.values import Topic

FIKTIF = Path(__file__).parents[1] / "topics" / "fiktif"
CONTENT = Path(__file__).parents[2] / "content"
WRONG = tomllib.loads((Path(__file__).parent / "wrong_lines.toml").read_text("utf-8"))["wrong"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the invented topic that a test may spoil."""
    return Path(shutil.copytree(FIKTIF, tmp_path / "fiktif"))


def _spoil(folder: Path, wrong: dict[str, Any]) -> int:
    """Write the wrong line and give its number; 0 where the file as a whole is wrong."""
    file = folder / wrong["file"]
    text = file.read_text("utf-8") if file.is_file() else ""
    if "change" in wrong:
        before, after = wrong["change"]
        assert before in text
        file.write_text(text.replace(before, after, 1), "utf-8")
        return text[: text.index(before)].count("\n") + 1
    whole = wrong["add"] + text if wrong.get("first") else text + wrong["add"] + "\n"
    file.write_text(whole, "utf-8")
    return 0 if not text else 1 if wrong.get("first") else text.count("\n") + 1


def _size(found: Topic) -> int:
    figures = sum(len(years) for one in found.indicators.values() for years in one.values.values())
    meetings = sum(len(series.meetings) for series in found.series)
    rows = (
        found.entities,
        found.kinds,
        found.series,
        found.statuses,
        found.spells,
        found.milestones,
        found.measures,
        found.outlets,
    )
    return figures + meetings + sum(map(len, rows))


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong["fact"])
def test_wrong_line(folder: Path, wrong: dict[str, Any]) -> None:
    """A wrong line becomes an Issue that names file, line, what stood there, and what was done."""
    line = _spoil(folder, wrong)
    _, issues = topic.load(folder)
    found = [issue for issue in issues if issue.code == wrong["code"] and issue.path.endswith(wrong["file"])]

    assert len(found) == 1
    issue = found[0]
    assert (issue.path, issue.level) == (f"fiktif/{wrong['file']}", wrong.get("level", "error"))
    assert issue.line == line or wrong["code"] in ("topic.missing-key", "topic.syntax")
    assert [words for words in wrong["says"] if words not in issue.message] == []
    assert issue.done


@pytest.mark.parametrize("wrong", [wrong for wrong in WRONG if "add" in wrong], ids=lambda wrong: wrong["fact"])
def test_nothing_else_is_lost(folder: Path, wrong: dict[str, Any]) -> None:
    """All other lines are read as before."""
    before = _size(topic.load(folder)[0])
    _spoil(folder, wrong)
    after = _size(topic.load(folder)[0])

    assert after in (before, before + 1)
    assert after == before or wrong["code"] == "topic.ambiguous-alias"


@pytest.mark.parametrize("folder_", [FIKTIF, CONTENT], ids=["fiktif", "content"])
def test_clean(folder_: Path) -> None:
    """The topics of the project have no fault, neither in a line nor between tables."""
    found, issues = topic.load(folder_)

    assert issues == ()
    assert topic.check(found) == ()


def test_only_settings(tmp_path: Path) -> None:
    """A topic of nothing but a title loads."""
    (tmp_path / "site.toml").write_text('title = { id = "Kosong" }\nlanguages = ["id", "en"]\n', "utf-8")
    found, issues = topic.load(tmp_path)

    assert issues == ()
    assert found.title == {"id": "Kosong", "en": "Kosong"}
    assert (found.entities, found.kinds, found.outlets) == ({}, (), {})


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (None, "no such file"),
        ("title = {", "site.toml:1: found 'title = {', expected toml"),
        ('languages = ["id"]\n', "title: found nothing, expected words by language"),
        ('title = "Judul"\nlanguages = ["id"]\n', "title: found 'Judul'"),
        ('title = { id = "Judul" }\nlanguages = []\n', "languages"),
        ('title = { id = "Judul" }\nlanguages = ["Indonesia"]\n', "languages"),
        ('title = { id = "Judul" }\nlanguages = ["id"]\n[timeline]\nmax_entries = "all"\n', "timeline"),
        ('title = { id = "Judul" }\nlanguages = ["id"]\n# \udcff\n', "utf-8"),
    ],
)
def test_no_site(tmp_path: Path, text: str | None, says: str) -> None:
    """Without a site.toml that can be read there is no topic; the message is for the user."""
    if text is not None:
        (tmp_path / "site.toml").write_bytes(text.encode("utf-8", "surrogateescape"))

    with pytest.raises(topic.TopicError, match=r"site\.toml") as raised:
        topic.load(tmp_path)
    assert says in str(raised.value)


def test_no_folder(tmp_path: Path) -> None:
    """A mistyped folder is said to be none."""
    with pytest.raises(topic.TopicError, match="no such folder"):
        topic.load(tmp_path / "topik")


def test_another_encoding(folder: Path) -> None:
    """A table that is not UTF-8 is left out with one Issue that names the line."""
    file = folder / "tables" / "places.csv"
    file.write_bytes(file.read_bytes() + "müsteri,Müsteri,Müsteri,,VLD,invented\n".encode("latin-1"))
    _, issues = topic.load(folder)
    found = [issue for issue in issues if issue.code == "topic.encoding"]

    assert [(issue.path, issue.line) for issue in found] == [("fiktif/tables/places.csv", 8)]


def test_spreadsheet(folder: Path) -> None:
    """A table that a spreadsheet saved, with a byte order mark, CRLF and quotes, is read the same."""
    file = folder / "tables" / "milestones.csv"
    before = topic.load(folder)[0].milestones
    rows = [",".join(f'"{cell}"' for cell in line.split(",")) for line in file.read_text("utf-8").splitlines()]
    file.write_bytes(b"\xef\xbb\xbf" + "\r\n".join([*rows, ""]).encode())

    assert topic.load(folder)[0].milestones == before


def test_lines_of_long_cells(folder: Path) -> None:
    """A row is named by the line on which it begins, also below a cell of two lines and an empty line."""
    file = folder / "tables" / "milestones.csv"
    with file.open("a", encoding="utf-8") as table:
        table.write(
            'baru,2004,summit,"Judul\ndua baris",New,,,high,invented\n\nlagi,2004,sumit,Lagi,Again,,,high,invented\n'
        )
    found, issues = topic.load(folder)

    assert found.milestones[-1].row.line == 3
    assert [issue.line for issue in issues] == [6]


def test_one_word_on_many_lines(folder: Path) -> None:
    """A country whose own line is broken is said to be unknown once a table, not once a figure."""
    file = folder / "tables" / "countries.csv"
    file.write_text(file.read_text("utf-8").replace("QRR,", "QRX,"), "utf-8")
    found, issues = topic.load(folder)

    assert [issue.path for issue in issues] == ["fiktif/tables/indicators.csv", "fiktif/tables/membership.csv"]
    assert "and 14 more lines" in issues[0].message
    assert "QRR" not in found.indicators["population"].values


def test_unknown_status(folder: Path) -> None:
    """A kind that names an unknown status stays, without it."""
    file = folder / "kinds.toml"
    file.write_text(file.read_text("utf-8").replace('status = "observer"', 'status = "observr"'), "utf-8")
    kind = next(kind for kind in topic.load(folder)[0].kinds if kind.id == "observer")

    assert kind.status == ""


def test_aliases() -> None:
    """Names come first, each once in its language; a slip of the press names its entity and says that it is one."""
    council = topic.load(FIKTIF)[0].entities["meranta-council"]
    found = [(alias.text, alias.language, alias.sense, alias.slip) for alias in council.aliases]

    assert found == [
        ("Dewan Meranta", "id", "name", False),
        ("Meranta Council", "en", "name", False),
        ("DMR", "", "name", False),
        ("Council of the Meranta Strait", "", "name", False),
        ("Dewan Selat Meranta", "id", "name", False),
        ("DRM", "id", "name", True),
    ]


def test_endless_name(folder: Path) -> None:
    """A name that no text can hold, a quote that was lost or a page pasted into a cell, is left out with its line."""
    with (folder / "tables" / "places.csv").open("a", encoding="utf-8") as table:
        table.write(f"teluk,{'a' * 200_000},,,VLD,invented\n")
    found, issues = topic.load(folder)

    assert [(issue.line, issue.code) for issue in issues] == [(8, "topic.value")]
    assert len(issues[0].message) < 200
    assert "teluk" not in found.entities


def test_words_of_the_other_language(folder: Path) -> None:
    """An empty cell takes the words of the other language."""
    with (folder / "tables" / "places.csv").open("a", encoding="utf-8") as table:
        table.write("teluk,Teluk,,,VLD,invented\n")

    assert topic.load(folder)[0].entities["teluk"].names == {"id": "Teluk", "en": "Teluk"}


def test_place_of_the_folder(folder: Path) -> None:
    """Issues name the topic's folder and never where it lies: pages show them, and they are the same everywhere."""
    with (folder / "tables" / "places.csv").open("a", encoding="utf-8") as table:
        table.write("teluk,Teluk,,,VLX,invented\n")

    assert str(folder.parent) not in str(topic.load(folder)[1])


def test_missing_is_missing() -> None:
    """A figure without a row is not there; it is not zero."""
    ppp = topic.load(FIKTIF)[0].indicators["gdp_ppp"]

    assert sorted(ppp.values["LMR"]) == [2019, 2020, 2021, 2022]


def test_inputs(folder: Path) -> None:
    """Every file that was read is an input, in a fixed order; articles are not."""
    found = topic.load(folder)[0].inputs

    assert list(found) == sorted(found)
    assert {file.name for file in found} >= {"site.toml", "kinds.toml", "countries.csv", "about.id.md"}
    assert not [file for file in found if "articles" in file.parts]


def test_same_twice() -> None:
    """Loading is a function of the files."""
    first, second = topic.load(CONTENT)[0], topic.load(CONTENT)[0]

    assert replace(first) == replace(second)

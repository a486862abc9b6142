"""A new topic is a folder that loads, teaches, and overwrites nothing."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from site_src import topic
from tests.site.run import linimasa

ENTITIES = ("countries", "organisations", "people", "places")
TABLES = sorted((*ENTITIES, "indicators", "membership", "milestones", "summits"))


def _rows(text: str) -> list[str]:
    return [line for line in text.splitlines() if not line.startswith("#")]


def test_loads(tmp_path: Path) -> None:
    """The written files are a topic without a fault, with an article and a page in each language."""
    written = topic.new(tmp_path / "baru")
    found, issues = topic.load(tmp_path / "baru")

    assert issues == ()
    assert topic.check(found) == ()
    assert sorted(found.pages["about"]) == ["en", "id"]
    assert {file.relative_to(tmp_path / "baru").as_posix() for file in written} >= {"site.toml", "articles/contoh.md"}
    assert all(file.is_file() for file in written)


def test_every_table(tmp_path: Path) -> None:
    """Each table is there with its header, ready for rows."""
    topic.new(tmp_path)
    tables = {file.stem: file.read_text("utf-8") for file in (tmp_path / "tables").iterdir()}

    assert sorted(tables) == TABLES
    assert all(len(_rows(text)) == 1 for text in tables.values())


@pytest.mark.parametrize("name", TABLES)
def test_tables_teach(tmp_path: Path, name: str) -> None:
    """Each table explains itself in comments, the last of which is an example of as many cells as the header."""
    topic.new(tmp_path)
    header, *comments = (tmp_path / "tables" / f"{name}.csv").read_text("utf-8").splitlines()
    example = comments[-1].removeprefix("# ")

    assert all(line.startswith("# ") for line in comments)
    assert len(next(csv.reader([example]))) == len(header.split(","))


def test_examples_fit(tmp_path: Path) -> None:
    """All examples together, in tables and settings, are a topic without a fault."""
    topic.new(tmp_path)
    for file in (tmp_path / "tables").iterdir():
        header, *comments = file.read_text("utf-8").splitlines()
        file.write_text("\n".join((header, comments[-1].removeprefix("# "), "")), "utf-8")
    for file in (tmp_path / "series.toml", tmp_path / "indicators.toml"):
        text = file.read_text("utf-8")
        at = text.index("# [")
        file.write_text(text[:at] + text[at:].replace("\n# ", "\n").removeprefix("# "), "utf-8")
    found, issues = topic.load(tmp_path)

    assert issues == ()
    assert len(found.entities) == len(ENTITIES)
    assert (len(found.spells), len(found.milestones), len(found.series[0].meetings)) == (1, 1, 1)
    assert found.indicators["population"].values == {"RMB": {2011: 1250000.0}}


def test_builds(tmp_path: Path) -> None:
    """It gives entries at once: the example article's opening, its plan, and what it remembers."""
    topic.new(tmp_path / "baru")
    done = linimasa("extract", "--topic", tmp_path / "baru", "--json", tmp_path / "told.json")
    assert done.returncode == 0, done.stderr
    found = {event["edtf"]: event for event in json.loads((tmp_path / "told.json").read_text("utf-8"))["events"]}

    assert found["2024-03-14"]["kind"] == "opening"
    assert found["2024-03-18"]["stance"] == "planned"


@pytest.mark.parametrize("what", ["folder", "file"])
def test_overwrites_nothing(tmp_path: Path, what: str) -> None:
    """A folder that holds something, or a file, is refused in one line."""
    place = tmp_path / "baru"
    if what == "folder":
        place.mkdir()
        (place / "catatan.txt").write_text("milik saya", "utf-8")
    else:
        place.write_text("milik saya", "utf-8")

    with pytest.raises(topic.TopicError, match="empty or a new folder"):
        topic.new(place)
    assert what == "file" or [file.name for file in place.iterdir()] == ["catatan.txt"]

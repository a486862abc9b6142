"""A new topic is a folder that loads, teaches, and overwrites nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from site_src import topic
from tests.site.run import linimasa


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

    assert sorted(tables) == [
        "countries", "indicators", "membership", "milestones", "organisations", "people", "places", "summits",
    ]  # fmt: skip
    assert all(text.count("\n") == 1 for text in tables.values())


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

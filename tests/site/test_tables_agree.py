"""The shipped timelines beside their tables: each meeting and each status has one entry, with the table's day and place."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from site_src import pipeline
from site_src.model import Event

ROOT = Path(__file__).parents[2]
TOPICS = ("content", "topics/asean")
NOW = ("told", "recalled")
"""Stances of what was held."""
DISPUTED = {"2022-09-16-memorandum-iran"}
"""A milestone whose day the news of its week tells otherwise; the table's day is an account (ARCHITECTURE.md)."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table, with its number as an entry names it."""

    table: str
    number: int
    cells: dict[str, str]


@cache
def events(topic: str) -> tuple[Event, ...]:
    """Tell the articles of a topic once."""
    return pipeline.tell(pipeline.Options(ROOT / topic, ROOT / topic / "articles")).timeline.events


def lines(topic: str, table: str) -> Iterator[Line]:
    """Read the lines of a table; a header is line 1."""
    with (ROOT / topic / "tables" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        read = csv.DictReader(file)
        for cells in read:
            if not next(iter(cells.values())).startswith("#"):
                yield Line(f"tables/{table}.csv", read.line_num, cells)


def of_line(topic: str, line: Line) -> list[Event]:
    """Give the entries that show a line."""
    return [one for one in events(topic) if any((row.table, row.line) == (line.table, line.number) for row in one.rows)]


def fits(event: Event, date: str) -> bool:
    """Tell whether an entry has a table's date, or lies in the month or year that is all that the table knows."""
    first, last = event.when.earliest.isoformat(), event.when.latest.isoformat()
    return event.when.edtf == date or (len(date) < 10 and first.startswith(date) and last.startswith(date))


MEETINGS = [(topic, line) for topic in TOPICS for line in lines(topic, "summits")]
SPELLS = [(topic, line) for topic in TOPICS for line in lines(topic, "membership")]
MILESTONES = [(topic, line) for topic in TOPICS for line in lines(topic, "milestones")]


def named(cases: list[tuple[str, Line]]) -> list[str]:
    return [f"{topic.rpartition('/')[2]}-{Path(line.table).stem}-{line.number}" for topic, line in cases]


@pytest.mark.parametrize(("topic", "line"), MEETINGS, ids=named(MEETINGS))
def test_meeting(topic: str, line: Line) -> None:
    """A numbered meeting is one entry, on the table's days and in its place."""
    found = of_line(topic, line)
    place = line.cells["place"] or line.cells["country"]

    assert [(True, place)] == [(fits(one, line.cells["date"]), one.place) for one in found], found


@pytest.mark.parametrize(("topic", "line"), SPELLS, ids=named(SPELLS))
def test_status(topic: str, line: Line) -> None:
    """A status begins in one entry, and one that was decided on another day in one more; none is parted by country."""
    start, decided = line.cells["start"], line.cells["decided"]
    dates = {start, *([decided] if decided and decided != start else [])}
    found = of_line(topic, line)
    if not found:
        assert line.cells["status"] == "forerunner" or start.startswith("."), line
        return

    assert len(found) == len({one.kind for one in found}) <= len(dates)
    assert all(line.cells["country"] in one.actors for one in found)
    assert all(any(fits(one, date) for date in dates) for one in found)


@pytest.mark.parametrize(("topic", "line"), MILESTONES, ids=named(MILESTONES))
def test_milestone(topic: str, line: Line) -> None:
    """A milestone is one entry of its kind, on the table's day."""
    (found,) = of_line(topic, line)

    assert found.kind == line.cells["kind"]
    assert fits(found, line.cells["date"]) or found.id in DISPUTED
    assert found.place == line.cells["place"] or not line.cells["place"]


@pytest.mark.parametrize("topic", TOPICS)
def test_no_day_beside_the_tables(topic: str) -> None:
    """No article tells a membership on a day that is none of the country's, nor a numbered meeting apart from its line."""
    listed = {(one.kind, actor) for one in events(topic) if one.rows for actor in one.actors}
    beside = [
        one.id
        for one in events(topic)
        if not one.rows
        and one.stance in NOW
        and one.when.days <= 7
        and any((one.kind, actor) in listed for actor in one.actors)
        and one.kind in {"accession", "observer", "dialogue-partner", "decision", "founding"}
    ]
    meetings = [one.id for one in events(topic) if not one.rows and one.stance in NOW and _numbered(one)]

    assert ([], []) == (beside, meetings)


def _numbered(event: Event) -> bool:
    """Tell whether an entry is a meeting of a series by what its sentences say."""
    return event.kind == "summit" and any(one.series for one in event.statements)


@pytest.mark.parametrize("topic", TOPICS)
def test_not_parted_by_country(topic: str) -> None:
    """No two entries tell one kind on one day, each of some of the countries of one line's day."""
    days: dict[tuple[str, str, str], list[str]] = {}
    for one in events(topic):
        if one.actors and one.kind in {"accession", "observer", "dialogue-partner", "decision", "application"}:
            days.setdefault((one.kind, one.when.edtf, "held" if one.stance in NOW else one.stance), []).append(one.id)

    assert [] == [ids for ids in days.values() if len(ids) > 1]


def test_the_shipped_timeline_is_worth_a_visit() -> None:
    """A hundred entries at least, ninety that articles tell, over 24 years, thirty told by two articles or more."""
    told = {one.id: len({each.article for each in one.evidence}) for one in events("content")}
    years = {one.when.earliest.year for one in events("content") if told[one.id]}
    found = (len(told), sum(map(bool, told.values())), len(years), sum(count > 1 for count in told.values()))

    assert all(least <= count for least, count in zip((100, 90, 24, 30), found, strict=True)), found


@pytest.mark.parametrize("topic", TOPICS)
def test_origins_are_borne(topic: str) -> None:
    """No entry of the shipped articles counts more independent reports than articles that tell it."""
    found = [one.id for one in events(topic) if len(one.origins) > len({each.article for each in one.evidence})]

    assert [] == found

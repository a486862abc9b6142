"""Who had which status when, as values: a lane for each country, a stretch for each spell.

A status is decided on one day and comes into force on the same or a later one. Both are laid out; a spell of which no
decision is known begins with the day on which it came into force in both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from site_src.addresses import chart_row
from site_src.charts import palette
from site_src.charts.kinds import Subject, first_day
from site_src.charts.links import behind
from site_src.topic import figures
from site_src.topic.values import Spell, Status

ID = "status-lanes"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A spell, cut at the chart's ends."""

    spell: Spell
    status: Status
    series: int
    """The number of its colour; 0 for the forerunner."""
    first: date
    """The first day on which it may have held."""
    sure: date
    """The first day on which it surely held; the same, where the day is known."""
    last: date
    """The first day on which it held no more, or the day that the tables know."""
    href: str
    """The entry behind it; empty if there is none."""
    row: int = 0
    """Its row in the chart's table, counted from 1."""

    @property
    def target(self) -> str:
        """What a reader is led to: the entry behind it, else its row."""
        return self.href or chart_row(ID, 1, self.row)


@dataclass(frozen=True, slots=True)
class Lane:
    """A country and its stretches, oldest first."""

    country: str
    stretches: tuple[Stretch, ...]
    """From the day on which each came into force."""
    decided: tuple[Stretch, ...]
    """The same from the day on which each was decided; empty where the tables know no decision at all."""


@dataclass(frozen=True, slots=True)
class Lanes:
    """All that the chart shows."""

    subject: Subject
    start: date
    end: date
    lanes: tuple[Lane, ...]
    """By today's highest status, then by how long the country has it."""

    @property
    def statuses(self) -> tuple[tuple[Status, int], ...]:
        """The statuses that are drawn, with their colours, in the order of the ladder."""
        found = {stretch.status.id: stretch.series for lane in self.lanes for stretch in lane.stretches}
        return tuple((status, found[status.id]) for status in self.subject.topic.statuses if status.id in found)

    @property
    def undecided(self) -> tuple[tuple[str, Stretch], ...]:
        """The stretches of which no decision is known, each with its country; none where no decision at all is."""
        return tuple((lane.country, one) for lane in self.lanes for one in lane.decided if one.spell.decided is None)


def lay(subject: Subject) -> Lanes | None:
    """Lay out the lanes of every country that ever had a counted status; None where there is none."""
    topic, start, end = subject.topic, first_day(subject.topic), figures.known_until(subject.topic)
    if start is None or end is None:
        return None
    ladder = [status for status in topic.statuses if status.counts and status.id != figures.FORERUNNER]
    drawn = {status.id: (status, palette.series(number)) for number, status in enumerate(ladder, 1)}
    drawn |= {status.id: (status, 0) for status in topic.statuses if status.id == figures.FORERUNNER}
    found: dict[str, list[Stretch]] = {}
    for spell in sorted(topic.spells, key=lambda spell: (figures.begins(spell), spell.row.line)):
        if spell.status in drawn and figures.begins(spell) < date.max:
            stretch = _stretch(subject, spell, *drawn[spell.status], start, end)
            found.setdefault(spell.country, []).append(stretch)
    known = any(one.spell.decided for stretches in found.values() for one in stretches)
    order = [status.id for status in topic.statuses]
    lanes = [Lane(country, tuple(found[country]), _by_decision(found[country], start, known)) for country in found]
    lanes.sort(key=lambda lane: _rank(lane, order, end))
    return Lanes(subject, start, end, tuple(_numbered(lanes)))


def _stretch(subject: Subject, spell: Spell, status: Status, series: int, start: date, end: date) -> Stretch:
    sure = figures.begins(spell)
    first, last = max(min(spell.start.earliest, sure), start), min(spell.end or end, end)
    return Stretch(spell, status, series, first, max(sure, first), last, behind(subject.links, (spell.row,)))


def _by_decision(stretches: Sequence[Stretch], start: date, known: bool) -> tuple[Stretch, ...]:
    """Move beginnings to the days of decision; a status ends where the one that follows on its last day was decided."""
    moved = [_decided(one, start) for one in stretches] if known else []
    begins = {figures.begins(one.spell): one.sure for one in moved if one.spell.decided}
    return tuple(replace(one, last=begins.get(one.last, one.last)) if one.spell.end else one for one in moved)


def _decided(stretch: Stretch, start: date) -> Stretch:
    day = stretch.spell.decided
    if day is None:
        return stretch
    first = max(day.earliest, start)
    return replace(stretch, first=first, sure=max(day.latest, first))


def _numbered(lanes: Sequence[Lane]) -> Iterator[Lane]:
    """Number the stretches as the chart's table lists them: lane by lane."""
    before = 0
    for lane in lanes:
        held, decided = (
            tuple(replace(one, row=row) for row, one in enumerate(side, before + 1))
            for side in (lane.stretches, lane.decided)
        )
        yield Lane(lane.country, held, decided)
        before += len(held)


def _rank(lane: Lane, order: list[str], end: date) -> tuple[int, date, str]:
    held = [stretch for stretch in lane.stretches if stretch.last >= end and not stretch.spell.end]
    if not held:
        return len(order), lane.stretches[-1].last, lane.country
    best = min(held, key=lambda stretch: order.index(stretch.status.id))
    return order.index(best.status.id), best.sure, lane.country

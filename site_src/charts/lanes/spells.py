"""Who had which status when, as values: a lane for each country, a stretch for each spell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from site_src.charts import palette
from site_src.charts.kinds import Subject, first_day
from site_src.charts.links import behind
from site_src.topic import figures
from site_src.topic.values import Spell, Status


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


@dataclass(frozen=True, slots=True)
class Lane:
    """A country and its stretches, oldest first."""

    country: str
    stretches: tuple[Stretch, ...]


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
    order = [status.id for status in topic.statuses]
    lanes = [Lane(country, tuple(stretches)) for country, stretches in found.items()]
    lanes.sort(key=lambda lane: _rank(lane, order, end))
    return Lanes(subject, start, end, tuple(lanes))


def _stretch(subject: Subject, spell: Spell, status: Status, series: int, start: date, end: date) -> Stretch:
    sure = figures.begins(spell)
    first, last = max(min(spell.start.earliest, sure), start), min(spell.end or end, end)
    return Stretch(spell, status, series, first, max(sure, first), last, behind(subject.links, (spell.row,)))


def _rank(lane: Lane, order: list[str], end: date) -> tuple[int, date, str]:
    held = [stretch for stretch in lane.stretches if stretch.last >= end and not stretch.spell.end]
    if not held:
        return len(order), lane.stretches[-1].last, lane.country
    best = min(held, key=lambda stretch: order.index(stretch.status.id))
    return order.index(best.status.id), best.sure, lane.country

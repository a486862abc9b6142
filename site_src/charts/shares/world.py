"""The members' share of the world, as values: a share a year and indicator, and the years in which members joined."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from site_src.charts import palette
from site_src.charts.kinds import Subject
from site_src.charts.links import behind
from site_src.model import Row
from site_src.topic import figures
from site_src.topic.values import Indicator


@dataclass(frozen=True, slots=True)
class Part:
    """An indicator and the members' share of it in each year; None where it has a gap."""

    indicator: Indicator
    series: int
    """The number of its colour."""
    shares: Mapping[int, float | None]
    """Percent of the world."""

    @property
    def known(self) -> dict[int, float]:
        """The years that have a share."""
        return {year: share for year, share in self.shares.items() if share is not None}

    @property
    def last(self) -> tuple[int, float]:
        """The newest year that has a share, with it."""
        return max(self.known.items())


@dataclass(frozen=True, slots=True)
class Join:
    """A year at whose end there are members that were none a year before: the reason for a jump."""

    year: int
    gained: tuple[str, ...]
    href: str
    """The first entry behind it; empty if there is none."""


@dataclass(frozen=True, slots=True)
class World:
    """All that the chart shows."""

    subject: Subject
    years: tuple[int, ...]
    parts: tuple[Part, ...]
    joins: tuple[Join, ...]
    early: int
    """The last year for which the forerunner's states stand in; 0 if they never do."""

    @property
    def highest(self) -> float:
        """The largest share of all."""
        return max(share for part in self.parts for share in part.known.values())


def gather(subject: Subject) -> World | None:
    """Compute the shares of every indicator that has a figure for the world; None where there is none at all."""
    topic, parts = subject.topic, []
    measured = [indicator for indicator in topic.indicators.values() if indicator.values.get(figures.WORLD)]
    for number, indicator in enumerate(measured, 1):
        shares = {year: figures.share(topic, indicator.id, year) for year in figures.years(topic, indicator.id)}
        parts.append(Part(indicator, palette.series(number), shares))
    drawn = [part for part in parts if part.known]
    known = [year for part in drawn for year in part.known]
    if not known:
        return None
    span = range(min(known), max(known) + 1)
    whole = tuple(replace(part, shares={year: part.shares.get(year) for year in span}) for part in drawn)
    founded = figures.founded(topic)
    stands_in = founded is not None and span.start < founded.year and figures.members_of_year(topic, founded.year - 1)
    return World(subject, tuple(span), whole, _joins(subject, span), founded.year - 1 if founded and stands_in else 0)


def _joins(subject: Subject, span: range) -> tuple[Join, ...]:
    topic, found = subject.topic, []
    for year in span[1:]:
        before, now = (figures.members_of_year(topic, at) for at in (year - 1, year))
        gained = tuple(country for country in now if country not in before)
        if gained and before:
            found.append(Join(year, gained, behind(subject.links, _rows(subject, gained, year))))
    return tuple(found)


def _rows(subject: Subject, gained: tuple[str, ...], year: int) -> list[Row]:
    member = figures.full(subject.topic)
    return [
        spell.row
        for spell in subject.topic.spells
        if member and spell.status == member.id and spell.country in gained and figures.begins(spell).year == year
    ]

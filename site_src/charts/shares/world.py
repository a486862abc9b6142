"""The members' share of the world, as values: a share a year and indicator, and the years in which members joined."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from site_src.addresses import chart_row
from site_src.charts import claims, palette, remarks
from site_src.charts.given import Stated
from site_src.charts.joins import Join, joins, members_today
from site_src.charts.kinds import Subject
from site_src.topic import figures
from site_src.topic.values import Indicator, Topic

ID = "shares"


@dataclass(frozen=True, slots=True)
class Part:
    """An indicator and the members' share of it in each year; None where it has a gap."""

    indicator: Indicator
    series: int
    """The number of its colour."""
    shares: Mapping[int, float | None]
    """Percent of the world."""
    throughout: Mapping[int, float | None] = field(default_factory=dict)
    """The share that today's members had in each year, whether they were members then or not."""

    @property
    def known(self) -> dict[int, float]:
        """The years that have a share."""
        return {year: share for year, share in self.shares.items() if share is not None}

    @property
    def lines(self) -> tuple[Mapping[int, float | None], ...]:
        """What is drawn of it."""
        return (self.shares, self.throughout) if self.throughout else (self.shares,)

    @property
    def last(self) -> tuple[int, float]:
        """The newest year that has a share, with it."""
        return max(self.known.items())


@dataclass(frozen=True, slots=True)
class World:
    """All that the chart shows."""

    subject: Subject
    years: tuple[int, ...]
    parts: tuple[Part, ...]
    joins: tuple[Join, ...]
    early: int
    """The last year for which the forerunner's states stand in; 0 if they never do."""
    today: tuple[str, ...] = ()
    """Today's members."""
    stated: tuple[Stated, ...] = ()
    """What the press states of the shares."""

    @property
    def highest(self) -> float:
        """The largest share of all, drawn or stated."""
        drawn = [share for part in self.parts for line in part.lines for share in line.values() if share is not None]
        return max([*drawn, *(one.value for one in self.stated)])

    @property
    def varies(self) -> bool:
        """Whether today's members are others than those of some year."""
        return any(part.throughout for part in self.parts)

    def footnote(self, part: Part) -> str:
        """Give the sign of the note on an indicator's breaks; empty if it has none."""
        return remarks.footnote(part.indicator, [one.indicator for one in self.parts])

    def target(self, year: int) -> str:
        """Give the entry behind a jump, else the year's row in the chart's table."""
        entry = next((join.href for join in self.joins if join.year == year), "")
        return entry or chart_row(ID, 1, year - self.years[0] + 1)

    def part(self, indicator: str) -> Part:
        """Give the part of an indicator."""
        return next(part for part in self.parts if part.indicator.id == indicator)


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
    today = members_today(topic)
    whole = tuple(replace(part, throughout=_throughout(topic, part, today)) for part in whole)
    drawn_of = {part.indicator.id for part in whole}
    told = tuple(one for one in claims.stated(subject, "share") if one.check.measure in drawn_of)
    early = founded.year - 1 if founded and stands_in else 0
    return World(subject, tuple(span), whole, joins(subject, span), early, today, _inside(told, span))


def _throughout(topic: Topic, part: Part, today: tuple[str, ...]) -> dict[int, float | None]:
    """Compute what today's members had in every year; nothing where they were the members in every year."""
    found = {year: figures.share(topic, part.indicator.id, year, today) for year in part.shares}
    differs = any(figures.members_of_year(topic, year) != today for year, share in found.items() if share is not None)
    return found if differs and any(share is not None for share in found.values()) else {}


def _inside(told: tuple[Stated, ...], span: range) -> tuple[Stated, ...]:
    return tuple(one for one in told if one.check.year in span)

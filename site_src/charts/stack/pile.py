"""The members' share or sum by country, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from site_src.addresses import chart_row
from site_src.charts import claims, palette
from site_src.charts.given import Stated
from site_src.charts.joins import Join, joins, members_today
from site_src.charts.kinds import Subject
from site_src.topic import figures
from site_src.topic.values import Indicator

SHOWN = len(palette.LIGHT) - 1
"""How many countries have a layer and a colour of their own; no eye tells more apart. The table has them all."""


class Unit(Enum):
    """What the piles are counted in."""

    PERCENT = "percent"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Layer:
    """A country, or all the smaller ones together."""

    countries: tuple[str, ...]
    series: int


@dataclass(frozen=True, slots=True)
class Pile:
    """All that the chart shows."""

    subject: Subject
    id: str
    indicator: Indicator
    unit: Unit
    years: tuple[int, ...]
    heights: Mapping[int, Mapping[str, float]]
    """Year -> country -> its part; a year without figures of all members is missing."""
    layers: tuple[Layer, ...]
    """From the ground up: the largest of the newest year first."""
    joins: tuple[Join, ...]
    early: int
    """The last year for which the forerunner's states stand in; 0 if they never do."""
    today: tuple[str, ...]
    throughout: Mapping[int, float]
    """What today's members had in each year; empty if they were the members in every year."""
    stated: tuple[Stated, ...]

    @property
    def last(self) -> int:
        """The newest year with figures."""
        return max(self.heights)

    @property
    def gaps(self) -> list[int]:
        """The years without figures."""
        return [year for year in self.years if year not in self.heights]

    def row(self, year: int) -> str:
        """Give the address of a year's row in the chart's table."""
        return chart_row(self.id, 1, year - self.years[0] + 1)

    def rounded(self, value: float) -> float | int:
        """Round a figure as picture, table and file give it: a percentage to two decimals, any other to a whole number."""
        return round(value, 2) if self.unit is Unit.PERCENT else round(value)

    def total(self, year: int) -> float:
        """Give the height of a year's pile."""
        return sum(self.heights[year].values())

    def part(self, layer: Layer, year: int) -> float:
        """Give a layer's height in a year; 0 if none of its countries was a member."""
        return sum(self.heights[year].get(country, 0.0) for country in layer.countries)

    @property
    def highest(self) -> float:
        """The highest thing that is drawn."""
        piles = [self.total(year) for year in self.heights]
        return max([*piles, *self.throughout.values(), *(one.value for one in self.stated)])


def pile(subject: Subject, kind: str, unit: Unit) -> Pile | None:
    """Pile up an indicator's figures; None where no year has figures of all members."""
    indicator = _indicator(subject, unit)
    if indicator is None:
        return None
    topic = subject.topic
    drawn = {year: figures.members_of_year(topic, year) for year in figures.years(topic, indicator.id)}
    heights = {year: found for year, who in drawn.items() if (found := _heights(subject, indicator, year, who, unit))}
    if not heights:
        return None
    years = range(min(heights), max(heights) + 1)
    today = members_today(topic)
    others = any(set(heights[year]) != set(today) for year in heights)
    always = {year: sum(_heights(subject, indicator, year, today, unit).values()) for year in years} if others else {}
    founded = figures.founded(topic)
    early = founded.year - 1 if founded and years.start < founded.year and drawn.get(founded.year - 1) else 0
    told = claims.stated(subject, "sum") if unit is Unit.OWN else ()
    return Pile(
        subject,
        f"{kind}-{subject.of.replace('_', '-')}" if subject.of else kind,
        indicator,
        unit,
        tuple(years),
        heights,
        _layers(heights),
        joins(subject, years),
        early,
        today,
        {year: value for year, value in always.items() if value},
        tuple(one for one in told if one.check.measure == indicator.id and one.check.year in years),
    )


def _indicator(subject: Subject, unit: Unit) -> Indicator | None:
    """Give the indicator that the topic names, else the first with figures (for percent: of the world)."""
    found = subject.topic.indicators
    fits = (one for one in found.values() if one.values.get(figures.WORLD) or (one.values and unit is Unit.OWN))
    return found.get(subject.of) if subject.of else next(fits, None)


def _heights(subject: Subject, indicator: Indicator, year: int, who: tuple[str, ...], unit: Unit) -> dict[str, float]:
    """Give each country's part in a year; nothing where one of them, or the whole, has no figure."""
    world = figures.value(subject.topic, indicator.id, figures.WORLD, year) if unit is Unit.PERCENT else 100.0
    found = figures.total(subject.topic, indicator.id, year, who)
    if found is None or found.missing or not world:
        return {}
    values = ((country, figures.value(subject.topic, indicator.id, country, year) or 0.0) for country in who)
    return {country: 100 * value / world for country, value in values}


def _layers(heights: Mapping[int, Mapping[str, float]]) -> tuple[Layer, ...]:
    """Give the largest countries a layer each, by their newest part, and one to all others.

    Colours go by name, not by rank: where the same countries are the largest, each keeps its colour from chart to chart.
    """
    newest: dict[str, float] = {}
    for _, found in sorted(heights.items()):
        newest |= found
    order = sorted(newest, key=lambda country: (-newest[country], country))
    colours = {country: palette.series(number) for number, country in enumerate(sorted(order[:SHOWN]), 1)}
    single = [Layer((country,), colours[country]) for country in order[:SHOWN]]
    return (*single, *([Layer(tuple(order[SHOWN:]), 0)] if order[SHOWN:] else ()))

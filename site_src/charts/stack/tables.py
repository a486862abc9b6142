"""The figures under a pile: a row for each year, a column for each country."""

from __future__ import annotations

from site_src.charts.kinds import Subject
from site_src.charts.stack.pile import Pile, Unit
from site_src.charts.words import Speech
from site_src.model import ChartTable, Words
from site_src.topic import figures

Cell = str | float | int | Words | None


def by_year(pile: Pile) -> ChartTable:
    """Give each country's part; empty where it was no member, missing where a member has no figure."""
    countries = [country for layer in pile.layers for country in layer.countries]
    heads = (
        _say(pile.subject, "Year"),
        *(pile.subject.country(country) for country in countries),
        _say(pile.subject, "All members"),
        *((_say(pile.subject, "Today's members throughout"),) if pile.throughout else ()),
    )
    rows = tuple(_row(pile, year, countries) for year in pile.years)
    unit = "percent" if pile.unit is Unit.PERCENT else "count"
    links = {join.year: join.href for join in pile.joins}
    behind = tuple(links.get(year, "") for year in pile.years)
    return ChartTable(heads, rows, ("year", *(unit for _ in heads[1:])), links=behind)


def _row(pile: Pile, year: int, countries: list[str]) -> tuple[Cell, ...]:
    there = set(figures.members_of_year(pile.subject.topic, year))
    parts = pile.heights.get(year, {})
    cells = (_rounded(pile, _value(pile, country, year)) if country in there else "" for country in countries)
    total = _rounded(pile, pile.total(year)) if parts else None
    always = (_rounded(pile, pile.throughout.get(year)),) if pile.throughout else ()
    return (year, *cells, total, *always)


def _value(pile: Pile, country: str, year: int) -> float | None:
    """Give a member's figure also where the pile has a gap for want of another's."""
    topic, id = pile.subject.topic, pile.indicator.id
    value = figures.value(topic, id, country, year)
    if value is None or pile.unit is Unit.OWN:
        return value
    world = figures.value(topic, id, figures.WORLD, year)
    return 100 * value / world if world else None


def _rounded(pile: Pile, value: float | None) -> float | int | None:
    return None if value is None else pile.rounded(value)


def _say(subject: Subject, message: str) -> Words:
    def tell(speech: Speech) -> str:
        return speech.say(message)

    return subject.say(tell)

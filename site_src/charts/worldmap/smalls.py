"""Small maps: one for each year in which something changed."""

from __future__ import annotations

from dataclasses import dataclass

from site_src.charts.outlines.sheet import Sheet
from site_src.charts.words import Speech
from site_src.charts.worldmap import words
from site_src.charts.worldmap.layout import GAP, SMALLS, Layout
from site_src.charts.worldmap.places import Places, Point
from site_src.charts.worldmap.standing import Standings

HEAD = 22.0
"""Pixels above a small map: its year."""
Group = tuple[int, tuple[int, ...], tuple[Point, ...]]
"""(series, numbers of outlines, places of dots on the sheet)."""


@dataclass(frozen=True, slots=True)
class Small:
    """A small map of a year."""

    year: int
    title: str
    x: float
    y: float
    groups: tuple[Group, ...]


def scale(sheet: Sheet, layout: Layout) -> float:
    """Give the pixels of a small map for a pixel of the sheet."""
    return (layout.width - GAP * (layout.columns - 1)) / layout.columns / sheet.width


def lay(
    standings: Standings, sheet: Sheet, places: Places, speech: Speech, layout: Layout, top: float
) -> tuple[tuple[Small, ...], float]:
    """Lay small maps out in rows below a height; gives where they end, too."""
    size, years = scale(sheet, layout), standings.turns(SMALLS)
    across, down = sheet.width * size + GAP, sheet.height * size + HEAD + 4
    found = tuple(
        Small(
            year,
            words.small(standings, year, speech),
            number % layout.columns * across,
            top + HEAD + number // layout.columns * down,
            tuple(_group(standings, sheet, places, series, year) for _, series in standings.statuses),
        )
        for number, year in enumerate(years)
    )
    return found, top + 4 + -(-len(years) // layout.columns) * down


def _group(standings: Standings, sheet: Sheet, places: Places, series: int, year: int) -> Group:
    """Gather who has a status in a year: all outlines, however small, and a fleck for each dot."""
    held = set(standings.having(series, year))
    numbers = [number for number, one in enumerate(standings.countries) if one.country in held & set(sheet.outlines)]
    dots = [dot.true for id, dot in places.dots.items() if id in held]
    return series, tuple(numbers), tuple((x / places.scale, y / places.scale) for x, y in dots)

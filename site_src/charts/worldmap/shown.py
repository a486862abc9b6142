"""The countries as they are drawn and told: outlines first, dots over them, tiles beside the map."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from site_src.charts import labels
from site_src.charts.picture import Frame, Label, Mark
from site_src.charts.words import Speech
from site_src.charts.worldmap import words
from site_src.charts.worldmap.layout import SIZE, SWATCH, TILE, Layout
from site_src.charts.worldmap.places import RADIUS, Places, Point
from site_src.charts.worldmap.standing import Standings

LED = 3.0
"""Pixels: a dot that was moved farther than this has a line to its true place."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A country as it is drawn and told."""

    number: int
    """Of its outline."""
    id: str
    name: str
    href: str
    title: str
    none: str
    """What is said of it where it has no status."""
    series: int | None
    terms: str
    """JSON: [first year, last year, series, words] of each term."""
    dot: Point | None
    lead: Point | None
    """The true place of a dot that was moved."""
    tile: Point | None


def show(standings: Standings, places: Places, tiles: Mapping[str, Point], speech: Speech) -> list[Shown]:
    """Tell every country, those that stand over others after them."""
    found = [_shown(standings, number, places, tiles, speech) for number in range(len(standings.countries))]
    return sorted(found, key=lambda one: (one.tile is not None, one.dot is not None))


def _shown(standings: Standings, number: int, places: Places, tiles: Mapping[str, Point], speech: Speech) -> Shown:
    one = standings.countries[number]
    term, dot = one.at(standings.now), places.dots.get(one.country)
    none = words.none(standings, one.country, speech)
    told = [
        [part.first, part.last, part.series, words.held(standings, one.country, part, speech)] for part in one.terms
    ]
    return Shown(
        number=number,
        id=one.country,
        name=speech.name(standings.subject.country(one.country)),
        href=one.href,
        title=words.held(standings, one.country, term, speech) if term else none,
        none=none,
        series=term.series if term else None,
        terms=json.dumps(told, ensure_ascii=False),
        dot=(dot.x, dot.y) if dot else None,
        lead=dot.true if dot and abs(dot.x - dot.true[0]) + abs(dot.y - dot.true[1]) > LED else None,
        tile=tiles.get(one.country),
    )


def lay_tiles(
    standings: Standings, places: Places, speech: Speech, layout: Layout, top: float
) -> tuple[dict[str, Point], float]:
    """Set a tile for each country without a place, in columns as wide as the longest name; gives where they end, too."""
    if not places.tiles:
        return {}, top
    names = [speech.name(standings.subject.country(id)) for id in places.tiles]
    breadth = SWATCH[0] + 6 + max(labels.width(name, SIZE) for name in names) + 14
    columns = max(1, int(layout.map_width // breadth))
    rows = -(-len(names) // columns)
    spots = {id: (number // rows * breadth, top + 8 + number % rows * TILE) for number, id in enumerate(places.tiles)}
    return spots, top + 8 + rows * TILE


def names(standings: Standings, places: Places, speech: Speech, layout: Layout) -> tuple[Label, ...]:
    """Write names where they fit: inside outlines, and beside dots."""
    size = layout.letters
    told = {one.country: speech.name(standings.subject.country(one.country)) for one in standings.countries}
    inside = [
        Label(room.x, room.y + size * 0.35, told[id], "middle")
        for id, room in places.rooms.items()
        if labels.width(told[id], size) <= room.width
    ]
    marks = [Mark(dot.x, dot.y, 0, "", radius=RADIUS) for dot in places.dots.values()]
    wanted = [(mark, (told[id],)) for mark, id in zip(marks, places.dots, strict=True)]
    frame = Frame(layout.variant, places.width, places.height, 0, 0, 0, 0, size)
    return (*inside, *labels.beside(wanted, marks, (), frame, inside))

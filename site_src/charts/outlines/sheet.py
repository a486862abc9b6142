"""A sheet: outlines and spots at their places, in pixels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import radians, sin

from site_src.charts.outlines import topology
from site_src.charts.outlines.placing import Lines, fit
from site_src.charts.outlines.projection import suiting
from site_src.charts.outlines.simplify import Box, inside
from site_src.charts.outlines.topology import Point, Polygon, Stretch, Topology

MOST = 0.85
"""The view holds of each country the largest pieces that together make up so much of it: no far islands."""
SPECK = 3.0
"""Square pixels: a smaller island is left out, unless it is all that a country has."""
SAMPLE = 400
"""So many points are enough to find the middle of the view."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A country on the sheet."""

    rings: tuple[Stretch, ...]
    """Closed lines, holes among them (even-odd rule); the largest first."""
    area: float
    """Square pixels of what is seen of it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything at its place, in pixels from the upper left corner."""

    width: float
    height: float
    outlines: Mapping[str, Outline]
    spots: Mapping[str, Point]
    land: tuple[Stretch, ...]
    """The coasts of all that lies on the sheet."""


def trace(
    atlas: Topology,
    wanted: Mapping[str, str],
    spots: Mapping[str, Point],
    *,
    width: float,
    margin: float,
    heights: tuple[float, float],
) -> Sheet | None:
    """Lay countries out on a sheet, as high as they need between two bounds; None where none has a place.

    `wanted` gives ISO numbers by country, `spots` longitude and latitude of those that are only a spot. One whose
    outline the atlas lacks has no place here.
    """
    have = {id: atlas.countries[code] for id, code in wanted.items() if code in atlas.countries}
    seen = [*spots.values(), *(point for shapes in have.values() for point in _main(shapes, atlas.stretches))]
    if not seen:
        return None
    project = suiting(seen[:: max(1, len(seen) // SAMPLE)])
    placed = fit([project(*point) for point in seen], width, margin, heights)
    lines = Lines(atlas.stretches, project, placed, width)
    box = (0.0, 0.0, width, placed.height)
    found = {id: _outline(shapes, lines, box) for id, shapes in have.items()}
    return Sheet(
        width,
        placed.height,
        {id: outline for id, outline in found.items() if outline},
        {id: placed(*project(*place)) for id, place in spots.items()},
        tuple(ring for ring in _rings(atlas.land, lines, box) if abs(topology.area(ring)) >= SPECK),
    )


def _main(polygons: tuple[Polygon, ...], stretches: Sequence[Stretch]) -> Iterator[Point]:
    """Give the points of a country's main pieces, in degrees."""
    pieces = [topology.points(polygon[0], stretches) for polygon in polygons]
    sizes = [_on_globe(piece) for piece in pieces]
    left = MOST * sum(sizes)
    for number in sorted(range(len(pieces)), key=lambda number: (-sizes[number], number)):
        if left <= 0:
            return
        left -= sizes[number]
        yield from pieces[number]


def _on_globe(line: Sequence[Point]) -> float:
    """Measure an area on the globe by that on Lambert's cylinder, where areas are equal.

    A line across the 180th meridian is taken along the shorter way.
    """
    flat = [(x % 360, sin(radians(y))) for x, y in line]
    plain = [(x, y) for (x, _), (_, y) in zip(line, flat, strict=True)]
    return min(abs(topology.area(flat)), abs(topology.area(plain)))


def _outline(polygons: Iterable[Polygon], lines: Lines, box: Box) -> Outline | None:
    rings = sorted(_rings(polygons, lines, box), key=lambda ring: -abs(topology.area(ring)))
    kept = [ring for number, ring in enumerate(rings) if number == 0 or abs(topology.area(ring)) >= SPECK]
    return Outline(tuple(kept), abs(sum(map(topology.area, kept)))) if kept else None


def _rings(polygons: Iterable[Polygon], lines: Lines, box: Box) -> Iterator[Stretch]:
    """Give what is seen of polygons.

    One that holds the far side of the globe is turned inside out, one across the edge of a world map is torn: both are
    left away.
    """
    for polygon in polygons:
        rings = [topology.points(ring, lines) for ring in polygon]
        if topology.area(rings[0]) < 0 or lines.torn(rings[0]):
            continue
        yield from (tuple(seen) for ring in rings if len(ring) > 2 and (seen := inside(ring, box)))

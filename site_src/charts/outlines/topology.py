"""TopoJSON: outlines as stretches that neighbours share, so that a border that is simplified once fits on both sides.

The format: https://github.com/topojson/topojson-specification. Only what the atlas uses is read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

Point = tuple[float, float]
Stretch = tuple[Point, ...]
"""Points one after the other: longitude and latitude in degrees, or places on a sheet."""
Ring = tuple[int, ...]
"""The stretches that a closed line is made of; `~n` is stretch n backwards."""
Polygon = tuple[Ring, ...]
"""The outer line, then the holes."""


@dataclass(frozen=True, slots=True)
class Topology:
    """All outlines of an atlas."""

    stretches: tuple[Stretch, ...]
    """In degrees."""
    countries: Mapping[str, tuple[Polygon, ...]]
    """By ISO 3166-1 numeric."""
    land: tuple[Polygon, ...]
    """Without any border inside."""


def read(text: bytes) -> Topology:
    """Read an atlas. Raises `ValueError` or `KeyError` for what is none."""
    told = json.loads(text)
    (wide, high), (left, low) = told["transform"]["scale"], told["transform"]["translate"]
    stretches = tuple(
        tuple(
            (left + wide * x, low + high * y)
            for x, y in accumulate(map(tuple, deltas), lambda at, by: (at[0] + by[0], at[1] + by[1]))
        )
        for deltas in told["arcs"]
    )
    countries: dict[str, tuple[Polygon, ...]] = {}
    for one in told["objects"]["countries"]["geometries"]:
        if "id" in one:
            countries[one["id"]] = (*countries.get(one["id"], ()), *_polygons(one))
    return Topology(stretches, countries, tuple(_polygons(told["objects"]["land"])))


def _polygons(geometry: Mapping[str, Any]) -> Iterator[Polygon]:
    if geometry["type"] == "GeometryCollection":
        for part in geometry["geometries"]:
            yield from _polygons(part)
    elif geometry["type"] in ("Polygon", "MultiPolygon"):
        found = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
        yield from (tuple(tuple(ring) for ring in rings) for rings in found)


def points(ring: Ring, stretches: Mapping[int, Stretch] | Sequence[Stretch]) -> list[Point]:
    """Give a closed line's points; the first does not stand again at the end."""
    found: list[Point] = []
    for number in ring:
        one = stretches[number] if number >= 0 else stretches[~number][::-1]
        found.extend(one[1:] if found else one)
    return found[:-1]


def area(line: Sequence[Point]) -> float:
    """Give a closed line's area, negative where it runs the other way round (shoelace formula)."""
    ends = zip(line, [*line[1:], *line[:1]], strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in ends) / 2


EMPTY = Topology((), {}, ())
"""An atlas without outlines."""

"""Closed lines as the text of an SVG path."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from site_src.charts.worldmap.layout import GRAIN
from site_src.charts.worldmap.places import Point


def path(rings: Sequence[Sequence[Point]]) -> str:
    """Write closed lines in quarters of a pixel, each point counted from the one before it.

    >>> path([[(0, 0), (2, 0), (2, -1)]])
    'm0 0 8 0 0-4z'
    """
    found = []
    x, y = 0, 0
    for ring in rings:
        points = [(round(a * GRAIN), round(b * GRAIN)) for a, b in ring]
        kept = [points[0], *(point for before, point in pairwise(points) if point != before)]
        (start, first), moves = kept[0], [(c - a, d - b) for (a, b), (c, d) in pairwise(kept)]
        found.append(f"m{_pair(start - x, first - y)}" + "".join(_step(*move) for move in moves) + "z")
        x, y = start, first
    return "".join(found)


def _pair(x: int, y: int) -> str:
    return f"{x}{y}" if y < 0 else f"{x} {y}"


def _step(x: int, y: int) -> str:
    return f"{x}{y}" if x < 0 and y < 0 else (_pair(x, y) if x < 0 else f" {_pair(x, y)}")

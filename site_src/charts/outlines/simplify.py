"""Fewer points where the eye misses none, and only what lies on the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heapify, heappop, heappush

from site_src.charts.outlines.topology import Point, Stretch

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def thinned(line: Stretch, least: float) -> Stretch:
    """Leave out points whose triangle with their neighbours is smaller than `least`, the smallest first.

    Visvalingam and Whyatt (1993). Both ends stay; a stretch that is closed in itself keeps at least a triangle.
    """
    keep = 4 if line[0] == line[-1] else 2
    before, after = list(range(-1, len(line) - 1)), list(range(1, len(line) + 1))
    sizes = [0.0, *(_triangle(*line[at - 1 : at + 2]) for at in range(1, len(line) - 1)), 0.0]
    heap = [(sizes[at], at) for at in range(1, len(line) - 1)]
    heapify(heap)
    gone = bytearray(len(line))
    left = len(line)
    while heap and left > keep:
        size, at = heappop(heap)
        if gone[at] or size != sizes[at]:
            continue
        if size >= least:
            break
        gone[at], left = 1, left - 1
        low, high = before[at], after[at]
        after[low], before[high] = high, low
        for near in (low, high):
            if 0 < near < len(line) - 1:
                sizes[near] = max(size, _triangle(line[before[near]], line[near], line[after[near]]))
                heappush(heap, (sizes[near], near))
    return tuple(point for at, point in enumerate(line) if not gone[at])


def _triangle(a: Point, b: Point, c: Point) -> float:
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def inside(line: Sequence[Point], box: Box) -> list[Point]:
    """Cut a closed line at the edges of a box (Sutherland and Hodgman, 1974); empty if nothing lies in it."""
    found = list(line)
    for axis, edge, sign in ((0, box[0], 1), (1, box[1], 1), (0, box[2], -1), (1, box[3], -1)):
        found = _cut(found, axis, edge, sign)
    return found


def _cut(line: list[Point], axis: int, edge: float, sign: int) -> list[Point]:
    found: list[Point] = []
    for start, end in zip(line[-1:] + line[:-1], line, strict=True):
        started, ended = sign * (start[axis] - edge), sign * (end[axis] - edge)
        if started * ended < 0:
            part = started / (started - ended)
            found.append((start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part))
        if ended >= 0:
            found.append(end)
    return found

"""From degrees to pixels: where the projected countries stand on the sheet, and the stretches that are drawn there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from site_src.charts.outlines.projection import Projection
from site_src.charts.outlines.simplify import thinned
from site_src.charts.outlines.topology import Point, Stretch

LONG = 2.0
"""Degrees: a straight line on the globe is cut into pieces no longer than this, and bends with the projection."""
FINE = 0.7
"""Square pixels: a bend smaller than this is left out."""
FAR = 12
"""Of a stretch that is not on the sheet every so many points are enough."""


@dataclass(frozen=True, slots=True)
class Fit:
    """From radii of the globe to pixels."""

    scale: float
    left: float
    top: float
    height: float
    """Of the whole sheet."""

    def __call__(self, x: float, y: float) -> Point:
        """Give the place on the sheet."""
        return self.left + x * self.scale, self.top + y * self.scale


def fit(places: Sequence[Point], width: float, margin: float, heights: tuple[float, float]) -> Fit:
    """Fill the width; where that makes the sheet too high, its height."""
    left, right = min(x for x, _ in places), max(x for x, _ in places)
    top, bottom = min(y for _, y in places), max(y for _, y in places)
    wide, high = max(right - left, 0.02), max(bottom - top, 0.02)
    scale = min((width - 2 * margin) / wide, (heights[1] - 2 * margin) / high)
    height = max(heights[0], high * scale + 2 * margin)
    return Fit(scale, width / 2 - (left + right) / 2 * scale, height / 2 - (top + bottom) / 2 * scale, height)


class Lines(Mapping[int, Stretch]):
    """The atlas's stretches on the sheet, each projected and simplified once, when it is first asked for."""

    def __init__(self, stretches: Sequence[Stretch], project: Projection, fit: Fit, width: float) -> None:
        self._stretches, self._project, self._fit, self._width = stretches, project, fit, width
        self._done: dict[int, Stretch] = {}

    def __getitem__(self, number: int) -> Stretch:
        if number not in self._done:
            self._done[number] = self._made(self._stretches[number])
        return self._done[number]

    def _made(self, line: Stretch) -> Stretch:
        """Take a stretch roughly first: most of the globe is not on the sheet."""
        rough = self._placed((*line[:-1:FAR], line[-1]))
        if len(line) > 2 * FAR and not any(self._near(point) for point in rough):
            return rough
        return thinned(self._placed(tuple(_bent(line))), FINE)

    def _placed(self, line: Stretch) -> Stretch:
        return tuple(self._fit(*self._project(*point)) for point in line)

    def _near(self, point: Point) -> bool:
        wide, high = self._width, self._fit.height
        return -0.2 * wide <= point[0] <= 1.2 * wide and -0.2 * high <= point[1] <= 1.2 * high

    def torn(self, line: Sequence[Point]) -> bool:
        """Tell whether a closed line jumps across the sheet, as on a world map it can at the edges."""
        reach = self._fit.scale * 3
        return any(abs(x2 - x1) > reach for (x1, _), (x2, _) in zip(line, [*line[1:], *line[:1]], strict=True))

    def __iter__(self) -> Iterator[int]:
        return iter(range(len(self._stretches)))

    def __len__(self) -> int:
        return len(self._stretches)


def _bent(line: Stretch) -> Iterator[Point]:
    """Add points to long straight lines; one from 180° east to 180° west is no line, but the same place twice."""
    yield line[0]
    for (x1, y1), (x2, y2) in pairwise(line):
        long = max(abs(x2 - x1), abs(y2 - y1))
        parts = 1 if long > 180 else 1 + int(long / LONG)
        yield from ((x1 + (x2 - x1) * part / parts, y1 + (y2 - y1) * part / parts) for part in range(1, parts + 1))

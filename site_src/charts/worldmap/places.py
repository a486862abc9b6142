"""Where each country stands on the map of one width: its outline, a dot, or a tile beside the map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, hypot, sin

from site_src.charts.outlines.sheet import Sheet
from site_src.charts.worldmap.standing import Standings

Point = tuple[float, float]

SEEN = 60.0
"""Square pixels: an outline smaller than this is shown as a dot."""
RADIUS = 5.0
APART = 2 * RADIUS + 3
"""The least distance between the middles of two dots."""
ROUNDS = 80
LINES = 24
"""So many lines across an outline are tried for its name."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A country too small to be seen, and where it really lies."""

    x: float
    y: float
    true: Point


@dataclass(frozen=True, slots=True)
class Room:
    """Where letters fit inside an outline: the middle of the line, and how wide it may be."""

    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class Places:
    """All countries at their places, in pixels of the picture from the map's upper left corner."""

    scale: float
    """Pixels of the picture for a pixel of the sheet."""
    width: float
    height: float
    """0 where there is no map."""
    outlined: tuple[str, ...]
    dots: Mapping[str, Dot]
    rooms: Mapping[str, Room]
    tiles: tuple[str, ...]
    """Those that have no place on the globe."""


def place(standings: Standings, sheet: Sheet | None, width: float, letters: float) -> Places:
    """Place the countries on a map of some width, whose names are so many pixels high."""
    ids = [one.country for one in standings.countries]
    if sheet is None:
        return Places(1.0, width, 0.0, (), {}, {}, tuple(ids))
    scale = width / sheet.width
    large = tuple(id for id in ids if id in sheet.outlines and sheet.outlines[id].area * scale**2 >= SEEN)
    small = {id: _middle(sheet.outlines[id].rings[0]) for id in ids if id in sheet.outlines and id not in large}
    small |= {id: sheet.spots[id] for id in ids if id in sheet.spots}
    true = {id: (x * scale, y * scale) for id, (x, y) in small.items()}
    rooms = {id: _room([(x * scale, y * scale) for x, y in sheet.outlines[id].rings[0]], letters) for id in large}
    return Places(
        scale,
        width,
        sheet.height * scale,
        large,
        {id: Dot(*spot, true[id]) for id, spot in zip(true, _spread(list(true.values())), strict=True)},
        {id: room for id, room in rooms.items() if room},
        tuple(id for id in ids if id not in large and id not in small),
    )


def _middle(line: Sequence[Point]) -> Point:
    return (
        (min(x for x, _ in line) + max(x for x, _ in line)) / 2,
        (min(y for _, y in line) + max(y for _, y in line)) / 2,
    )


def _spread(spots: Sequence[Point]) -> list[Point]:
    """Push dots apart that would cover one another, each pair by the same way in opposite directions."""
    found = list(spots)
    for _ in range(ROUNDS):
        for one in range(len(found)):
            for other in range(one):
                (x1, y1), (x2, y2) = found[one], found[other]
                far = hypot(x1 - x2, y1 - y2)
                if far >= APART:
                    continue
                across, down = ((x1 - x2) / far, (y1 - y2) / far) if far > 0.01 else (cos(one), sin(one))
                step = (APART - far) / 2
                found[one] = (x1 + across * step, y1 + down * step)
                found[other] = (x2 - across * step, y2 - down * step)
    return found


def _room(line: Sequence[Point], high: float) -> Room | None:
    """Find the widest place for a line of letters inside an outline."""
    top, bottom = min(y for _, y in line), max(y for _, y in line)
    step = max((bottom - top) / LINES, 2.0)
    best: Room | None = None
    for number in range(1, int((bottom - top) / step)):
        y = top + number * step
        for start, end in _shared(_spans(line, y - high / 2), _spans(line, y), _spans(line, y + high / 2)):
            if best is None or end - start > best.width:
                best = Room((start + end) / 2, y, end - start)
    return best


def _spans(line: Sequence[Point], y: float) -> list[Point]:
    """Cut a closed line at a height: from where to where it is inside."""
    ends = zip(line, [*line[1:], *line[:1]], strict=True)
    cuts = sorted(x1 + (y - y1) / (y2 - y1) * (x2 - x1) for (x1, y1), (x2, y2) in ends if (y1 <= y) != (y2 <= y))
    return list(zip(cuts[::2], cuts[1::2], strict=False))


def _shared(*rows: list[Point]) -> list[Point]:
    first, *others = rows
    for row in others:
        first = [(max(a, c), min(b, d)) for a, b in first for c, d in row if max(a, c) < min(b, d)]
    return first

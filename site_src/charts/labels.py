"""Where letters can stand: beside their marks without covering one another, and at the ends of lines.

Widths are estimated from the number of letters; the estimate is generous, for no font is known while building.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from site_src.charts.kinds import LETTER
from site_src.charts.picture import Anchor, Frame, Label, Line, Mark


@dataclass(frozen=True, slots=True)
class Box:
    """The room that something takes."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Tell whether two boxes share a point."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def width(text: str, size: float) -> float:
    """Estimate how wide a text is."""
    return len(text) * size * LETTER


def box(label: Label, size: float) -> Box:
    """Give the room that a label takes."""
    wide = width(label.text, size) * (1.06 if label.strong else 1)
    left = label.x - {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
    return Box(left, label.y - size * 0.85, left + wide, label.y + size * 0.25)


def beside(
    wanted: Sequence[tuple[Mark, Sequence[str]]],
    marks: Iterable[Mark],
    lines: Iterable[Line],
    frame: Frame,
    kept: Sequence[Label],
) -> tuple[Label, ...]:
    """Put a text beside each mark: before, above, below or after it; one that finds no room is left out.

    Each mark comes with its texts, the fullest first. A text keeps clear of lines where it can; else it may stand over
    a line, never over a mark or other letters.
    """
    clear = [box(label, frame.size) for label in kept]
    clear += [
        Box(mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius) for mark in marks
    ]
    drawn = [room for line in lines for room in _rooms(line)]
    found: list[Label] = []
    for mark, texts in wanted:
        spots = [(spot, over) for text in texts for over in (False, True) for spot in _spots(mark, text, frame.size)]
        for spot, over in spots:
            room = box(spot, frame.size)
            if _inside(room, frame) and not any(room.meets(other) for other in (clear if over else clear + drawn)):
                clear.append(room)
                found.append(replace(spot, over=over))
                break
    return tuple(found)


def _inside(room: Box, frame: Frame) -> bool:
    left, _, right, bottom = frame.inner
    return left + 2 <= room.left and room.right <= right + 4 and room.top >= 0 and room.bottom <= bottom


def _spots(mark: Mark, text: str, size: float) -> tuple[Label, ...]:
    away = mark.radius + 5
    spots: tuple[tuple[float, float, Anchor], ...] = (
        (-away, size * 0.35, "end"),
        (-away, -size * 0.5, "end"),
        (0, -away - 3, "end"),
        (0, -away - 3, "middle"),
        (0, -away - 3, "start"),
        (away, size * 0.35, "start"),
        (away, size + 4, "start"),
        (0, size + away, "middle"),
        (0, size + away, "end"),
        (-away, size * 1.9 + away, "end"),
        (away, size * 1.9 + away, "start"),
    )
    return tuple(Label(mark.x + x, mark.y + y, text, anchor) for x, y, anchor in spots)


def _rooms(line: Line) -> list[Box]:
    """Cut a line into small boxes, so that a slope takes no more room than it needs."""
    found = []
    for (x1, y1), (x2, y2) in zip(line.points, line.points[1:], strict=False):
        parts = max(1, int(max(abs(x2 - x1), abs(y2 - y1)) // 8))
        for part in range(parts):
            a, b = part / parts, (part + 1) / parts
            xs = sorted((x1 + (x2 - x1) * a, x1 + (x2 - x1) * b))
            ys = sorted((y1 + (y2 - y1) * a, y1 + (y2 - y1) * b))
            found.append(Box(xs[0] - 2, ys[0] - 2, xs[1] + 2, ys[1] + 2))
    return found


def spread(places: Sequence[float], heights: Sequence[float], low: float, high: float) -> tuple[float, ...]:
    """Move places apart, as little as can be and in their order, so that each has its height below it.

    None begins above `low`, none ends below `high` while there is room.

    >>> spread([10.0, 12.0], [20.0, 20.0], 0, 100)
    (1.0, 21.0)
    """
    order = sorted(range(len(places)), key=lambda index: (places[index], index))
    before = [sum(heights[index] for index in order[:rank]) for rank in range(len(order))]
    groups: list[tuple[float, int]] = []  # sum of wished starts and number: neighbours that push share one offset
    for rank, index in enumerate(order):
        groups.append((places[index] - before[rank], 1))
        while len(groups) > 1 and groups[-2][0] / groups[-2][1] > groups[-1][0] / groups[-1][1]:
            total, number = groups.pop()
            groups[-1] = (groups[-1][0] + total, groups[-1][1] + number)
    starts = [total / number for total, number in groups for _ in range(number)]
    most = high - sum(heights)
    moved = [max(min(start, most), low) + before[rank] for rank, start in enumerate(starts)]
    return tuple(dict(zip(order, moved, strict=True))[index] for index in range(len(places)))


def ends(frame: Frame, lines: Sequence[tuple[float, int, str, str]]) -> tuple[Label, ...]:
    """Name lines at their right ends instead of in a legend: `(y, series, figure, name)`, the figure in strong letters."""
    _, top, right, bottom = frame.inner
    letters = max(6, int((frame.right - 12) / (frame.size * LETTER)))
    blocks = [textwrap.wrap(name, letters, break_long_words=False) for _, _, _, name in lines]
    line = frame.size * 1.2
    heights = [line * (1 + len(block)) + 4 for block in blocks]
    places = spread([y for y, *_ in lines], heights, top, bottom + line)
    found = []
    for (_, series, figure, _), block, y in zip(lines, blocks, places, strict=True):
        found.append(Label(right + 10, y + frame.size * 0.35, figure, series=series, strong=True))
        found += [Label(right + 10, y + frame.size * 0.35 + line * row, part) for row, part in enumerate(block, 1)]
    return tuple(found)

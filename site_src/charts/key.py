"""The key above a picture: signs that are no series, each beside its words, in as many rows as they need."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from site_src.charts import labels
from site_src.charts.kinds import LETTER
from site_src.charts.picture import Bar, Frame, Label, Line, Mark

SIGN = 22.0
"""The width of a sign."""


@dataclass(frozen=True, slots=True)
class Key:
    """The shapes of a key, and the room above the plot that they take."""

    lines: tuple[Line, ...] = ()
    marks: tuple[Mark, ...] = ()
    bars: tuple[Bar, ...] = ()
    labels: tuple[Label, ...] = ()
    height: float = 0.0


Sign = Literal["dashed", "diamond", "hollow", "box"]


def lay(entries: Sequence[tuple[Sign, int, str]], frame: Frame) -> Key:
    """Lay out `(sign, series, words)` from the picture's upper left corner."""
    x, y, row = 0.0, frame.size + 2, frame.size * 1.6
    lines: list[Line] = []
    marks: list[Mark] = []
    bars: list[Bar] = []
    texts: list[Label] = []
    for sign, series, text in entries:
        letters = int((frame.width - SIGN - 6) / (frame.size * LETTER))
        first, *rest = textwrap.wrap(text, letters) or [""]
        wide = SIGN + 6 + labels.width(first, frame.size)
        if texts and (x + wide > frame.width or rest):
            x, y = 0.0, y + row
        middle = y - frame.size * 0.35
        if sign == "dashed":
            lines.append(Line(((x, middle), (x + SIGN, middle)), series, "dashed"))
        elif sign == "box":
            bars.append(Bar(x + 5, middle - 5.5, 11, 11, series))
        else:
            marks.append(Mark(x + SIGN / 2, middle, series, "", shape="diamond", hollow=sign == "hollow"))
        texts.append(Label(x + SIGN + 6, y, first))
        for part in rest:
            y += frame.size * 1.25
            texts.append(Label(x + SIGN + 6, y, part))
        x += frame.width if rest else wide + 14
    return Key(tuple(lines), tuple(marks), tuple(bars), tuple(texts), y + 8 if texts else 0.0)

"""The picture of meetings: a staircase of squares, each actor's name at the end of its row and on top of its column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from site_src.charts import labels
from site_src.charts.kinds import LETTER
from site_src.charts.meetings import words
from site_src.charts.meetings.pairs import Meetings
from site_src.charts.palette import LIGHT
from site_src.charts.picture import template
from site_src.charts.words import Speech

SIZE = 13.0
STRENGTHS = (0.12, 0.28, 0.45, 1.0)
"""How full a square is, by its number against the greatest; letters in it can be read on each (WCAG 2.2, 1.4.3)."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The measures of a width."""

    variant: Literal["wide", "narrow"]
    width: float
    most: int
    """So many actors at most."""
    squares: tuple[float, float]
    """The least and the greatest side of a square; no two targets are closer than 24 pixels (WCAG 2.2, 2.5.8)."""


WIDE = Layout("wide", 760, 20, (26, 44))
NARROW = Layout("narrow", 344, 8, (24, 36))


@dataclass(frozen=True, slots=True)
class Square:
    """A pair."""

    x: float
    y: float
    number: int
    strength: float
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Name:
    """An actor at the end of the row."""

    x: float
    y: float
    text: str


def draw(meetings: Meetings, speech: Speech, layout: Layout) -> str:
    """Give the `<svg>` element of one width."""
    actors = meetings.actors[: layout.most]
    names = [speech.name(words.name(meetings, id), id) for id in actors]
    room = layout.width - max(labels.width(name, SIZE) for name in names) - 10
    side = max(layout.squares[0], min(layout.squares[1], room / max(len(actors) - 1, 1)))
    drawn = template("meetings.svg").render(
        id=meetings.id,
        variant=layout.variant,
        width=layout.width,
        height=len(actors) * side + 2,
        size=SIZE,
        side=side,
        title=words.title(meetings, speech),
        description=words.summary(meetings, speech),
        colour=LIGHT[1],
        squares=_squares(meetings, actors, side, speech),
        names=[_name(name, place, side, layout) for place, name in enumerate(names)],
    )
    return drawn.strip() + "\n"


def _squares(meetings: Meetings, actors: tuple[str, ...], side: float, speech: Speech) -> list[Square]:
    found = []
    for row, one in enumerate(actors):
        for column, other in enumerate(actors[:row]):
            number = meetings.of(other, one)
            title = words.pair(meetings, (other, one), number, speech)
            strength = _strength(number, meetings.most)
            found.append(Square(column * side, row * side, number, strength, title, meetings.href(other, one)))
    return found


def _strength(number: int, most: int) -> float:
    """Give how full a square is: the greatest number is full, the others by thirds."""
    return STRENGTHS[-1] if number == most else STRENGTHS[min(2, number * 3 // most)]


def _name(name: str, place: int, side: float, layout: Layout) -> Name:
    x = place * side + 6
    letters = int((layout.width - x) / (SIZE * LETTER))
    text = name if len(name) <= letters else f"{name[: letters - 1]}…"
    return Name(x, place * side + side / 2 + SIZE * 0.35, text)

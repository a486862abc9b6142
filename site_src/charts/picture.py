"""The static picture: shapes as values, turned into SVG by one template.

A chart kind says what stands where; `templates/charts/picture.svg` says how it looks in markup, `charts.css` which
colour it has. Without the stylesheet the attributes give the light colours, so that a saved picture is right too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from site_src.charts.kinds import TEMPLATES
from site_src.charts.palette import LIGHT

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture's size and the margins around its plot, in pixels of the picture."""

    variant: Literal["wide", "narrow"]
    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    size: float
    """The letters' height."""

    @property
    def inner(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the plot."""
        return self.left, self.top, self.width - self.right, self.height - self.bottom


FRAMES = (
    Frame("wide", 760, 430, left=40, right=150, top=24, bottom=34, size=13),
    Frame("narrow", 344, 360, left=34, right=102, top=24, bottom=32, size=12.5),
)
"""The two pictures of a chart."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A value on an axis."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of time that is set apart."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Line:
    """A run of points of one series."""

    points: tuple[Point, ...]
    series: int
    style: Literal["solid", "dashed", "faint"] = "solid"
    layer: str = ""
    """The name under which a reader can hide it; empty: it always stands."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin upright line from a note down to the axis."""

    x: float
    top: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time in a row."""

    x: float
    y: float
    width: float
    height: float
    series: int
    title: str = ""
    vague: bool = False
    """Drawn pale: the status may have held, nobody says from which day."""
    href: str = ""
    """The entry or row behind it, relative to the folder of a language's pages."""
    reach: float = 0.0
    """How much higher and lower than the bar its target is."""
    layer: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A point that something happened at."""

    x: float
    y: float
    series: int
    title: str
    href: str = ""
    """The entry behind it, relative to the folder of a language's pages."""
    radius: float = 4.5
    shape: Literal["dot", "diamond"] = "dot"
    """`diamond`: somebody states it; a dot is a figure of the tables."""
    hollow: bool = False
    """It is stated, and the tables do not bear it out."""
    layer: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A line of letters."""

    x: float
    y: float
    text: str
    anchor: Anchor = "start"
    series: int = 0
    """0: the page's colour; else the series' own."""
    href: str = ""
    strong: bool = False
    over: bool = False
    """It may stand over a line, and is set off from it by a rim in the colour of the ground."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything that is drawn."""

    id: str
    frame: Frame
    title: str
    description: str
    across: tuple[Tick, ...] = ()
    """Ticks of the axis below."""
    upright: tuple[Tick, ...] = ()
    """Ticks of the axis at the left, each with its line."""
    bands: tuple[Band, ...] = ()
    rules: tuple[Rule, ...] = ()
    lines: tuple[Line, ...] = ()
    bars: tuple[Bar, ...] = ()
    marks: tuple[Mark, ...] = ()
    labels: tuple[Label, ...] = ()
    closed: tuple[str, ...] = ()
    """Layers that are not shown at first: of a choice all but the first one."""


def draw(picture: Picture, *, button: str) -> str:
    """Give the `<svg>` element. `button` names the button that the script sets under it.

    Marks that stand too close for a finger keep their place and lose their link. In the narrow picture only links have
    words of their own: it is for screens on which nobody hovers.
    """
    shown = replace(picture, marks=tuple(_apart(picture.marks)))
    if picture.frame.variant == "narrow":
        shown = replace(
            shown,
            marks=tuple(mark if mark.href else replace(mark, title="") for mark in shown.marks),
            bars=tuple(bar if bar.href else replace(bar, title="") for bar in shown.bars),
        )
    drawn = template("picture.svg").render(picture=shown, frame=picture.frame, colours=LIGHT, button=button)
    return _BETWEEN.sub("><", drawn).strip() + "\n"


_BETWEEN = re.compile(r">\s*\n\s*<")
"""White space between two elements, which would be a node of the page for each."""
REACH = 24.0
"""The least distance between two targets, WCAG 2.2, 2.5.8."""


def _apart(marks: tuple[Mark, ...]) -> list[Mark]:
    linked: list[Mark] = []
    found = []
    for mark in marks:
        near = any((mark.x - other.x) ** 2 + (mark.y - other.y) ** 2 < REACH**2 for other in linked)
        if mark.href and not near:
            linked.append(mark)
        found.append(replace(mark, href="") if near else mark)
    return found


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _diamond(mark: Mark) -> str:
    x, y, reach = mark.x, mark.y, mark.radius * 1.3
    corners = ((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y))
    return _path(corners) + "Z"


def _path(points: tuple[Point, ...]) -> str:
    return "M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in points)


@lru_cache(maxsize=4)
def template(name: str) -> Template:
    """Open one of the templates of pictures, with the filters that write numbers and paths."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["n"] = _number
    environment.filters["n3"] = lambda value: f"{value:.3f}".rstrip("0").removesuffix(".")
    environment.filters["path"] = _path
    environment.filters["diamond"] = _diamond
    return environment.get_template(name)

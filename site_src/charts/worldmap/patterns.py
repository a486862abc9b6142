"""A pattern for each status, so that no reader needs its colour: all full, stripes, dots, a grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Weave = Literal["full", "stripes", "dots", "grid", "bars", "rungs"]

ORDER: tuple[Weave, ...] = ("full", "stripes", "dots", "grid", "bars")
"""The highest status is the fullest; a sixth begins again, as colours do."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """How a status is filled."""

    series: int
    """The number of its colour."""
    weave: Weave


def patterns(series: Sequence[int]) -> tuple[Pattern, ...]:
    """Give each colour its pattern; what is set apart, colour 0, has rungs."""
    return tuple(Pattern(one, ORDER[(one - 1) % len(ORDER)] if one else "rungs") for one in series)

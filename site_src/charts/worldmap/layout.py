"""The measures of the map's picture, wide and narrow, in its own pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

GRAIN = 4
"""Outlines are written in quarters of a pixel."""
SIZE = 13.0
"""The height of letters beside the map."""
SWATCH = (18.0, 13.0)
TILE = 26.0
"""The height of a tile's row: its link is far enough from the next for a finger (WCAG 2.2, 2.5.8)."""
GAP = 8.0
SMALLS = 14
"""At most so many small maps."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The measures of a width."""

    variant: Literal["wide", "narrow"]
    width: float
    map_width: float
    letters: float
    """The height of names on the map."""
    columns: int
    """Of small maps."""
    year: tuple[float, float]
    """Where the year stands; the key is below it, beside the map where there is room, else above it."""

    @property
    def beside(self) -> bool:
        """Whether the key stands beside the map."""
        return self.map_width < self.width


WIDE = Layout("wide", 760, 560, 11.5, 7, (584, 34))
NARROW = Layout("narrow", 344, 344, 11, 4, (0, 28))

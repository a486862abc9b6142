"""What a new vintage changes: which figures were revised, and by how much."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

Figures = Mapping[tuple[str, int], float]
"""(country, year) -> figure, of one indicator."""
LARGE = 1.0
"""Percent above which a revision is reported by itself."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A figure that the new vintage gives another value."""

    country: str
    year: int
    indicator: str
    """The publisher's code."""
    old: float
    new: float

    @property
    def percent(self) -> float:
        """By how much of the old figure; infinite if that was zero."""
        return 100 * (self.new - self.old) / abs(self.old) if self.old else math.copysign(math.inf, self.new)

    @property
    def large(self) -> bool:
        """Whether it is more than one percent."""
        return abs(self.percent) > LARGE


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two vintages of an indicator, side by side."""

    revised: tuple[Revision, ...]
    """By country and year."""
    added: tuple[tuple[str, int], ...]
    """Figures that only the new vintage has."""
    gone: tuple[tuple[str, int], ...]
    """Figures that only the old vintage has; the table loses them."""

    @property
    def large(self) -> tuple[Revision, ...]:
        """The revisions that are reported one by one."""
        return tuple(one for one in self.revised if one.large)

    @property
    def differs(self) -> bool:
        """Whether any figure differs."""
        return bool(self.revised or self.added or self.gone)


def compare(indicator: str, old: Figures, new: Figures) -> Comparison:
    """Compare two vintages of an indicator.

    >>> compare("P", {("AAA", 2001): 100.0}, {("AAA", 2001): 103.0}).large[0].percent
    3.0
    """
    both = sorted(old.keys() & new.keys())
    revised = (Revision(*place, indicator, old[place], new[place]) for place in both if old[place] != new[place])
    return Comparison(tuple(revised), tuple(sorted(new.keys() - old.keys())), tuple(sorted(old.keys() - new.keys())))

"""Scales and ticks: from values to places on the picture.

Scale((0, 50), (400, 0))(25)  ->  200.0
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import floor, log10


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight line from a stretch of values to a stretch of the picture."""

    values: tuple[float, float]
    places: tuple[float, float]

    def __call__(self, value: float) -> float:
        """Give the place of a value."""
        (low, high), (start, end) = self.values, self.places
        return start + (value - low) / ((high - low) or 1) * (end - start)


def step(span: float, parts: int) -> float:
    """Give the round distance (1, 2 or 5 times a power of ten) that cuts a span into at most so many parts."""
    raw = max(span, 1e-9) / parts
    power = 10.0 ** floor(log10(raw))
    return next((factor * power for factor in (1, 2, 5) if raw <= factor * power), 10 * power)


def ticks(top: float, parts: int = 5) -> tuple[float, ...]:
    """List round values from 0 to the first that reaches the top.

    >>> ticks(41.9)
    (0.0, 10.0, 20.0, 30.0, 40.0, 50.0)
    """
    size = step(top, parts)
    number = max(1, -int(-top // size))
    return tuple(round(index * size, 9) for index in range(number + 1))


def year_ticks(first: int, last: int, parts: int) -> tuple[int, ...]:
    """List round years inside a stretch.

    >>> year_ticks(1996, 2026, 6)
    (2000, 2005, 2010, 2015, 2020, 2025)
    """
    size = max(1, int(step(last - first, parts)))
    return tuple(year for year in range(first, last + 1) if year % size == 0)


def decimal_year(day: date) -> float:
    """Give a day as a year with its fraction, so that days and year-ends share an axis.

    >>> decimal_year(date(2001, 1, 1))
    2001.0
    """
    start = date(day.year, 1, 1).toordinal()
    days = 366 if day.year % 4 == 0 and (day.year % 100 or day.year % 400 == 0) else 365
    return day.year + (day.toordinal() - start) / days

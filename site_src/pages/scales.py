"""Time drawn to scale: rulers and lanes as percentages, so that they need no script and no inline style."""

from __future__ import annotations

import calendar
from datetime import date
from functools import lru_cache

from site_src.model import FIRST_DAY, LAST_DAY, When
from site_src.pages.views import Bar, Tick

ROOM = 0.92
"""Beyond this part of a scale a mark's words would run over its end."""

MARKS = {"day": "day", "month": "month", "year": "year"}


def mark(when: When) -> str:
    """Say how exact a date is, for the rail: `day`, `days`, `month`, `band`, `year`, `years` or `open`.

    `days` are known stretches of up to two weeks (a meeting of two days); a `band` is any other stretch.
    """
    if FIRST_DAY == when.earliest or LAST_DAY == when.latest:
        return "open"
    if when.grain in MARKS:
        return MARKS[when.grain]
    if when.days > 366:
        return "years"
    return "days" if when.days <= 14 and when.qualifier == "" else "band"


def in_year(when: When) -> Bar:
    """Place a date on a ruler of its first year; what goes on beyond its end is cut there."""
    year = when.latest.year if FIRST_DAY == when.earliest else when.earliest.year
    first, last = date(year, 1, 1), date(year, 12, 31)
    return bar(max(when.earliest, first), min(when.latest, last), first, last, mark(when))


def bar(start: date, end: date, first: date, last: date, code: str, text: str = "") -> Bar:
    """Place the days from `start` to `end`, both included, on a scale from `first` to `last`."""
    whole = (last - first).days + 1
    left = 100 * (start - first).days / whole
    width = 100 * ((end - start).days + 1) / whole
    return Bar(percent(left), percent(max(width, 0.0)), code, text)


def month_ticks(names: tuple[str, ...], year: int) -> tuple[Tick, ...]:
    """Mark the beginnings of a year's months."""
    return _month_ticks(names, 2000 if calendar.isleap(year) else 2001)


@lru_cache(maxsize=64)
def _month_ticks(names: tuple[str, ...], year: int) -> tuple[Tick, ...]:
    whole = 366 if calendar.isleap(year) else 365
    days = [(date(year, number, 1) - date(year, 1, 1)).days for number in range(1, 13)]
    return tuple(Tick(percent(100 * day / whole), name) for day, name in zip(days, names, strict=True))


def year_ticks(first: date, last: date, *, most: int = 8) -> tuple[Tick, ...]:
    """Mark round years on a scale, at most `most` of them."""
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if (last.year - first.year) // step < most)
    years = range(-(-first.year // step) * step, last.year + 1, step)
    whole = (last - first).days + 1
    places = [(year, (max(date(max(year, 1), 1, 1), first) - first).days / whole) for year in years]
    return tuple(Tick(percent(100 * place), str(year)) for year, place in places if place < ROOM)


def percent(value: float) -> str:
    """Write a percentage for an attribute, the same on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".") + "%"

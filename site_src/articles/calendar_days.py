"""Calendar arithmetic that the standard library leaves out: months away, quarters, thirds of months and years."""

from __future__ import annotations

import calendar
from datetime import date, timedelta


def last_of_month(year: int, month: int) -> int:
    """Give the number of days of a month."""
    return LENGTHS[month - 1] + (month == 2 and calendar.isleap(year))


LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def day_or_none(year: int, month: int, day: int) -> date | None:
    """Give a day; None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def months_away(day: date, months: int) -> tuple[int, int]:
    """Give the year and month so many months from a day's own."""
    whole = day.year * 12 + day.month - 1 + months
    return whole // 12, whole % 12 + 1


def moved(day: date, days: int) -> date:
    """Give the day so many days away, held inside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def units_away(day: date, number: int, unit: str) -> date | None:
    """Give the day so many units away, held inside its month; None for units of hours and beyond the calendar."""
    if unit in ("day", "week"):
        return moved(day, number * (7 if unit == "week" else 1))
    if unit not in MONTHS_IN:
        return None
    year, month = months_away(day, number * MONTHS_IN[unit])
    return date(year, month, min(day.day, last_of_month(year, month))) if 1 <= year <= 9999 else None


MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def week_of(day: date) -> tuple[date, str]:
    """Give the Monday of a day's ISO week and the week's name."""
    year, week, weekday = day.isocalendar()
    return moved(day, 1 - weekday), f"{year:04}-W{week:02}"


def third_of_month(year: int, month: int, edge: str) -> tuple[date, date]:
    """Give the days of awal (1-10), pertengahan (11-20) or akhir (21 to the last) of a month."""
    first, last = {"start": (1, 10), "mid": (11, 20), "end": (21, last_of_month(year, month))}[edge]
    return date(year, month, first), date(year, month, last)


def third_of_year(year: int, edge: str) -> tuple[date, date]:
    """Give the days of the start (January to April), middle (May to August) or end (September on) of a year."""
    first, last = {"start": (1, 4), "mid": (5, 8), "end": (9, 12)}[edge]
    return date(year, first, 1), date(year, last, last_of_month(year, last))

"""Read what is the same stretch in another year: "periode yang sama tahun lalu", "bulan yang sama pada 2022"."""

from __future__ import annotations

import re
from datetime import date

from site_src.articles.calendar_days import last_of_month
from site_src.articles.resolve_reading import Context, Reading
from site_src.articles.resolve_told import LEVELS, LONG, Told
from site_src.model import Meaning

YEAR = re.compile(r"(?<![\d-])\d{4}(?!\d)")


def read_same(meaning: Meaning, context: Context) -> Reading:
    """Read the last told stretch of a kind as many years earlier or later as told.

    `meaning.amount` is the kind: `month`, `quarter`, `week`, or empty for any stretch shorter than a year. Without one
    told before, it is the month or quarter of the clock; any other kind is only the year.
    """
    told = next((one for one in context.told if _is_kind(one, meaning.amount)), None)
    clock = context.clock
    if told is None and clock is None:
        return Reading(f"{meaning.year:04}" if meaning.year else "XXXX-XX" if meaning.amount == "month" else "XXXX")
    if told is not None:
        away = meaning.year - told.when.latest.year if meaning.year else meaning.offset or 0
        days = (_moved(told.first if told.level == 0 else told.when.earliest, away), _moved(told.when.latest, away))
        value = YEAR.sub(lambda year: f"{int(year[0]) + away:04}", told.value)
        if meaning.amount == "month" and told.level == 0:
            value, days = _month(days[1].year, days[1].month)
        return Reading(value, days, "range", "", f"the stretch told before, {told.value}, in another year", 0.75)
    assert clock is not None
    year = meaning.year or clock.year + (meaning.offset or 0)
    if not 1 <= year <= 9999:
        return Reading(how="too far from the clock")
    if meaning.amount == "month":
        value, days = _month(year, clock.month)
        return Reading(value, days, "month", "", "the month of the clock in another year", 0.6)
    return Reading(f"{year:04}", (date(year, 1, 1), date(year, 12, 31)), "year", "", "a part of that year", 0.5)


def _is_kind(told: Told, kind: str) -> bool:
    if not kind:
        return 0 < told.level < LEVELS["year"] or told.level == LONG or (told.level == 0 and "/" in told.value)
    return told.level == LEVELS[kind] or (kind == "month" and told.level == 0)


def _month(year: int, month: int) -> tuple[str, tuple[date, date]]:
    return f"{year:04}-{month:02}", (date(year, month, 1), date(year, month, last_of_month(year, month)))


def _moved(day: date, years: int) -> date:
    """Move a day by years; a 29 February becomes the 28th where there is none."""
    year = min(max(day.year + years, 1), 9999)
    return date(year, day.month, min(day.day, last_of_month(year, day.month)))

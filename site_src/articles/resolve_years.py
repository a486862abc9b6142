"""Find the year of a day and month told without one: by weekday, clock and tense."""

from __future__ import annotations

from datetime import date

from site_src.articles.calendar_days import day_or_none
from site_src.model import Meaning

BACK, AHEAD = 40, 12
"""How many years from the clock a day may lie that is told without its year; every weekday comes round in 28."""


def candidate_years(meaning: Meaning, *, not_after: date, span: int = 30) -> tuple[int, ...]:
    """Give the years, latest first, in which weekday, day and month agree, not after a day.

    >>> candidate_years(Meaning("date", month=6, day=8, weekday=4), not_after=date(2024, 4, 19), span=10)
    (2023, 2017)
    """
    if meaning.month is None or meaning.day is None:
        return ()
    years = (meaning.year,) if meaning.year is not None else range(not_after.year, not_after.year - span - 1, -1)
    return tuple(
        year
        for year in years
        if (day := day_or_none(year, meaning.month, meaning.day))
        and day <= not_after
        and meaning.weekday in (None, day.isoweekday())
    )


def year_of_day(meaning: Meaning, clock: date, tense: int) -> tuple[date, str, float] | None:
    """Give the day that a day and month without a year name, why, and how sure that is; None if no year has it."""
    month, day, weekday = meaning.month or 1, meaning.day or 1, meaning.weekday
    days = [
        found
        for year in range(max(1, clock.year - BACK), min(9999, clock.year + AHEAD) + 1)
        if (found := day_or_none(year, month, day)) and weekday in (None, found.isoweekday())
    ]
    if not days:
        return None
    if weekday is not None:
        best = min(days, key=lambda one: abs((one - clock).days) + (0 if one <= clock else 1))
        far = abs((best - clock).days) > 370
        return best, f"the year near {clock.isoformat()} in which that day is that weekday", 0.55 if far else 0.95
    return _by_tense(days, clock, tense)


def _by_tense(days: list[date], clock: date, tense: int) -> tuple[date, str, float]:
    past = [one for one in days if one <= clock]
    ahead = [one for one in days if one >= clock]
    if tense < 0 and past:
        return past[-1], f"the last such day up to {clock.isoformat()}", 0.85
    if tense > 0 and ahead:
        return ahead[0], f"the next such day from {clock.isoformat()}", 0.85
    best = min(days, key=lambda one: (clock - one).days if one <= clock else 2 * (one - clock).days)
    return (
        best,
        f"the such day nearest to {clock.isoformat()}, the past preferred",
        0.9 if abs((best - clock).days) <= 60 else 0.7,
    )


def year_of_month(month: int, clock: date, tense: int) -> tuple[int, str, float]:
    """Give the year that a month without a year lies in, why, and how sure that is."""
    if tense < 0:
        return clock.year - (month > clock.month), f"the last such month up to {clock.isoformat()}", 0.85
    if tense > 0:
        return clock.year + (month < clock.month), f"the next such month from {clock.isoformat()}", 0.85
    away = (month - clock.month + 12) % 12
    year = clock.year + (month < clock.month) if away <= 3 else clock.year - (month > clock.month)
    return year, f"the such month nearest to {clock.isoformat()}, the past preferred", 0.7

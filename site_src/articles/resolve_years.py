"""Find the year of a day and month told without one: by weekday, clock and tense."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date

from site_src.articles.calendar_days import day_or_none, moved
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
    days = _near_days(month, day, weekday, clock)
    if not days:
        return None
    if weekday is not None:
        best = min(days, key=lambda one: abs((one - clock).days) + (0 if one <= clock else 1))
        far = abs((best - clock).days) > 370
        return best, f"the year near {clock.isoformat()} in which that day is that weekday", 0.55 if far else 0.95
    return _by_tense(days, clock, tense)


def _near_days(month: int, day: int, weekday: int | None, clock: date) -> list[date]:
    """Give the days of that name nearest to the clock, in order: one more year is asked after the first that fits."""
    if weekday is None and day < 29 and MINYEAR < clock.year < MAXYEAR:
        return [date(clock.year + away, month, day) for away in (-1, 0, 1)]
    days: list[date] = []
    last = BACK
    for away in range(BACK + 1):
        if away > last:
            break
        for year in (clock.year - away, clock.year + away)[: 2 if 0 < away <= AHEAD else 1]:
            found = day_or_none(year, month, day)
            if found is not None and weekday in (None, found.isoweekday()):
                days.append(found)
                last = min(last, away + (1 if weekday else LEAP))
    return sorted(days)


LEAP = 8
"""So many years at most lie between two leap days."""


def easter(year: int) -> date:
    """Give Easter Sunday of the Gregorian calendar (the computation of Meeus, Jones and Butcher)."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def year_of_feast(from_easter: int, clock: date, tense: int) -> tuple[date, str, float]:
    """Give the day so many days from Easter, of the year near the clock that the tense asks for."""
    years = range(max(1, clock.year - 2), min(9999, clock.year + 2) + 1)
    return _by_tense([moved(easter(year), from_easter) for year in years], clock, tense)


def _by_tense(days: list[date], clock: date, tense: int) -> tuple[date, str, float]:
    past = [one for one in days if one <= clock]
    ahead = [one for one in days if one >= clock]
    if tense == -1 and past and ahead and (ahead[0] - clock).days * PAST_LEAN < (clock - past[-1]).days:
        return ahead[0], f"the such day nearest to {clock.isoformat()}", 0.7
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


PAST_LEAN = 5
"""So many times nearer a day ahead has to be than the last past one, where a verb of the past stands with it: who
tells in June of a 9 July that is eleven months over says its year."""


def year_of_month(month: int, clock: date, tense: int, pointed: int = 0) -> tuple[int, str, float]:
    """Give the year that a month without a year lies in, why, and how sure that is.

    `pointed` is 1 or -1 where the words themselves point ahead or back: "last June" never is the clock's own.
    """
    if pointed:
        before = month > clock.month or (month == clock.month and pointed < 0)
        back = clock.year - before if pointed < 0 else clock.year + (month <= clock.month)
        return back, f"the words point {'back' if pointed < 0 else 'ahead'} from {clock.isoformat()}", 0.9
    if tense == -1 and (month - clock.month) % 12 == 1:
        return clock.year + (month < clock.month), f"the such month nearest to {clock.isoformat()}", 0.6
    if tense < 0:
        return clock.year - (month > clock.month), f"the last such month up to {clock.isoformat()}", 0.85
    if tense > 0:
        return clock.year + (month < clock.month), f"the next such month from {clock.isoformat()}", 0.85
    away = (month - clock.month + 12) % 12
    year = clock.year + (month < clock.month) if away <= 3 else clock.year - (month > clock.month)
    return year, f"the such month nearest to {clock.isoformat()}, the past preferred", 0.7

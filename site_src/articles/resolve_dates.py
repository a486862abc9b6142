"""Read calendar dates: whole ones, and those whose year, month or day the clock has to give."""

from __future__ import annotations

from datetime import date
from math import inf

from msgspec.structs import replace

from site_src.articles.calendar_days import (
    day_or_none,
    last_of_month,
    months_away,
    moved,
    third_of_month,
    third_of_year,
    week_of,
)
from site_src.articles.resolve_reading import Context, Reading, day_of_time, one_day
from site_src.articles.resolve_told import WITHIN
from site_src.articles.resolve_years import (
    candidate_years,
    easter,
    year_of_day,
    year_of_feast,
    year_of_month,
)
from site_src.model import Meaning


def read_date(meaning: Meaning, context: Context) -> Reading:
    """Read a calendar date, whole or with parts missing."""
    clock = context.clock
    if meaning.unit == "year" and meaning.offset is not None and meaning.year is None and clock is not None:
        meaning = replace(meaning, year=clock.year + meaning.offset)
    if meaning.from_easter is not None:
        return _feast(meaning, meaning.from_easter, context)
    if meaning.month is not None and meaning.day is not None:
        return _day(meaning, context) if meaning.year is None else _whole_day(meaning, meaning.year)
    if meaning.month is not None:
        return read_month(meaning, context)
    if meaning.year is not None:
        return read_year(meaning, meaning.year, "told with its year", 0.97)
    if meaning.weekday is not None:
        return _weekday(meaning, context)
    if meaning.day is not None:
        return _day_of_month(meaning, context)
    if meaning.clock or meaning.part_of_day:
        day = day_of_time(context, meaning.clock)
        if day is None:
            return Reading(value="XXXX-XX-XX")
        return one_day(day, f"a time of day on {day.isoformat()}", 0.7)
    return Reading(how="nothing to read")


def _feast(meaning: Meaning, days: int, context: Context) -> Reading:
    """Read a feast that moves with Easter."""
    if meaning.year is not None:
        return one_day(moved(easter(meaning.year), days), "counted from Easter of the year told", 0.95)
    if context.clock is None:
        return Reading("XXXX-XX-XX")
    return one_day(*year_of_feast(days, context.clock, 2 * meaning.direction or context.tense()))


def _whole_day(meaning: Meaning, year: int) -> Reading:
    """Read a day told with its year; a weekday beside it is its check digit."""
    day = day_or_none(year, meaning.month or 0, meaning.day or 0)
    if day is None:
        return Reading(how=f"the calendar has no such day in {year}")
    if meaning.weekday is None:
        return one_day(day, "told with its year", 0.95)
    if meaning.weekday == day.isoweekday():
        return one_day(day, "told with its year, and the weekday fits", 0.99)
    others = _alternatives(meaning, day)
    return one_day(day, f"the weekday told does not fit {day.isoformat()}; it would fit {others}", 0.3, "?")


def _alternatives(meaning: Meaning, day: date) -> str:
    """Name the days nearby that a weekday would fit: in that week, and that date in other years."""
    nearby = min((moved(day, away) for away in range(-3, 4)), key=lambda one: one.isoweekday() != meaning.weekday)
    years = candidate_years(replace(meaning, year=None), not_after=moved(day, 366 * 6), span=12)
    dates = [day_or_none(year, meaning.month or 1, meaning.day or 1) for year in years]
    return " or ".join([nearby.isoformat(), *(one.isoformat() for one in dates if one)])


def _day(meaning: Meaning, context: Context) -> Reading:
    """Read a day and month without a year; figures are turned round where only so their weekday comes near."""
    reading = _day_as_told(meaning, context)
    if not meaning.either_way or _away(reading, context) <= _NEWS_DAYS:
        return reading
    other = _day_as_told(replace(meaning, day=meaning.month, month=meaning.day), context)
    if _away(other, context) > (_NEWS_DAYS if _away(reading, context) <= _YEAR_DAYS else _YEAR_DAYS):
        return reading
    return other._replace(how=f"{other.how}, day and month the other way round", confidence=_TURNED)


_NEWS_DAYS = 60
"""How near the clock a day with a weekday mostly is; beyond, a weekday may fit by chance,"""
_YEAR_DAYS = 370
"""and beyond this it does."""
_TURNED = 0.8


def _away(reading: Reading, context: Context) -> float:
    """Give how many days from the clock a reading is; infinity without a clock or a day."""
    return abs((reading.days[0] - context.clock).days) if reading.days and context.clock else inf


def _day_as_told(meaning: Meaning, context: Context) -> Reading:
    hint = context.year_hint(meaning) if context.year_hint else None
    month, day = meaning.month or 1, meaning.day or 1
    if hint is not None:
        reading = _whole_day(meaning, hint)
        return reading._replace(how=f"{reading.how}; the year from elsewhere in the article")
    if context.clock is None:
        return Reading(f"XXXX-{month:02}-{day:02}")
    carried = _year_told(meaning, context)
    if carried is not None:
        return one_day(carried, "the year told before it in its sentence", 0.8)
    found = year_of_day(meaning, context.clock, 2 * meaning.direction or context.tense())
    if found is None:
        return Reading(f"XXXX-{month:02}-{day:02}", how="no year near the clock has that weekday on that day")
    return one_day(*found)


def _year_told(meaning: Meaning, context: Context) -> date | None:
    """Give the day in the past year that its sentence told before it: "the vote of 6 May 2010 ... on 11 May"."""
    told = context.told[0] if context.told else None
    if told is None or told.since or told.sentence != context.sentence or told.sentence < 0 or context.clock is None:
        return None
    year = told.when.latest.year
    near = {"day": 1, "year": 1 if told.pointed else 2}.get(told.when.grain)  # a book year ends in the next one
    if meaning.direction or meaning.weekday or near is None or context.clock.year - year < near:
        return None
    day = day_or_none(year, meaning.month or 1, meaning.day or 1)
    return day if day and day >= told.when.earliest and context.tense() <= 0 else None


def read_month(meaning: Meaning, context: Context) -> Reading:
    """Read a month, or its beginning, middle or end."""
    month = meaning.month or 1
    year, how, confidence = meaning.year, "told with its year", 0.97
    if year is None and context.year_hint:
        year, how, confidence = context.year_hint(meaning), "the year from elsewhere in the article", 0.85
    if year is None:
        if context.clock is None:
            return Reading(f"XXXX-{month:02}")
        year, how, confidence = year_of_month(month, context.clock, context.tense(), meaning.direction)
    value = f"{year:04}-{month:02}"
    if meaning.unit == "week" and meaning.number is not None:
        return _week_of_month(year, month, meaning.number, how)
    if meaning.edge in ("start", "mid", "end"):
        return Reading(value, third_of_month(year, month, meaning.edge), "range", "~", how, confidence)
    days = (date(year, month, 1), date(year, month, last_of_month(year, month)))
    return Reading(value, days, "month", "~" if meaning.edge == "around" else "", how, confidence)


def _week_of_month(year: int, month: int, number: int, how: str) -> Reading:
    """Read the n-th week of a month as its n-th seven days."""
    last = last_of_month(year, month)
    if not 1 <= number <= 4:
        return Reading(how="a month has no such week")
    days = (date(year, month, 7 * number - 6), date(year, month, min(7 * number, last)))
    return Reading(f"{year:04}-{month:02}", days, "range", "~", how, 0.8)


def read_year(meaning: Meaning, year: int, how: str, confidence: float) -> Reading:
    """Read a year, or its beginning, middle or end."""
    value = f"{year:04}"
    if meaning.edge in ("start", "mid", "end"):
        return Reading(value, third_of_year(year, meaning.edge), "range", "~", how, confidence)
    days = (date(year, 1, 1), date(year, 12, 31))
    return Reading(value, days, "year", "~" if meaning.edge == "around" else "", how, confidence)


def _day_of_month(meaning: Meaning, context: Context) -> Reading:
    if context.clock is None:
        return Reading(f"XXXX-XX-{meaning.day:02}")
    offset = meaning.offset
    if offset is None:
        away, tense = (meaning.day or 1) - context.clock.day, context.tense()
        offset = 1 if tense > 0 and away < 0 else -1 if tense < 0 and away > 0 else 0
    year, month = months_away(context.clock, offset)
    day = day_or_none(year, month, meaning.day or 1)
    if day is None:
        return Reading(how="the month of the clock has no such day")
    return one_day(day, f"in the month counted from {context.clock.isoformat()}", 0.8)


def _weekday(meaning: Meaning, context: Context) -> Reading:
    """Read a bare weekday: the last one up to the clock, or the next one where the clause looks ahead.

    Where no word tells, the nearer one: reports of more than `NEAR_BACK` days ago say so, or give the date.
    """
    weekday, clock = meaning.weekday or 1, context.clock
    if clock is None:
        return Reading(f"XXXX-WXX-{weekday}")
    if meaning.unit == "week" and meaning.offset is not None:
        weeks = meaning.offset or _week_by_tense(weekday - clock.isoweekday(), context)
        day = moved(week_of(clock)[0], 7 * weeks + weekday - 1)
        return one_day(day, f"in the week counted from {clock.isoformat()}", 0.9)
    back = (clock.isoweekday() - weekday) % 7
    ahead = (weekday - clock.isoweekday()) % 7
    if meaning.direction:
        own = 0 if meaning.unit == "day" else 7  # "nanti" on that very day is today
        day = moved(clock, ahead or own) if meaning.direction > 0 else moved(clock, -(back or own))
        return one_day(day, f"the words point {_way(meaning.direction)} from {clock.isoformat()}", 0.92)
    if back == 0:
        return one_day(clock, f"the weekday of the clock {clock.isoformat()}", 0.9)
    tense = context.tense()
    told = None
    if tense == 0:
        told = _following(weekday, clock, context) or _told_ahead(weekday, clock, context, 0 if back == 1 else WITHIN)
    if told is not None:
        return one_day(told, "in the days ahead that were told before", 0.8)
    if tense > 0 and back == 1 and _told_yesterday(clock, context):
        return one_day(moved(clock, -1), "the day told before as past", 0.8)
    if tense > 0:
        return one_day(moved(clock, ahead), f"told as ahead of the clock {clock.isoformat()}", 0.88)
    if tense == 0 and back > NEAR_BACK:
        return one_day(moved(clock, ahead), f"the one nearest to the clock {clock.isoformat()}", 0.75)
    return one_day(moved(clock, -back), f"the last one before the clock {clock.isoformat()}", 0.9)


def _following(weekday: int, clock: date, context: Context) -> date | None:
    """Give such a weekday after a day ahead that its sentence told last: "chemistry on Wednesday and peace on Friday"."""
    last = context.told[0] if context.told else None
    if last is None or last.sentence != context.sentence or last.level or not 0 < (last.when.latest - clock).days <= 7:
        return None
    day = moved(last.when.latest, (weekday - last.when.latest.isoweekday()) % 7)
    return day if 0 < (day - clock).days <= 7 else None


def _told_yesterday(clock: date, context: Context) -> bool:
    """Tell whether yesterday was told before, and the day in a week was not: a next one would be called so."""
    days = [one.first for one in context.told if one.level == 0]
    return moved(clock, -1) in days and moved(clock, 6) not in days


def _told_ahead(weekday: int, clock: date, context: Context, within: int) -> date | None:
    """Give such a weekday in days ahead told at most so many sentences before.

    "The fair from 6 to 13 October ... opens on Saturday"; yesterday's weekday needs them in its own sentence.
    """
    for one in context.told:
        if 0 <= context.sentence - one.sentence <= within and one.level in (0, 1):
            first = max(one.first, clock)
            day = moved(first, (weekday - first.isoweekday()) % 7)
            if day <= one.when.latest and (day - clock).days <= NEXT_DAYS:
                return day
    return None


NEAR_BACK = 3
"""So many days back a bare weekday without any tense may lie. In the marked articles five of six that would lie four
to six days back are days ahead ("Gladi digelar Minggu", told on a Saturday)."""
NEXT_DAYS = 14
"""So many days ahead of the clock a bare weekday may lie, where days ahead were told before it."""


def _week_by_tense(away: int, context: Context) -> int:
    """Give the week of "Kamis ini": this one, unless the clause tells of the other side of the clock."""
    return 1 if away < 0 and context.tense() > 0 else -1 if away > 0 and context.tense() < 0 else 0


def _way(direction: int) -> str:
    return "ahead" if direction > 0 else "back"

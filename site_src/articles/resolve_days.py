"""Read one meaning with a clock: its value in TIMEX3, its first and last day, and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from site_src.articles.calendar_days import (
    day_or_none,
    last_of_month,
    months_away,
    moved,
    third_of_month,
    third_of_year,
    week_of,
)
from site_src.articles.resolve_years import candidate_years, year_of_day, year_of_month
from site_src.model import Grain, Meaning, When

Qualifier = Literal["", "~", "?", "%"]


@dataclass(frozen=True, slots=True)
class Context:
    """What a meaning is read with."""

    clock: date | None
    tense: Callable[[], int]
    """Looked up only where it matters."""
    meetings: Mapping[tuple[str, int], When]
    year_hint: Callable[[Meaning], int | None] | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a meaning comes to."""

    value: str = ""
    days: tuple[date, date] | None = None
    grain: Grain = "range"
    qualifier: Qualifier = ""
    how: str = "no clock to count from"
    confidence: float = 0.0

    def when(self, words: str) -> When | None:
        """Give the stretch of days; None where the words name none."""
        return None if self.days is None else When(*self.days, self.grain, self.qualifier, words)


def days_of(meaning: Meaning, context: Context) -> Reading:
    """Give what a meaning comes to in its article."""
    if meaning.reads == "duration":
        return Reading(meaning.amount, how="a length of time", confidence=0.95)
    if meaning.reads == "set":
        return Reading(_set(meaning), how="again and again", confidence=0.95)
    if meaning.reads == "reference":
        return Reading(meaning.reference, how="words that point at no day", confidence=0.9)
    if meaning.reads == "bound":
        return Reading(meaning.amount, how="counts from another event", confidence=0.6)
    if meaning.reads == "series":
        return _series(meaning, context)
    if meaning.reads == "range":
        return _range(meaning, context)
    if meaning.reads == "part":
        return _part(meaning, context)
    if meaning.reads == "relative" and meaning.month is None:
        return _relative(meaning, context)
    return _timed(meaning, _date(meaning, context))


def _set(meaning: Meaning) -> str:
    if meaning.amount:
        return meaning.amount
    if meaning.weekday is not None:
        return f"XXXX-WXX-{meaning.weekday}{'T' + meaning.part_of_day if meaning.part_of_day else ''}"
    if meaning.month is not None:
        return f"XXXX-{meaning.month:02}" + (f"-{meaning.day:02}" if meaning.day else "")
    return f"XXXX-XX-XXT{meaning.part_of_day}" if meaning.part_of_day else ""


def _series(meaning: Meaning, context: Context) -> Reading:
    when = context.meetings.get((meaning.series, meaning.number or 0))
    if when is None:
        return Reading(how="the series has no such meeting in its table")
    value = when.edtf.rstrip("~?%")
    return Reading(value, (when.earliest, when.latest), when.grain, when.qualifier, "the series' table", 0.9)


# --- Dates ------------------------------------------------------------------------------------------------------------


def _date(meaning: Meaning, context: Context) -> Reading:
    """Read a calendar date, whole or with parts missing."""
    clock = context.clock
    if meaning.unit == "year" and meaning.offset is not None and meaning.year is None and clock is not None:
        meaning = replace(meaning, year=clock.year + meaning.offset)
    if meaning.month is not None and meaning.day is not None:
        return _day(meaning, context) if meaning.year is None else _whole_day(meaning, meaning.year)
    if meaning.month is not None:
        return _month(meaning, context)
    if meaning.year is not None:
        return _year(meaning, meaning.year, "told with its year", 0.97)
    if meaning.weekday is not None:
        return _weekday(meaning, context)
    if meaning.day is not None:
        return _day_of_month(meaning, context)
    if meaning.clock or meaning.part_of_day:
        if clock is None:
            return Reading(value="XXXX-XX-XX")
        return _one_day(clock, f"a time of day on the clock {clock.isoformat()}", 0.7)
    return Reading(how="nothing to read")


def _one_day(day: date, how: str, confidence: float, qualifier: Qualifier = "") -> Reading:
    return Reading(day.isoformat(), (day, day), "day", qualifier, how, confidence)


def _whole_day(meaning: Meaning, year: int) -> Reading:
    """Read a day told with its year; a weekday beside it is its check digit."""
    day = day_or_none(year, meaning.month or 0, meaning.day or 0)
    if day is None:
        return Reading(how=f"the calendar has no such day in {year}")
    if meaning.weekday is None:
        return _one_day(day, "told with its year", 0.95)
    if meaning.weekday == day.isoweekday():
        return _one_day(day, "told with its year, and the weekday fits", 0.99)
    others = _alternatives(meaning, day)
    return _one_day(day, f"the weekday told does not fit {day.isoformat()}; it would fit {others}", 0.3, "?")


def _alternatives(meaning: Meaning, day: date) -> str:
    """Name the days nearby that a weekday would fit: in that week, and that date in other years."""
    nearby = min((moved(day, away) for away in range(-3, 4)), key=lambda one: one.isoweekday() != meaning.weekday)
    years = candidate_years(replace(meaning, year=None), not_after=moved(day, 366 * 6), span=12)
    dates = [day_or_none(year, meaning.month or 1, meaning.day or 1) for year in years]
    return " or ".join([nearby.isoformat(), *(one.isoformat() for one in dates if one)])


def _day(meaning: Meaning, context: Context) -> Reading:
    """Read a day and month without a year."""
    hint = context.year_hint(meaning) if context.year_hint else None
    month, day = meaning.month or 1, meaning.day or 1
    if hint is not None:
        reading = _whole_day(meaning, hint)
        return replace(reading, how=f"{reading.how}; the year from elsewhere in the article")
    if context.clock is None:
        return Reading(f"XXXX-{month:02}-{day:02}")
    found = year_of_day(meaning, context.clock, meaning.direction or context.tense())
    if found is None:
        return Reading(f"XXXX-{month:02}-{day:02}", how="no year near the clock has that weekday on that day")
    return _one_day(*found)


def _month(meaning: Meaning, context: Context) -> Reading:
    month = meaning.month or 1
    year, how, confidence = meaning.year, "told with its year", 0.97
    if year is None and context.year_hint:
        year, how, confidence = context.year_hint(meaning), "the year from elsewhere in the article", 0.85
    if year is None:
        if context.clock is None:
            return Reading(f"XXXX-{month:02}")
        year, how, confidence = year_of_month(month, context.clock, meaning.direction or context.tense())
    value = f"{year:04}-{month:02}"
    if meaning.edge in ("start", "mid", "end"):
        return Reading(value, third_of_month(year, month, meaning.edge), "range", "~", how, confidence)
    days = (date(year, month, 1), date(year, month, last_of_month(year, month)))
    return Reading(value, days, "month", "~" if meaning.edge == "around" else "", how, confidence)


def _year(meaning: Meaning, year: int, how: str, confidence: float) -> Reading:
    value = f"{year:04}"
    if meaning.edge in ("start", "mid", "end"):
        return Reading(value, third_of_year(year, meaning.edge), "range", "~", how, confidence)
    days = (date(year, 1, 1), date(year, 12, 31))
    return Reading(value, days, "year", "~" if meaning.edge == "around" else "", how, confidence)


def _day_of_month(meaning: Meaning, context: Context) -> Reading:
    if context.clock is None:
        return Reading(f"XXXX-XX-{meaning.day:02}")
    year, month = months_away(context.clock, meaning.offset or 0)
    day = day_or_none(year, month, meaning.day or 1)
    if day is None:
        return Reading(how="the month of the clock has no such day")
    return _one_day(day, f"in the month counted from {context.clock.isoformat()}", 0.8)


def _weekday(meaning: Meaning, context: Context) -> Reading:
    """Read a bare weekday: the last one up to the clock, or the next one where the clause looks ahead."""
    weekday, clock = meaning.weekday or 1, context.clock
    if clock is None:
        return Reading(f"XXXX-WXX-{weekday}")
    if meaning.unit == "week" and meaning.offset is not None:
        day = moved(week_of(clock)[0], 7 * meaning.offset + weekday - 1)
        return _one_day(day, f"in the week counted from {clock.isoformat()}", 0.9)
    back = (clock.isoweekday() - weekday) % 7
    ahead = (weekday - clock.isoweekday()) % 7
    if meaning.direction:
        day = moved(clock, ahead or 7) if meaning.direction > 0 else moved(clock, -(back or 7))
        return _one_day(day, f"the words point {_way(meaning.direction)} from {clock.isoformat()}", 0.92)
    if back == 0:
        return _one_day(clock, f"the weekday of the clock {clock.isoformat()}", 0.9)
    if context.tense() > 0:
        return _one_day(moved(clock, ahead), f"told as ahead of the clock {clock.isoformat()}", 0.88)
    return _one_day(moved(clock, -back), f"the last one before the clock {clock.isoformat()}", 0.9)


def _way(direction: int) -> str:
    return "ahead" if direction > 0 else "back"


def _timed(meaning: Meaning, reading: Reading) -> Reading:
    """Add the part of the day or the time to a day's value."""
    if not reading.value or reading.grain != "day" and reading.days is not None:
        return reading
    if meaning.clock:
        return replace(reading, value=f"{reading.value}T{meaning.clock}{'' if ':' in meaning.clock else ':00'}")
    return replace(reading, value=f"{reading.value}T{meaning.part_of_day}") if meaning.part_of_day else reading


# --- Counted from the clock -------------------------------------------------------------------------------------------


def _relative(meaning: Meaning, context: Context) -> Reading:
    clock, offset = context.clock, meaning.offset or 0
    if clock is None:
        return Reading()
    how = f"counted from the clock {clock.isoformat()}"
    mark: Qualifier = "~" if meaning.edge == "around" else ""
    unit = meaning.unit
    if abs(offset) > 5000:
        return Reading(how="too far from the clock")
    if unit == "day":
        return _timed(meaning, _one_day(moved(clock, offset), how, 0.95, mark))
    if unit in ("week", "weekend"):
        monday, value = week_of(moved(clock, 7 * offset))
        first = moved(monday, 5) if unit == "weekend" else monday
        return Reading(value + "-WE" * (unit == "weekend"), (first, moved(monday, 6)), "range", mark, how, 0.9)
    if unit == "month":
        year, month = months_away(clock, offset)
        return _bounded(year, lambda: replace(_month(replace(meaning, year=year, month=month), context), how=how))
    if unit == "year":
        year = clock.year + offset
        return _bounded(year, lambda: _year(meaning, year, how, 0.95))
    if unit in ("hour", "minute", "second"):
        return replace(_one_day(clock, how, 0.7, "~"), value=f"{clock.isoformat()}TXX")
    return _part(replace(meaning, offset=offset), context)


def _bounded(year: int, read: Callable[[], Reading]) -> Reading:
    return read() if 1 <= year <= 9999 else Reading(how="too far from the clock")


# --- Quarters, halves, decades, centuries -----------------------------------------------------------------------------

MONTHS = {"quarter": 3, "trimester": 4, "half": 6}


def _part(meaning: Meaning, context: Context) -> Reading:
    if meaning.unit in ("decade", "century"):
        return _years_part(meaning, context)
    if meaning.unit == "season":
        return _season(meaning)
    length, clock = MONTHS.get(meaning.unit, 3), context.clock
    year, number = meaning.year, meaning.number
    how, confidence = "told with its year", 0.95
    if year is None:
        if clock is None:
            return Reading(f"XXXX-{_part_name(meaning.unit, number or 0)}" if number else "")
        how, confidence = f"counted from the clock {clock.isoformat()}", 0.85
        year = clock.year
        if number is None:
            year, month = months_away(clock, length * (meaning.offset or 0))
            number = (month - 1) // length + 1
        elif meaning.offset is not None:
            year += meaning.offset
        elif (number - 1) * length + 1 > clock.month and context.tense() <= 0:
            year -= 1
    if number is None or not 1 <= number <= 12 // length:
        return Reading(how="no such part of a year")
    first, last = (number - 1) * length + 1, number * length
    days = (date(year, first, 1), date(year, last, last_of_month(year, last)))
    return Reading(f"{year:04}-{_part_name(meaning.unit, number)}", days, "range", "", how, confidence)


def _season(meaning: Meaning) -> Reading:
    """Read a season of a year; its days differ by place, so it names the year only."""
    if meaning.year is None:
        return Reading(f"XXXX-{meaning.part_of_day}", how="a season of no year")
    days = (date(meaning.year, 1, 1), date(meaning.year, 12, 31))
    return Reading(f"{meaning.year:04}-{meaning.part_of_day}", days, "year", "~", "a season of that year", 0.8)


def _part_name(unit: str, number: int) -> str:
    return f"{'H' if unit == 'half' else 'Q'}{number}"


def _years_part(meaning: Meaning, context: Context) -> Reading:
    """Read a decade or a century; its thirds are called start, middle and end."""
    length = 10 if meaning.unit == "decade" else 100
    number, how = meaning.number, "told as a decade or century"
    if number is None or meaning.offset is not None:
        if context.clock is None:
            return Reading()
        number, how = context.clock.year // length + (meaning.offset or 0), "counted from the clock"
    elif length == 100:
        number -= 1
    first = number * length
    if not 1 <= first <= 9900:
        return Reading(how="no such decade or century")
    thirds = {"start": (0, 0.33), "mid": (0.34, 0.66), "end": (0.67, 1)}
    low, high = thirds.get(meaning.edge, (0, 1))
    days = (date(first + round(low * length), 1, 1), date(first + max(round(high * length) - 1, 0), 12, 31))
    value = f"{number:03}X" if length == 10 else f"{number:02}XX"
    return Reading(value, days, "range", "~" if meaning.edge in thirds else "", how, 0.9)


# --- Ranges -----------------------------------------------------------------------------------------------------------


def _range(meaning: Meaning, context: Context) -> Reading:
    """Read a stretch by its ends; an end without a year or with a bare weekday follows the other one."""
    if meaning.first is None or meaning.last is None:
        return Reading(how="nothing to read")
    first, last = meaning.first, meaning.last
    right = days_of(last, context)
    left = days_of(first, context)
    if right.days and left.days and left.days[0] > right.days[1]:
        left, right = _ordered(first, last, left, right, context)
    if not left.value or not right.value:
        return Reading(how=right.how)
    value = f"{left.value}/{right.value}"
    if left.days is None or right.days is None:
        return Reading(value, how=right.how)
    if left.days[0] > right.days[1]:
        return Reading(value, how="the end lies before the beginning", confidence=0.1)
    confidence = min(left.confidence, right.confidence)
    days = (left.days[0], right.days[1])
    grain: Grain = "day" if days[0] == days[1] else "range"
    return Reading(value, days, grain, right.qualifier or left.qualifier, right.how, confidence)


def _ordered(first: Meaning, last: Meaning, left: Reading, right: Reading, context: Context) -> tuple[Reading, Reading]:
    """Put the two ends in order: "Sabtu-Minggu", "28 Desember-2 Januari", "November hingga Februari"."""
    assert left.days is not None and right.days is not None
    if first.weekday is not None and first.month is None and last.month is None:
        back = moved(left.days[0], -7)
        return _one_day(back, left.how, left.confidence), right
    if first.month is not None and first.year is None or (first.year == last.year and first.month is not None):
        year = right.days[1].year - 1
        return days_of(replace(first, year=year), context), right
    return left, right

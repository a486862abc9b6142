"""Read what counts from the clock (kemarin, tahun lalu) and parts of years and centuries."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from site_src.articles.calendar_days import last_of_month, months_away, moved, units_away, week_of
from site_src.articles.resolve_dates import read_month, read_year
from site_src.articles.resolve_reading import Context, Qualifier, Reading, one_day, timed
from site_src.model import Meaning


def read_relative(meaning: Meaning, context: Context) -> Reading:
    """Read units counted from the clock."""
    clock, offset = context.clock, meaning.offset or 0
    if clock is None:
        return _open(meaning)
    how = f"counted from the clock {clock.isoformat()}"
    if meaning.edge == "within":
        return _within(clock, units_away(clock, offset, meaning.unit), how)
    mark: Qualifier = "~" if meaning.edge == "around" else ""
    unit = meaning.unit
    if abs(offset) > 5000:
        return Reading(how="too far from the clock")
    if unit == "day":
        return timed(meaning, one_day(moved(clock, offset), how, 0.95, mark))
    if unit == "weekend" and meaning.offset is None:
        offset = _weekend_by_tense(clock, context.tense())
    if unit in ("week", "weekend"):
        monday, value = week_of(moved(clock, 7 * offset))
        first = moved(monday, 5) if unit == "weekend" else monday
        return Reading(value + "-WE" * (unit == "weekend"), (first, moved(monday, 6)), "range", mark, how, 0.9)
    if unit == "month":
        year, month = months_away(clock, offset)
        return _bounded(year, lambda: read_month(replace(meaning, year=year, month=month), context)._replace(how=how))
    if unit == "night":
        night = 0 if context.tense() > 0 else -1
        return timed(meaning, one_day(moved(clock, night), how, 0.8))
    if unit == "year":
        year = clock.year + offset
        return _bounded(year, lambda: read_year(meaning, year, how, 0.95))
    if unit in ("hour", "minute", "second"):
        return one_day(clock, how, 0.7, "~")._replace(value=f"{clock.isoformat()}TXX")
    return read_part(replace(meaning, offset=offset), context)


OPEN = {
    "day": "XXXX-XX-XX", "night": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
    "quarter": "XXXX-QX", "trimester": "XXXX-QX", "half": "XXXX-HX", "year": "XXXX", "decade": "XXXX", "century": "XXXX",
    "hour": "XXXX-XX-XXTXX", "minute": "XXXX-XX-XXTXX", "second": "XXXX-XX-XXTXX",
}  # fmt: skip
"""What is known without a clock: how exact the words are."""


def _open(meaning: Meaning) -> Reading:
    """Read what counts from a clock that nobody knows: no days, and a value that says only how exact the words are."""
    value = OPEN.get(meaning.unit, "")
    if meaning.edge == "within" and value:
        return Reading("XXXX-XX-XX/XXXX-XX-XX")
    return timed(meaning, Reading(value)) if meaning.unit in ("day", "night") else Reading(value)


def _within(clock: date, end: date | None, how: str) -> Reading:
    """Read the stretch between the clock and a day: "less than a week away" is any day up to that one."""
    if end is None:
        return Reading(how="too far from the clock")
    days = (min(clock, end), max(clock, end))
    return Reading(f"{days[0].isoformat()}/{days[1].isoformat()}", days, "range", "", how, 0.8)


def _weekend_by_tense(clock: date, tense: int) -> int:
    """Give the week of "the weekend": the clock's own on a Saturday or Sunday and where the clause looks ahead."""
    return 0 if clock.isoweekday() > 5 or tense > 0 else -1


def _bounded(year: int, read: Callable[[], Reading]) -> Reading:
    return read() if 1 <= year <= 9999 else Reading(how="too far from the clock")


# --- Quarters, halves, decades, centuries -----------------------------------------------------------------------------

MONTHS = {"quarter": 3, "trimester": 4, "half": 6}


def read_part(meaning: Meaning, context: Context) -> Reading:
    """Read a quarter, half, season, decade or century."""
    if meaning.unit in ("decade", "century"):
        return _years_part(meaning, context)
    if meaning.unit == "season":
        return _season(meaning, context)
    length, clock = MONTHS.get(meaning.unit, 3), context.clock
    year, number = meaning.year, meaning.number
    how, confidence = "told with its year", 0.95
    if year is None:
        if clock is None:
            return Reading(f"XXXX-{_part_name(meaning.unit, number)}") if number else _open(meaning)
        how, confidence = f"counted from the clock {clock.isoformat()}", 0.85
        year = clock.year
        if number is None:
            year, month = months_away(clock, length * (meaning.offset or 0))
            number = (month - 1) // length + 1
        elif meaning.offset is not None:
            year += meaning.offset
        else:
            year += _year_by_tense((number - 1) * length + 1, number * length, clock, context.tense())
    if number is None or not 1 <= number <= 12 // length:
        return Reading(how="no such part of a year")
    first, last = (number - 1) * length + 1, number * length
    days = (date(year, first, 1), date(year, last, last_of_month(year, last)))
    return Reading(f"{year:04}-{_part_name(meaning.unit, number)}", days, "range", "", how, confidence)


def _year_by_tense(first: int, last: int, clock: date, tense: int) -> int:
    """Give how many years from the clock the months of a part of the year lie: never ahead without a word for it."""
    if tense > 0:
        return int(last < clock.month)
    if tense == 0 and 0 < first - clock.month <= SOON:
        return 0
    return -int(first > clock.month)


SOON = 3
"""A part of the year that begins within so many months is the next one where no word tells."""
SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The month in which a northern season begins: which year "last winter" is, nothing more."""


def _season(meaning: Meaning, context: Context) -> Reading:
    """Read a season of a year; its days differ by place, so it names the year only."""
    year, clock = meaning.year, context.clock
    if year is None and clock is not None and meaning.offset is not None:
        year = clock.year + meaning.offset
        if meaning.offset < 0 and SEASON_STARTS.get(meaning.part_of_day, 1) < clock.month - 2:
            year += 1
    elif year is None and clock is not None:
        year = _season_year(SEASON_STARTS.get(meaning.part_of_day, 1), clock, context.tense())
    if year is None or not 1 <= year <= 9999:
        return Reading(f"XXXX-{meaning.part_of_day}", how="a season of no year")
    days = (date(year, 1, 1), date(year, 12, 31))
    return Reading(f"{year:04}-{meaning.part_of_day}", days, "year", "~", "a season of that year", 0.8)


def _season_year(begins: int, clock: date, tense: int) -> int:
    """Give the year of a season told without one: the last begun, or the next not over where the clause looks ahead.

    Without a tense it is the next one where that begins within four months.
    """
    if tense > 0 or (tense == 0 and 0 < begins - clock.month <= 4):
        return clock.year + (begins + 2 < clock.month)
    return clock.year - (begins > clock.month)


def _part_name(unit: str, number: int) -> str:
    return f"{'H' if unit == 'half' else 'Q'}{number}"


def _years_part(meaning: Meaning, context: Context) -> Reading:
    """Read a decade or a century; its thirds are called start, middle and end."""
    length = 10 if meaning.unit == "decade" else 100
    number, how = meaning.number, "told as a decade or century"
    if number is None or meaning.offset is not None:
        if context.clock is None:
            return _open(meaning)
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

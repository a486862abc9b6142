"""Read one meaning with a clock: its value in TIMEX3, its first and last day, and why."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from msgspec.structs import replace

from site_src.articles.calendar_days import moved
from site_src.articles.resolve_dates import NEAR_BACK, read_date
from site_src.articles.resolve_periods import read_part, read_relative
from site_src.articles.resolve_reading import Context, Reading, one_day, time_of, timed
from site_src.articles.resolve_same import read_same
from site_src.articles.resolve_told import to_count_from
from site_src.model import Grain, Meaning


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
        return read_part(meaning, context)
    if meaning.unit == "same":
        return read_same(meaning, context)
    if meaning.counts_from == "told" and meaning.month is None:
        return _from_told(meaning, context)
    if meaning.reads == "relative" and meaning.month is None:
        return read_relative(meaning, context)
    return timed(meaning, read_date(meaning, context))


def _from_told(meaning: Meaning, context: Context) -> Reading:
    """Read what counts from a day told before: "dua hari kemudian"; from the clock, unsure, where none was told."""
    told = to_count_from(context.told, meaning.unit)
    if told is None:
        reading = read_relative(meaning, context)
        return reading._replace(confidence=min(reading.confidence, 0.5))
    if meaning.unit in ("hour", "minute", "second") and told.moment is not None:
        return _moment_after(meaning, told.moment)
    reading = read_relative(meaning, context._replace(clock=told.when.earliest))
    return reading._replace(how=f"counted from {told.when.edtf}, told before", confidence=0.7)


def _moment_after(meaning: Meaning, moment: datetime) -> Reading:
    """Count hours, minutes and seconds from a time told before: "four hours later"."""
    try:
        then = moment + timedelta(**{f"{meaning.unit}s": meaning.offset or 0})
    except OverflowError:
        return Reading(how="too far from the time told before")
    how = f"counted from {moment:%H:%M} on {moment.date().isoformat()}, told before"
    return one_day(then.date(), how, 0.7)._replace(value=f"{then.date().isoformat()}T{then:%H:%M}")


def _set(meaning: Meaning) -> str:
    if meaning.amount:
        return meaning.amount
    if meaning.weekday is not None:
        told = time_of(meaning)
        return f"XXXX-WXX-{meaning.weekday}{'T' + told if told else ''}"
    if meaning.month is not None:
        return f"XXXX-{meaning.month:02}" + (f"-{meaning.day:02}" if meaning.day else "")
    if meaning.first and meaning.last:
        return f"{_set(meaning.first)}/{_set(meaning.last)}"
    told = time_of(meaning)
    return f"XXXX-XX-XXT{told}" if told else ""


def _series(meaning: Meaning, context: Context) -> Reading:
    when = context.meetings.get((meaning.series, meaning.number or 0))
    if when is None:
        return Reading(how="the series has no such meeting in its table")
    value = when.edtf.rstrip("~?%")
    return Reading(value, (when.earliest, when.latest), when.grain, when.qualifier, "the series' table", 0.9)


# --- Ranges -----------------------------------------------------------------------------------------------------------


def _range(meaning: Meaning, context: Context) -> Reading:
    """Read a stretch by its ends; an end without a year or with a bare weekday follows the other one."""
    if meaning.first is None or meaning.last is None:
        return Reading(how="nothing to read")
    first, last = meaning.first, meaning.last
    right = days_of(last, context)
    left = days_of(first, context)
    if _over_midnight(first, last, left, right) and right.days is not None:
        right = timed(last, one_day(moved(right.days[0], 1), right.how, right.confidence))
    left, right = _aligned(first, last, left, right, context)
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


def _over_midnight(first: Meaning, last: Meaning, left: Reading, right: Reading) -> bool:
    """Tell whether two times of one day are told of which the last one comes first: "8 p.m. to 5 a.m."."""
    return bool(first.clock and last.clock) and first.clock[:5] > last.clock[:5] and left.days == right.days


def _aligned(first: Meaning, last: Meaning, left: Reading, right: Reading, context: Context) -> tuple[Reading, Reading]:
    """Let a bare weekday follow the other end: "Jumat hingga Minggu, 12 Januari", "1 Juli hingga Jumat"."""
    if left.days is None or right.days is None:
        return left, right
    if _is_bare(first) and _is_bare(last) and context.clock is not None:
        length = ((last.weekday or 1) - (first.weekday or 1)) % 7
        begins, ends = _of_week(left.days[0], length, context.clock, context.tense())
        return (
            timed(first, one_day(begins, left.how, left.confidence)),
            timed(last, one_day(ends, right.how, right.confidence)),
        )
    if _is_bare(first):
        back = (right.days[0].isoweekday() - (first.weekday or 1)) % 7
        return timed(first, one_day(moved(right.days[0], -back), right.how, right.confidence)), right
    if _is_bare(last):
        on = ((last.weekday or 1) - left.days[0].isoweekday()) % 7
        return left, timed(last, one_day(moved(left.days[0], on), left.how, left.confidence))
    return left, right


def _of_week(begins: date, length: int, clock: date, tense: int) -> tuple[date, date]:
    """Keep two bare weekdays together: on the side that the clause tells of, else where their middle is nearer.

    A stretch that begins on the clock's own day lies ahead, if nothing says that it is over. `begins` is the day of
    the first weekday alone, `length` the days to the last one.
    """
    if tense > 0 or (tense == 0 and begins == clock):
        return begins, moved(begins, length)
    ends = moved(clock, -((clock.isoweekday() - begins.isoweekday() - length) % 7))
    middle = (clock - ends).days + length / 2
    on = 7 if tense == 0 and middle > NEAR_BACK + 0.5 else 0
    return moved(ends, on - length), moved(ends, on)


def _is_bare(meaning: Meaning) -> bool:
    told = meaning.month or meaning.direction or meaning.unit
    return meaning.weekday is not None and not told


def _ordered(first: Meaning, last: Meaning, left: Reading, right: Reading, context: Context) -> tuple[Reading, Reading]:
    """Put the two ends in order: "Sabtu-Minggu", "28 Desember-2 Januari", "November hingga Februari"."""
    if left.days is None or right.days is None:
        return left, right
    if first.weekday is not None and first.month is None and last.month is None:
        back = moved(left.days[0], -7)
        return one_day(back, left.how, left.confidence), right
    if first.month is not None and first.year in (None, last.year):
        year = right.days[1].year
        same = days_of(replace(first, year=year), context)
        if same.days and same.days[0] <= right.days[1]:
            return same, right
        return days_of(replace(first, year=year - 1), context), right
    return left, right

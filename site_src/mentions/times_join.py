"""Join expressions that belong together: two ends told each in its own way, the further days of "setiap Selasa dan Jumat".

A pack opts in by lists of words: `ends` stand between the ends of a stretch, `further` between the days of a set,
`open` before the days and hours at which something is open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec.structs import replace

from site_src.languages.pack import LanguagePack
from site_src.languages.patterns import any_of
from site_src.mentions.times_meaning import timex_type
from site_src.model import Meaning, TimeExpression

ENDS = ("date", "relative", "part")
"""What may be an end of a stretch."""
APART = 20
"""So many code points at most stand between two expressions that belong together."""
HOURS = 40
"""So far before its days a word for opening hours stands, in code points."""
BESIDE = 120
"""So far off at most another line of the same timetable begins, in code points."""
WORKING_WEEK = 5
"""From so many days on, weekdays with hours beside them are a timetable: a fair of five days is told with its dates."""


def join(text: str, folded: str, found: Sequence[TimeExpression], pack: LanguagePack) -> tuple[TimeExpression, ...]:
    """Give the expressions with those joined that are one; `folded` has a space before the text's first letter.

    "Jumat besok hingga Minggu, 12 Januari" is one stretch; in "setiap Selasa dan Jumat" the second day is a set too;
    "buka Senin-Jumat pukul 08.00-16.00" tells days and hours of every week.
    """
    ends, further = pack.time.words.get("ends", ()), pack.time.words.get("further", ())
    joined: list[TimeExpression] = []
    for at, time in enumerate(found):
        if time.meaning.reads != "range" and (not joined or time.start - joined[-1].end > APART):
            joined.append(time)
            continue
        last = joined[-1] if joined and time.start - joined[-1].end <= APART else None
        between = folded[last.end + 1 : time.start + 1].strip(" ,") if last is not None else None
        if last is not None and between is not None and _lists(between, pack):
            _give_year(joined, time.meaning)
        then = found[at + 1] if at + 1 < len(found) else None
        before = found[at - 1] if at else None
        if _is_timetable(folded, time, before, then, pack):
            joined.append(_repeated(time))
        elif last is None or between is None:
            joined.append(time)
        elif between in ends and folded[last.end + 1] != "," and _is_stretch(last.meaning, time.meaning):
            joined[-1] = _one(text, last, time, Meaning("range", first=last.meaning, last=time.meaning))
        elif between in ends and _is_further(last.meaning, time.meaning):
            days = Meaning("set", first=last.meaning, last=_as_set(time.meaning))
            joined[-1] = _one(text, last, time, days)
        elif (between in further or between == "") and _is_further(last.meaning, time.meaning):
            joined.append(replace(time, type="SET", meaning=_as_set(time.meaning)))
        elif (
            (between in ("", "(") or between in pack.time.in_time)
            and last.meaning.reads == "set"
            and _is_hours(time.meaning)
        ):
            joined.append(_repeated(time))
        else:
            joined.append(time)
    return tuple(joined)


def _one(text: str, first: TimeExpression, last: TimeExpression, meaning: Meaning) -> TimeExpression:
    return TimeExpression(first.start, last.end, text[first.start : last.end], timex_type(meaning), first.rule, meaning)


def _is_stretch(first: Meaning, last: Meaning) -> bool:
    """Tell whether two expressions are the ends of one stretch: both dates, and times of day only beside days."""
    if first.reads not in ENDS or last.reads not in ENDS:
        return False
    if _is_bare(first) and not (first.clock or first.part_of_day) and _is_hours(last):
        return False  # "on Friday until 11.00" is one day and a time on it
    return _is_of_day(first) == _is_of_day(last) or not (first.clock or last.clock)


def _is_of_day(meaning: Meaning) -> bool:
    return bool(meaning.day or meaning.weekday or meaning.clock or meaning.unit == "day")


def _lists(between: str, pack: LanguagePack) -> bool:
    """Tell whether only "and" stands between two dates, a comma, or either with a preposition: "in May and in June"."""
    first, _, last = between.partition(" ")
    return between in pack.time.in_time or (
        (not first or first in pack.time.words.get("further", ())) and (not last or last in pack.time.in_time)
    )


def _give_year(joined: list[TimeExpression], then: Meaning) -> None:
    """Give the year told after the last of some dates to those before it: "March and October last year"."""
    whole = then.year if then.reads == "date" and then.offset is None else None
    if then.month is None or (whole is None and (then.offset is None or then.unit not in ("", "year"))):
        return
    for at in range(len(joined) - 1, -1, -1):
        meaning, shape = joined[at].meaning, Meaning("date", month=joined[at].meaning.month, day=joined[at].meaning.day)
        if meaning != shape or (meaning.day is None) != (then.day is None):
            return
        offset = None if whole else then.offset
        meant = replace(meaning, year=whole, offset=offset, unit="" if whole else "year")
        joined[at] = replace(joined[at], meaning=meant)
        return


# --- Again and again --------------------------------------------------------------------------------------------------


def _is_further(first: Meaning, last: Meaning) -> bool:
    """Tell whether a bare weekday follows a set of weekdays, or of hours."""
    told = first.weekday is not None or first.first is not None or first.clock or first.amount == "P1D"
    is_set = first.reads == "set" and bool(told)
    return is_set and (_is_bare(last) or (last.reads == "set" and last.weekday is not None))


def _is_bare(meaning: Meaning) -> bool:
    told = meaning.month or meaning.year or meaning.direction or meaning.unit
    return meaning.reads == "date" and meaning.weekday is not None and not told


def _is_hours(meaning: Meaning) -> bool:
    """Tell whether a time of day, or a stretch of one, is told without a day."""
    told = meaning.first or meaning
    return bool(told.clock) and told == Meaning("date", clock=told.clock, zone=told.zone)


def _is_timetable(
    folded: str, time: TimeExpression, before: TimeExpression | None, then: TimeExpression | None, pack: LanguagePack
) -> bool:
    """Tell whether a stretch of bare weekdays is one of every week.

    A word for opening hours stands before it, or it spans a working week and hours follow ("Senin-Jumat pukul
    08.00-16.00") or other days of every week stand beside it ("Senin-Jumat lebih lama, setiap Sabtu separuh waktu").
    """
    first, last = time.meaning.first, time.meaning.last
    if time.meaning.reads != "range" or first is None or last is None or not (_is_bare(first) and _is_bare(last)):
        return False
    if "open" not in pack.time.words:
        return False
    if _hours(pack.time.words["open"]).search(folded, max(0, time.start + 1 - HOURS), time.start + 1):
        return True
    if ((last.weekday or 0) - (first.weekday or 0)) % 7 + 1 < WORKING_WEEK:
        return False
    if then is not None and folded[time.end + 1 : then.start + 1].strip(" ,(:") == "" and _is_hours(then.meaning):
        return True
    beside = (one for one in (before, then) if one is not None and abs(one.start - time.start) <= BESIDE)
    return any(one.meaning.reads == "set" and one.meaning.weekday is not None for one in beside)


@lru_cache(maxsize=32)
def _hours(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(words)}[^.;!?\n]*\Z")


def _repeated(time: TimeExpression) -> TimeExpression:
    """Read an expression as told of every week, or of every day."""
    return replace(time, type="SET", meaning=_as_set(time.meaning))


def _as_set(meaning: Meaning) -> Meaning:
    return Meaning(
        "set",
        weekday=meaning.weekday,
        part_of_day=meaning.part_of_day,
        clock=meaning.clock,
        zone=meaning.zone,
        first=meaning.first and _as_set(meaning.first),
        last=meaning.last and _as_set(meaning.last),
    )

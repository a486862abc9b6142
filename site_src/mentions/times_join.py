"""Join expressions that belong together: two ends told each in its own way, the further days of "setiap Selasa dan Jumat".

A pack opts in by two lists of words: `ends` stand between the ends of a stretch, `further` between the days of a set.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from site_src.languages.pack import LanguagePack
from site_src.mentions.times_meaning import timex_type
from site_src.model import Meaning, TimeExpression

ENDS = ("date", "relative", "part")
"""What may be an end of a stretch."""


def join(text: str, folded: str, found: Sequence[TimeExpression], pack: LanguagePack) -> tuple[TimeExpression, ...]:
    """Give the expressions with those joined that are one; `folded` has a space before the text's first letter.

    "Jumat besok hingga Minggu, 12 Januari" is one stretch; in "setiap Selasa dan Jumat" the second day is a set too.
    """
    ends, further = pack.time.words.get("ends", ()), pack.time.words.get("further", ())
    joined: list[TimeExpression] = []
    for time in found:
        last = joined[-1] if joined and time.start - joined[-1].end <= 20 else None
        between = folded[last.end + 1 : time.start + 1].strip(" ,") if last is not None else None
        if last is not None and between in ends and _is_stretch(last.meaning, time.meaning):
            joined[-1] = _one(text, last, time, Meaning("range", first=last.meaning, last=time.meaning))
        elif last is not None and between in ends and _is_further(last.meaning, time.meaning):
            days = f"XXXX-WXX-{last.meaning.weekday}/XXXX-WXX-{time.meaning.weekday}"
            joined[-1] = _one(text, last, time, Meaning("set", amount=days))
        elif last is not None and (between in further or between == "") and _is_further(last.meaning, time.meaning):
            meaning = Meaning("set", weekday=time.meaning.weekday, part_of_day=time.meaning.part_of_day)
            joined.append(replace(time, type="SET", meaning=meaning))
        else:
            joined.append(time)
    return tuple(joined)


def _one(text: str, first: TimeExpression, last: TimeExpression, meaning: Meaning) -> TimeExpression:
    return TimeExpression(first.start, last.end, text[first.start : last.end], timex_type(meaning), first.rule, meaning)


def _is_stretch(first: Meaning, last: Meaning) -> bool:
    """Tell whether two expressions are the ends of one stretch: both dates, and times of day only beside days."""
    if first.reads not in ENDS or last.reads not in ENDS:
        return False
    return _is_of_day(first) == _is_of_day(last) or not (first.clock or last.clock)


def _is_of_day(meaning: Meaning) -> bool:
    return bool(meaning.day or meaning.weekday or meaning.clock or meaning.unit == "day")


def _is_further(first: Meaning, last: Meaning) -> bool:
    """Tell whether a bare weekday follows a set of weekdays."""
    bare = last.reads == "date" and last.weekday and last.month is None and not last.direction and not last.unit
    return first.reads == "set" and first.weekday is not None and bool(bare)

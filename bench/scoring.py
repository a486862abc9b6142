"""How well time expressions were found and read: shares between 0 and 1, over all texts together (micro).

Where one expression is told in pieces ("31 Agustus" and "1 September" for "31 Agustus-1 September"), the pieces count
as one range: how a range is cut is a convention, not a quality.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple


class Time(NamedTuple):
    """A time expression at its place in code points; `value` is TIMEX3, or the moment that a tool gave instead."""

    start: int
    end: int
    value: str | datetime


@dataclass(frozen=True, slots=True)
class Text:
    """A text with the day it counts from and the expressions that are in it."""

    id: str
    published: date
    lang: str
    text: str
    times: tuple[Time, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures of one tool on one set of texts."""

    texts: int
    times: int
    """Expressions that are in the texts."""
    found: int
    """Expressions that the tool gave."""
    strict: float
    """F1 of spans that agree to the letter."""
    overlap: float
    """F1 of spans that share a letter, one to one."""
    value: float
    """F1 of spans that share a letter and have the right value."""
    traps: int
    """Texts without any time expression."""
    clean: float
    """Share of the traps in which nothing was found; 1 where there are none."""


def score(texts: Sequence[Text], found: Sequence[Sequence[Time]]) -> Scores:
    """Compare what was found in each text with what is in it."""
    strict = overlap = value = told = 0
    for text, times in zip(texts, found, strict=True):
        joined = join_ranges(text.times, times)
        pairs = pair(text.times, joined)
        told += len(joined)
        strict += sum(wanted[:2] == given[:2] for wanted, given in pairs)
        overlap += len(pairs)
        value += sum(same_value(wanted.value, given.value, text.published) for wanted, given in pairs)
    wanted = sum(len(text.times) for text in texts)
    traps = [not given for text, given in zip(texts, found, strict=True) if not text.times]
    return Scores(
        texts=len(texts),
        times=wanted,
        found=told,
        strict=_f1(strict, wanted, told),
        overlap=_f1(overlap, wanted, told),
        value=_f1(value, wanted, told),
        traps=len(traps),
        clean=round(sum(traps) / len(traps), 4) if traps else 1.0,
    )


def _f1(hits: int, wanted: int, found: int) -> float:
    return round(2 * hits / (wanted + found), 4) if wanted + found else 1.0


# --- Which expression answers which ---------------------------------------------------------------------------------


def join_ranges(wanted: Iterable[Time], found: Sequence[Time]) -> list[Time]:
    """Join the two ends of a range that a tool gives one by one."""
    left = list(found)
    for time in wanted:
        inside = [one for one in left if _shared(time, one) > 0]
        if isinstance(time.value, str) and "/" in time.value and len(inside) == 2 and time.value.count("/") == 1:
            first, last = inside
            ends = time.value.split("/")
            agree = all(
                "/" not in str(one.value) and same_value(end, one.value, date.min)
                for end, one in zip(ends, inside, strict=True)
            )
            joined = Time(first.start, last.end, time.value if agree else "")
            left = [one for one in left if one not in inside] + [joined]
    return sorted(left, key=lambda one: one[:2])


def pair(wanted: Iterable[Time], found: Iterable[Time]) -> list[tuple[Time, Time]]:
    """Pair expressions that overlap, one to one, those that share most first."""
    given = list(found)
    shared = [(_shared(one, other), one, other) for one in wanted for other in given]
    pairs: list[tuple[Time, Time]] = []
    seen: set[tuple[str, int]] = set()
    for letters, one, other in sorted(shared, key=lambda each: (-each[0], each[1].start, each[2].start)):
        ends = {("wanted", one.start), ("found", other.start)}
        if letters > 0 and not ends & seen:
            seen |= ends
            pairs.append((one, other))
    return pairs


def _shared(one: Time, other: Time) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


# --- Values ---------------------------------------------------------------------------------------------------------

MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)|T[A-Z]{2})?")
WEEK = re.compile(r"(\d{4}-W\d\d)(-WE)?")
PART = re.compile(r"(\d{4})-([QH][1-4])")
STRETCH = re.compile(r"(\d{4}-\d\d|\d{4}|\d{3}(?=X)|\d\d(?=XX))(?:X+|-(?:SP|SU|FA|WI))?")
MONTHS = {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12)}

LENGTH = re.compile(r"P(T?)(\d+(?:\.\d+)?)([YMWDHS])")
SMALLER = {"Y": (12, "M"), "W": (7, "D"), "TH": (3600, "S"), "TM": (60, "S")}
"""How many of a smaller unit are as long; no day is told as hours."""


def same_value(wanted: str | datetime, given: str | datetime, clock: date) -> bool:
    """Tell whether a value is right; a moment is right that lies in what the words name, at the grain of the words."""
    if isinstance(wanted, datetime):
        raise TypeError("what is in a text is told in TIMEX3, not as a moment")
    if isinstance(given, datetime):
        return _within(given, wanted, clock)
    return normal(wanted) == normal(given)


def normal(value: str) -> str:
    """Bring the spellings of TIMEX3 together: decades, centuries, seconds, zones, and lengths of whole smaller units.

    >>> [normal(value) for value in ("199", "20", "2024-07-03T09:05:00+07:00", "PT1.5H", "P18M")]
    ['199X', '20XX', '2024-07-03T09:05', 'PT5400S', 'P18M']
    """
    if length := LENGTH.fullmatch(value):
        many, unit = SMALLER.get(length[1] + length[3], (1, length[3]))
        return f"P{length[1]}{float(length[2]) * many:.10g}{unit}"
    if re.fullmatch(r"\d{2,3}", value):
        return value.ljust(4, "X")
    return re.sub(r"(T\d\d:\d\d)(:\d\d)?(Z|[+-]\d\d:?\d\d)?$", r"\1", value)


def _within(moment: datetime, value: str, clock: date) -> bool:
    """Tell whether a moment lies in what a value names. A part of a day is right by its day, "now" by the clock's.

    Seasons are right by their year. Lengths, sets and the vague past and future are never right: a moment is none.
    """
    if value == "PRESENT_REF":
        return moment.date() == clock
    if match := MOMENT.fullmatch(value):
        return moment.date().isoformat() == match[1] and match[2] in (None, f"{moment:%H:%M}")
    if match := WEEK.fullmatch(value):
        year, week, day = moment.isocalendar()
        return f"{year:04}-W{week:02}" == match[1] and (not match[2] or day > 5)
    if match := PART.fullmatch(value):
        first, last = MONTHS[match[2]]
        return moment.year == int(match[1]) and first <= moment.month <= last
    stretch = STRETCH.fullmatch(value)
    return stretch is not None and moment.date().isoformat().startswith(stretch[1])

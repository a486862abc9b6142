"""Dates in words, as exact as what is known and not more.

a day                         15 Juni 2001
a year                        2005 (tahun saja)
21 to 30 June, approximate    akhir Juni 2022 (antara 21 dan 30 Juni 2022)
3 to 4 July                   3–4 Juli 2024
from 3 July, end unknown      3 Juli 2024 atau sesudahnya
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from site_src.model import FIRST_DAY, LAST_DAY, When
from site_src.wording import Catalogue, msgid

EDGES = {
    1: msgid("early %(month)s"),
    11: msgid("mid-%(month)s"),
    21: msgid("late %(month)s"),
}
"""The thirds of a month that words such as "akhir Juni" name, by their first day."""

HALVES = {(1, 6): msgid("first half of %(year)s"), (7, 12): msgid("second half of %(year)s")}
QUARTERS = {
    (1, 3): msgid("first quarter of %(year)s"),
    (4, 6): msgid("second quarter of %(year)s"),
    (7, 9): msgid("third quarter of %(year)s"),
    (10, 12): msgid("fourth quarter of %(year)s"),
}


@dataclass(frozen=True, slots=True)
class DateWords:
    """A `When` for readers."""

    label: str
    """The date itself: "akhir Juni 2022"."""
    note: str
    """How far it can be trusted: "antara 21 dan 30 Juni 2022", "tahun saja"; empty for a plain day."""
    machine: str
    """A value for `<time datetime>`; empty where HTML has none for it."""
    edtf: str

    @property
    def full(self) -> str:
        """The label with its note in brackets."""
        return f"{self.label} ({self.note})" if self.note else self.label


@lru_cache(maxsize=32768)
def date_words(when: When | None, words: Catalogue) -> DateWords:
    """Tell a date in words, with a note wherever it is less than a day."""
    if when is None or (when.earliest == FIRST_DAY and when.latest == LAST_DAY):
        return DateWords(words.say("date unknown"), "", "", when.edtf if when else "")
    label, note = _plain(when, words)
    if when.grain != "range" and when.qualifier in ("~", "%"):
        label = words.say("around %(date)s", date=label)
    if when.qualifier in ("?", "%"):
        note = ", ".join(part for part in (note, words.say("uncertain")) if part)
    return DateWords(label, note, _machine(when), when.edtf)


def day_words(day: date, words: Catalogue) -> str:
    """Write one day in full: "15 Juni 2001"."""
    return f"{day.day} {_month(day.month, words)} {day.year}"


def month_name(number: int, words: Catalogue) -> str:
    """Give a month's full name."""
    return _month(number, words)


def month_names(words: Catalogue) -> tuple[str, ...]:
    """Give the twelve months' short names."""
    return _names(words.locale, "abbreviated")


def _plain(when: When, words: Catalogue) -> tuple[str, str]:
    if when.grain == "day":
        return day_words(when.earliest, words), ""
    if when.grain == "month":
        return _month_year(when.earliest, words), words.say("month only")
    if when.grain == "year":
        return str(when.earliest.year), words.say("year only")
    if FIRST_DAY == when.earliest:
        return words.say("%(date)s or earlier", date=day_words(when.latest, words)), words.say("beginning unknown")
    if LAST_DAY == when.latest:
        return words.say("%(date)s or later", date=day_words(when.earliest, words)), words.say("end unknown")
    return _stretch(when, words)


def _stretch(when: When, words: Catalogue) -> tuple[str, str]:
    """Name a stretch by its part of the month or year where it is one; else by its ends."""
    first, last = when.earliest, when.latest
    name = _named(when, words)
    if when.qualifier in ("~", "%"):
        ends = _join(first, last, words, words.say("between %(first)s and %(last)s"))
        return (name, ends) if name else (ends, words.say("somewhere in this stretch"))
    same_month = (first.year, first.month) == (last.year, last.month)
    # A dash joins single words; between words with spaces it needs its own.
    ends = _join(first, last, words, "%(first)s–%(last)s" if same_month else "%(first)s – %(last)s")
    return (name, ends) if name else (ends, "")


def _named(when: When, words: Catalogue) -> str:
    first, last = when.earliest, when.latest
    if (first.year, first.month) == (last.year, last.month):
        third_ends = {1: 10, 11: 20, 21: calendar.monthrange(first.year, first.month)[1]}
        approximate = when.qualifier in ("~", "%")
        if approximate and third_ends.get(first.day) == last.day:
            return words.say(EDGES[first.day], month=_month_year(first, words))
        return ""
    whole_months = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    if not whole_months:
        return ""
    if first.year == last.year:
        months = (first.month, last.month)
        part = HALVES.get(months) or QUARTERS.get(months)
        return words.say(part, year=first.year) if part else ""
    return _years(first, last, words)


def _years(first: date, last: date, words: Catalogue) -> str:
    if (first.month, last.month) != (1, 12):
        return ""
    span = last.year - first.year
    if span == 9 and first.year % 10 == 0:
        return words.say("the %(decade)ss", decade=first.year)
    if span == 99 and first.year % 100 in (0, 1):
        return words.say("century number %(number)s", number=first.year // 100 + 1)
    return f"{first.year}–{last.year}"


def _join(first: date, last: date, words: Catalogue, pattern: str) -> str:
    """Join two days without saying their month or year twice."""
    start = str(first.day)
    if first.year != last.year:
        start = day_words(first, words)
    elif first.month != last.month:
        start = f"{first.day} {_month(first.month, words)}"
    return pattern % {"first": start, "last": day_words(last, words)}


def _machine(when: When) -> str:
    if when.grain == "range":
        return ""
    return {"day": when.earliest.isoformat(), "month": when.earliest.isoformat()[:7]}.get(
        when.grain, f"{when.earliest.year:04}"
    )


def _month_year(day: date, words: Catalogue) -> str:
    return f"{_month(day.month, words)} {day.year}"


def _month(number: int, words: Catalogue) -> str:
    return _names(words.locale, "wide")[number - 1]


@lru_cache(maxsize=32)
def _names(locale: str, width: Literal["abbreviated", "wide"]) -> tuple[str, ...]:
    from babel.dates import get_month_names

    names = get_month_names(width, locale=locale)
    return tuple(str(names[number]) for number in range(1, 13))

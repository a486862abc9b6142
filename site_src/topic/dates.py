"""Dates of the tables: EDTF by year, month or day, with its marks of doubt, or two of them as an interval."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from site_src.model import FIRST_DAY, LAST_DAY, When, in_month, in_year, on_day
from site_src.topic.wrong import Wrong

_UNREADABLE = "is not a date"

_SHORT = re.compile(r"(?P<year>[0-9]{4})[-/. ](?P<month>[0-9]{1,2})[-/. ](?P<day>[0-9]{1,2})")
_TURNED = re.compile(r"(?P<day>[0-9]{1,2})[-/. ](?P<month>[0-9]{1,2})[-/. ](?P<year>[0-9]{4})")
EXPECTED = "a date as YYYY, YYYY-MM or YYYY-MM-DD, with ~ or ? behind it if it is doubtful, or two with / between"
_DATE = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?(?P<mark>[~?%]?)")


def undated(where: str, found: str, error: ValueError) -> Wrong:
    """Say what is wrong with a date that `read_when` refused, and which one is meant where only one can be."""
    reason = "" if _UNREADABLE in str(error) else f" ({error})"
    return Wrong(where, found, f"{EXPECTED}{reason}{_meant(found)}", code="date")


def _meant(found: str) -> str:
    """Give the day that other figures can only mean: 20-01-2015 is one, 05-04-2015 may be two."""
    days = set()
    for pattern, turns in ((_SHORT, (False,)), (_TURNED, (False, True))):
        if match := pattern.fullmatch(found.strip()):
            year, month, day = map(int, match.group("year", "month", "day"))
            for turned in turns:
                with suppress(ValueError):
                    days.add(date(year, *((day, month) if turned else (month, day))))
    return f"; nearest is {days.pop().isoformat()!r}" if len(days) == 1 else ""


def read_when(text: str) -> When:
    """Read an EDTF date or interval; ValueError if it is none or its day is not in the calendar.

    >>> read_when("2005").edtf, read_when("2024-07-03/2024-07-04").edtf
    ('2005', '2024-07-03/2024-07-04')
    """
    first, slash, last = text.partition("/")
    if not slash:
        return _one(text)
    begin, end = _end(first), _end(last)
    earliest, latest = (begin.earliest if begin else FIRST_DAY), (end.latest if end else LAST_DAY)
    if latest < earliest:
        raise ValueError(f"{text} ends before it starts")
    marks = "".join(sorted({side.qualifier for side in (begin, end) if side} - {""}))
    mark = "%" if len(marks) > 1 else marks
    return When(earliest, latest, "day" if earliest == latest else "range", mark, text)  # type: ignore[arg-type]  # marks


def _end(text: str) -> When | None:
    return None if text in ("", "..") else _one(text)


def _one(text: str) -> When:
    match = _DATE.fullmatch(text)
    if not match:
        raise ValueError(f"{text} {_UNREADABLE}")
    year, month, day, mark = match.group("year", "month", "day", "mark")
    if day:
        return on_day(date(int(year), int(month), int(day)), text, mark)  # type: ignore[arg-type]  # as the pattern says
    if month:
        date(int(year), int(month), 1)
        return in_month(int(year), int(month), text, mark)  # type: ignore[arg-type]  # as the pattern says
    date(int(year), 1, 1)
    return in_year(int(year), text, mark)  # type: ignore[arg-type]  # as the pattern says

"""A date as pages and feeds declare it -> ISO 8601, in its own time zone; nothing for words that are no whole date.

"2024/07/03 12:55:10"  ->  "2024-07-03T12:55:10";  "Wed, 03 Jul 2024 00:30:00 +0700"  ->  "2024-07-03T00:30:00+07:00"
"""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

FIRST, LAST = 1990, 2099
"""Years: what is declared outside them is an empty field ("1970-01-01", "0000-00-00"). Fixed, for a build has no clock."""
BIG_FIRST = re.compile(
    r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})"
    r"(?:[T ,]+(?P<clock>\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?)?\b",
    re.IGNORECASE,
)
IN_ADDRESS = (
    re.compile(r"/(?P<year>(?:19|20)\d{2})/(?P<month>[01]?\d)/(?P<day>[0-3]?\d)(?=/|$)"),
    re.compile(r"/(?P<year>(?:19|20)\d{2})(?P<month>[01]\d)(?P<day>[0-3]\d)(?:\d{4}|\d{6})?(?=[-/_]|$)"),
)
"""`/2024/07/03/` and `/20240703065512-`."""


def moment(words: str) -> str:
    """Give a declared date as ISO 8601, or nothing."""
    found = BIG_FIRST.match(words.strip())
    return _iso(found) if found else _mail(words)


def day_in(address: str) -> str:
    """Give the day that stands in an article's address."""
    found = (pattern.search(address) for pattern in IN_ADDRESS)
    return next((day for each in found if each and (day := _iso(each))), "")


def is_universal(iso: str) -> bool:
    """Tell whether a moment is told in universal time: its day may not be the day where it was published."""
    return iso.endswith("+00:00")


def _iso(found: re.Match[str]) -> str:
    parts = found.groupdict()
    day = f"{parts['year']}-{int(parts['month']):02}-{int(parts['day']):02}"
    clock, zone = parts.get("clock") or "", (parts.get("zone") or "").upper().replace("Z", "+0000").replace(":", "")
    text = f"{day}T{clock.zfill(5 if clock.count(':') == 1 else 8)}{zone}" if clock else day
    return _within(text)


def _mail(words: str) -> str:
    """Read the dates of mail and RSS."""
    try:
        return _within(parsedate_to_datetime(words).isoformat())
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _within(text: str) -> str:
    """Give the moment as Python writes it; nothing if there is no such day or it lies beyond all news."""
    try:
        told = datetime.fromisoformat(text)
    except ValueError:
        return ""
    if not FIRST <= told.year <= LAST:
        return ""
    return told.isoformat() if "T" in text else told.date().isoformat()

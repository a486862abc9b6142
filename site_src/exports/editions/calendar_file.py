"""Booklet -> a calendar (RFC 5545): an all-day event for each entry whose day is known exactly, and no other.

Written by hand: it is one kind of component with ten properties, and the rules are two (escape, fold). The tests read it
back with the icalendar library.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from site_src.exports.editions.texts import quote_lines
from site_src.model import Booklet, Reading

STATUS = {"told": "CONFIRMED", "recalled": "CONFIRMED", "planned": "TENTATIVE", "denied": "CANCELLED"}
WIDTH = 75
"""Octets of a line before its break."""


def write(booklet: Booklet) -> bytes:
    """Write the calendar in the booklet's language."""
    lines = "".join(f"{_folded(line)}\r\n" for line in _lines(booklet))
    return lines.encode()


def exact(reading: Reading) -> bool:
    """Tell whether an entry has a day of its own: a stretch, a month or "about" would claim too much in a calendar."""
    return reading.when.grain == "day" and not reading.when.qualifier


def _lines(booklet: Booklet) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield "PRODID:-//Linimasa//Linimasa//EN"
    yield "CALSCALE:GREGORIAN"
    yield "METHOD:PUBLISH"
    yield f"NAME;LANGUAGE={booklet.language}:{_escaped(booklet.title)}"  # RFC 7986
    yield f"X-WR-CALNAME:{_escaped(booklet.title)}"  # what most programs read instead
    yield f"DESCRIPTION;LANGUAGE={booklet.language}:{_escaped(booklet.description)}"
    for reading in booklet.readings:
        if exact(reading):
            yield from _event(booklet, reading)
    yield "END:VCALENDAR"


def _event(booklet: Booklet, reading: Reading) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{reading.id}@{_authority(booklet)}"
    yield f"DTSTAMP:{_digits(booklet.as_of)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_digits(reading.when.earliest)}"
    yield f"SUMMARY;LANGUAGE={reading.lang}:{_escaped(_summary(reading))}"
    yield f"DESCRIPTION;LANGUAGE={booklet.language}:{_escaped(chr(10).join(quote_lines(booklet, reading)))}"
    yield f"CATEGORIES;LANGUAGE={booklet.language}:{_escaped(reading.kind_name)}"
    if reading.place:
        yield f"LOCATION;LANGUAGE={booklet.language}:{_escaped(reading.place)}"
    if booklet.base_url:
        yield f"URL:{booklet.base_url}/{reading.page}"
    yield f"STATUS:{STATUS[reading.stance]}"
    yield "CLASS:PUBLIC"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _digits(day: date) -> str:
    """Write a day; not by strftime, whose %Y does not fill up years before 1000 everywhere."""
    return day.isoformat().replace("-", "")


def _summary(reading: Reading) -> str:
    """Give the title with what it must not be read without: that it is planned, denied, or disputed."""
    return f"{reading.title} ({', '.join(reading.labels)})" if reading.labels else reading.title


def _authority(booklet: Booklet) -> str:
    """Say whose identifiers these are: the tag's domain, else the site's, else one that belongs to nobody."""
    return booklet.tag.partition(",")[0] or urlsplit(booklet.base_url).hostname or "linimasa.invalid"


def _escaped(text: str) -> str:
    r"""Escape a text (RFC 5545, 3.3.11); control characters cannot stand in one.

    >>> _escaped("one; two, three\\n")
    'one\\; two\\, three\\\\n'
    """
    plain = "".join(letter for letter in text.replace("\r\n", "\n") if letter >= " " or letter in "\n\t")
    for sign in "\\;,":
        plain = plain.replace(sign, f"\\{sign}")
    return plain.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Break a line after at most 75 octets, never inside a letter (RFC 5545, 3.1).

    >>> [len(part) for part in _folded("x" * 160).split("\\r\\n")]
    [75, 75, 12]
    """
    parts, size = [""], 0
    for letter in line:
        width = len(letter.encode())
        if size + width > WIDTH:
            parts.append(" ")
            size = 1
        parts[-1] += letter
        size += width
    return "\r\n".join(parts)

"""Booklet -> the JSON that TimelineJS reads (timeline.knightlab.com, its JSON format).

Its texts are HTML, so every word is escaped. A date is given as exactly as it is known: a year has no month; what only
has one end stands there; `display_date` says in words what figures cannot.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from html import escape

from site_src.exports import as_json
from site_src.exports.editions.texts import source_words
from site_src.model import FIRST_DAY, LAST_DAY, Booklet, Quoted, Reading, When

Parts = Mapping[str, int]


def write(booklet: Booklet) -> bytes:
    """Write the timeline in the booklet's language; entries of which no date is known cannot stand in it."""
    title = {"headline": escape(booklet.title), "text": f"<p>{escape(booklet.description)}</p>"}
    slides = [_slide(booklet, reading) for reading in booklet.readings if _ends(reading.when)]
    return as_json({"scale": "human", "title": {"text": title}, "events": slides})


def _slide(booklet: Booklet, reading: Reading) -> Mapping[str, object]:
    ends = _ends(reading.when)
    return {
        "unique_id": reading.id,
        "start_date": ends[0],
        **({"end_date": ends[1]} if len(ends) > 1 else {}),
        "display_date": escape(reading.dated),
        "group": escape(reading.kind_name),
        "text": {"headline": escape(reading.title), "text": _body(booklet, reading)},
    }


def _body(booklet: Booklet, reading: Reading) -> str:
    labels = f"<p><em>{escape(', '.join(reading.labels))}</em></p>" if reading.labels else ""
    rows = "".join(f"<p>{escape(row)}</p>" for row in reading.rows)
    quotes = "".join(_quote(booklet, quote) for quote in reading.quotes)
    address = escape(f"{booklet.base_url}/{reading.page}")
    link = f'<p><a href="{address}">{escape(booklet.title)}</a></p>' if booklet.base_url else ""
    return f"{labels}{quotes}{rows}{link}"


def _quote(booklet: Booklet, quote: Quoted) -> str:
    source = escape(source_words(booklet.sources[quote.source - 1]))
    return f'<blockquote lang="{escape(quote.lang)}">{escape(quote.text)}</blockquote><p>{source}</p>'


def _ends(when: When) -> tuple[Parts, ...]:
    """Give the start and, for a stretch, the end; only what is known of each."""
    if when.grain == "day":
        return ({"year": when.earliest.year, "month": when.earliest.month, "day": when.earliest.day},)
    if when.grain == "month":
        return ({"year": when.earliest.year, "month": when.earliest.month},)
    if when.grain == "year":
        return ({"year": when.earliest.year},)
    return tuple(_day(day) for day in (when.earliest, when.latest) if day not in (FIRST_DAY, LAST_DAY))


def _day(day: date) -> Parts:
    return {"year": day.year, "month": day.month, "day": day.day}

"""Timeline -> the files of `output/data/`: the same facts as the pages, for programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from site_src.exports import data
from site_src.exports.data import Plain
from site_src.model import Event, Timeline
from site_src.notation import readable

SLICE = 100
"""Things that are plain data at once."""
T = TypeVar("T")
_FORMULA = frozenset("=+-@\t\r")


def files(timeline: Timeline, *, language: str) -> Mapping[str, Iterator[bytes]]:
    """Write the data files by address, each in pieces; titles in the spreadsheet are in `language`."""
    corrections = [data.corrected(told) for told in timeline.corrections]
    return {
        "data/events.json": _listed("events", data.event, timeline.events, corrections=corrections),
        "data/claims.json": _listed("claims", data.claim, timeline.claims),
        "data/articles.json": _listed("articles", data.article, timeline.articles),
        "data/days.json": _listed("days", data.day, timeline.days),
        "data/events.csv": _lines(timeline.events, language),
    }


def _listed(name: str, plain: Callable[[T], Plain], things: Sequence[T], **more: object) -> Iterator[bytes]:
    """Write `as_json({name: [...], **more})` in pieces, so that nobody holds all things as plain data.

    >>> b"".join(_listed("days", dict, [], more=1)) == as_json({"days": [], "more": 1})
    True
    """
    if not things:
        yield as_json({name: [], **more})
        return
    head, tail = _around(name, {})
    yield head
    for start in range(0, len(things), SLICE):
        piece = as_json({name: [plain(thing) for thing in things[start : start + SLICE]]})
        yield (b",\n" if start else b"") + piece[len(head) : -len(tail)]
    yield _around(name, more)[1]


def _around(name: str, more: Plain) -> tuple[bytes, bytes]:
    """Give what stands before and behind the things of a list."""
    head, _, tail = as_json({name: [0], **more}).partition(b"  0")
    return head, tail


def _lines(events: Sequence[Event], language: str) -> Iterator[bytes]:
    """Write the spreadsheet in pieces."""
    yield as_csv([data.EVENT_HEAD])
    for start in range(0, len(events), SLICE):
        yield as_csv(data.event_rows(events[start : start + SLICE], language))


def as_json(value: object) -> bytes:
    """Write JSON that a person can read and a diff can follow; keys keep their order."""
    return readable(value)


def as_csv(rows: Sequence[Sequence[str]]) -> bytes:
    """Write CSV (RFC 4180); a cell that a spreadsheet would run as a formula gets an apostrophe before it."""
    out = io.StringIO()
    csv.writer(out).writerows([f"'{cell}" if cell[:1] in _FORMULA else cell for cell in row] for row in rows)
    return out.getvalue().encode()

"""Timeline -> the files of `output/data/`: the same facts as the pages, for programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from site_src.exports import data
from site_src.model import Timeline
from site_src.notation import readable

_FORMULA = frozenset("=+-@\t\r")


def files(timeline: Timeline, *, language: str) -> Mapping[str, bytes]:
    """Write the data files by address; titles in the spreadsheet are in `language`."""
    found = data.everything(timeline)
    parts = {name: {name: found[name]} for name in ("events", "claims", "articles", "days")}
    parts["events"]["corrections"] = [data.corrected(told) for told in timeline.corrections]
    return {f"data/{name}.json": as_json(part) for name, part in parts.items()} | {
        "data/events.csv": as_csv(data.event_rows(timeline.events, language))
    }


def as_json(value: object) -> bytes:
    """Write JSON that a person can read and a diff can follow; keys keep their order."""
    return readable(value)


def as_csv(rows: Sequence[Sequence[str]]) -> bytes:
    """Write CSV (RFC 4180); a cell that a spreadsheet would run as a formula gets an apostrophe before it."""
    out = io.StringIO()
    csv.writer(out).writerows([f"'{cell}" if cell[:1] in _FORMULA else cell for cell in row] for row in rows)
    return out.getvalue().encode()

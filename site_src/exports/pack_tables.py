"""The tables of the data pack: their rows, and the dictionary of their columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from site_src.topic.values import Topic


@dataclass(frozen=True, slots=True)
class Column:
    """A column and its meaning."""

    name: str
    type: Literal["year", "integer", "number", "string", "date"]
    about: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the pack."""

    name: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()


def tables(topic: Topic, language: str) -> tuple[Table, ...]:
    """Describe the tables, in the order of the pack."""
    counted = [status for status in topic.statuses if status.column]
    measures = "; ".join(
        f"{one.id} is {one.names.get(language, one.id)}, in {one.units.get('en', one.unit)}"
        for one in topic.indicators.values()
    )
    year = Column("year", "year", "calendar year, counted at its end (31 December)")
    return (
        Table(
            "membership",
            "How many countries had each status at the end of each year; the last year as the tables stand.",
            (year, *(Column(one.column, "integer", f"countries with the status {one.id}") for one in counted)),
            ("year",),
        ),
        Table(
            "shares",
            "The full members' share of the world total. Before the founding the forerunner's states stand in. "
            "A year in which the world or a member has no figure has no line.",
            (
                year,
                Column("measure", "string", f"which figure is shared: {measures}"),
                Column("share_pct", "number", "percent of the world total, to four decimals"),
            ),
            ("year", "measure"),
        ),
        Table(
            "figures",
            "The publishers' figures that sums and shares are computed from. What is missing has no line, and is never zero.",
            (
                Column("country", "string", "ISO 3166-1 alpha-3; WLD is the world"),
                Column("year", "year", "calendar year"),
                Column("measure", "string", measures),
                Column("value", "number", "the figure in the measure's unit"),
            ),
            ("country", "year", "measure"),
        ),
        Table(
            "statuses",
            "Who had which status from when until when.",
            (
                Column("country", "string", "ISO 3166-1 alpha-3"),
                Column("status", "string", "a rung of the organisation's ladder"),
                Column("start", "string", "when it came into force, no more exact than known (EDTF, ISO 8601-2)"),
                Column("end", "date", "the first day on which it held no more; empty while it holds"),
                Column("confidence", "string", "how sure the day is: high, medium, low"),
                Column("source", "string", "who says so"),
            ),
        ),
    )


def figures_table(topic: Topic) -> bytes:
    """List every figure of every indicator."""
    rows = sorted(
        (country, year, one.id, value)
        for one in topic.indicators.values()
        for country, values in one.values.items()
        for year, value in values.items()
    )
    return _csv(("country", "year", "measure", "value"), rows)


def statuses_table(topic: Topic) -> bytes:
    """List every spell of every status."""
    rows = sorted(
        (
            one.country,
            one.status,
            one.start.edtf,
            one.end.isoformat() if one.end else "",
            one.confidence,
            one.row.source,
        )
        for one in topic.spells
    )
    return _csv(("country", "status", "start", "end", "confidence", "source"), rows)


def _csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Print a table; a text that a spreadsheet would run as a formula gets an apostrophe before it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return out.getvalue().encode()


def _plain(cell: object) -> object:
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() else repr(cell)
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell

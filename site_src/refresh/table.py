"""The table of figures as text: new figures in, every other line as it was.

country,year,indicator,value          country,year,indicator,value
AAA,2001,P,100                   ->   AAA,2001,P,103
AAA,2001,Q,7                          AAA,2001,Q,7
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from site_src.refresh.revisions import Figures

COLUMNS = ("country", "year", "indicator", "value")


class NoTable(Exception):
    """The table lacks a column, so that no figure can be put into it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row with the comments above it."""

    above: tuple[str, ...]
    text: str
    """As it is written in the file."""
    country: str
    year: int
    """0 where the cell is no year."""
    indicator: str


@dataclass(frozen=True, slots=True)
class Text:
    """The table, cut into its lines."""

    head: str
    lines: tuple[Line, ...]
    below: tuple[str, ...]
    """Comments after the last row."""
    end: str
    """What stands at the end of a line."""

    @property
    def whole(self) -> str:
        """The file again."""
        told = [self.head, *(text for line in self.lines for text in (*line.above, line.text)), *self.below]
        return "".join(text + self.end for text in told)


def read(text: str) -> Text:
    """Cut a table into its lines. Raises `NoTable`."""
    head, *rest = text.splitlines() or [""]
    names = cells(head)
    if missing := [column for column in COLUMNS if column not in names]:
        raise NoTable(f"found no column {missing[0]!r}, expected {','.join(COLUMNS)}")
    lines: list[Line] = []
    above: list[str] = []
    for text_of_line in rest:
        found = dict(zip(names, cells(text_of_line), strict=False))
        if not found or text_of_line.startswith("#"):
            above.append(text_of_line)
            continue
        year = found.get("year", "").strip()
        key = found.get("country", "").strip(), int(year) if year.isdigit() else 0, found.get("indicator", "").strip()
        lines.append(Line(tuple(above), text_of_line, *key))
        above = []
    return Text(head, tuple(lines), tuple(above), "\r\n" if "\r\n" in text else "\n")


def of(table: Text, names: Sequence[str]) -> Text:
    """Give the lines of one indicator, by its names, as a table of its own."""
    own = (replace(line, above=()) for line in table.lines if line.indicator in names)
    return replace(table, lines=tuple(own), below=())


def rewritten(table: Text, fresh: Mapping[str, Figures], names: Mapping[str, str], order: Sequence[str]) -> Text:
    """Put new figures in place of the old ones.

    `fresh` has the figures by code, `names` gives the code of every name that the column `indicator` may have, `order`
    lists the codes. A figure that did not change keeps its line to the letter, one that the publisher has no more loses
    it. New rows stand where the order of the table, by country or by indicator first, has them; in a table without an
    order, at its end.
    """
    wanted = {(country, year, code): value for code, found in fresh.items() for (country, year), value in found.items()}
    kept = list(_kept(table, wanted, names, fresh))
    there = {(line.country, line.year, names.get(line.indicator)) for line in kept}
    new = [
        Line((), _row(table, *place, value), *place) for place, value in sorted(wanted.items()) if place not in there
    ]
    ranks = {country: rank for rank, country in enumerate(dict.fromkeys(line.country for line in (*table.lines, *new)))}
    places = {name: order.index(code) for name, code in names.items()}

    def by_country(line: Line) -> tuple[int, int, int]:
        return ranks[line.country], line.year, places.get(line.indicator, -1)

    def by_indicator(line: Line) -> tuple[int, int, int]:
        return places.get(line.indicator, -1), ranks[line.country], line.year

    ordered = next((key for key in (by_country, by_indicator) if list(kept) == sorted(kept, key=key)), None)
    lines = [*kept, *new] if ordered is None else sorted((*kept, *new), key=ordered)
    return replace(table, lines=tuple(lines))


def _kept(
    table: Text, wanted: Mapping[tuple[str, int, str], float], names: Mapping[str, str], fresh: Iterable[str]
) -> Iterator[Line]:
    """Go through the old rows: of a fresh indicator those that still have a figure, all of the others."""
    asked = set(fresh)
    for line in table.lines:
        code = names.get(line.indicator, "")
        if code not in asked or not line.year:
            yield line
        elif (value := wanted.get((line.country, line.year, code))) is not None:
            same = _value(table, line) == value
            yield line if same else replace(line, text=_row(table, line.country, line.year, line.indicator, value))


def _value(table: Text, line: Line) -> float | None:
    try:
        return float(dict(zip(cells(table.head), cells(line.text), strict=False))["value"])
    except (KeyError, ValueError):
        return None


def _row(table: Text, country: str, year: int, indicator: str, value: float) -> str:
    told = dict(zip(COLUMNS, (country, year, indicator, plain(value)), strict=True))
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow([told.get(name, "") for name in cells(table.head)])
    return out.getvalue()


def plain(value: float) -> str:
    """Write a figure as the table has it: a whole number without decimals, never with an exponent.

    >>> plain(17763266.0), plain(10109297047.5432)
    ('17763266', '10109297047.5432')
    """
    return (
        str(int(value)) if float(value).is_integer() else f"{value:.10f}".rstrip("0") if abs(value) < 1 else repr(value)
    )


def cells(text: str) -> list[str]:
    """Cut a line into its cells."""
    return next(csv.reader([text]), [])

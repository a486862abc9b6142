"""Sheets: one article a row, as CSV; the header names the keys, and `text` is the one that must be there.

id,outlet,published,text
a1,The Example,2024-07-03,"First paragraph.
Second one."
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from io import StringIO

from site_src.corpus.decoding import Decoded
from site_src.corpus.front_matter import KEYS, Value
from site_src.corpus.plain import blocks
from site_src.corpus.raw import broken, joined, raw_record
from site_src.corpus.reading import Reading, Source
from site_src.model import Issue

COLUMNS = ("text", *(key for key in KEYS if key != "retells"))
"""What a cell can hold; `retells` is a list of mappings."""
DELIMITERS = (",", ";", "\t")
MANY = "|"
"""Stands between the authors of a cell."""
LONGEST_ROW = 5_000
"""Lines: a row that goes on longer has lost its closing quote."""
WIDEST = 1_000
"""Columns."""
LARGEST_CELL = 20_000_000
"""Characters; the csv module's own limit of 131,072 is less than a long read."""

Row = tuple[int, list[str]]


def read_sheet(source: Source, decoded: Decoded) -> Reading:
    """Read a `.csv` file; a broken row is an Issue, the others are read."""
    lines = list(StringIO(decoded.text, newline=""))
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    delimiter = max(DELIMITERS, key=lambda each: _known(lines[first], each))
    head, end = _row(lines, first, delimiter) or ([], first + 1)
    if len(head) > WIDEST:
        message = f"{len(head)} columns, expected at most {WIDEST}"
        return Reading(issues=(Issue(source.path, first + 1, "corpus.sheet", message, "the file is skipped", "error"),))
    columns, issues = _columns(source, first + 1, head)
    if "text" not in columns:
        return Reading(issues=issues)
    rows = [_record(source, columns, number, row) for number, row in _rows(lines, end, len(head), delimiter)]
    return joined([Reading(issues=issues), *rows])


def _known(line: str, delimiter: str) -> tuple[int, int]:
    """Count the columns of a header that a delimiter brings out: those that are known, and all."""
    names = [_name(cell) for cell in line.split(delimiter)]
    return sum(name in COLUMNS for name in names), len(names)


def _name(cell: str) -> str:
    return cell.strip().strip('"').strip().lower().replace(" ", "_")


def _columns(source: Source, line: int, head: Sequence[str]) -> tuple[tuple[str, ...], tuple[Issue, ...]]:
    """Give the key of every column, empty for one that is not read, and what is wrong with the header."""
    names = [_name(cell) for cell in head]
    columns = tuple(name if name in COLUMNS and name not in names[:place] else "" for place, name in enumerate(names))
    unknown = [cell.strip() for cell, column in zip(head, columns, strict=True) if not column]
    issues = [_unread(source, line, name, twice=_name(name) in columns) for name in unknown if name]
    if "text" not in columns:
        wanted = f"no column 'text' among {', '.join(map(repr, head))}{_meant('text', unknown)}"
        issues = [Issue(source.path, line, "corpus.sheet", wanted, "the file is skipped", "error")]
    return columns, tuple(issues)


def _unread(source: Source, line: int, name: str, *, twice: bool) -> Issue:
    """Say that a column is not read: a warning where its name is nearly that of a key."""
    near = get_close_matches(_name(name), COLUMNS, n=1, cutoff=0.7)
    meant = f"expected '{near[0]}'" if near else f"expected one of {', '.join(COLUMNS)}"
    message = f"the column '{name}' stands twice" if twice else f"unknown column '{name}', {meant}"
    level = "warning" if near or twice else "note"
    return Issue(source.path, line, "corpus.sheet", message, "the column is not read", level)  # type: ignore[arg-type]


def _meant(key: str, names: Sequence[str]) -> str:
    near = get_close_matches(key, [name.lower() for name in names], n=1, cutoff=0.5)
    return f"; '{near[0]}' may be meant" if near else ""


# --- Rows -----------------------------------------------------------------------------------------------------------


def _rows(lines: Sequence[str], start: int, width: int, delimiter: str) -> Iterator[tuple[int, list[str] | str]]:
    """Give each row with the line on which it begins; a row that is broken costs its own line, not those below it.

    A quote that never closes would swallow the rows after it, so reading begins again on the next line.
    """
    while start < len(lines):
        row, end = _row(lines, start, delimiter) or ([], start + 1)
        if len(row) > width and not any(row[width:]):  # a delimiter too many at the end, as spreadsheets leave them
            row = row[:width]
        if len(row) == width:
            yield start + 1, row
        elif any(row) or lines[start].strip():
            end = start + 1
            found = f"{len(row)} cells" if row else "a quote that does not close or text behind a closing quote"
            yield start + 1, f"{found}, expected {width} cells"
        start = end


def _row(lines: Sequence[str], start: int, delimiter: str) -> tuple[list[str], int] | None:
    """Read the row that begins on a line, strictly; give its cells and the line after it, or nothing if it is broken."""
    csv.field_size_limit(LARGEST_CELL)
    some = (lines[number] for number in range(start, min(start + LONGEST_ROW, len(lines))))
    reader = csv.reader(some, delimiter=delimiter, strict=True)
    try:
        return next(reader), start + reader.line_num
    except (csv.Error, StopIteration):
        return None


def _record(source: Source, columns: Sequence[str], line: int, row: list[str] | str) -> Reading:
    if isinstance(row, str):
        return broken(source, line, row, "the row is skipped")
    keys: dict[str, Value] = {
        column: cell for column, cell in zip(columns, row, strict=True) if column and (cell.strip() or column == "text")
    }
    if authors := keys.get("authors"):
        keys["authors"] = [name.strip() for name in str(authors).split(MANY)]
    return raw_record(source, line, keys, "\x1f".join(row).encode("utf-8"), blocks)

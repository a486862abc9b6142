"""CSV tables as lines: the cells by their column, the number of the line, and readers that say what is wrong.

A table is UTF-8 with a header line. A column `name_*` stands for one column a language: `name_id`, `name_en`. A row that
begins with `#` is a comment.
"""

from __future__ import annotations

import csv
import io
import os
import re
import stat
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, TypeVar

from site_src.issues import counted
from site_src.model import Issue, Row, When, Words
from site_src.topic.dates import read_when, undated
from site_src.topic.wrong import Wrong, addresses, issue, nearest

Value = TypeVar("Value")
LEFT_OUT = "the row is left out"
LARGEST = 100_000_000
"""Bytes of a file of the topic."""
LONGEST_CELL = 10_000_000
"""Characters; the csv module's own limit of 131,072 is less than a long note."""
_LANGUAGE = re.compile(r"(?P<stem>.+)_(?P<language>[a-z]{2,3})")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table."""

    table: str
    """The file inside the topic: `tables/countries.csv`."""
    number: int
    """1-based; the line on which the row begins."""
    cells: Mapping[str, str]

    def text(self, column: str) -> str:
        """Give a cell without the white space around it; empty if there is none."""
        return self.cells.get(column, "").strip()

    def need(self, column: str) -> str:
        """Give a cell that must not be empty."""
        return self.text(column) or _fail(column, "", "a value")

    def many(self, column: str) -> tuple[str, ...]:
        """Give the parts of a cell between its `|`, without empty ones."""
        return tuple(part.strip() for part in self.text(column).split("|") if part.strip())

    def words(self, stem: str, languages: tuple[str, ...]) -> Words:
        """Give the cells of `stem_*` by language; an empty one takes the words of the first language that has some."""
        found = {language: self.text(f"{stem}_{language}") for language in languages}
        spare = next((words for words in found.values() if words), "")
        return {language: words or spare for language, words in found.items()} if spare else {}

    def choice(self, column: str, allowed: Collection[str], *, default: str = "") -> str:
        """Give a cell that is one of a few words."""
        found = self.text(column) or default
        return found if found in allowed else _fail(column, found, "one of " + ", ".join(allowed), allowed)

    def reference(self, column: str, known: Collection[str], what: str, *, needed: bool = True) -> str:
        """Give a cell that names something that stands in another table."""
        found = self.need(column) if needed else self.text(column)
        return refer(column, found, known, what) if found else ""

    def references(self, column: str, known: Collection[str], what: str) -> tuple[str, ...]:
        """Give the parts of a cell that each name something in another table."""
        return tuple(refer(column, found, known, what) for found in self.many(column))

    def when(self, column: str) -> When | None:
        """Give a cell as a stretch of days; None if it is empty."""
        found = self.text(column)
        try:
            return read_when(found) if found else None
        except ValueError as error:
            raise undated(column, found, error) from None

    def number_in(self, column: str) -> int:
        """Give a cell as a whole number."""
        found = self.need(column)
        plain = found.isascii() and found.isdigit() and len(found) < 10
        return int(found) if plain else _fail(column, found, "a whole number")

    def yes(self, column: str) -> bool:
        """Give a cell as yes or no; empty is no."""
        return self.choice(column, ("yes", "no"), default="no") == "yes"

    @property
    def row(self) -> Row:
        """The place of this line, for pages that cite it."""
        return Row(self.table, self.number, self.text("source"), addresses("archive", self.text("archive")))


def refer(where: str, found: str, known: Collection[str], what: str) -> str:
    """Give an id that is known; else say which one may be meant."""
    if found in known:
        return found
    raise Wrong(where, found, what, known, code="unknown-id")


def _fail(column: str, found: str, expected: str, known: Collection[str] = ()) -> NoReturn:
    raise Wrong(column, found, expected, known)


@dataclass(frozen=True, slots=True)
class Table:
    """A CSV file of the topic, read."""

    path: str
    """As Issues name it: the topic's folder and the file inside it."""
    lines: tuple[Line, ...]


def read_table(
    folder: Path, name: str, columns: tuple[str, ...], *, where: str = "tables"
) -> tuple[Table, tuple[Issue, ...]]:
    """Read `tables/NAME.csv`; an absent file is an empty table. `columns` are those that are read, the first is needed.

    Where a source stands, a copy of it may stand beside it, under `archive`.
    """
    columns = (*columns, "archive") if "source" in columns else columns
    inside, path = f"{where}/{name}.csv", f"{folder.absolute().name}/{where}/{name}.csv"
    text, issues = read_text(folder / inside, path)
    try:
        records = list(_records(text))
    except csv.Error as error:
        return Table(path, ()), (*issues, Issue(path, 0, "topic.syntax", str(error), "the file is left out", "error"))
    if not records:
        return Table(path, ()), (*issues, *_without_header(folder / inside, path, columns, issues))
    header = [column.strip() for column in records[0][1]]
    problems = [*issues, *_header_issues(path, header, columns)]
    if columns[0] not in header:
        return Table(path, ()), tuple(problems)
    lines = []
    for number, cells in records[1:]:
        if len(cells) != len(header):
            found = f"found {counted(len(cells), 'cell')}{_unclosed(cells)}, expected {len(header)} as in the header"
            problems.append(Issue(path, number, "topic.cells", found, LEFT_OUT, "error"))
        else:
            lines.append(Line(inside, number, dict(zip(header, cells, strict=True))))
    return Table(path, tuple(lines)), tuple(problems)


def read_text(file: Path, path: str) -> tuple[str, tuple[Issue, ...]]:
    """Read a file of the topic as UTF-8; empty if it is absent, or unreadable with the Issue that says so.

    `path` begins with the topic's folder: as deep as it is, so many folders up is the topic.
    """
    if not os.path.lexists(file):
        return "", ()
    fault = fault_of(file, file.parents[path.count("/") - 1])
    if fault:
        return "", (Issue(path, 0, "topic.unreadable", fault, "the file is left out", "error"),)
    try:
        data = file.read_bytes()
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return "", (
            Issue(path, line, "topic.encoding", "found bytes that are not utf-8", "the file is left out", "error"),
        )
    except OSError as error:
        return "", (Issue(path, 0, "topic.unreadable", f"{error.strerror}".lower(), "the file is left out", "error"),)


def text_again(file: Path) -> str:
    """Give the text of a file that was read before, to find a line in it; empty if it is gone meanwhile."""
    try:
        return file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ""


def fault_of(file: Path, folder: Path) -> str:
    """Say why a file of the topic is not read; empty if it may be.

    One that leads out of its folder would publish what nobody meant to; one that waits or never ends is not even opened.
    """
    try:
        found = file.stat()
        inside = Path(os.path.realpath(file)).is_relative_to(os.path.realpath(folder))
    except OSError as error:
        return f"cannot be read ({(error.strerror or 'system error').lower()})"
    rules = (
        (not inside, "the link leads out of the topic's folder"),
        (not stat.S_ISREG(found.st_mode), "not a regular file"),
        (found.st_size > LARGEST, f"{found.st_size} bytes, more than the {LARGEST} allowed"),
    )
    return next((words for broken, words in rules if broken), "")


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """Give the rows that are neither empty nor a comment, each with the line on which it begins."""
    csv.field_size_limit(LONGEST_CELL)
    reader, begins = csv.reader(io.StringIO(text, newline="")), 1
    for cells in reader:
        if any(cell.strip() for cell in cells) and not cells[0].startswith("#"):
            yield begins, cells
        begins = reader.line_num + 1


def _unclosed(cells: list[str]) -> str:
    """Hint at a quote that was never closed and swallowed the lines below."""
    return ", the last of which goes on below: a quote may not be closed" if cells and "\n" in cells[-1] else ""


def _without_header(file: Path, path: str, columns: tuple[str, ...], issues: tuple[Issue, ...]) -> Iterator[Issue]:
    if file.is_file() and not issues:
        message = f"found no line, expected a header with {', '.join(columns)}"
        yield Issue(path, 1, "topic.missing-column", message, "the table is left out", "error")


def _header_issues(path: str, header: list[str], columns: tuple[str, ...]) -> Iterator[Issue]:
    if len(header) == 1 and (other := next((mark for mark in ";\t" if mark in header[0]), "")):
        message = f"found {header[0][:40]!r}, expected commas between the cells instead of {other!r}"
        yield Issue(path, 1, "topic.missing-column", message, "the table is left out", "error")
        return
    for column in header:
        match = _LANGUAGE.fullmatch(column)
        if column not in columns and not (match and f"{match['stem']}_*" in columns):
            message = f"found column {column!r}, expected one of {', '.join(columns)}{nearest(column, columns)}"
            yield Issue(path, 1, "topic.unknown-column", message, "the column is not read", "error")
    for column in sorted({column for column in header if header.count(column) > 1}):
        yield Issue(path, 1, "topic.unknown-column", f"found column {column!r} twice", "the last one is read", "error")
    if columns[0] not in header:
        message = f"found no column {columns[0]!r}, expected it in the header{nearest(columns[0], header)}"
        yield Issue(path, 1, "topic.missing-column", message, "the table is left out", "error")


def each(table: Table, build: Callable[[Line], Value]) -> tuple[tuple[Value, ...], tuple[Issue, ...]]:
    """Build a value from every line; a wrong line becomes one Issue and is left out."""
    values: list[Value] = []
    issues: list[Issue] = []
    for line in table.lines:
        try:
            values.append(build(line))
        except Wrong as wrong:
            issues.append(issue(table.path, line.number, wrong, LEFT_OUT))
    return tuple(values), tuple(issues)


def unique(
    table: Table,
    values: tuple[Value, ...],
    name: Callable[[Value], str],
    line: Callable[[Value], int],
    taken: Collection[str] = (),
) -> tuple[tuple[Value, ...], tuple[Issue, ...]]:
    """Keep the first value of each name; each later one becomes an Issue."""
    seen: dict[str, int] = dict.fromkeys(taken, 0)
    kept: list[Value] = []
    issues: list[Issue] = []
    for value in values:
        found = name(value)
        if found in seen:
            before = f"on line {seen[found]}" if seen[found] else "in another table"
            message = f"found {found!r} again, expected an id of its own (it stands {before})"
            issues.append(Issue(table.path, line(value), "topic.duplicate", message, LEFT_OUT, "error"))
        else:
            seen[found] = line(value)
            kept.append(value)
    return tuple(kept), tuple(issues)

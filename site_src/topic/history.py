"""`history/`: what was published before, written by the verb `release` and by nothing else.

releases.csv    number,date,note_id,note_en                                               a line a release
entries.csv     release,address,fate,to,edtf,kind,stance,title_*,told_by,marks            a line an entry that changed

The state of a release is the last line of each address up to it: a release adds lines and leaves those before it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Literal, cast

from site_src.model import Issue, Published, Release, Words
from site_src.topic.tables import Line, Table, each, read_table, unique
from site_src.topic.wrong import Wrong

FOLDER = "history"
RELEASES, ENTRIES = "releases", "entries"
_OF_RELEASE = ("number", "date", "note_*")
_OF_ENTRY = ("address", "release", "fate", "to", "edtf", "kind", "stance", "title_*", "told_by", "marks")
_FATES = ("stands", "moved", "gone")
_TITLE = "title_"


def read_history(folder: Path) -> tuple[tuple[Release, ...], tuple[Issue, ...]]:
    """Read the releases, the oldest first; a topic that was never released has none."""
    table, found = read_table(folder, RELEASES, _OF_RELEASE, where=FOLDER)
    heads, wrong = each(table, _head)
    heads, twice = unique(table, heads, lambda head: str(head[0].number), lambda head: head[1])
    lines, in_lines = read_table(folder, ENTRIES, _OF_ENTRY, where=FOLDER)
    entries, wrong_lines, again = _entries(lines, {head.number for head, _ in heads})
    made = (
        Release(head.number, head.day, head.note, tuple(one for number, one in entries if number == head.number))
        for head, _ in heads
    )
    releases = tuple(sorted(made, key=lambda one: one.number))
    return releases, (*found, *wrong, *twice, *in_lines, *wrong_lines, *again)


def _entries(
    table: Table, known: set[int]
) -> tuple[tuple[tuple[int, Published], ...], tuple[Issue, ...], tuple[Issue, ...]]:
    def make(line: Line) -> tuple[int, Published, int]:
        number = line.number_in("release")
        if number not in known:
            raise Wrong("release", str(number), "the number of a line of releases.csv", code="unknown-id")
        return number, _published(line), line.number

    made, wrong = each(table, make)
    kept, twice = unique(table, made, lambda one: f"{one[0]} {one[1].address}", lambda one: one[2])
    return tuple((number, entry) for number, entry, _ in kept), wrong, twice


def _head(line: Line) -> tuple[Release, int]:
    when = line.when("date")
    if when is None or when.grain != "day":
        raise Wrong("date", line.text("date"), "the day of the release", code="date")
    return Release(line.number_in("number"), when.earliest, _by_language(line, "note_"), ()), line.number


def _published(line: Line) -> Published:
    fate = cast("Literal['stands', 'moved', 'gone']", line.choice("fate", _FATES, default="stands"))
    return Published(
        address=line.need("address"),
        fate=fate,
        to=line.need("to") if fate == "moved" else "",
        edtf=line.text("edtf"),
        kind=line.text("kind"),
        stance=line.text("stance"),
        titles=_by_language(line, _TITLE),
        articles=tuple(line.text("told_by").split()),
        marks=tuple(line.text("marks").split()),
    )


def _by_language(line: Line, stem: str) -> Words:
    return {
        column.removeprefix(stem): line.text(column)
        for column in sorted(line.cells)
        if column.startswith(stem) and line.text(column)
    }


def history_files(releases: Sequence[Release]) -> Mapping[str, bytes]:
    """Write releases as the files that `read_history` reads, by their names in the topic."""
    return {
        f"{FOLDER}/{RELEASES}.csv": _table(*_heads(releases)),
        f"{FOLDER}/{ENTRIES}.csv": _table(*_lines(releases)),
    }


def _heads(releases: Sequence[Release]) -> tuple[list[str], list[list[str]]]:
    codes = sorted({code for one in releases for code in one.note})
    rows = [[str(one.number), _day(one.day), *(one.note.get(code, "") for code in codes)] for one in releases]
    return ["number", "date", *(f"note_{code}" for code in codes)], rows


def _lines(releases: Sequence[Release]) -> tuple[list[str], list[list[str]]]:
    entries = [(release.number, entry) for release in releases for entry in release.entries]
    codes = sorted({code for _, entry in entries for code in entry.titles})
    head = ["release", "address", "fate", "to", "edtf", "kind", "stance", *(_TITLE + code for code in codes)]
    return [*head, "told_by", "marks"], [list(_cells(number, entry, codes)) for number, entry in entries]


def _cells(number: int, entry: Published, codes: Iterable[str]) -> Iterator[str]:
    yield from (str(number), entry.address, entry.fate, entry.to, entry.edtf, entry.kind, entry.stance)
    yield from (entry.titles.get(code, "") for code in codes)
    yield from (" ".join(entry.articles), " ".join(entry.marks))


def _day(day: date) -> str:
    return day.isoformat()


def _table(head: list[str], rows: list[list[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([head, *rows])
    return out.getvalue().encode()

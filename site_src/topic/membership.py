"""`tables/membership.csv`: who stood on which rung of the organisation, from when to when."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date
from itertools import combinations
from pathlib import Path

from site_src.model import LAST_DAY, Issue
from site_src.topic.series import CONFIDENCE
from site_src.topic.tables import LEFT_OUT, Line, Table, each, read_table
from site_src.topic.values import Spell, Status
from site_src.topic.wrong import Wrong

_COLUMNS = ("country", "status", "start", "end", "decided", "founding", "confidence", "note_*", "source")


def read_membership(
    folder: Path, languages: tuple[str, ...], countries: Collection[str], statuses: tuple[Status, ...]
) -> tuple[tuple[Spell, ...], tuple[Issue, ...]]:
    """Read the spells in the order of the table; of two that exclude each other the later line is left out."""
    table, found = read_table(folder, "membership", _COLUMNS)
    made, wrong = each(table, _maker(languages, countries, [status.id for status in statuses]))
    kept, overlaps = _apart(table, made, {status.id: status.counts for status in statuses})
    return kept, (*found, *wrong, *overlaps)


def _maker(languages: tuple[str, ...], countries: Collection[str], statuses: list[str]) -> Callable[[Line], Spell]:
    def make(line: Line) -> Spell:
        start, end = line.when("start"), line.when("end")
        if start is None:
            raise Wrong("start", "", "the date from which the status held")
        if end and end.latest < start.earliest:
            raise Wrong("end", line.text("end"), f"a date after {line.text('start')}", code="date-order")
        return Spell(
            country=line.reference("country", countries, "an id of countries.csv"),
            status=line.reference("status", statuses, "an id of statuses.toml"),
            start=start,
            end=end.earliest if end else None,
            decided=line.when("decided"),
            founding=line.yes("founding"),
            confidence=line.choice("confidence", CONFIDENCE, default="high"),  # type: ignore[arg-type]  # one of them
            note=line.words("note", languages),
            row=line.row,
        )

    return make


def _apart(
    table: Table, spells: tuple[Spell, ...], counts: Mapping[str, bool]
) -> tuple[tuple[Spell, ...], tuple[Issue, ...]]:
    """Leave out spells that overlap an earlier line of the same country.

    A status that is not counted (an application) may stand beside another one, but not twice at a time.
    """
    dropped: set[int] = set()
    issues = []
    for one, two in combinations(spells, 2):
        if one.country != two.country or dropped & {one.row.line, two.row.line}:
            continue
        exclude = one.status == two.status or (counts[one.status] and counts[two.status])
        if exclude and _days(one)[0] < _days(two)[1] and _days(two)[0] < _days(one)[1]:
            dropped.add(two.row.line)
            message = (
                f"found {two.country} as {two.status} from {two.start.edtf} to {two.end or '..'}, expected no overlap "
                f"with line {one.row.line}: {one.status} from {one.start.edtf} to {one.end or '..'}"
            )
            issues.append(Issue(table.path, two.row.line, "topic.overlap", message, LEFT_OUT, "error"))
    return tuple(spell for spell in spells if spell.row.line not in dropped), tuple(issues)


def _days(spell: Spell) -> tuple[date, date]:
    """Give the first day on which the status surely held and the first on which it did no more."""
    return spell.start.latest, spell.end or LAST_DAY

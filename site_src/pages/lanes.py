"""A country's status through time, to scale and in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from site_src.model import FIRST_DAY, LAST_DAY
from site_src.pages.desk import Desk
from site_src.pages.passages import row_sources
from site_src.pages.scales import bar, year_ticks
from site_src.pages.views import Bar, Label, RowSource, Scale
from site_src.topic.values import Spell
from site_src.wording.dates import date_words, day_words


@dataclass(frozen=True, slots=True)
class Phase:
    """One status for a stretch of time, in words."""

    status: Label
    start: str
    end: str
    decided: str
    note: str
    doubt: str
    source: RowSource


def lane(desk: Desk, country: str) -> Scale | None:
    """Draw a country's statuses on the scale that all countries share; None if it never had one."""
    spells = desk.holdings.spells_of_country.get(country, ())
    if not spells:
        return None
    first, last = span(desk)
    bars = tuple(drawn for spell in sorted(spells, key=_begins) for drawn in _bars(desk, spell, first, last))
    return Scale(year_ticks(first, last), bars, "; ".join(one.text for one in bars if one.text))


def phases(desk: Desk, country: str) -> tuple[Phase, ...]:
    """Tell a country's statuses in words, the first one first."""
    return tuple(_phase(desk, spell) for spell in sorted(desk.holdings.spells_of_country.get(country, ()), key=_begins))


def status_now(desk: Desk, country: str) -> Label | None:
    """Name the status that the table has not ended for a country; None if there is none."""
    order = [status.id for status in desk.topic.statuses]
    held = [spell for spell in desk.holdings.spells_of_country.get(country, ()) if spell.end is None]
    held.sort(key=lambda spell: order.index(spell.status) if spell.status in order else len(order))
    return status_label(desk, held[0].status) if held else None


def status_label(desk: Desk, id: str) -> Label:
    """Name a status; its code is its place on the ladder, for the colours."""
    for number, status in enumerate(desk.topic.statuses, start=1):
        if status.id == id:
            return Label(desk.text(status.names), f"s{min(number, 8)}")
    return Label(id, "s8")


def span(desk: Desk) -> tuple[date, date]:
    """Give the span of all statuses, in whole years."""
    known = [day for spell in desk.topic.spells for day in (spell.start.earliest, spell.start.latest, spell.end)]
    years = [day.year for day in known if day and day not in (FIRST_DAY, LAST_DAY)]
    return date(min(years), 1, 1), date(max(desk.timeline.as_of.year, *years), 12, 31)


def _begins(spell: Spell) -> date:
    return spell.start.latest


def _bars(desk: Desk, spell: Spell, first: date, last: date) -> Iterator[Bar]:
    """Draw a status from the last day on which it can have begun, and faintly from the first such day."""
    status = status_label(desk, spell.status)
    code = status.code if _counts(desk, spell.status) else f"{status.code} is-thin"
    end = max(spell.end - timedelta(days=1) if spell.end else last, first)
    start = min(max(spell.start.latest, first), end)
    if first <= spell.start.earliest < start:
        yield bar(spell.start.earliest, start - timedelta(days=1), first, last, f"{code} is-unsure")
    words = {"status": status.text, "start": _start(desk, spell), "end": _end(desk, spell)}
    yield bar(start, end, first, last, code, desk.say("%(status)s from %(start)s to %(end)s", **words))


def _counts(desk: Desk, id: str) -> bool:
    return any(status.id == id and status.counts for status in desk.topic.statuses)


def _phase(desk: Desk, spell: Spell) -> Phase:
    decided = date_words(spell.decided, desk.words).full if spell.decided and spell.decided != spell.start else ""
    doubts = {"medium": desk.say("fairly sure"), "low": desk.say("not sure")}
    return Phase(
        status=status_label(desk, spell.status),
        start=_start(desk, spell),
        end=_end(desk, spell),
        decided=decided,
        note=desk.text(spell.note) if spell.note else "",
        doubt=doubts.get(spell.confidence, ""),
        source=row_sources(desk, (spell.row,))[0],
    )


def _start(desk: Desk, spell: Spell) -> str:
    return date_words(spell.start, desk.words).full


def _end(desk: Desk, spell: Spell) -> str:
    return day_words(spell.end, desk.words) if spell.end else desk.say("now")

"""What editors write of an entry: their text, and the sources that it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from site_src.model import Event, Retold, Row, Words
from site_src.pages.desk import Desk
from site_src.pages.edtf import read_edtf
from site_src.pages.markdown import render_markdown
from site_src.pages.passages import copies
from site_src.pages.tongues import tongue
from site_src.pages.views import Link
from site_src.wording.dates import date_words


@dataclass(frozen=True, slots=True)
class Source:
    """A report that an editor names."""

    outlet: str
    title: Link
    date: str
    copies: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """An editor's text, as safe HTML."""

    body: str
    lang: str
    """Its language where it is not the page's."""
    sources: tuple[Source, ...]


def written(desk: Desk, event: Event) -> tuple[Written, ...]:
    """Show what editors write of an entry."""
    return tuple(_written(desk, one.bodies, one.sources) for one in event.curated)


def without_editors(rows: Sequence[Row]) -> list[Row]:
    """Give the rows that are a table's: an editor's entry stands in a section of its own."""
    return [row for row in rows if not row.table.startswith("events/")]


def _written(desk: Desk, words: Words, sources: Sequence[Retold]) -> Written:

    text = desk.text(words)
    lang = next((code for code, body in words.items() if body == text), desk.language)
    told = tuple(
        Source(
            outlet_name(desk, one.outlet),
            Link(one.title or one.url, one.url, lang=tongue(desk, one.title), rel="noopener"),
            _date(desk, one.date),
            copies(desk, one.archive),
        )
        for one in sources
    )
    return Written(render_markdown(text), "" if lang == desk.language else lang, told)


def outlet_name(desk: Desk, name: str) -> str:
    """Name the outlet that an editor names, as the topic's table does if it knows it."""
    for outlet in desk.topic.outlets.values():
        if name.lower() in {known.lower() for known in (outlet.id, outlet.name, *outlet.aliases)}:
            return outlet.name
    return desk.outlet(name)


def _date(desk: Desk, edtf: str) -> str:
    when = read_edtf(edtf)
    return date_words(when, desk.words).full if when else edtf

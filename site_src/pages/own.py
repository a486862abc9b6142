"""The topic's own pages: an editor's Markdown, with charts in it and a list of the entries that its sentences rest on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_src.model import Page
from site_src.pages.cards import card
from site_src.pages.chart_room import ChartView, chart_view
from site_src.pages.desk import Desk
from site_src.pages.frame import framed
from site_src.pages.markdown import Follow, links, render_markdown
from site_src.pages.own_texts import Shown, menu, own_page, shown
from site_src.pages.targets import entries_now, follower
from site_src.pages.views import Card, Link
from site_src.topic.own_pages import SHARED
from site_src.wording import own_name

_CHART = re.compile(r"^\[\]\(chart:([^)\s]+)\)[ \t]*$", re.MULTILINE)
"""A line that is nothing but a chart."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a page: clean HTML, or a chart."""

    html: str
    chart: ChartView | None = None


@dataclass(frozen=True, slots=True)
class Numbered:
    """An entry that sentences of the page rest on."""

    number: str
    card: Card


@dataclass(frozen=True, slots=True)
class Told:
    """What an editor's text gives a page."""

    title: str
    lead: str
    lang: str
    """The language of the text where it is not the page's."""
    missing: str
    """That it is not there in the page's language; empty if it is."""
    parts: tuple[Part, ...]
    cited: tuple[Numbered, ...]
    rooms: tuple[Link, ...]

    @property
    def context(self) -> dict[str, object]:
        """What the templates of own pages show."""
        drawn = any(part.chart for part in self.parts)
        return {
            "title_lang": self.lang,
            "styles": ("charts.css",) if drawn else (),
            "lang": self.lang,
            "missing": self.missing,
            "parts": self.parts,
            "cited": self.cited,
            "rooms": self.rooms,
        }


def pages(desk: Desk) -> Iterator[Page]:
    """Plan the page about the site, and every page of the topic's own that no other kind opens with."""
    for name in dict.fromkeys(("about", *sorted(desk.topic.pages))):
        if name == "about" or name not in SHARED:
            told = tell_own(desk, name)
            title = told.title or menu(desk, name)
            empty = desk.say("The topic has no page of its own about this site.")
            yield framed(desk, own_page(name), "own.html", title, lead=told.lead, empty=empty, **told.context)  # type: ignore[arg-type]


def tell_own(desk: Desk, name: str) -> Told:
    """Tell what a page's text says; nothing but its neighbours where the topic has no such text."""
    found = shown(desk, name)
    start = desk.path(own_page(name))
    rooms = _rooms(desk, name)
    if found is None:
        return Told("", "", "", "", (), (), rooms)
    numbers = _numbers(desk, found.text.body)
    return Told(
        found.text.title,
        found.text.lead,
        found.lang,
        _missing(desk, found),
        tuple(_parts(desk, start, found.text.body, follower(desk, start, numbers))),
        tuple(
            Numbered(str(number), card(desk, start, desk.holdings.event_by_id[id])) for id, number in numbers.items()
        ),
        rooms,
    )


def _numbers(desk: Desk, body: str) -> Mapping[str, int]:
    """Number the entries that sentences rest on, in the order in which the text comes to them."""
    now = entries_now(desk.holdings)
    ids = (link.id for link in links(body) if link.sort == "entry" and not link.words)
    known = dict.fromkeys(now[id] for id in ids if id in now)
    return {id: number for number, id in enumerate(known, 1)}


def _parts(desk: Desk, start: str, body: str, follow: Follow) -> Iterator[Part]:
    """Cut a text at its charts; a chart that is not drawn leaves nothing."""
    charts = {chart.id: chart for chart in desk.charts}
    for place, piece in enumerate(_CHART.split(body)):
        if place % 2 and piece in charts:
            yield Part("", chart_view(desk, start, charts[piece]))
        elif place % 2 == 0 and piece.strip():
            yield Part(render_markdown(piece, follow))


def _missing(desk: Desk, found: Shown) -> str:
    """Say that a page is not there in the desk's language."""
    if not found.lang:
        return ""
    return desk.say(
        "There is no version of this page in your language yet; here it is in: %(name)s.", name=own_name(found.lang)
    )


def _rooms(desk: Desk, current: str) -> tuple[Link, ...]:
    """Link the pages that tell of the topic and the site: the main ones first."""
    topic = desk.topic
    own = sorted({*topic.pages} - {*SHARED, *topic.main_pages})
    names = dict.fromkeys(("about", *topic.main_pages, *own, "glossary", "sources"))
    return tuple(Link(menu(desk, name), own_page(name), current=name == current) for name in names)

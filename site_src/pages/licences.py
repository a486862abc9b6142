"""Data sources and licences: whose figures these are, what the tables rest on, and under which terms all of it may be used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from site_src.addresses import relative
from site_src.model import Page, Row
from site_src.pages.desk import Desk, outlet_name
from site_src.pages.frame import framed
from site_src.pages.own import tell_own
from site_src.pages.own_texts import own_page
from site_src.pages.passages import links
from site_src.pages.tongues import tongue
from site_src.pages.views import Link
from site_src.topic.licences import ADDRESSES
from site_src.topic.values import Indicator, Topic
from site_src.wording import msgid
from site_src.wording.dates import day_words

NAME = "sources"
TABLES = {
    "tables/countries.csv": msgid("Countries"),
    "tables/people.csv": msgid("People"),
    "tables/organisations.csv": msgid("Organisations"),
    "tables/places.csv": msgid("Places"),
    "tables/membership.csv": msgid("Membership"),
    "tables/summits.csv": msgid("Meetings"),
    "tables/milestones.csv": msgid("Milestones"),
}
PARTS = (
    ("Linimasa", msgid("the program: these pages' layout, styles and scripts"), "MIT", ""),
    ("plotly.js", msgid("interactive charts, with the libraries in it"), "MIT", "assets/plotly/LICENSE.txt"),
    ("Unicode CLDR", msgid("names of months, languages and countries, and how numbers are written"), "Unicode-3.0", ""),
)
"""What is shipped in the pages: name, what it does, licence, and its licence's file in the site."""


@dataclass(frozen=True, slots=True)
class Series:
    """An indicator."""

    name: str
    definition: str
    source: Link
    code: str
    vintage: str
    licence: Link
    derived: str
    breaks: str
    counted: str


@dataclass(frozen=True, slots=True)
class Rows:
    """A table of the topic."""

    name: str
    rows: str
    unsure: str
    """How many rows are less than sure; empty where the table does not say."""
    sources: str
    """How many sources it rests on."""


@dataclass(frozen=True, slots=True)
class Used:
    """A source of the tables: a site or a work, and in how many rows it is named."""

    link: Link
    rows: str


@dataclass(frozen=True, slots=True)
class Shipped:
    """A part that comes with the pages."""

    name: str
    does: str
    licence: Link


def pages(desk: Desk) -> Iterator[Page]:
    """Plan the page about data sources and licences."""
    told, topic = tell_own(desk, NAME), desk.topic
    start = desk.path(own_page(NAME))
    licensed = [outlet for id, outlet in topic.outlets.items() if outlet.licence and id in desk.holdings.outlets]
    yield framed(
        desk,
        own_page(NAME),
        "sources.html",
        told.title or desk.say("Data sources and licences"),
        lead=told.lead or desk.say("Where figures, dates and texts come from, and under which terms they may be used."),
        series=[_series(desk, one) for one in topic.indicators.values()],
        tables=_tables(desk),
        used=_used(desk),
        articles=desk.words.number(len(desk.timeline.articles)),
        outlets=desk.count("%(number)s outlet", "%(number)s outlets", len(desk.holdings.outlets)),
        licensed=[(Link(one.name, desk.link(start, outlet_name(one.id))), licence(one.licence)) for one in licensed],
        outlets_href=desk.link(start, "outlets/index.html"),
        own_licence=licence(topic.licence),
        pack=relative(start, "data/data-pack.zip"),
        manifest=relative(start, "data/manifest.json"),
        parts_shipped=[
            Shipped(name, desk.say(does), licence(under, relative(start, file) if file else ""))
            for name, does, under, file in PARTS
            if desk.charts or not file
        ],
        **told.context,  # type: ignore[arg-type]
    )


def licence(name: str, file: str = "") -> Link:
    """Link a licence to its text: the file in the site where there is one, else its address."""
    return Link(name, file or ADDRESSES.get(name, ""), rel="" if file else "noopener license")


def _series(desk: Desk, one: Indicator) -> Series:
    years = sorted({year for values in one.values.values() for year in values})
    figures = sum(map(len, one.values.values()))
    counted = desk.count("%(number)s figure", "%(number)s figures", figures)
    return Series(
        desk.text(one.names),
        desk.text(one.definition),
        Link(one.source, one.url, rel="noopener"),
        one.code,
        _day(desk, one.vintage),
        licence(one.licence),
        desk.text(one.derived),
        desk.text(one.breaks),
        f"{counted}, {years[0]}–{years[-1]}" if years else counted,
    )


def _day(desk: Desk, vintage: str) -> str:
    """Write the day of a download in words; what is no day stands as it is."""
    try:
        return day_words(date.fromisoformat(vintage), desk.words)
    except ValueError:
        return vintage


def _rows(topic: Topic) -> tuple[tuple[Row, str], ...]:
    """List the rows of all tables with how sure they are; empty where a table does not say."""
    spells = ((one.row, one.confidence) for one in topic.spells)
    milestones = ((one.row, one.confidence) for one in topic.milestones)
    meetings = ((one.row, one.confidence) for series in topic.series for one in series.meetings)
    plain = ((entity.row, "") for entity in topic.entities.values() if entity.row)
    return (*plain, *spells, *milestones, *meetings)


def _tables(desk: Desk) -> list[Rows]:
    found = []
    for table, name in TABLES.items():
        rows = [(row, sure) for row, sure in _rows(desk.topic) if row.table == table]
        sources = {_origin(link) for row, _ in rows for link in links(row.source)}
        unsure = sum(sure in ("medium", "low") for _, sure in rows)
        number = desk.words.number
        if rows:
            says = any(sure for _, sure in rows)
            found.append(Rows(desk.say(name), number(len(rows)), number(unsure) if says else "", number(len(sources))))
    return found


def _used(desk: Desk) -> list[Used]:
    """Count in how many rows each source is named, those that carry most first."""
    named = Counter(origin for row, _ in _rows(desk.topic) for origin in {_origin(link) for link in links(row.source)})
    ordered = sorted(named.items(), key=lambda item: (-item[1], item[0]))
    return [
        Used(Link(*origin, lang=tongue(desk, origin[0]), rel="noopener"), desk.words.number(rows))
        for origin, rows in ordered
    ]


def _origin(link: Link) -> tuple[str, str]:
    """Name a source: the site of an address, else the words that stand there."""
    parts = urlsplit(link.href)
    return (parts.netloc.removeprefix("www."), f"{parts.scheme}://{parts.netloc}/") if link.href else (link.text, "")

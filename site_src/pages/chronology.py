"""The timeline page: every entry in order of time, in sections by year, under a strip that shows how they lie."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from site_src.addresses import relative
from site_src.model import Event, Page
from site_src.pages.cards import card, kind_label, states
from site_src.pages.desk import Desk
from site_src.pages.frame import framed
from site_src.pages.holdings import countries_of, year_of
from site_src.pages.legend import legend
from site_src.pages.passages import stance_label
from site_src.pages.scales import percent
from site_src.pages.views import Card
from site_src.wording import msgid

FINE, COARSE = 40, 10
"""The most columns of the strip on wide and narrow screens: each is a link and needs its 24 pixels. A longer span is
counted in two, five, ten years and so on."""
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
STATES = {
    "disputed": msgid("accounts differ"),
    "reported": msgid("reported by articles"),
    "tables": msgid("tables only"),
}
MANY = 300
"""Entries above which browsers are told to lay out only the years in view."""


@dataclass(frozen=True, slots=True)
class Section:
    """A year with its entries."""

    anchor: str
    name: str
    count: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the strip: how many entries some years have, and how many of them are exact to the day."""

    start: str
    """Its first year."""
    href: str
    text: str
    exact: str
    height: str
    labelled: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """The strip twice: many columns for wide screens, few for narrow ones; one of them is shown."""

    fine: tuple[Column, ...]
    coarse: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a filter with how many entries have it."""

    value: str
    text: str


def pages(desk: Desk) -> Iterator[Page]:
    """Plan the timeline page."""
    path, events = desk.path("timeline.html"), desk.holdings.events
    yield framed(
        desk,
        "timeline.html",
        "timeline.html",
        desk.say("Timeline"),
        lead=_lead(desk, events),
        strip=strip(desk, path, "timeline.html"),
        sections=[_section(desk, path, year, list(group)) for year, group in groupby(events, year_of)],
        kinds=_options((kind_label(desk, event).code, kind_label(desk, event).text) for event in events),
        countries=_options((id, desk.name(id)) for event in events for id in countries_of(event, desk.topic)),
        stances=_options((state, state_name(desk, state)) for event in events for state in states(event)),
        legend=legend(desk),
        many=len(events) > MANY,
        scripts=("timeline.js",),
        all_shown=desk.say(
            "%(shown)s of %(all)s entries", shown=desk.words.number(len(events)), all=desk.words.number(len(events))
        ),
        shown=desk.say("%(shown)s of %(all)s entries", shown="{shown}", all="{all}"),
    )


def strip(desk: Desk, start: str, target: str) -> Strip | None:
    """Count the entries by year over the whole span, each column a link to its year on the timeline."""
    years = Counter(year for event in desk.holdings.events if (year := year_of(event)))
    if not years:
        return None
    exact = Counter(year_of(event) for event in desk.holdings.events if event.when.grain == "day")
    page = relative(start, desk.path(target)) if start != desk.path(target) else ""
    return Strip(_columns(desk, page, years, exact, FINE), _columns(desk, page, years, exact, COARSE))


def _columns(desk: Desk, page: str, years: Counter[int], exact: Counter[int], most: int) -> tuple[Column, ...]:
    first, last = min(years), max(years)
    step = next(step for step in STEPS if last // step - first // step < most)
    bins = [range(year, year + step) for year in range(first - first % step, last + 1, step)]
    highest = max(sum(years[year] for year in bin) for bin in bins)
    return tuple(_column(desk, page, bin, years, exact, highest) for bin in bins)


def _column(desk: Desk, page: str, bin: range, years: Counter[int], exact: Counter[int], highest: int) -> Column:
    count = sum(years[year] for year in bin)
    name = str(bin[0]) if len(bin) == 1 else f"{bin[0]}–{bin[-1]}"
    entries = desk.count("%(number)s entry", "%(number)s entries", count)
    target = next((year for year in bin if years[year]), None)
    return Column(
        start=str(bin[0]),
        href=f"{page}#y{target}" if target else "",
        text=f"{name}: {entries}",
        exact=percent(100 * sum(exact[year] for year in bin) / highest),
        height=percent(100 * count / highest),
        labelled=len(bin) > 1 or bin[0] % 5 == 0,
    )


def _section(desk: Desk, start: str, year: int, events: list[Event]) -> Section:
    return Section(
        anchor=f"y{year}",
        name=str(year) if year else desk.say("Date unknown"),
        count=desk.count("%(number)s entry", "%(number)s entries", len(events)),
        cards=tuple(card(desk, start, event) for event in events),
    )


def _lead(desk: Desk, events: tuple[Event, ...]) -> str:
    years = [year for event in events if (year := year_of(event))]
    if not years:
        return desk.say("There are no entries yet.")
    told = sum(bool(event.evidence) for event in events)
    span = desk.count(
        "%(number)s entry between %(first)s and %(last)s",
        "%(number)s entries between %(first)s and %(last)s",
        len(events),
        first=min(years),
        last=max(years),
    )
    if told == len(events):
        return f"{span}."
    reported = desk.count("Articles report %(number)s of them", "Articles report %(number)s of them", told)
    others = desk.say("the others, set smaller, stand only in tables")
    return f"{span}. {reported}; {others}."


def state_name(desk: Desk, state: str) -> str:
    """Name a state of an entry by which the timeline filters."""
    return desk.say(STATES[state]) if state in STATES else stance_label(desk, state).text


def _options(pairs: Iterable[tuple[str, str]]) -> tuple[Option, ...]:
    """Count the values of a filter and name them in the order of the alphabet."""
    counted = Counter(pairs)
    return tuple(
        Option(value, f"{text} ({number})")
        for (value, text), number in sorted(counted.items(), key=lambda item: (item[0][1].casefold(), item[0][0]))
    )

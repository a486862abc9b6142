"""The timelines: every entry by when it happened, and by when it was reported, in sections by year under a strip.

Above `MOST` entries a timeline shows the most important ones, each year leads to the page that has all of its entries,
and the filters read a list of all entries that is loaded when somebody asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_src.addresses import relative
from site_src.model import Event, Page
from site_src.pages import chronology_list
from site_src.pages.chronology_browse import listings, year_name
from site_src.pages.chronology_clocks import CLOCKS, HAPPENED, REPORTED, Clock, by_year, known_by, year_by
from site_src.pages.chronology_facets import FIRST, facets, values
from site_src.pages.chronology_references import Numbers, number, references
from site_src.pages.chronology_stories import Story, room, stories
from site_src.pages.chronology_strip import strip
from site_src.pages.desk import Desk
from site_src.pages.frame import framed
from site_src.pages.legend import legend
from site_src.pages.views import Link

MOST = 2000
"""Entries above which a timeline shows the most important ones only."""
OUTLINE = 200
"""How many these are."""
MANY = 60
"""Entries above which browsers are told to lay out only the years in view."""


@dataclass(frozen=True, slots=True)
class Section:
    """A year with its entries."""

    anchor: str
    name: str
    count: str
    href: str
    """The page of the year; empty where it has none."""
    size: int
    """How many entries it may have: so much room browsers keep for a year that is not in view."""
    stories: tuple[Story, ...]


def pages(desk: Desk) -> Iterator[Page]:
    """Plan the timeline by each clock."""
    large = len(desk.holdings.events) > MOST
    for clock in CLOCKS:
        yield _timeline(desk, clock, large)
    if large:
        yield chronology_list.page(desk)


def _timeline(desk: Desk, clock: Clock, large: bool) -> Page:
    path, events = desk.path(clock.page), desk.holdings.events
    shown = _outline(desk, events) if large else events
    sections = by_year(desk, clock, shown)
    numbers = number(event for _, group in sections for event in group)
    choices = desk.once(("choices",), lambda: facets(desk, (values(desk, event) for event in events)))
    days = sorted(filter(None, (known_by(desk, event) for event in events)))
    return framed(
        desk,
        clock.page,
        "timeline.html",
        desk.say("Timeline") if clock is HAPPENED else desk.say("Timeline of the reports"),
        lead=_lead(desk, events, clock),
        clock=clock.code,
        clocks=[Link(desk.say(one.title), desk.link(path, one.page), current=one is clock) for one in CLOCKS],
        strip=strip(desk, path, clock.page, clock),
        sections=[_section(desk, path, clock, year, group, numbers, large) for year, group in sections],
        facets=choices[:FIRST],
        more_facets=choices[FIRST:],
        days=(days[0], days[-1]) if days else None,
        legend=legend(desk),
        many=large or len(shown) > MANY,
        large=large,
        entries_href=relative(path, desk.path(chronology_list.NAME)) if large else "",
        references=references(desk, path, numbers),
        listings=listings(desk, path),
        scripts=("timeline-strip.js", "timeline.js", "timeline-keys.js"),
        all_shown=_of_all(desk, desk.words.number(len(events)), desk.words.number(len(events))),
        pattern=_of_all(desk, "{shown}", "{all}"),
    )


def _of_all(desk: Desk, shown: str, all: str) -> str:
    return desk.say("%(shown)s of %(all)s entries", shown=shown, all=all)


def _outline(desk: Desk, events: tuple[Event, ...]) -> tuple[Event, ...]:
    importance = desk.holdings.importance
    return tuple(sorted(events, key=lambda event: (-importance[event.id], event.id))[:OUTLINE])


def _section(
    desk: Desk, start: str, clock: Clock, year: int, events: tuple[Event, ...], numbers: Numbers, large: bool
) -> Section:
    count = desk.count("%(number)s entry", "%(number)s entries", len(events))
    if large:
        everything = sum(year_by(desk, clock, event) == year for event in desk.holdings.events)
        count = _of_all(desk, desk.words.number(len(events)), desk.words.number(everything))
    return Section(
        anchor=f"y{year}",
        name=str(year) if year else desk.say(clock.unknown),
        count=count,
        href=relative(start, desk.path(year_name(clock, year))) if clock is HAPPENED or large else "",
        size=room(len(events)),
        stories=stories(desk, start, events, numbers, clock=clock),
    )


def _lead(desk: Desk, events: tuple[Event, ...], clock: Clock) -> str:
    years = [year for event in events if (year := year_by(desk, clock, event))]
    if not years:
        return desk.say("There are no entries yet.")
    if clock is REPORTED:
        return desk.say(
            "The same entries in the order in which articles first reported them, from %(first)s to %(last)s.",
            first=min(years),
            last=max(years),
        )
    told = sum(bool(event.evidence) for event in events)
    span = desk.count(
        "%(number)s entry between %(first)s and %(last)s",
        "%(number)s entries between %(first)s and %(last)s",
        len(events),
        first=min(years),
        last=max(years),
    )
    if len(events) > MOST:
        most = desk.say(
            "Here are the %(number)s most important ones; each year leads to all of its own.", number=OUTLINE
        )
        return f"{span}. {most}"
    if told == len(events):
        return f"{span}."
    reported = desk.count("Articles report %(number)s of them", "Articles report %(number)s of them", told)
    others = desk.say("the others, set smaller, stand only in tables")
    return f"{span}. {reported}; {others}."

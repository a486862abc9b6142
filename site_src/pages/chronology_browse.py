"""The lists at the foot of a timeline: every year, kind, country and outlet that has a page of its entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from site_src.addresses import relative
from site_src.model import Event
from site_src.pages.cards import kind_label
from site_src.pages.chronology_clocks import HAPPENED, Clock, by_year
from site_src.pages.chronology_facets import outlets_of, slug
from site_src.pages.desk import Desk
from site_src.pages.views import Link


@dataclass(frozen=True, slots=True)
class Shelf:
    """The entries of a year, a kind, a country or an outlet, and the page that lists them."""

    path: str
    name: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Register:
    """All shelves of one sort."""

    code: str
    name: str
    shelves: tuple[Shelf, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A register as a page prints it."""

    code: str
    name: str
    links: tuple[tuple[Link, str], ...]
    """Each with how many entries it has."""
    long: bool
    """Whether it is folded away."""


KINDS = "kinds"
"""The register, and the folder, of the kinds."""
LONG = 24
"""Shelves above which a page folds their list away."""


def registers(desk: Desk) -> tuple[Register, ...]:
    """Sort all entries onto their shelves."""
    return desk.once(("registers",), lambda: _registers(desk))


def _registers(desk: Desk) -> tuple[Register, ...]:
    events = desk.holdings.events
    kinds = ((event.kind, event) for event in events)
    outlets = ((id, event) for event in events for id in outlets_of(desk, event))
    names = {event.kind: kind_label(desk, event).text for event in events}
    countries = [
        Shelf(desk.country_path(id), desk.name(id), desk.holdings.events_of_country[id])
        for id in desk.holdings.countries
        if id in desk.holdings.events_of_country
    ]
    found = (
        Register("years", desk.say("Years"), years(desk, HAPPENED)),
        Register(KINDS, desk.say("Kinds"), _shelves(desk, KINDS, kinds, names.__getitem__)),
        Register("countries", desk.say("Countries"), tuple(sorted(countries, key=_alphabet))),
        Register("outlets", desk.say("Outlets"), _shelves(desk, "outlets", outlets, desk.outlet)),
    )
    return tuple(one for one in found if one.shelves)


def years(desk: Desk, clock: Clock) -> tuple[Shelf, ...]:
    """Sort all entries onto the shelves of their years."""
    found = by_year(desk, clock, desk.holdings.events)
    return tuple(
        Shelf(desk.path(year_name(clock, year)), str(year) if year else desk.say(clock.unknown), events)
        for year, events in found
    )


def year_name(clock: Clock, year: int) -> str:
    """Name the page of a year, without its language's folder."""
    return f"{clock.folder}/{year or 'undated'}.html"


def listings(found: tuple[Register, ...], desk: Desk, start: str) -> tuple[Listing, ...]:
    """Print the registers on the page at `start`."""
    return tuple(
        Listing(one.code, one.name, tuple(_link(desk, start, shelf) for shelf in one.shelves), len(one.shelves) > LONG)
        for one in found
    )


def _link(desk: Desk, start: str, shelf: Shelf) -> tuple[Link, str]:
    return Link(shelf.name, relative(start, shelf.path), current=shelf.path == start), desk.words.number(
        len(shelf.events)
    )


def _shelves(
    desk: Desk, folder: str, pairs: Iterable[tuple[str, Event]], name: Callable[[str], str]
) -> tuple[Shelf, ...]:
    """Sort entries by what they have, each of which is named and gets a page in a folder."""
    groups: dict[str, list[Event]] = defaultdict(list)
    for id, event in pairs:
        groups[id].append(event)
    found = [Shelf(desk.path(f"{folder}/{slug(id)}.html"), name(id), tuple(group)) for id, group in groups.items()]
    return tuple(sorted(found, key=_alphabet))


def _alphabet(shelf: Shelf) -> tuple[str, str]:
    return shelf.name.casefold(), shelf.path

"""The lists at the foot of a timeline: every year, kind, country and outlet that has a page of its entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from site_src.addresses import relative
from site_src.model import Event
from site_src.pages.cards import kind_label
from site_src.pages.chronology_clocks import CLOCKS, HAPPENED, Clock, by_year
from site_src.pages.chronology_facets import outlets_of, slug
from site_src.pages.desk import Desk
from site_src.pages.views import Link


@dataclass(frozen=True, slots=True)
class Shelf:
    """The entries of a year, a kind, a country or an outlet, and the page that lists them."""

    path: str
    name: str
    events: tuple[Event, ...]

    @property
    def place(self) -> tuple[str, str]:
        """Its place in the alphabet."""
        return self.name.casefold(), self.path


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
    outlets = ((id, event) for event in events for id in outlets_of(desk, event))
    kinds = [kind_shelf(desk, id) for id in of_kinds(desk)]
    countries = [
        Shelf(desk.country_path(id), desk.name(id), desk.holdings.events_of_country[id])
        for id in desk.holdings.countries
        if id in desk.holdings.events_of_country
    ]
    found = (
        Register("years", desk.say("Years"), years(desk, HAPPENED)),
        Register(KINDS, desk.say("Kinds"), tuple(sorted(kinds, key=lambda shelf: shelf.place))),
        Register("countries", desk.say("Countries"), tuple(sorted(countries, key=lambda shelf: shelf.place))),
        Register("outlets", desk.say("Outlets"), _shelves(desk, "outlets", outlets, desk.outlet)),
    )
    return tuple(one for one in found if one.shelves)


def years(desk: Desk, clock: Clock) -> tuple[Shelf, ...]:
    """Sort all entries onto the shelves of their years."""
    return tuple(year_shelf(desk, clock, year) for year in in_years(desk, clock))


def year_shelf(desk: Desk, clock: Clock, year: str) -> Shelf:
    """Give the shelf of a year, by its number; "0" has what the clock does not know."""
    return Shelf(desk.path(year_name(clock, int(year))), year_words(desk, clock, year), in_years(desk, clock)[year])


def year_words(desk: Desk, clock: Clock, year: str) -> str:
    """Name a year."""
    return year if int(year) else desk.say(clock.unknown)


def in_years(desk: Desk, clock: Clock) -> Mapping[str, tuple[Event, ...]]:
    """Sort all entries by the years under which a clock has them."""
    return desk.sort(clock.code, IN_YEARS[clock.code])


def _in_years(clock: Clock, desk: Desk) -> Mapping[str, tuple[Event, ...]]:
    return {str(year): events for year, events in by_year(desk, clock, desk.holdings.events)}


def year_name(clock: Clock, year: int) -> str:
    """Name the page of a year, without its language's folder."""
    return f"{clock.folder}/{year or 'undated'}.html"


Counted = tuple[tuple[str, str, tuple[tuple[str, str, int], ...]], ...]
"""The registers without their entries: the code and name of each, and of its shelves path, name and number of entries."""


def counted(desk: Desk) -> Mapping[str, Counted]:
    """Say how many entries stand on each shelf."""
    found = registers(desk)
    return {"": tuple((one.code, one.name, tuple(map(_counted, one.shelves))) for one in found)}


def _counted(shelf: Shelf) -> tuple[str, str, int]:
    return shelf.path, shelf.name, len(shelf.events)


def listings(desk: Desk, start: str) -> tuple[Listing, ...]:
    """Print the registers on the page at `start`."""
    found = desk.sort("counted", counted)[""]
    return tuple(
        Listing(code, name, tuple(_link(desk, start, *shelf) for shelf in shelves), len(shelves) > LONG)
        for code, name, shelves in found
    )


def _link(desk: Desk, start: str, path: str, name: str, number: int) -> tuple[Link, str]:
    return Link(name, relative(start, path), current=path == start), desk.words.number(number)


def of_kinds(desk: Desk) -> Mapping[str, tuple[Event, ...]]:
    """Sort all entries by their kinds."""
    return desk.sort(KINDS, _of_kinds)


def _of_kinds(desk: Desk) -> Mapping[str, tuple[Event, ...]]:
    groups: dict[str, list[Event]] = defaultdict(list)
    for event in desk.holdings.events:
        groups[event.kind].append(event)
    return {id: tuple(events) for id, events in groups.items()}


def kind_shelf(desk: Desk, id: str) -> Shelf:
    """Give the shelf of a kind."""
    events = of_kinds(desk)[id]
    return Shelf(desk.path(f"{KINDS}/{slug(id)}.html"), kind_label(desk, events[0]).text, events)


def _shelves(
    desk: Desk, folder: str, pairs: Iterable[tuple[str, Event]], name: Callable[[str], str]
) -> tuple[Shelf, ...]:
    """Sort entries by what they have, each of which is named and gets a page in a folder."""
    groups: dict[str, list[Event]] = defaultdict(list)
    for id, event in pairs:
        groups[id].append(event)
    found = [Shelf(desk.path(f"{folder}/{slug(id)}.html"), name(id), tuple(group)) for id, group in groups.items()]
    return tuple(sorted(found, key=lambda shelf: shelf.place))


IN_YEARS = {clock.code: partial(_in_years, clock) for clock in CLOCKS}
SORTS: Mapping[str, Callable[[Desk], Mapping[str, object]]] = {**IN_YEARS, KINDS: _of_kinds, "counted": counted}
"""What is sorted from all entries, by its name."""

"""A page for each year: all of its entries, and the way to the years before and after it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from site_src.addresses import relative
from site_src.model import Event, Page
from site_src.pages.chronology import MOST
from site_src.pages.chronology_browse import Register, Shelf, registers, year_name, years
from site_src.pages.chronology_clocks import HAPPENED, REPORTED, Clock, year_by
from site_src.pages.chronology_shelf import shelf_page
from site_src.pages.desk import Desk
from site_src.pages.views import Link
from site_src.wording.dates import month_names

CROWDED = 100
"""Entries of a year above which its page has sections by month."""


def pages(desk: Desk) -> Iterator[Page]:
    """Plan the pages of the years in which something happened; of a large timeline also those of the reports."""
    found = registers(desk)
    yield from _of_clock(desk, HAPPENED, found)
    if len(desk.holdings.events) > MOST:
        yield from _of_clock(desk, REPORTED, found)


def _of_clock(desk: Desk, clock: Clock, found: tuple[Register, ...]) -> Iterator[Page]:
    shelves = years(desk, clock)
    for place, shelf in enumerate(shelves):
        year = year_by(desk, clock, shelf.events[0])
        yield shelf_page(
            desk,
            year_name(clock, year),
            shelf,
            found,
            sections=_months(desk, clock, shelf),
            above=(clock.page, desk.say("Timeline") if clock is HAPPENED else desk.say("Timeline of the reports")),
            before=_neighbour(shelf, shelves[:place][-1:]),
            after=_neighbour(shelf, shelves[place + 1 :][:1]),
            clock=clock,
        )


def _neighbour(shelf: Shelf, others: tuple[Shelf, ...]) -> Link | None:
    return next((Link(one.name, relative(shelf.path, one.path)) for one in others), None)


def _months(desk: Desk, clock: Clock, shelf: Shelf) -> list[tuple[str, tuple[Event, ...]]]:
    """Cut a crowded year by the months in which its entries begin; another one stays whole."""
    if len(shelf.events) <= CROWDED:
        return [("", shelf.events)]
    names = month_names(desk.words)
    groups = groupby(shelf.events, lambda event: _month(desk, clock, event))
    return [(names[month - 1] if month else shelf.name, tuple(group)) for month, group in groups]


def _month(desk: Desk, clock: Clock, event: Event) -> int:
    """Give the month in which an entry begins; 0 where only the year is known."""
    when = clock.when(desk, event)
    if when is None or when.days > 31:
        return 0
    return (when.latest if clock is REPORTED else when.earliest).month

"""A page for each year: all of its entries, and the way to the years before and after it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from site_src.addresses import relative
from site_src.model import Event, Page
from site_src.pages.chronology import MOST
from site_src.pages.chronology_browse import Shelf, in_years, year_name, year_shelf, year_words
from site_src.pages.chronology_clocks import CLOCKS, HAPPENED, REPORTED, Clock
from site_src.pages.chronology_shelf import shelf_page
from site_src.pages.desk import ALL, Desk, Sheet
from site_src.pages.views import Link
from site_src.wording.dates import month_names

CROWDED = 100
"""Entries of a year above which its page has sections by month."""


def pages(desk: Desk) -> Iterator[Page]:
    """Plan the pages of the years in which something happened; of a large timeline also those of the reports."""
    return (page(desk, *sheet.of) for sheet in sheets(desk))


def sheets(desk: Desk, some: slice = ALL) -> tuple[Sheet, ...]:
    """Lay out a sheet for every year, or for some of them: with the years before and after."""
    clocks = CLOCKS if len(desk.holdings.events) > MOST else (HAPPENED,)
    return tuple(sheet for clock in clocks for sheet in _of_clock(desk, clock))[some]


def _of_clock(desk: Desk, clock: Clock) -> Iterator[Sheet]:
    years = list(in_years(desk, clock))
    for year, before, after in zip(years, ["", *years], [*years[1:], ""], strict=False):
        yield Sheet(desk.path(year_name(clock, int(year))), (clock.code, year, before, after))


def page(desk: Desk, code: str, year: str, before: str, after: str) -> Page:
    """Plan the page of a year."""
    clock = next(clock for clock in CLOCKS if clock.code == code)
    shelf = year_shelf(desk, clock, year)
    return shelf_page(
        desk,
        year_name(clock, int(year)),
        shelf,
        sections=_months(desk, clock, shelf),
        above=(clock.page, desk.say("Timeline") if clock is HAPPENED else desk.say("Timeline of the reports")),
        before=_neighbour(desk, clock, shelf, before),
        after=_neighbour(desk, clock, shelf, after),
        clock=clock,
    )


def _neighbour(desk: Desk, clock: Clock, shelf: Shelf, year: str) -> Link | None:
    path = desk.path(year_name(clock, int(year))) if year else ""
    return Link(year_words(desk, clock, year), relative(shelf.path, path)) if year else None


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

"""A page for each kind of entry: its entries by year. Countries and outlets have pages of their own sort."""

from __future__ import annotations

from collections.abc import Iterator

from site_src.model import Page
from site_src.pages.chronology_browse import KINDS, kind_shelf, of_kinds
from site_src.pages.chronology_clocks import HAPPENED, by_year
from site_src.pages.chronology_shelf import shelf_page
from site_src.pages.desk import ALL, Desk, Sheet


def pages(desk: Desk) -> Iterator[Page]:
    """Plan the pages of the kinds."""
    return (page(desk, *sheet.of) for sheet in sheets(desk))


def sheets(desk: Desk, some: slice = ALL) -> tuple[Sheet, ...]:
    """Lay out a sheet for every kind, or for some of them."""
    found = sorted((kind_shelf(desk, id).place, id) for id in of_kinds(desk))
    return tuple(Sheet(path, (id,)) for (_, path), id in found)[some]


def page(desk: Desk, id: str) -> Page:
    """Plan the page of a kind."""
    shelf = kind_shelf(desk, id)
    return shelf_page(
        desk,
        f"{KINDS}/{shelf.path.rpartition('/')[2]}",
        shelf,
        sections=[
            (str(year) if year else desk.say(HAPPENED.unknown), group)
            for year, group in by_year(desk, HAPPENED, shelf.events)
        ],
        above=("timeline.html", desk.say("Timeline")),
    )

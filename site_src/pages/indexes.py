"""A page for each kind of entry: its entries by year. Countries and outlets have pages of their own sort."""

from __future__ import annotations

from collections.abc import Iterator

from site_src.model import Page
from site_src.pages.chronology_browse import KINDS, registers
from site_src.pages.chronology_clocks import HAPPENED, by_year
from site_src.pages.chronology_shelf import shelf_page
from site_src.pages.desk import Desk


def pages(desk: Desk) -> Iterator[Page]:
    """Plan the pages of the kinds."""
    found = registers(desk)
    for register in found:
        for shelf in register.shelves if register.code == KINDS else ():
            grouped = by_year(desk, HAPPENED, shelf.events)
            yield shelf_page(
                desk,
                f"{KINDS}/{shelf.path.rpartition('/')[2]}",
                shelf,
                found,
                sections=[(str(year) if year else desk.say(HAPPENED.unknown), group) for year, group in grouped],
                above=("timeline.html", desk.say("Timeline")),
            )

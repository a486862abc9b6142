"""The page of a shelf: the entries of a year or a kind in sections, with their numbered sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from site_src.model import Event, Page
from site_src.pages.chronology_browse import Shelf, listings
from site_src.pages.chronology_clocks import HAPPENED, Clock
from site_src.pages.chronology_references import number, references
from site_src.pages.chronology_stories import Story, room, stories
from site_src.pages.desk import Desk
from site_src.pages.frame import framed
from site_src.pages.legend import legend
from site_src.pages.views import Link

BRIEF = 500
"""Entries above which a page names them only: each has a page of its own."""
MANY = 60
"""Entries above which browsers are told to lay out only the sections in view."""


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the page; without a name where it is the only one."""

    name: str
    count: str
    size: int
    """How many entries it may have."""
    stories: tuple[Story, ...]


def shelf_page(
    desk: Desk,
    name: str,
    shelf: Shelf,
    *,
    sections: Sequence[tuple[str, tuple[Event, ...]]],
    above: tuple[str, str],
    before: Link | None = None,
    after: Link | None = None,
    clock: Clock = HAPPENED,
) -> Page:
    """Plan the page of a shelf, cut into sections as (name, entries)."""
    brief = len(shelf.events) > BRIEF
    numbers = number(event for _, events in sections for event in events)
    return framed(
        desk,
        name,
        "shelf.html",
        shelf.name,
        lead=desk.count("%(number)s entry", "%(number)s entries", len(shelf.events)),
        trail=(above,),
        parts=[
            Part(
                name,
                desk.count("%(number)s entry", "%(number)s entries", len(events)),
                room(len(events)),
                stories(desk, shelf.path, events, numbers, clock=clock, opened=not brief),
            )
            for name, events in sections
        ],
        brief=brief,
        many=len(shelf.events) > MANY,
        before=before,
        after=after,
        legend=legend(desk),
        references=() if brief else references(desk, shelf.path, numbers),
        listings=listings(desk, shelf.path),
    )

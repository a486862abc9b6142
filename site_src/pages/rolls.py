"""Rolls: the entries of somebody or something, each with its quote, or as lines by year where they are many."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from site_src.model import Event
from site_src.pages.cards import card
from site_src.pages.chronology_stories import room
from site_src.pages.desk import Desk
from site_src.pages.holdings import year_of
from site_src.pages.views import Card

MANY = 150
"""Entries above which a page names them only: each has a page of its own."""


@dataclass(frozen=True, slots=True)
class Roll:
    """Entries in order of time."""

    cards: tuple[Card, ...]
    """Empty where they are many."""
    years: tuple[tuple[str, int, tuple[Card, ...]], ...]
    """Where they are many, by year: its name, the room that it is kept while out of view, and its entries."""


def roll(desk: Desk, start: str, events: Iterable[Event]) -> Roll:
    """List entries for the page at `start`."""
    found = tuple(events)
    if len(found) <= MANY:
        return Roll(tuple(card(desk, start, event) for event in found), ())
    years = groupby(found, year_of)
    return Roll((), tuple(_year(desk, start, year, tuple(group)) for year, group in years))


def _year(desk: Desk, start: str, year: int, events: tuple[Event, ...]) -> tuple[str, int, tuple[Card, ...]]:
    name = str(year) if year else desk.say("Date unknown")
    return name, room(len(events)), tuple(card(desk, start, event) for event in events)

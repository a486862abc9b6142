"""The list of all entries that a large timeline's filters read: a script, loaded when somebody filters."""

from __future__ import annotations

from site_src.model import Event, Page
from site_src.notation import compact
from site_src.pages.cards import title_of
from site_src.pages.chronology_clocks import HAPPENED, REPORTED, exact, in_order, known_by, year_by
from site_src.pages.chronology_facets import values
from site_src.pages.desk import Desk
from site_src.pages.scales import mark
from site_src.wording.dates import date_words

NAME = "timeline-entries.js"


def page(desk: Desk) -> Page:
    """Plan the list: the values of all facets once, and a row for each entry that points at them."""
    events = in_order(desk, HAPPENED, desk.holdings.events)
    places: dict[str, int] = {}
    rows = [_row(desk, event, places) for event in events]
    content = compact({"values": list(places), "rows": rows})
    return Page(desk.path(NAME), "timeline-entries.js", desk.language, {"entries": content, "robots": "noindex"})


def _row(desk: Desk, event: Event, places: dict[str, int]) -> list[object]:
    """Write an entry: its page, title, title's language, mark, values, day of report, and by each clock year and date."""
    title, lang = title_of(desk, event)
    found = [places.setdefault(f"{facet}:{value}", len(places)) for facet, value, _ in values(desk, event)]
    times = [
        [year_by(desk, clock, event), int(exact(when)), date_words(when, desk.words).label]
        for clock in (HAPPENED, REPORTED)
        for when in [clock.when(desk, event)]
    ]
    return [
        desk.event_link(desk.path(NAME), event.id),
        title,
        lang,
        mark(event.when),
        found,
        known_by(desk, event),
        *times,
    ]

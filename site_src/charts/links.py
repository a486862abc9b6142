"""Which entry stands behind a row of the tables.

links.of(events, limit)["membership", 14]  ->  "events/2017-06-09-accession.html"
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_src.addresses import file_name
from site_src.model import Event, Row
from site_src.topic.values import Topic

Links = Mapping[tuple[str, int], str]
"""(table, line) -> a page's address, relative to the folder of a language's pages."""


def all_have_pages(topic: Topic, entries: Sequence[object]) -> bool:
    """Tell whether every entry has a page.

    Where the topic gives pages only to its most important entries, and there are more, which entry has one is not this
    stage's to decide: nothing is linked then, for a dead link is worse than none.
    """
    return not topic.max_entries or len(entries) <= topic.max_entries


def page(entry: str) -> str:
    """Give the address of an entry's page by its id, relative to the folder of a language's pages."""
    return f"events/{file_name(entry)}.html"


def of(topic: Topic, events: Sequence[Event]) -> Links:
    """Map rows to the pages of the entries that carry them."""
    found: dict[tuple[str, int], str] = {}
    for event in events if all_have_pages(topic, events) else ():
        for row in event.rows:
            found.setdefault((row.table, row.line), page(event.id))
    return found


def behind(links: Links, rows: Sequence[Row]) -> str:
    """Give the first entry behind one of the rows; empty if there is none."""
    return next((links[row.table, row.line] for row in rows if (row.table, row.line) in links), "")

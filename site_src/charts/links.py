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


def of(topic: Topic, events: Sequence[Event]) -> Links:
    """Map rows to the pages of the entries that carry them.

    Where the topic gives pages only to its most important entries, and there are more, nothing is linked: which entry
    has a page is not this stage's to decide, and a dead link is worse than none.
    """
    if topic.max_entries and len(events) > topic.max_entries:
        return {}
    found: dict[tuple[str, int], str] = {}
    for event in events:
        for row in event.rows:
            found.setdefault((row.table, row.line), f"events/{file_name(event.id)}.html")
    return found


def behind(links: Links, rows: Sequence[Row]) -> str:
    """Give the first entry behind one of the rows; empty if there is none."""
    return next((links[row.table, row.line] for row in rows if (row.table, row.line) in links), "")

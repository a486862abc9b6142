"""Leave out what only adds to an entry of its day: "seven were held", beside the meeting that the article tells."""

from __future__ import annotations

from collections.abc import Sequence

from site_src.events.drafts import Draft
from site_src.events.nodes import GENERAL
from site_src.topic.values import Topic


def _told_in(entry: Draft) -> frozenset[str]:
    return frozenset(item.evidence.article for item in entry.statements)


def without_details(entries: Sequence[Draft], topic: Topic) -> tuple[Draft, ...]:
    """Leave out sentences without actors and kind that add to what their article tells of the day: no second entry.

    Only where a topic knows its kinds: without them such sentences are all there is.
    """
    if not topic.organisation:
        return tuple(entries)
    told = {
        (article, entry.when.earliest, entry.when.latest)
        for entry in entries
        if entry.kind != GENERAL
        for article in _told_in(entry)
    }
    return tuple(
        entry
        for entry in entries
        if entry.kind != GENERAL
        or entry.actors
        or entry.rows
        or not all((article, entry.when.earliest, entry.when.latest) in told for article in _told_in(entry))
    )

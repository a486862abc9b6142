"""Leave out what only adds to another entry: "seven were held", beside the meeting that the article tells.

What names nobody but tells of the very day and town of a listed meeting is told of that meeting.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_src.events.drafts import Draft
from site_src.events.near import joined
from site_src.events.nodes import GENERAL
from site_src.topic.values import Topic

_DAYS = 7
"""The longest stretch of a telling that can be told of a meeting."""


def _told_in(entry: Draft) -> frozenset[str]:
    return frozenset(item.evidence.article for item in entry.statements)


def _is_bare(entry: Draft) -> bool:
    """Tell whether an entry has no kind, no row and nobody who acts."""
    return entry.kind == GENERAL and not entry.actors and not entry.rows


def _why(best: Draft, other: Draft) -> str:
    return f"{other.when.edtf} and {best.place} are those of the meeting, and it names nobody"


def without_details(entries: Sequence[Draft], topic: Topic, published: Mapping[str, str]) -> tuple[Draft, ...]:
    """Leave out sentences without actors and kind that add to what their article tells of the day: no second entry.

    Those of the day and town of a listed meeting go to it; coarser ones, of its month or year, are left out. Only where
    a topic knows its kinds: without them such sentences are all there is.
    """
    if not topic.organisation:
        return tuple(entries)
    told = {
        (article, entry.when.earliest, entry.when.latest)
        for entry in entries
        if entry.kind != GENERAL
        for article in _told_in(entry)
    }
    meetings = _meetings(entries, topic)
    kept, folded = [], dict[int, list[Draft]]()
    for at, entry in enumerate(entries):
        if not _is_bare(entry):
            kept.append(at)
            continue
        held = [one for one in meetings if entries[one].place == entry.place and entry.when.meets(entries[one].when)]
        if held and entry.when.days <= _DAYS and entry.stance != "planned":
            folded.setdefault(held[0], []).append(entry)
        elif not held and not all((one, entry.when.earliest, entry.when.latest) in told for one in _told_in(entry)):
            kept.append(at)
    return tuple(
        joined(entries[at], folded[at], published, "same_place", _why) if at in folded else entries[at] for at in kept
    )


def _meetings(entries: Sequence[Draft], topic: Topic) -> tuple[int, ...]:
    """Give the entries of listed meetings."""
    kinds = {series.kind for series in topic.series}
    return tuple(at for at, entry in enumerate(entries) if entry.rows and entry.place and entry.kind in kinds)

"""Timeline -> the next release: what is not as the last one left it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date

from site_src.history.marks import digest, published
from site_src.history.silence import without_words
from site_src.history.state import State, newest
from site_src.model import Event, Left, Published, Release, Timeline, Words
from site_src.topic.values import Withdrawal


def record(
    timeline: Timeline, releases: Sequence[Release], shown: Sequence[Event], *, day: date, note: Words
) -> Release | None:
    """Make the release that follows the others; None if nothing has changed since the last one.

    `shown` are the entries that have a page; the timeline's past says where the lost addresses lead.
    """
    state = newest(releases)
    entries = (*_standing(shown, state), *_lost(timeline.past.left, state))
    number = max((one.number for one in releases), default=0) + 1
    return Release(number, day, note, tuple(sorted(entries, key=lambda one: one.address))) if entries else None


def _standing(shown: Sequence[Event], state: State) -> Iterator[Published]:
    now = (published(event) for event in shown)
    return (entry for entry in now if state.now.get(entry.address) != entry)


def _lost(left: Sequence[Left], state: State) -> Iterator[Published]:
    """Record addresses that were lost since, and those of which more or less is known than before."""
    for one in left:
        before = state.now.get(one.address)
        fate = before.fate if before else ""
        if one.to and fate in ("stands", "gone"):
            yield Published(one.address, "moved", one.to)
        elif not one.to and fate in ("stands", "moved"):
            yield Published(one.address, "gone")


def without_withdrawn(releases: Sequence[Release], withdrawn: Collection[Withdrawal]) -> tuple[Release, ...]:
    """Take the words that withdrawn articles told out of releases that were recorded before."""
    taken = {digest(id) for each in withdrawn for id in each.articles}
    return tuple(
        replace(
            release,
            entries=tuple(without_words(one) if taken & {*one.articles} else one for one in release.entries),
        )
        for release in releases
    )

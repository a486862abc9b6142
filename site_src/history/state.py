"""Releases -> how things stood after some of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from site_src.model import Published, Release


@dataclass(frozen=True, slots=True)
class State:
    """What is known of every address after a release."""

    now: Mapping[str, Published] = field(default_factory=dict)
    """Its newest line."""
    words: Mapping[str, Published] = field(default_factory=dict)
    """Its newest line with words: as the entry last stood."""
    left: Mapping[str, date] = field(default_factory=dict)
    """The day of the release that took it away or moved it."""

    @property
    def standing(self) -> int:
        """How many entries stand."""
        return sum(one.fate == "stands" for one in self.now.values())


def after(state: State, release: Release) -> State:
    """Give the state after one more release."""
    lines = {one.address: one for one in release.entries}
    stands = {id: one for id, one in lines.items() if one.fate == "stands"}
    left = {id: day for id, day in state.left.items() if id not in stands}
    gone = {id: release.day for id in lines if id not in stands and id not in left}
    return State({**state.now, **lines}, {**state.words, **stands}, {**left, **gone})


def newest(releases: Iterable[Release]) -> State:
    """Give the state after all releases."""
    state = State()
    for release in releases:
        state = after(state, release)
    return state

"""Runs of words held small: every different word once, and the runs as the places of their words.

    pack_runs((("the", "fee", "rose"), ("the", "fee")))  ->  words "the fee rose", places 1 2 3 0 1 2 0

A sentence as a tuple of words takes ten times as much to hold and to remember between builds.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from sys import intern

_END = 0
"""Stands behind the last word of a run."""


@dataclass(frozen=True, slots=True)
class Runs:
    """Some runs of words; words hold letters only."""

    words: str = ""
    """Every different word, in the order of their first use, with spaces between them."""
    places: bytes = b""
    """For every word of every run its place in `words`, counted from 1; whole numbers in this machine's own order."""

    def read(self) -> list[tuple[str, ...]]:
        """Give the runs."""
        words = self.table()
        return [tuple(map(words.__getitem__, run)) for run in self.cut()]

    def table(self) -> list[str]:
        """Give each different word at its place. One string for a word wherever it stands: an archive has few of them."""
        return ["", *map(intern, self.words.split())]

    def cut(self, many: int = -1) -> list[array[int]]:
        """Give the runs, or the first ones, as the places of their words."""
        places = array("H" if len(self.words) < 1 << 16 else _kind(len(self.words.split()) + 1))
        places.frombytes(self.places)
        found: list[array[int]] = []
        start = 0
        while start < len(places) and len(found) != many:
            end = places.index(_END, start)
            found.append(places[start:end])
            start = end + 1
        return found


def pack_runs(runs: Iterable[Iterable[str]]) -> Runs:
    """Hold runs of words small; `Runs.read` gives them back."""
    every = tuple(map(tuple, runs))
    place = {word: at for at, word in enumerate(dict.fromkeys(chain.from_iterable(every)), 1)}
    places = array(_kind(len(place) + 1))
    for run in every:
        places.extend(map(place.__getitem__, run))
        places.append(_END)
    return Runs(" ".join(place), places.tobytes())


def _kind(many: int) -> str:
    """Give the kind of the smallest numbers that can count so many words: two bytes are enough for all but books."""
    return "H" if many <= 1 << 16 else "I"

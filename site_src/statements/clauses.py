"""Cut a sentence into clauses, so that only those act whom the fact's own clause names.

    "A and B met on Monday to discuss C, and D watched."  ->  [A and B met on Monday] [to discuss C] [and D watched]

No grammar: marks, and the pack's words that begin a clause. A comma inside a list of names ends nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from site_src.languages.lexicon import Span
from site_src.statements.scenes import Scene

_FRAME_REACH = 28
"""Characters between a frame word and what it frames: "on the sidelines of the annual summit"."""


def clause_of(scene: Scene, start: int, end: int) -> Span:
    """Give the clause around a stretch of words: between the nearest commas, dashes and quotation marks."""
    left = max((stop for _, stop in scene.marks if stop <= start), default=0)
    right = next((begin for begin, _ in scene.marks if begin >= end), len(scene.words))
    return left, right


def hard_marks(scene: Scene, start: int, end: int) -> int:
    """Count the marks of a stretch that end more than a list does."""
    return sum(start <= first and last <= end and scene.words[first] != "," for first, last in scene.marks)


def framed(scene: Scene, start: int, frames: str = "frames") -> bool:
    """Tell whether what begins at `start` follows a frame word in its own clause."""
    left, _ = clause_of(scene, start, start)
    return any(max(left, start - _FRAME_REACH) <= first and last <= start for first, last in scene.hits.spans(frames))


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of a sentence in order; a main clause goes on after one that stands inside it."""

    starts: tuple[int, ...]
    """Where each stretch begins, in order."""
    chains: tuple[int, ...]
    """The clause that each belongs to: 0, 1, ... are main clauses, below 0 those under one."""

    def chain(self, place: int) -> int:
        """Give the clause to which a place of the sentence belongs."""
        return self.chains[bisect_right(self.starts, place) - 1]

    def begin(self, chain: int) -> int:
        """Give where a clause begins."""
        return self.starts[self.chains.index(chain)]


def lists_on(scene: Scene, comma: int, behind: int) -> bool:
    """Tell whether a comma stands in a list of names: a name ends right before it and one begins right after."""
    joined = scene.hits.starts_at("joins", behind)
    after = joined[1] if joined else behind
    left = any(0 <= comma - scene.stops(one) <= 2 for one in scene.entities)
    stop = next((begin for begin, _ in scene.marks if begin >= after), len(scene.words))
    return left and any(after <= scene.at(one) <= min(after + 24, stop) for one in scene.entities)


@lru_cache(maxsize=16)
def clauses(scene: Scene) -> Clauses:
    """Cut a sentence into clauses; remembered for the sentences told last."""
    cuts = sorted(
        [(*mark, "mark") for mark in scene.marks] + [(*span, "under") for span in scene.hits.spans("clauses")]
    )
    parts, main, below = [(0, 0)], 0, 0
    for start, end, what in cuts:
        if what == "under":
            below -= 1
            parts.append((start, below))
            continue
        joined = scene.hits.starts_at("joins", end)
        if scene.words[start] == "," and lists_on(scene, start, end):
            continue
        main += joined is not None
        parts.append((end, main))
    starts, chains = zip(*sorted(parts, key=itemgetter(0)), strict=True)
    return Clauses(starts, chains)

"""Cut a sentence into clauses, so that only those act whom the fact's own clause names.

    "A and B met on Monday to discuss C, and D watched."  ->  [A and B met on Monday] [to discuss C] [and D watched]

No grammar: marks, and the pack's words that begin a clause. A comma inside a list of names ends nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from site_src.languages.pack import LanguagePack
from site_src.languages.phrases import any_of

CLAUSE = re.compile(r"[,;:]\s|\s[–—]\s|[“”\"]")
"""Marks that end a clause."""
HARD = re.compile(r"[;:]\s|\s[–—]\s|[“”\"]")
"""Those of them that end more than a list does."""
_FRAME_REACH = 28
"""Characters between a frame word and what it frames: "on the sidelines of the annual summit"."""

Span = tuple[int, int]


def clause_of(words: str, start: int, end: int) -> Span:
    """Give the clause around a stretch of words: between the nearest commas, dashes and quotation marks."""
    left = max((match.end() for match in CLAUSE.finditer(words, 0, start)), default=0)
    right = CLAUSE.search(words, end)
    return left, right.start() if right else len(words)


def framed(words: str, start: int, frames: re.Pattern[str]) -> bool:
    """Tell whether what begins at `start` follows a frame word in its own clause."""
    reach = words[max(0, start - _FRAME_REACH) : start]
    matches = list(frames.finditer(reach))
    return bool(matches) and not CLAUSE.search(reach, matches[-1].end())


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence and the clause that it belongs to: 0, 1, ... are main clauses, below 0 those under one."""

    start: int
    chain: int


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of a sentence in order; a main clause goes on after one that stands inside it."""

    parts: tuple[Clause, ...]

    def chain(self, place: int) -> int:
        """Give the clause to which a place of the sentence belongs."""
        return self.parts[bisect_right(self.parts, place, key=lambda part: part.start) - 1].chain

    def begin(self, chain: int) -> int:
        """Give where a clause begins."""
        return next(part.start for part in self.parts if part.chain == chain)


def _lists_on(words: str, comma: int, after: int, names: Sequence[Span]) -> bool:
    """Tell whether a comma stands in a list of names: a name ends right before it and one begins right after."""
    left = any(0 <= comma - end <= 2 for _, end in names)
    right = any(0 <= start - after <= 24 and not CLAUSE.search(words, after, start) for start, _ in names)
    return left and right


def clauses(words: str, names: Sequence[Span], pack: LanguagePack | None) -> Clauses:
    """Cut a sentence into clauses; `names` are the spans of its entities, which may form lists."""
    under = any_of(pack.speech.clauses if pack else ())
    joins = any_of(pack.speech.joins if pack else ())
    marks = sorted(
        [(match.start(), match.end(), "mark") for match in CLAUSE.finditer(words)]
        + [(match.start(), match.end(), "under") for match in under.finditer(words)]
    )
    parts, main, below, current = [Clause(0, 0)], 0, 0, 0
    for start, end, what in marks:
        if what == "under":
            below -= 1
            current = below
            parts.append(Clause(start, current))
            continue
        joined = joins.match(words, end)
        after = joined.end() if joined else end
        if words[start] == "," and _lists_on(words, start, after, names):
            continue
        if joined:
            main += 1
        current = main
        parts.append(Clause(end, current))
    return Clauses(tuple(sorted(parts, key=lambda part: part.start)))

"""Where clauses end in a sentence, and which words stand in the frame of a fact: "on the sidelines of ..."."""

from __future__ import annotations

import re

CLAUSE = re.compile(r"[,;:]\s|\s[–—]\s|[“”\"]")
"""Marks that end a clause."""
HARD = re.compile(r"[;:]\s|\s[–—]\s|[“”\"]")
"""Those of them that end more than a list does."""
_FRAME_REACH = 28
"""Characters between a frame word and what it frames: "on the sidelines of the annual summit"."""


def clause_of(words: str, start: int, end: int) -> tuple[int, int]:
    """Give the clause around a stretch of words: between the nearest commas, dashes and quotation marks."""
    left = max((match.end() for match in CLAUSE.finditer(words, 0, start)), default=0)
    right = CLAUSE.search(words, end)
    return left, right.start() if right else len(words)


def framed(words: str, start: int, frames: re.Pattern[str]) -> bool:
    """Tell whether what begins at `start` follows a frame word in its own clause."""
    reach = words[max(0, start - _FRAME_REACH) : start]
    matches = list(frames.finditer(reach))
    return bool(matches) and not CLAUSE.search(reach, matches[-1].end())

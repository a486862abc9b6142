"""Word patterns of packs and topics as one compiled expression.

A pattern is a run of lower-case words; `*` ends a stem (`bergabung*`) or begins an ending (`*ed`), ` .. ` lets up to
four words stand between (`mengajukan .. keanggotaan`). Matching ignores case and keeps to word boundaries.
After some gaps the next words are taken where they first stand: each gap more would try five times as many ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_GAP = r"(?:\s+[^\s.;:!?]+){0,4}?\s+"
"""Up to four words, never across the end of a sentence."""
_FREE = 3
"""Gaps for which every way is tried."""
_NOTHING = re.compile(r"(?!)")


def word_pattern(pattern: str) -> str:
    """Write one pattern as a regular expression without groups.

    >>> re.findall(word_pattern("asked .. to join"), "It asked last year to join.")
    ['asked last year to join']
    """
    return rf"(?<!\w){_runs(pattern)}(?!\w)"


def _runs(pattern: str) -> str:
    first, *more = [r"\s+".join(_word(word) for word in run.split()) for run in pattern.split(" .. ")]
    free = "".join(_GAP + run for run in more[:_FREE])
    return first + free + "".join(rf"(?>{_GAP}{run}(?!\w))" for run in more[_FREE:])


def _word(word: str) -> str:
    if word.startswith("*"):
        return r"\w+" + re.escape(word[1:])
    return re.escape(word[:-1]) + r"\w*" if word.endswith("*") else re.escape(word)


@lru_cache(maxsize=4096)
def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(
        (pattern for pattern in patterns if pattern.strip(" *")), key=lambda word: (-len(word), word)
    )
    if not longest_first:
        return _NOTHING
    # What all have in common stands once: inside a word one look tells that none of them begins there.
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_runs, longest_first))})(?!\w)", re.IGNORECASE)


def any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """Compile patterns into one expression, the longest first; no patterns find nothing. Remembered."""
    return _compiled(tuple(patterns))

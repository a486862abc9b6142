"""Word patterns of packs and topics as one compiled expression.

A pattern is a run of lower-case words; `*` ends a stem (`bergabung*`), ` .. ` lets up to four words stand between
(`mengajukan .. keanggotaan`). Matching ignores case and keeps to word boundaries.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_GAP = r"(?:\W+\w+){0,4}?\W+"
_NOTHING = re.compile(r"(?!)")


def word_pattern(pattern: str) -> str:
    """Write one pattern as a regular expression without groups.

    >>> re.findall(word_pattern("berdiri*"), "sejak berdirinya", re.IGNORECASE)
    ['berdirinya']
    """
    parts = [r"\s+".join(_word(word) for word in part.split()) for part in pattern.split(" .. ")]
    return rf"(?<!\w){_GAP.join(parts)}(?!\w)"


def _word(word: str) -> str:
    return re.escape(word[:-1]) + r"\w*" if word.endswith("*") else re.escape(word)


@lru_cache(maxsize=512)
def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    if not patterns:
        return _NOTHING
    longest_first = sorted(patterns, key=lambda pattern: (-len(pattern), pattern))
    return re.compile("|".join(map(word_pattern, longest_first)), re.IGNORECASE)


def any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """Compile patterns into one expression, the longest first; remembered."""
    return _compiled(tuple(patterns))

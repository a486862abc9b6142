"""Word patterns of the tables and packs, compiled once: `bergabung*` -> a stem, `asked .. to join` -> a gap.

In: phrases as an editor writes them. Out: one regular expression that finds any of them, whole words, case ignored.
"""

from __future__ import annotations

import re
from functools import lru_cache

_GAP = r"(?:\s+[^\s.;:!?]+){0,4}?\s+"


def _word(word: str) -> str:
    stem = re.escape(word.strip("*"))
    return f"{stem}\\w*" if word.endswith("*") else stem


def _phrase(phrase: str) -> str:
    """Turn one phrase into a pattern: `*` ends a stem (or begins an ending), ` .. ` allows up to four words between."""
    runs = [r"\s+".join(_word(word) for word in run.split()) for run in phrase.split(" .. ")]
    left = "" if phrase.startswith("*") else r"(?<!\w)"
    return f"{left}{_GAP.join(runs)}(?!\\w)"


@lru_cache(maxsize=4096)
def compile_phrases(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Compile phrases into one pattern, the longest first; no phrases make a pattern that finds nothing.

    >>> compile_phrases(("join*", "asked .. to join")).search("It asked last year to join.").group()
    'asked last year to join'
    """
    ordered = sorted((phrase for phrase in phrases if phrase.strip(" *")), key=lambda phrase: (-len(phrase), phrase))
    return re.compile("|".join(_phrase(phrase) for phrase in ordered) or r"(?!)", re.IGNORECASE)

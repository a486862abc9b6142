"""The words before the first paragraph's dash: an outlet's name, a city.

"EXAMPLE.COM, Avalon – The council met."  ->  furniture "EXAMPLE.COM, Avalon –", "The council met."
"""

from __future__ import annotations

import re

from site_src.texts.draft import Draft, Line, is_running
from site_src.texts.words import Words

DOMAIN = re.compile(
    r"(?<![\w@.])(?:[\w-]{2,30}\.)+(?:com|co\.[a-z]{2}|id|net|org|news|tv|info|asia|io|me|uk|au|sg|my|ru|cn|eu|example)(?![\w.])",
    re.IGNORECASE,
)
PLACE = r"[^\W\d_a-z][\w.'’]*"
DATELINE = re.compile(
    rf"{PLACE}(?:[ ,/|(]+(?:{PLACE}|[\w-]+\.\w+[\w.]*)\)?){{0,5}},?\s*(?:-{{1,2}}|–|—)\s+(?=[\w\"“‘'(])"
)
"""Capitalised words up to a dash that stands free; digits would be a date, and dates are the article's."""
LONGEST = 300
"""Characters in which a dateline ends."""


def cut_dateline(draft: Draft, words: Words) -> Draft:
    """Cut the dateline off the first paragraph of running text."""
    first = next((line for line in draft.kept if not line.role and is_running(draft.words(line))), None)
    found = DATELINE.match(draft.words(first), 0, LONGEST) if first else None
    if not first or not found:
        return draft
    rule = "outlet" if DOMAIN.search(found[0]) or words.named.search(found[0]) else "dateline"

    def cut(line: Line) -> tuple[Line, ...]:
        return draft.cut_start(line, found.end(), rule) if line == first else (line,)

    return draft.each(cut)

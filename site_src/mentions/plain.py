"""A text as the finders read it: only its kept sentences, every letter at its own place.

What is not the article is filled up, so that nothing is found in it and no offset moves.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from site_src.model import Text

GAP = "¶"
"""Fills what lies between sentences: neither a letter nor a space, so that nothing reaches across."""
SAME_LENGTH = str.maketrans(dict.fromkeys("\t\n\r\x0b\x0c\x85\xa0\u2007\u2009\u202f", " ") | {"’": "'", "‑": "-"})
"""Spaces of every kind and typographic apostrophes, letter for letter."""


@dataclass(frozen=True, slots=True)
class Plain:
    """The letters of the kept sentences at their places."""

    source: str
    """As they stand, furniture filled up."""
    words: str
    """The same with plain spaces and apostrophes."""
    headlines: tuple[tuple[int, int], ...]
    starts: tuple[int, ...]
    """Where sentences begin."""

    def in_headline(self, at: int) -> bool:
        """Tell whether a place is in a title or a heading."""
        return any(start <= at < end for start, end in self.headlines)

    def sentence_start(self, at: int) -> int:
        """Give where the sentence at a place begins."""
        index = bisect_right(self.starts, at) - 1
        return self.starts[index] if index >= 0 else 0


def plain(text: Text) -> Plain:
    """Fill up everything that is not a kept sentence."""
    pieces: list[str] = []
    at = 0
    for sentence in text.sentences:
        pieces += (GAP * (sentence.start - at), text.raw.source[sentence.start : sentence.end])
        at = sentence.end
    source = "".join(pieces)
    headlines = tuple((each.start, each.end) for each in text.sentences if each.role == "headline")
    return Plain(source, source.translate(SAME_LENGTH), headlines, tuple(each.start for each in text.sentences))

"""A text as the finders read it: only its kept sentences, every letter at its own place.

What is not the article is filled up, so that nothing is found in it and no offset moves.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from site_src.model import Text

GAP = "¶"
"""Fills what lies between sentences: neither a letter nor a space, so that nothing reaches across."""
ALIKE = (*((space, " ") for space in "\t\n\r\x0b\x0c\x85\xa0\u2007\u2009\u202f"), ("\u2019", "'"), ("\u2011", "-"))
"""Spaces of every kind, typographic apostrophes and hyphens, letter for letter."""


@dataclass(frozen=True, slots=True)
class Plain:
    """The letters of the kept sentences at their places."""

    source: str
    """As they stand, furniture filled up."""
    words: str
    """The same with plain spaces and apostrophes."""
    headlines: tuple[tuple[int, int], ...]
    """Titles and headings, in order."""
    starts: tuple[int, ...]
    """Where sentences begin."""
    ends: tuple[int, ...]

    def in_headline(self, at: int) -> bool:
        """Tell whether a place is in a title or a heading."""
        index = bisect_right(self.headlines, at, key=lambda span: span[0]) - 1
        return index >= 0 and at < self.headlines[index][1]

    def in_one_sentence(self, start: int, end: int) -> bool:
        """Tell whether a span lies in one sentence: what reaches over a sentence's end is no expression."""
        index = bisect_right(self.starts, start) - 1
        return index >= 0 and end <= self.ends[index]

    def sentence_start(self, at: int) -> int:
        """Give where the sentence at a place begins."""
        index = bisect_right(self.starts, at) - 1
        return self.starts[index] if index >= 0 else 0


def without(words: str, spans: Iterable[tuple[int, int]]) -> str:
    """Fill up some spans, given in order; one that begins inside another is part of it."""
    pieces: list[str] = []
    at = 0
    for start, end in spans:
        if start >= at:
            pieces += (words[at:start], GAP * (end - start))
            at = end
    return "".join((*pieces, words[at:]))


def plain(text: Text) -> Plain:
    """Fill up everything that is not a kept sentence."""
    pieces: list[str] = []
    at = 0
    for sentence in text.sentences:
        pieces += (GAP * (sentence.start - at), text.raw.source[sentence.start : sentence.end])
        at = sentence.end
    source = words = "".join(pieces)
    for letter, like in ALIKE:  # a dozen searches are faster than one translation
        words = words.replace(letter, like)
    headlines = tuple((each.start, each.end) for each in text.sentences if each.role == "headline")
    starts, ends = tuple(each.start for each in text.sentences), tuple(each.end for each in text.sentences)
    return Plain(source, words, headlines, starts, ends)

"""Many word lists found in one pass over a sentence, by the first word of each phrase.

    lexicon((("greeting", ("good day", "hail*")),)).read("Good day!").spans("greeting")  ->  ((0, 8),)

Looking for each list by an expression of its own costs a pass for every list; here a word that begins no phrase costs
one look into a dictionary.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from site_src.languages.phrases import word_pattern

Span = tuple[int, int]
Lists = tuple[tuple[str, tuple[str, ...]], ...]
"""Names of lists and their phrases, written as in `languages.phrases`."""

_WORD = re.compile(r"\w+")
_HEAD = 3
"""Letters of a stem by which it is looked up."""


@dataclass(frozen=True, slots=True)
class Hits:
    """Where the phrases of each list stand in a sentence, in order; of two at one place the longer one."""

    found: Mapping[str, tuple[Span, ...]]

    def spans(self, name: str) -> tuple[Span, ...]:
        """Give every phrase of a list."""
        return self.found.get(name, ())

    def first(self, name: str, start: int = 0, end: int = 1 << 30) -> Span | None:
        """Give the first phrase of a list that lies wholly in a stretch."""
        return next((span for span in self.found.get(name, ()) if start <= span[0] and span[1] <= end), None)

    def ends_at(self, name: str, place: int) -> bool:
        """Tell whether a phrase of a list ends at a place."""
        return any(end == place for _, end in self.found.get(name, ()))

    def starts_at(self, name: str, place: int) -> Span | None:
        """Give the phrase of a list that begins at a place."""
        return next((span for span in self.found.get(name, ()) if span[0] == place), None)


class Lexicon:
    """Word lists, ready to be found."""

    def __init__(self, lists: Lists) -> None:
        self._words: dict[str, list[tuple[str, re.Pattern[str] | None]]] = {}
        self._stems: dict[str, list[tuple[str, re.Pattern[str] | None]]] = {}
        self._odd: list[tuple[str, re.Pattern[str]]] = []
        for name, phrases in lists:
            for phrase in phrases:
                self._add(name, phrase.lower())

    def _add(self, name: str, phrase: str) -> None:
        if not phrase.strip(" *"):
            return
        head = _WORD.match(phrase)
        pattern = re.compile(word_pattern(phrase), re.IGNORECASE)
        if head is None or (phrase[head.end() :].startswith("*") and len(head.group()) < _HEAD):
            self._odd.append((name, pattern))
        elif phrase[head.end() :].startswith("*"):
            self._stems.setdefault(head.group()[:_HEAD], []).append((name, pattern))
        else:
            whole = None if head.end() == len(phrase) else pattern
            self._words.setdefault(head.group(), []).append((name, whole))

    def read(self, words: str) -> Hits:
        """Find every list's phrases in a sentence. Takes time in proportion to its length."""
        found: dict[str, dict[int, int]] = {}
        lower = words.lower()
        if len(lower) != len(words):  # a few letters have no single small one
            lower = words
        whole, stems = self._words.get, self._stems.get
        for token in _WORD.finditer(lower):
            word = token.group()
            begun, stemmed = whole(word), stems(word[:_HEAD])
            if begun is None and stemmed is None:
                continue
            start, stop = token.span()
            for name, pattern in (*(begun or ()), *(stemmed or ())):
                match = pattern.match(words, start) if pattern else token
                if match:
                    ends = found.setdefault(name, {})
                    ends[start] = max(match.end() if pattern else stop, ends.get(start, 0))
        for name, pattern in self._odd:
            for match in pattern.finditer(words):
                ends = found.setdefault(name, {})
                ends[match.start()] = max(match.end(), ends.get(match.start(), 0))
        return Hits({name: _apart(ends) for name, ends in found.items()})


def _apart(ends: dict[int, int]) -> tuple[Span, ...]:
    """Leave out what begins inside another phrase of its list."""
    kept: list[Span] = []
    for start, end in sorted(ends.items()):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)


@lru_cache(maxsize=64)
def lexicon(lists: Lists) -> Lexicon:
    """Prepare word lists once; remembered."""
    return Lexicon(lists)

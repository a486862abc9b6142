"""Many word lists found in one pass over a sentence, by the first word of each phrase.

    lexicon((("greeting", ("good day", "hail*")),)).read("Good day!").spans("greeting")  ->  ((0, 8),)

Looking for each list by an expression of its own costs a pass for every list; here a word that begins no phrase costs
one look into a dictionary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from site_src.languages.phrases import any_of

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


@dataclass(slots=True)
class _Begun:
    """The phrases that begin with one word; compiled when a text first has the word."""

    alone: list[str] = field(default_factory=list)
    """The lists that have the word itself."""
    longer: list[tuple[str, str]] = field(default_factory=list)
    """Lists and their phrases of more words."""
    any_longer: re.Pattern[str] | None = None
    """Finds any of those: "in" begins dozens and stands everywhere, mostly with none of them."""

    def compiled(self) -> re.Pattern[str]:
        self.any_longer = any_of(phrase for _, phrase in self.longer)
        return self.any_longer

    def matches(self, words: str, start: int) -> Iterator[tuple[str, Span]]:
        """Give the longer phrases that stand at a place, with their lists."""
        for name, phrase in self.longer:
            if match := any_of((phrase,)).match(words, start):
                yield name, match.span()


class Lexicon:
    """Word lists, ready to be found."""

    def __init__(self, lists: Lists) -> None:
        self._words: dict[str, _Begun] = {}
        self._stems: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
        self._odd: list[tuple[str, re.Pattern[str]]] = []
        for name, phrases in lists:
            for phrase in phrases:
                self._add(name, phrase.lower())

    def _add(self, name: str, phrase: str) -> None:
        if not phrase.strip(" *"):
            return
        head = _WORD.match(phrase)
        if head is None or (phrase[head.end() :].startswith("*") and len(head.group()) < _HEAD):
            self._odd.append((name, any_of((phrase,))))
        elif phrase[head.end() :].startswith("*"):
            self._stems.setdefault(head.group()[:_HEAD], []).append((name, any_of((phrase,))))
        else:
            begun = self._words.setdefault(head.group(), _Begun())
            if head.end() == len(phrase):
                begun.alone.append(name)
            else:
                begun.longer.append((name, phrase))

    def read(self, words: str) -> Hits:
        """Find every list's phrases in a sentence. Takes time in proportion to its length."""
        found: dict[str, list[Span]] = {}
        lower = words.lower()
        if len(lower) != len(words):  # a few letters have no single small one
            lower = words
        whole, stems = self._words.get, self._stems
        for token in _WORD.finditer(lower):
            word = token.group()
            begun = whole(word)
            if begun is not None:
                for name in begun.alone:
                    found.setdefault(name, []).append(token.span())
                if begun.longer and (begun.any_longer or begun.compiled()).match(words, token.start()):
                    for name, span in begun.matches(words, token.start()):
                        found.setdefault(name, []).append(span)
            if stems and word[:_HEAD] in stems:
                for name, pattern in stems[word[:_HEAD]]:
                    if match := pattern.match(words, token.start()):
                        found.setdefault(name, []).append(match.span())
        for name, pattern in self._odd:
            for match in pattern.finditer(words):
                found.setdefault(name, []).append(match.span())
        return Hits({name: _apart(spans) for name, spans in found.items()})


def _apart(spans: list[Span]) -> tuple[Span, ...]:
    """Keep the longest phrase of each place, and leave out what begins inside another phrase of its list."""
    if len(spans) == 1:
        return (spans[0],)
    kept: list[Span] = []
    for span in sorted(spans):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
        elif span[0] == kept[-1][0]:
            kept[-1] = span
    return tuple(kept)


@lru_cache(maxsize=64)
def lexicon(lists: Lists) -> Lexicon:
    """Prepare word lists once; remembered."""
    return Lexicon(lists)

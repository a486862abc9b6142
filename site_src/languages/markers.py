"""Phrases of several kinds found in one pass: at each place the longest one, of the first kind that has it.

    Markers((("ahead", ("will",)), ("done", ("*ed", "met")))).read("It will rise, he said.")  ->  [(3, 7, "ahead")]

One automaton finds all words that a phrase can begin with, so that other words cost nothing. Phrases are written as in
`languages.phrases`; of `*ed` and `is *ed` the ending is found first and the words before it are looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ahocorasick_rs import AhoCorasick

from site_src.languages.phrases import word_pattern

Found = tuple[int, int, str]
"""Where a phrase begins and ends, and its kind."""
_ENDING = re.compile(r"(?:([^*.]+) )?\*(\w+)")
_HEAD = re.compile(r"(?:(?! \.\. )[^*])*")
_BEFORE = re.compile(r"(?:([\w']+) +)?([\w']+) +\Z")
_NEAR = 40
"""So far before a word with an ending the words that go with it begin, in code points."""
_SIGNS = '\n\u00a0.,;:!?()[]/"“”«»‘–—…'
"""What stands for a space between words; other signs are rare."""
_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class _Key:
    """What begins with some letters."""

    kind: str = ""
    """The kind of the letters themselves, where a word ends with them; empty where they are no phrase."""
    patterns: list[tuple[str, re.Pattern[str]]] = field(default_factory=list)
    """Phrases with open words that begin so."""
    endings: dict[str, str] = field(default_factory=dict)
    """For an ending: the words before it and their kinds, the empty one for the ending alone."""


class Markers:
    """Phrases of kinds, ready to be found; of two kinds that have a phrase the one told first has it."""

    def __init__(self, kinds: Iterable[tuple[str, Iterable[str]]]) -> None:
        keys: dict[str, _Key] = {}
        for kind, phrases in kinds:
            for phrase in phrases:
                _add(keys, kind, phrase.lower())
        self._keys = tuple(keys.values())
        self._automaton = AhoCorasick(list(keys))

    def read(self, words: str) -> list[Found]:
        """Give every phrase in order of its place. Takes time in proportion to the length."""
        lower = words.lower()
        lower = f" {lower if len(lower) == len(words) else words} ".replace("’", "'")
        plain = _plain(lower)
        found: dict[int, Found] = {}
        for at, start, end in self._hits(plain):
            key = self._keys[at]
            for one in _ended(plain, end, key) if key.endings else _begun(lower, plain[end], start, end, key):
                if one[0] not in found or one[1] > found[one[0]][1]:
                    found[one[0]] = one
        return [found[start] for start in sorted(found)]

    def _hits(self, plain: str) -> list[tuple[int, int, int]]:
        try:
            return self._automaton.find_matches_as_indexes(plain, overlapping=True)
        except UnicodeEncodeError:
            return self._automaton.find_matches_as_indexes(_SURROGATES.sub("?", plain), overlapping=True)


def _add(keys: dict[str, _Key], kind: str, phrase: str) -> None:
    ending = _ENDING.fullmatch(phrase)
    if ending is not None:
        keys.setdefault(ending[2], _Key()).endings.setdefault(ending[1] or "", kind)
        return
    head = _HEAD.match(phrase)
    assert head is not None
    key = keys.setdefault(_plain(f" {head[0]}"), _Key())
    if head[0] != phrase:
        key.patterns.append((kind, re.compile(word_pattern(phrase))))
    else:
        key.kind = key.kind or kind


def _plain(words: str) -> str:
    """Write every sign as a space, letter by letter; faster than `str.translate` where words are not ASCII."""
    for sign in _SIGNS:
        words = words.replace(sign, " ")
    return words


def _begun(lower: str, after: str, start: int, end: int, key: _Key) -> list[Found]:
    """Give the phrases that begin with a key; `lower` has a space before the first letter, `after` comes next."""
    whole = [(start, end - 1, key.kind)] if key.kind and not after.isalnum() else []
    if not key.patterns:
        return whole
    matches = ((kind, pattern.match(lower, start + 1)) for kind, pattern in key.patterns)
    return [*whole, *((start, match.end() - 1, kind) for kind, match in matches if match)]


def _ended(plain: str, end: int, key: _Key) -> list[Found]:
    """Give the phrases of a word with an ending: the word alone, and with one or two words before it."""
    if plain[end].isalnum():
        return []
    start = plain.rfind(" ", 0, end)
    found = [(start, end - 1, key.endings[""])] if "" in key.endings else []
    before = _BEFORE.search(plain, max(0, start - _NEAR), start + 1) if len(key.endings) > 1 else None
    if before is not None:
        kind = key.endings.get(before[2])
        if kind:
            found.append((before.start(2) - 1, end - 1, kind))
        kind = key.endings.get(f"{before[1]} {before[2]}") if before[1] else None
        if kind:
            found.append((before.start(1) - 1, end - 1, kind))
    return found

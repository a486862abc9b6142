"""Texts -> which of them repeat another one: whole copies, wire text with a new headline, and shortened reprints.

Two texts are one report where they share most of their runs of five words (Broder 1997), or where the shorter one has
hardly any of its own. Runs are kept as checksums; pairs are found by those that are divisible by eight (Manber 1994).
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType
from zlib import crc32

from site_src.languages.words import words
from site_src.model import Text

_SHINGLE = 5
_SAME = 0.7
"""The part of all runs from which on two texts are one report."""
_WITHIN = 0.85
"""The part of the shorter text's runs from which on it is a shortened reprint."""
_ENOUGH = 40
"""Runs of a text that can be a reprint of a longer one: a quoted paragraph is none."""
_ONE_OF = 8
"""One run of so many stands for a long text."""
_HINT = 0.25
"""The part of the shorter text's sampled runs that two texts must share to be compared run by run."""
_FEW = 12
"""Texts of which each is paired with each; of more, only with the first two and with its neighbours."""
_EVERYWHERE = 200
"""Texts that share a run which is a site's furniture, not a report."""


Place = tuple[str, int]
"""Where a text stands: its path and line."""


def find(texts: Sequence[Text], known: Mapping[Place, bytes] = MappingProxyType({})) -> Mapping[str, str]:
    """Give, for each text that repeats an earlier one of the sequence, the id of the first that tells it.

    `known` are the `runs` of some of the texts, by where they stand.
    """
    found = (known.get((text.raw.path, text.raw.line)) for text in texts)
    shingles = [runs(text) if given is None else given for text, given in zip(texts, found, strict=True)]
    ids = [text.raw.id for text in texts]
    copies: dict[str, str] = {}
    for left, right in _likely(shingles):
        if ids[right] not in copies and _repeats(frozenset(_sums(shingles[left])), frozenset(_sums(shingles[right]))):
            copies[ids[right]] = copies.get(ids[left], ids[left])
    return copies


def runs(text: Text) -> bytes:
    """Give the checksums of a text's runs of words, each once and four bytes long; a run lies in one sentence."""
    told_runs: list[str] = []
    for sentence in text.sentences:
        told = words(text.words(sentence))
        told_runs += map(" ".join, zip(*(told[start:] for start in range(_SHINGLE)), strict=False))
    return array("I", sorted(set(map(crc32, map(str.encode, told_runs))))).tobytes()


def _sums(packed: bytes) -> array[int]:
    return array("I", packed)


def _repeats(left: frozenset[int], right: frozenset[int]) -> bool:
    """Tell whether two texts are one report."""
    if not left or not right:
        return False
    both, shorter = len(left & right), min(len(left), len(right))
    return both >= _SAME * len(left | right) or (shorter >= _ENOUGH and both >= _WITHIN * shorter)


def _likely(shingles: Sequence[bytes]) -> Iterator[tuple[int, int]]:
    """Give the pairs that are worth comparing, by the place of the later one, then of the earlier one."""
    places: dict[int, list[int]] = {}
    sampled: list[int] = []
    for place, sums in enumerate(map(_sums, shingles)):
        sample = [one for one in sums if one % _ONE_OF == 0]
        sampled.append(len(sample))
        # Every run of a short text is looked up, so that it meets the few that stand for a long one.
        for one in sums if len(sums) < _ENOUGH else sample:
            places.setdefault(one, []).append(place)
    shared = Counter(pair for found in places.values() if 1 < len(found) <= _EVERYWHERE for pair in _pairs(found))
    enough = (pair for pair, runs in shared.items() if runs >= _HINT * min(sampled[pair[0]], sampled[pair[1]]))
    yield from sorted(enough, key=lambda pair: (pair[1], pair[0]))


def _pairs(found: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pair the texts that share a run; where many do, so that what is done grows with them, not with their pairs."""
    if len(found) <= _FEW:
        yield from combinations(found, 2)
        return
    first, second, *rest = found
    yield first, second
    for before, place in zip((second, *rest), rest, strict=False):
        yield from {(first, place), (second, place), (before, place)}

"""Texts -> which of them repeat another one: whole copies and wire text with a new headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from site_src.model import Text

_WORD = re.compile(r"\w+")
_SHINGLE = 5
_SAME = 0.7
"""Jaccard similarity of five-word shingles from which two texts are one report (Broder 1997; wire stories keep more)."""
_PERMUTATIONS = 64


def find(texts: Sequence[Text]) -> Mapping[str, str]:
    """Give, for each text that repeats an earlier one of the sequence, the id of the first that tells it."""
    shingles = {text.raw.id: frozenset(_shingles(text)) for text in texts}
    copies: dict[str, str] = {}
    for left, right in _likely(shingles):
        if _alike(shingles[left], shingles[right]) >= _SAME and right not in copies:
            copies[right] = copies.get(left, left)
    return copies


def _shingles(text: Text) -> Iterator[str]:
    for sentence in text.sentences:
        words = _WORD.findall(text.words(sentence).lower())
        for start in range(len(words) - _SHINGLE + 1):
            yield " ".join(words[start : start + _SHINGLE])


def _alike(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / len(left | right) if left and right else 0.0


def _likely(shingles: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, str]]:
    """Give the pairs that are worth comparing, earlier one first: all of a few, else MinHash's near neighbours."""
    ids = list(shingles)
    if len(ids) <= 50:
        yield from ((ids[i], ids[j]) for j in range(len(ids)) for i in range(j))
        return
    from datasketch import MinHash, MinHashLSH  # heavy: loaded only where there are many texts

    index = MinHashLSH(threshold=_SAME, num_perm=_PERMUTATIONS)
    for place, (key, words) in enumerate(shingles.items()):
        if not words:
            continue
        sketch = MinHash(num_perm=_PERMUTATIONS, seed=1)
        sketch.update_batch([word.encode() for word in sorted(words)])
        near = sorted(index.query(sketch))
        yield from ((ids[earlier], key) for earlier in near)
        index.insert(place, sketch)

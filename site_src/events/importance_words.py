"""Weigh words by how rare they are, and texts by what they share: the plain vector space of Salton and others (1975)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, repeat
from math import log, sqrt
from operator import mul

Vector = Mapping[str, float]
"""Words and their weights; of length 1 where `unit` made it."""


def rarity(texts: Sequence[Collection[str]]) -> Mapping[str, float]:
    """Weigh each word by in how few of the texts it stands (inverse document frequency); every weight is above 0."""
    counts = Counter(chain.from_iterable(texts))
    return {word: log((len(texts) + 1) / (count + 0.5)) for word, count in counts.items()}


def unit(words: Sequence[str], rare: Mapping[str, float]) -> Vector:
    """Weigh a text's words: the rarer the more, and more for a word said often, with diminishing returns."""
    vector = dict(zip(words, map(rare.__getitem__, words), strict=True))
    if len(vector) < len(words):
        for word, count in Counter(words).items():
            if count > 1:
                vector[word] = (1 + log(count)) * rare[word]
    return scaled(vector)


def scaled(vector: Vector) -> Vector:
    """Bring a vector to length 1; one of nothing stays so."""
    length = sqrt(sum(map(mul, vector.values(), vector.values())))
    return {word: weight / length for word, weight in vector.items()} if length else vector


def summed(vectors: Iterable[tuple[float, Vector]]) -> Vector:
    """Add vectors, each times its factor: what texts say together."""
    whole: dict[str, float] = {}
    for factor, vector in vectors:
        for word, weight in vector.items():
            whole[word] = whole.get(word, 0.0) + factor * weight
    return whole


def alike(left: Vector, right: Vector) -> float:
    """Say how alike two vectors of length 1 are, 0 to 1 (their cosine)."""
    shared: float = sum(map(mul, left.values(), map(right.get, left, repeat(0.0))))
    return shared

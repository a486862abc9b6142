"""What is known around two tellings when they are compared: how telling a word is, which articles are about the same.

A word says much of a day on which it is told more often than on others: the log of the ratio of both shares, pointwise
mutual information after Church and Hanks (1990), as a part of the most that it can be. A word of articles says the more,
the fewer articles have it: inverse document frequency after Spärck Jones (1972).

How often a term is told of all days, and in how many articles, counts in steps: one more article changes what a few words
weigh, not a little of every join.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, repeat
from math import fsum, log, log2
from sys import intern

from site_src.events.nodes import Node, Stretch, stems, stems_in_order
from site_src.languages.pack import LanguagePack
from site_src.model import Article
from site_src.topic.values import Topic

_BETWEEN = "\0"
"""Stands between two names or words, in neither of which it can stand."""
_UNREAD = 20
"""Tellings and articles that are thought to stand beside those that are read, so that a few do not make all words common."""
_DIGITS = 2
"""Binary digits of a count that are kept."""
_CHANCE, _MUCH = 0.1, 0.3
"""The part of the words of the shorter article that any two share, and that two reports of one matter share."""
_A_NAME = 0.7
"""What a name that few articles have weighs: less in common is no matter in common."""
_QUIET = 6
"""Tellings up to which those of one day are likely of one thing."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What an article is about: its names, and its words but for those that say nothing of a matter.

    Held small: each once and sorted, with `_BETWEEN` between them.
    """

    names: str
    words: str


_NONE: Mapping[str, Matter] = {}
Terms = tuple[frozenset[str], float]
"""The names or the words of an article, and what they weigh."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the features know besides the two nodes."""

    topic: Topic
    told: Mapping[Stretch, Sequence[tuple[str, ...]]]
    """The stems, actors and places of every telling of a stretch of days, each once."""
    counts: Mapping[str, int]
    """In how many tellings of all stretches each of these stands, in steps."""
    matters: Mapping[str, tuple[Sequence[str], Sequence[str]]]
    """By article: its names and its words, each once and sorted. A set takes six times as much, and few are compared."""
    weights: tuple[Mapping[str, float], Mapping[str, float]]
    """How few articles have each name and each word, 0 to 1."""
    first: frozenset[str]
    """The keys of nodes that are their article's first telling of their stretch."""
    every: int
    """How many tellings there are, with those that are not read, in steps."""
    heard: dict[Stretch, Mapping[str, float]] = field(default_factory=dict, compare=False)
    """What `says` found already: most stretches have one telling, and nobody asks."""
    terms: dict[str, tuple[Terms, Terms]] = field(default_factory=dict, compare=False)
    """The names and the words of the articles that were compared."""
    compared: dict[tuple[str, str], float] = field(default_factory=dict, compare=False)
    """What `alike` found already: two articles meet in many pairs of nodes."""
    weighed: dict[str, float] = field(default_factory=dict, compare=False)
    """What `weight_of` found already of a node's own days, by its key: it meets many others."""

    def says(self, days: Stretch) -> Mapping[str, float]:
        """Weigh every stem, actor and place, 0 to 1, by how much more often it is told of these days than of others."""
        found = self.heard.get(days)
        if found is None:
            found = self.heard[days] = self._says(self.told.get(days, ()))
        return found

    def _says(self, told: Sequence[tuple[str, ...]]) -> Mapping[str, float]:
        many = len(told)
        every = max(self.every, many + _UNREAD)
        most = log(every / many) if many else 0.0
        found = Counter(chain.from_iterable(told))
        return {
            term: min(1.0, max(0.0, log(count * every / (many * self.counts[term])) / most))
            for term, count in found.items()
        }

    def weight(self, terms: Iterable[str], days: Stretch) -> float:
        """Add up how much some stems or actors say of a stretch of days, each from 0 to 1."""
        says = self.says(days)
        return fsum(map(says.get, terms, repeat(0.0))) if says else 0.0

    def weight_of(self, node: Node, days: Stretch) -> float:
        """Add up how much all stems of a node say of a stretch of days."""
        if days != node.days:
            return self.weight(node.words, days)
        found = self.weighed.get(node.key)
        if found is None:
            found = self.weighed[node.key] = self.weight(node.words, days)
        return found

    def telling(self, node: Node, many: int) -> tuple[str, ...]:
        """Give the stems, actors and places of a node that say most of its days."""
        terms, says = node.words | node.actors | ({node.place} - {""}), self.says(node.days)
        return tuple(sorted(terms, key=lambda term: (-says.get(term, 0.0), term))[:many])

    def busy(self, days: Stretch) -> float:
        """Say how much less one stretch of days means where much is told of it, 0 to 0.15."""
        return _busy(len(self.told.get(days, ())) or 1)

    def alike(self, left: str, right: str) -> float:
        """Say how far two articles are about the same, 0 to 1: by names or by words, whichever says more."""
        both = (left, right) if left < right else (right, left)
        found = self.compared.get(both)
        if found is None:
            found = self.compared[both] = self._alike(*both)
        return found

    def _alike(self, left: str, right: str) -> float:
        if left not in self.matters or right not in self.matters:
            return 0.0
        (names, words), (others, other_words) = self._terms(left), self._terms(right)
        of_names, of_words = self.weights
        by_word = (_shared(words, other_words, of_words)[0] - _CHANCE) / (_MUCH - _CHANCE)
        if by_word >= 1.0:
            return 1.0  # names cannot say more
        named, shared = _shared(names, others, of_names)
        return max(0.0, named * min(1.0, shared / _A_NAME), by_word)

    def _terms(self, article: str) -> tuple[Terms, Terms]:
        found = self.terms.get(article)
        if found is None:
            (names, words), (of_names, of_words) = self.matters[article], self.weights
            found = self.terms[article] = _terms(names, of_names), _terms(words, of_words)
        return found


def _terms(own: Sequence[str], weights: Mapping[str, float]) -> Terms:
    """Give some terms and what they weigh: the sum of exactly these, since the order of a set is another in each run."""
    return frozenset(own), fsum(map(weights.__getitem__, own))


def _shared(left: Terms, right: Terms, weights: Mapping[str, float]) -> tuple[float, float]:
    """Give what two articles share, as a part of the shorter one and by itself."""
    shorter = min(left[1], right[1])
    both = fsum(map(weights.__getitem__, left[0] & right[0]))
    return (both / shorter if shorter else 0.0), both


def stepped(count: int) -> int:
    """Round a count to its nearest step, of which there are two from each power of two to the next.

    >>> [stepped(count) for count in (1, 2, 3, 4, 5, 7, 9, 10, 100)]
    [1, 2, 3, 4, 6, 8, 8, 12, 96]
    """
    lesser = max(0, count.bit_length() - _DIGITS)
    return (count + (1 << lesser >> 1)) >> lesser << lesser


@lru_cache(maxsize=1 << 10)
def _busy(tellings: int) -> float:
    return min(0.15, max(0.0, 0.05 * log2(tellings / _QUIET)))


def _common(packs: Mapping[str, LanguagePack]) -> frozenset[str]:
    """Give the stems of words that say nothing of a matter: the commonest ones, months and weekdays."""
    return _stems_of(tuple((*pack.sentences.common, *pack.time.months, *pack.time.weekdays) for pack in packs.values()))


@lru_cache(maxsize=4)
def _stems_of(lists: tuple[tuple[str, ...], ...]) -> frozenset[str]:
    return frozenset(stem for words in lists for word in words for stem in stems(word))


def _told(nodes: Sequence[Node], common: frozenset[str]) -> Mapping[Stretch, Sequence[tuple[str, ...]]]:
    """Give the terms of each telling by its stretch of days."""
    told: dict[Stretch, list[tuple[str, ...]]] = {}
    without = common | {""}
    for node in nodes:
        terms = node.words.union(node.actors, (node.place,)) - without
        told.setdefault(node.days, []).append(tuple(terms))  # a set takes four times as much
    return told


def _weights(different: Collection[Sequence[str]]) -> Mapping[str, float]:
    """Weigh terms by how few articles have them."""
    every = stepped(len(different) + _UNREAD)
    counts = Counter(chain.from_iterable(different))
    return {term: log(every / stepped(count)) / log(every) for term, count in counts.items()}


def _unpacked(packed: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """Give the names or the words of matters; what is printed twice is one, and a term one string."""
    return {terms: tuple(map(intern, terms.split(_BETWEEN))) if terms else () for terms in packed}


def article_words(article: Article) -> str:
    """Give all sentences of an article."""
    return "\n".join(map(article.text.words, article.text.sentences))


def matter(article: Article, packs: Mapping[str, LanguagePack]) -> Matter:
    """Say what an article is about."""
    named = {mention.entity or mention.text.casefold() for mention in article.mentions.entities}
    names = {name.replace(_BETWEEN, "") for name in named} - {""}
    return Matter(
        _BETWEEN.join(sorted(names)),
        _BETWEEN.join(sorted(stems_in_order(article_words(article)).keys() - _common(packs))),
    )


def _first(nodes: Sequence[Node]) -> frozenset[str]:
    """Give the nodes that hold what an article tells first of a stretch of days."""
    first: dict[tuple[str, Stretch], tuple[int, str]] = {}
    for node in nodes:
        for told in node.statements:
            at, own = (told.evidence.article, node.days), (told.evidence.start, node.key)
            if own <= first.setdefault(at, own):
                first[at] = own
    return frozenset(key for _, key in first.values())


def setting(
    nodes: Sequence[Node],
    topic: Topic,
    articles: Sequence[Article],
    packs: Mapping[str, LanguagePack],
    matters: Mapping[str, Matter] = _NONE,
) -> Setting:
    """Count what the tellings say of their days, and what their articles are about; some `matters` are known already."""
    nodes = [node for node in nodes if node.statements]
    told = _told(nodes, _common(packs))
    found = Counter(chain.from_iterable(chain.from_iterable(told.values())))
    counts = {term: stepped(count) for term, count in found.items()}
    about = {
        article.id: matters[article.id] if article.id in matters else matter(article, packs) for article in articles
    }
    names, words = _unpacked(one.names for one in about.values()), _unpacked(one.words for one in about.values())
    own = {id: (names[one.names], words[one.words]) for id, one in about.items()}
    weights = _weights(names.values()), _weights(words.values())
    return Setting(topic, told, counts, own, weights, _first(nodes), stepped(len(nodes) + _UNREAD))

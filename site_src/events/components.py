"""Cut nodes into components: what shares no block, and no editor's word, cannot become one entry.

Only a pair that shares a block is weighed, and only such a pair or an editor's bond joins; whether two clusters become one
is asked of their own pairs. So no step of clustering looks from one component into another: the clusters of all nodes are
those of each component. What the corpus makes of it (`Setting`) a component sees through the terms of its own nodes and of
their articles, and its digest holds what each of these weighs.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b, sha256

from site_src.cache import pack
from site_src.events.clusters import Block, Bond, block_keys
from site_src.events.nodes import Node
from site_src.events.setting import Setting

_ANY = "utf-8", "surrogatepass"
"""How any text becomes bytes."""


@dataclass(frozen=True, slots=True)
class Component:
    """Nodes that are clustered without regard to all others, in the order of all nodes."""

    nodes: tuple[Node, ...]
    bonds: tuple[Bond, ...] = ()
    bars: tuple[Bond, ...] = ()
    """Those of an editor's words that name nodes of it."""


def components(nodes: Sequence[Node], bonds: Sequence[Bond] = (), bars: Sequence[Bond] = ()) -> list[Component]:
    """Cut nodes by their blocks and by what editors bind, in the order of their first nodes."""
    named = frozenset().union(*(side for word in (*bonds, *bars) for side in (word.left, word.right)))
    marked = [at for at, node in enumerate(nodes) if node.tokens & named] if named else []
    home = list(range(len(nodes)))

    def find(at: int) -> int:
        while home[at] != at:
            home[at] = at = home[home[at]]
        return at

    def tie(one: int, two: int) -> None:
        one, two = find(one), find(two)
        home[max(one, two)] = min(one, two)

    first: dict[Block, int] = {}
    for at, node in enumerate(nodes):
        for block in block_keys(node):
            one = first.setdefault(block, at)
            if home[one] != home[at]:
                tie(one, at)
    for bond in bonds:
        bound = [at for at in marked if _names(bond, nodes[at])]
        for at in bound[1:]:
            tie(bound[0], at)
    parts: dict[int, list[int]] = {}
    for at in range(len(nodes)):
        parts.setdefault(find(at), []).append(at)
    told: dict[int, list[Node]] = {}
    for at in marked:
        told.setdefault(find(at), []).append(nodes[at])
    return [
        Component(tuple(nodes[at] for at in places), *(_about(told.get(head), words) for words in (bonds, bars)))
        for head, places in parts.items()
    ]


def _about(nodes: Sequence[Node] | None, words: Sequence[Bond]) -> tuple[Bond, ...]:
    """Give the words that name one of some nodes."""
    return tuple(one for one in words if any(_names(one, node) for node in nodes)) if nodes else ()


def _names(word: Bond, node: Node) -> bool:
    return not node.tokens.isdisjoint((*word.left, *word.right))


# --- By what a component is known ------------------------------------------------------------------------------------


class _Marks(dict[str, int]):
    """A number of 6 bytes for each term and what it weighs. Those of some terms add up to one number in any order.

    Those of thousands fit into what a processor adds at once.
    """

    def __init__(self, weights: Mapping[str, float]) -> None:
        super().__init__()
        self.weights = weights

    def __missing__(self, term: str) -> int:
        told = f"{term}\0{self.weights.get(term)}".encode(*_ANY)
        found = self[term] = int.from_bytes(blake2b(told, digest_size=6).digest(), "big")
        return found


class _Matters(dict[str, bytes]):
    """What an article's names and words are, and what each of them weighs, in short."""

    def __init__(self, around: Setting) -> None:
        super().__init__()
        self.around = around

    def __missing__(self, article: str) -> bytes:
        found = blake2b(article.encode(*_ANY), digest_size=16)
        for terms, weights in zip(self.around.matters.get(article, ()), self.around.weights, strict=False):
            found.update("\0".join(terms).encode(*_ANY))
            found.update(array("d", map(weights.__getitem__, terms)))
        self[article] = short = found.digest()
        return short


def digests(parts: Sequence[Component], around: Setting) -> list[bytes]:
    """Digest all that the clusters of each component depend on, but the topic's tables and the program.

    Empty for a component that no file can hold.
    """
    marks, matters = _Marks(around.counts), _Matters(around)
    return [
        _digest(part, [_content(node, around.first, marks, matters) for node in part.nodes], around.every)
        for part in parts
    ]


def _digest(part: Component, nodes: Sequence[tuple[object, ...]], every: int) -> bytes:
    words = [[_content_of(word, part.nodes) for word in words] for words in (part.bonds, part.bars)]
    packed = pack((nodes, words, every))
    return b"" if packed is None else sha256(packed).digest()


def _content_of(word: Bond, nodes: Sequence[Node]) -> tuple[object, ...]:
    left, right = ([node.key for node in side] for side in word.sides(nodes))
    return left, right, word.sentence


def _content(node: Node, first: frozenset[str], marks: _Marks, matters: _Matters) -> tuple[object, ...]:
    """Give what the features and the clusters see of a node."""
    weights = sum(map(marks.__getitem__, (*node.words, *node.actors, node.place)))
    return (
        node.key,
        node.kind,
        node.when,
        node.stance,
        sorted(node.actors),
        node.organisation,
        node.place,
        node.series,
        node.generic,
        node.once,
        node.also,
        bool(node.statements),
        node.rows and [row.table for row in node.rows],
        node.curated is not None,
        sorted(node.figures),
        sorted(map(matters.__getitem__, node.articles)),
        node.key in first,
        weights,
    )

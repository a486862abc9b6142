"""Join nodes into clusters: block by block, the surest pair first, never across a refusal.

In: nodes in any order. Out: clusters that do not depend on that order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from site_src.events.features import COARSE
from site_src.events.hints import REFUSED
from site_src.events.nodes import Node, Stretch
from site_src.events.setting import Setting
from site_src.events.weighing import JOIN_FROM, Weighed, score, weigh
from site_src.model import FIRST_DAY, Reason

AVERAGE_FROM = 0.4
"""Clusters are joined from this average of their pairs on."""
_LONGEST_BLOCKED = 7
"""Days of a stretch that meets single days in their blocks."""
_CROWD = 60
"""Nodes above which a block is cut by who acts or by words, so that a busy day stays cheap."""
_TELLING = 8
"""Words by which a telling of no known kind is compared on a busy day."""
_TOO_MANY = 200
"""Tellings of a day that share a word which says nothing of any one of them."""


Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Nodes that are one event, and the joins that made them so."""

    nodes: tuple[Node, ...]
    joins: tuple[Weighed, ...]


@dataclass(frozen=True, slots=True)
class Bond:
    """An editor's word on nodes, which he names by their tokens: they are one event, or they are not."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    sentence: str

    def sides(self, nodes: Sequence[Node]) -> tuple[list[Node], list[Node]]:
        """Give the nodes of both sides; one that stands on both is on the left."""
        left = [node for node in nodes if node.tokens & set(self.left)]
        return left, [node for node in nodes if node.tokens & set(self.right) and node not in left]


Block = date | Stretch | tuple[str, ...]
"""What nodes share that are compared."""


def block_keys(node: Node) -> Sequence[Block]:
    """Name the blocks in which a node is compared: its days, its stretch, its meeting, its once-only fact."""
    first, last = node.days
    keys: list[Block] = [first]
    if first != last:
        days = node.when.days
        keys = [first + timedelta(at) for at in range(days)] if days <= _LONGEST_BLOCKED else [node.days]
    if node.series:
        keys.append((node.series,))
    if node.once:
        keys.append((node.kind, node.organisation))
    return keys


def _cut(block: list[int], nodes: Sequence[Node], around: Setting) -> Iterator[list[int]]:
    """Give a block whole, or cut a crowded one by actor, meeting or place; what is of no known kind by its words."""
    if len(block) <= _CROWD:
        yield block
        return
    parts: dict[str, list[int]] = {}
    for at in block:
        node = nodes[at]
        loose = around.telling(node, _TELLING) if node.generic else ()
        for key in {*(loose or node.actors), node.series, "" if loose else node.place} - {""} or {node.kind}:
            parts.setdefault(key, []).append(at)
    yield from (part for part in parts.values() if len(part) <= _TOO_MANY or not all(nodes[at].generic for at in part))


@dataclass(frozen=True, slots=True)
class Scores:
    """What the pairs of nodes add up to that share a block."""

    nodes: Sequence[Node]
    """In the order of their keys; a pair names two by their places, the lesser first."""
    around: Setting
    known: Sequence[dict[int, float | None]]
    """For each node its pairs with later ones. None: less than `JOIN_FROM`, and not reckoned yet."""

    def of(self, one: int, two: int) -> float | None:
        """Give what a pair adds up to; None if it shares no block."""
        left, right = (one, two) if one < two else (two, one)
        known = self.known[left]
        if right not in known:
            return None
        found = known[right]
        if found is None:
            found = known[right] = score(self.nodes[left], self.nodes[right], self.around)
        return found

    def weighed(self, pair: Pair) -> Weighed:
        """Give a pair with the sentences that speak for it."""
        return weigh(self.nodes[pair[0]], self.nodes[pair[1]], self.around)

    def joins(self) -> list[Pair]:
        """Give the pairs that speak for one event, the surest first."""
        found = [
            (much, left, right)
            for left, known in enumerate(self.known)
            for right, much in known.items()
            if much is not None and much >= JOIN_FROM
        ]
        plans = [node.stance == "planned" and bool(node.statements) for node in self.nodes]
        listed = [bool(node.rows) for node in self.nodes]
        vague = [bool(node.rows) and node.when.days >= COARSE for node in self.nodes]

        def order(one: tuple[float, int, int]) -> tuple[bool, date, bool, float, int, int]:
            """Take what was held before what was planned, so that a row goes with the telling that it happened.

            What tells of a row goes with it before anything else: the row then keeps away what speaks against it.

            A row that knows no day comes last and goes with the first day that is told of it: a summit is where it opens.
            """
            much, left, right = one
            day = FIRST_DAY
            if vague[left] or vague[right]:
                day = max(self.nodes[left].when.earliest, self.nodes[right].when.earliest)
            return plans[left] or plans[right], day, not (listed[left] or listed[right]), -much, left, right

        return [(left, right) for _, left, right in sorted(found, key=order)]


def scores(nodes: Sequence[Node], around: Setting) -> Scores:
    """Weigh every pair that shares a block, once, as far as it can come to a join."""
    blocks: dict[Block, list[int]] = {}
    for at, node in enumerate(nodes):
        for key in block_keys(node):
            blocks.setdefault(key, []).append(at)
    known: list[dict[int, float | None]] = [{} for _ in nodes]
    days = [node.days for node in nodes]
    lasting = [bool(node.series) or node.once for node in nodes]
    for block in blocks.values():
        for part in _cut(block, nodes, around):
            for left, right in combinations(part, 2):
                if right in known[left]:
                    continue
                if days[left] != days[right] and not (lasting[left] and lasting[right]):
                    known[left][right] = REFUSED  # by `same_day`; half of all pairs are of days that only overlap
                else:
                    known[left][right] = score(nodes[left], nodes[right], around, least=JOIN_FROM)
    return Scores(nodes, around, known)


def _bound(bond: Bond, nodes: Sequence[Node], at: Mapping[str, int], told: Scores) -> Iterator[Weighed]:
    """Join both sides of a bond, each within itself by its own reasons where it has some."""
    left, right = bond.sides(nodes)
    by_word = Reason("correction", 1.0, bond.sentence)
    for head, other in [(side[0], one) for side in (left, right) if side for one in side[1:]]:
        one, two = sorted((at[head.key], at[other.key]))
        own = told.of(one, two)
        yield told.weighed((one, two)) if own is not None and own >= JOIN_FROM else _by_word(head, other, by_word)
    if left and right:
        yield _by_word(left[0], right[0], by_word)


def _by_word(one: Node, two: Node, reason: Reason) -> Weighed:
    return Weighed(min(one.key, two.key), max(one.key, two.key), reason.score, (reason,))


def _barred(bars: Sequence[Bond], nodes: Sequence[Node]) -> Iterator[tuple[Node, Node]]:
    for bar in bars:
        left, right = bar.sides(nodes)
        yield from ((one, two) for one in left for two in right)


def _fits(nodes: Sequence[Node]) -> bool:
    """Tell whether the days of nodes can be those of one entry: they meet, or one that is told spans them.

    A row that knows the days stands above them: another day is another account. One that knows the month only does not:
    the opening and the close of its meeting are told of two days.
    """
    told = [node.when for node in nodes if node.when.days < COARSE]
    if not told or any(node.rows and node.when.days < COARSE for node in nodes):
        return True
    first, last = min(when.earliest for when in told), max(when.latest for when in told)
    meet = max(when.earliest for when in told) <= min(when.latest for when in told)
    return meet or any((when.earliest, when.latest) == (first, last) for when in told)


def _joinable(left: Sequence[int], right: Sequence[int], told: Scores) -> bool:
    """Tell whether two clusters can be one: no pair is refused, and on average their pairs speak for it.

    The average keeps a chain of neighbours from making one entry of a busy day. A row speaks for all that it confirms,
    and for nothing that speaks against it.
    """
    nodes = told.nodes
    known = [(much, one, two) for one in left for two in right if (much := told.of(one, two)) is not None]
    if any(much <= REFUSED for much, _, _ in known) or not _fits([nodes[at] for at in (*left, *right)]):
        return False
    if any(much < 0 and (nodes[one].rows or nodes[two].rows) for much, one, two in known):
        return False
    listed = any(nodes[at].rows or nodes[at].curated for at in (*left, *right))
    return listed or sum(much for much, _, _ in known) >= AVERAGE_FROM * len(known)


def cluster(
    nodes: Sequence[Node], around: Setting, bonds: Sequence[Bond] = (), bars: Sequence[Bond] = ()
) -> tuple[Cluster, ...]:
    """Join the surest pairs first; two clusters of which any pair is refused stay apart. Editors have the first word."""
    ordered = sorted(nodes, key=lambda node: node.key)
    at = {node.key: place for place, node in enumerate(ordered)}
    told = scores(ordered, around)
    for one, two in _barred(bars, nodes):
        first, second = sorted((at[one.key], at[two.key]))
        told.known[first][second] = REFUSED
    members = {place: [place] for place in range(len(ordered))}
    joins: dict[int, list[Weighed]] = {place: [] for place in members}
    home = list(members)

    def join(left: int, right: int, why: Weighed) -> None:
        keep, drop = sorted((left, right))
        for place in members[drop]:
            home[place] = keep
        members[keep] += members.pop(drop)
        joins[keep] += [*joins.pop(drop), why]

    for why in [pair for bond in bonds for pair in _bound(bond, nodes, at, told)]:
        left, right = home[at[why.left]], home[at[why.right]]
        if left != right:
            join(left, right, why)
    for pair in told.joins():
        left, right = home[pair[0]], home[pair[1]]
        if left != right and _joinable(members[left], members[right], told):
            join(left, right, told.weighed(pair))
    return tuple(
        Cluster(tuple(ordered[place] for place in sorted(members[head])), tuple(joins[head]))
        for head in sorted(members)
    )

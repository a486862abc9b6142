"""Join nodes into clusters: block by block, the surest pair first, never across a refusal.

In: nodes in any order. Out: clusters that do not depend on that order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from site_src.events.features import COARSE, JOIN_FROM, REFUSED, Weighed, weigh
from site_src.events.nodes import Node
from site_src.events.setting import Setting
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


def block_keys(node: Node) -> Iterator[str]:
    """Name the blocks in which a node is compared: its days, its stretch, its meeting, its once-only fact."""
    days = node.when.days
    if days <= _LONGEST_BLOCKED:
        for offset in range(days):
            yield f"d{node.when.earliest + timedelta(days=offset)}"
    else:
        yield f"w{node.when.earliest}/{node.when.latest}"
    if node.series:
        yield f"m{node.series}"
    if node.once:
        yield f"o{node.kind}/{node.organisation}"


def _cut(block: list[Node], around: Setting) -> Iterator[list[Node]]:
    """Give a block whole, or cut a crowded one by actor, meeting or place; what is of no known kind by its words."""
    if len(block) <= _CROWD:
        yield block
        return
    parts: dict[str, list[Node]] = {}
    for node in block:
        loose = around.telling(node, _TELLING) if node.generic else ()
        for key in {*(loose or node.actors), node.series, "" if loose else node.place} - {""} or {node.kind}:
            parts.setdefault(key, []).append(node)
    yield from (part for part in parts.values() if len(part) <= _TOO_MANY or not all(node.generic for node in part))


def pairs(nodes: Sequence[Node], around: Setting) -> tuple[Weighed, ...]:
    """Weigh every pair that shares a block, once."""
    blocks: dict[str, list[Node]] = {}
    for node in nodes:
        for key in block_keys(node):
            blocks.setdefault(key, []).append(node)
    seen: dict[tuple[str, str], Weighed] = {}
    for block in blocks.values():
        for part in _cut(block, around):
            for left, right in combinations(part, 2):
                both = (min(left.key, right.key), max(left.key, right.key))
                if both[0] != both[1] and both not in seen:
                    seen[both] = weigh(left, right, around)
    return tuple(seen.values())


def _order(weighed: Weighed, nodes: Mapping[str, Node]) -> tuple[bool, date, bool, float, str, str]:
    """Take what was held before what was planned, so that a row goes with the telling that it happened.

    What tells of a row goes with it before anything else: the row then keeps away what speaks against it.

    A row that knows no day comes last and goes with the first day that is told of it: a summit is where it opens.
    """
    both = (nodes[weighed.left], nodes[weighed.right])
    plan = any(node.stance == "planned" and node.statements for node in both)
    vague = any(node.rows and node.when.days >= COARSE for node in both)
    day = max(node.when.earliest for node in both) if vague else FIRST_DAY
    listed = any(node.rows for node in both)
    return plan, day, not listed, -weighed.score, weighed.left, weighed.right


def _bound(bond: Bond, nodes: Sequence[Node], weighed: Mapping[frozenset[str], Weighed]) -> Iterator[Weighed]:
    """Join both sides of a bond, each within itself by its own reasons where it has some."""
    known = {both: pair for both, pair in weighed.items() if pair.score >= JOIN_FROM}
    left, right = bond.sides(nodes)
    by_word = Reason("correction", 1.0, bond.sentence)
    for head, other in [(side[0], one) for side in (left, right) if side for one in side[1:]]:
        own = known.get(frozenset((head.key, other.key)))
        yield own or _by_word(head, other, by_word)
    if left and right:
        yield _by_word(left[0], right[0], by_word)


def _by_word(one: Node, two: Node, reason: Reason) -> Weighed:
    return Weighed(min(one.key, two.key), max(one.key, two.key), reason.score, (reason,))


def _barred(bars: Sequence[Bond], nodes: Sequence[Node]) -> Iterator[frozenset[str]]:
    for bar in bars:
        left, right = bar.sides(nodes)
        yield from (frozenset((one.key, two.key)) for one in left for two in right)


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


def _joinable(left: Sequence[Node], right: Sequence[Node], weighed: Mapping[frozenset[str], Weighed]) -> bool:
    """Tell whether two clusters can be one: no pair is refused, and on average their pairs speak for it.

    The average keeps a chain of neighbours from making one entry of a busy day. A row speaks for all that it confirms,
    and for nothing that speaks against it.
    """
    known = [pair for one in left for two in right if (pair := weighed.get(frozenset((one.key, two.key))))]
    if any(pair.refused for pair in known) or not _fits((*left, *right)):
        return False
    rows = {node.key for node in (*left, *right) if node.rows}
    if any(pair.score < 0 for pair in known if {pair.left, pair.right} & rows):
        return False
    listed = any(node.rows or node.curated for node in (*left, *right))
    return listed or sum(pair.score for pair in known) >= AVERAGE_FROM * len(known)


def cluster(
    nodes: Sequence[Node], around: Setting, bonds: Sequence[Bond] = (), bars: Sequence[Bond] = ()
) -> tuple[Cluster, ...]:
    """Join the surest pairs first; two clusters of which any pair is refused stay apart. Editors have the first word."""
    by_key = {node.key: node for node in nodes}
    weighed = {frozenset((pair.left, pair.right)): pair for pair in pairs(nodes, around)}
    for bar in _barred(bars, nodes):
        weighed[bar] = Weighed(min(bar), max(bar), REFUSED, ())
    members: dict[str, list[Node]] = {key: [node] for key, node in by_key.items()}
    joins: dict[str, list[Weighed]] = {key: [] for key in by_key}
    home = {key: key for key in by_key}
    firm = [pair for bond in bonds for pair in _bound(bond, nodes, weighed)]
    told = sorted((pair for pair in weighed.values() if pair.score >= JOIN_FROM), key=lambda pair: _order(pair, by_key))
    for pair, by_word in (*((pair, True) for pair in firm), *((pair, False) for pair in told)):
        left, right = home[pair.left], home[pair.right]
        if left == right or not (by_word or _joinable(members[left], members[right], weighed)):
            continue
        keep, drop = sorted((left, right))
        members[keep] += members.pop(drop)
        joins[keep] += [*joins.pop(drop), pair]
        home.update((node.key, keep) for node in members[keep])
    return tuple(
        Cluster(tuple(sorted(members[head], key=lambda node: node.key)), tuple(joins[head])) for head in sorted(members)
    )

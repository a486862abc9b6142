"""Join nodes into clusters: block by block, the surest pair first, never across a refusal.

In: nodes in any order. Out: clusters that do not depend on that order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

from site_src.events.features import JOIN_FROM, Weighed, weigh
from site_src.events.nodes import Node
from site_src.topic.values import Topic

_LONGEST_BLOCKED = 7
"""Days of a stretch that meets single days in their blocks."""
_CROWD = 60
"""Nodes above which a block is cut by who acts, so that a busy day stays cheap."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Nodes that are one event, and the joins that made them so."""

    nodes: tuple[Node, ...]
    joins: tuple[Weighed, ...]


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


def _cut(block: list[Node]) -> Iterator[list[Node]]:
    """Give a block whole, or cut a crowded one by kind and actor, meeting or place."""
    if len(block) <= _CROWD:
        yield block
        return
    parts: dict[str, list[Node]] = {}
    for node in block:
        for key in {*node.actors, node.series, node.place} - {""} or {node.kind}:
            parts.setdefault(key, []).append(node)
    yield from parts.values()


def pairs(nodes: Sequence[Node], topic: Topic) -> tuple[Weighed, ...]:
    """Weigh every pair that shares a block, once."""
    blocks: dict[str, list[Node]] = {}
    for node in nodes:
        for key in block_keys(node):
            blocks.setdefault(key, []).append(node)
    seen: dict[tuple[str, str], Weighed] = {}
    for block in blocks.values():
        for part in _cut(block):
            for left, right in combinations(part, 2):
                both = (min(left.key, right.key), max(left.key, right.key))
                if both[0] != both[1] and both not in seen:
                    seen[both] = weigh(left, right, topic)
    return tuple(seen.values())


def _order(weighed: Weighed, plans: frozenset[str]) -> tuple[bool, float, str, str]:
    """Take what was held before what was planned, so that a row goes with the telling that it happened."""
    return (weighed.left in plans or weighed.right in plans, -weighed.score, weighed.left, weighed.right)


def cluster(nodes: Sequence[Node], topic: Topic) -> tuple[Cluster, ...]:
    """Join the surest pairs first; two clusters of which any pair is refused stay apart."""
    by_key = {node.key: node for node in nodes}
    weighed = pairs(nodes, topic)
    refused = {frozenset((pair.left, pair.right)) for pair in weighed if pair.refused}
    plans = frozenset(node.key for node in nodes if node.stance == "planned" and node.statements)
    members: dict[str, set[str]] = {key: {key} for key in by_key}
    joins: dict[str, list[Weighed]] = {key: [] for key in by_key}
    home = {key: key for key in by_key}
    for pair in sorted((pair for pair in weighed if pair.score >= JOIN_FROM), key=lambda pair: _order(pair, plans)):
        left, right = home[pair.left], home[pair.right]
        if left == right:
            continue
        if any(frozenset((one, two)) in refused for one in members[left] for two in members[right]):
            continue
        keep, drop = sorted((left, right))
        members[keep] |= members.pop(drop)
        joins[keep] += [*joins.pop(drop), pair]
        home.update(dict.fromkeys(members[keep], keep))
    return tuple(
        Cluster(tuple(by_key[key] for key in sorted(members[head])), tuple(joins[head])) for head in sorted(members)
    )

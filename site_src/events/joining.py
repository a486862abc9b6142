"""Nodes -> clusters, component by component: with a shelf in as many processes as it has, or remembered from an earlier run.

    joined(nodes, around, bonds, bars, shelf=shelf)

What comes back of a component, and is remembered, names its nodes by their places: small beside what they hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_src.events.clusters import Bond, Cluster, cluster
from site_src.events.components import Component, components, digests
from site_src.events.nodes import Node
from site_src.events.setting import Setting
from site_src.events.weighing import Weighed
from site_src.interning import Shared
from site_src.model import Reason
from site_src.remembering import Shelf

Places = tuple[int, ...]
Joined = tuple[tuple[Places, tuple[tuple[int, int, float, tuple[Reason, ...]], ...]], ...]
"""For each cluster of a component that has several nodes: their places, and its joins with their scores and reasons."""


def joined(
    nodes: Sequence[Node],
    around: Setting,
    bonds: Sequence[Bond] = (),
    bars: Sequence[Bond] = (),
    *,
    shelf: Shelf | None = None,
) -> tuple[Cluster, ...]:
    """Join nodes into clusters, in the order of their least keys; what is alone needs no work."""
    parts = components(nodes, bonds, bars)
    several = [part for part in parts if len(part.nodes) > 1]
    if shelf is not None:
        shared = Shared()

        def held(own: Joined) -> Joined:
            return tuple(
                (places, tuple((left, right, score, shared.reasons(why)) for left, right, score, why in joins))
                for places, joins in own
            )

        found = shelf.run(join, several, digests(several, around), Joined, context=around, held=held)
    else:
        found = [join(around, part) for part in several]
    clusters = [Cluster(part.nodes, ()) for part in parts if len(part.nodes) == 1]
    clusters += (each for part, own in zip(several, found, strict=True) for each in _clusters(part.nodes, own))
    return tuple(sorted(clusters, key=lambda each: each.nodes[0].key))


def join(around: Setting, part: Component) -> Joined:
    """Cluster one component."""
    place = {node.key: at for at, node in enumerate(part.nodes)}
    return tuple(
        (
            tuple(place[node.key] for node in each.nodes),
            tuple((place[why.left], place[why.right], why.score, why.reasons) for why in each.joins),
        )
        for each in cluster(part.nodes, around, part.bonds, part.bars)
        if len(each.nodes) > 1
    )


def _clusters(nodes: Sequence[Node], own: Joined) -> Iterator[Cluster]:
    alone = set(range(len(nodes)))
    for places, joins in own:
        alone.difference_update(places)
        yield Cluster(
            tuple(nodes[at] for at in places),
            tuple(Weighed(nodes[left].key, nodes[right].key, score, why) for left, right, score, why in joins),
        )
    yield from (Cluster((nodes[at],), ()) for at in alone)

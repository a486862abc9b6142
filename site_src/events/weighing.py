"""Add up what the features say of two nodes: as a number for every pair, with its sentences for those that become one."""

from __future__ import annotations

from dataclasses import dataclass

from site_src.events.features import FIRST, MATTER, OF_ARTICLES, OF_NODES, both_first
from site_src.events.hints import REFUSED
from site_src.events.nodes import Node
from site_src.events.setting import Setting
from site_src.model import Reason

JOIN_FROM = 0.58
"""Nodes are joined from this sum on."""
_ROUNDING = 0.001


@dataclass(frozen=True, slots=True)
class Weighed:
    """Two nodes and what the features say of them."""

    left: str
    right: str
    score: float
    reasons: tuple[Reason, ...]


def score(left: Node, right: Node, around: Setting, *, least: float = REFUSED) -> float | None:
    """Add up what every feature says, `REFUSED` if one refuses; None for what stays below `least` in any case."""
    found = []
    for feature in OF_NODES:
        hint = feature(left, right, around)
        if hint is not None:
            if hint[0] <= REFUSED:
                return REFUSED
            found.append(hint[0])
    most = MATTER + (FIRST if both_first(left, right, around) else 0.0)
    if sum(found) + most < least - _ROUNDING:
        return None
    found += [hint[0] for feature in OF_ARTICLES if (hint := feature(left, right, around))]
    return round(sum(found), 3)


def weigh(left: Node, right: Node, around: Setting) -> Weighed:
    """Give what every feature says of two nodes that none of them refuses, with the sentences."""
    hints = [
        (feature.__name__, hint) for feature in (*OF_NODES, *OF_ARTICLES) if (hint := feature(left, right, around))
    ]
    reasons = tuple(Reason(name, score, sentence()) for name, (score, sentence) in hints)
    return Weighed(left.key, right.key, round(sum(reason.score for reason in reasons), 3), reasons)

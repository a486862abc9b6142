"""Say how much an entry or a day matters, 0 to 1, from what the corpus itself shows.

A weighted mean of shares that grow with diminishing returns; it needs no table, and uses one where there is one.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from math import log1p

from site_src.events.drafts import Draft
from site_src.events.nodes import kind_of
from site_src.topic.values import Topic

_UNKNOWN_KIND = 0.3
_MANY = 12
"""Origins or mentions that count as very many."""


def growth(count: int, many: int = _MANY) -> float:
    """Grow from 0 to 1 as a count goes to very many: the second report adds more than the tenth."""
    return min(1.0, log1p(count) / log1p(many))


def importance(entry: Draft, topic: Topic, mentions: Mapping[date, int]) -> float:
    """Weigh an entry by its origins, its kind, its place in the articles, other mentions of its day, and its rows."""
    kind = kind_of(entry.kind, topic)
    prominence = max((statement.prominence for statement in entry.statements), default=0.0)
    days = mentions.get(entry.when.earliest, 0) if entry.when.grain == "day" else 0
    parts = (
        (0.30, growth(len(entry.origins))),
        (0.25, kind.weight if kind else _UNKNOWN_KIND),
        (0.15, prominence),
        (0.15, growth(days)),
        (0.10, 1.0 if entry.rows else 0.0),
        (0.05, growth(len(entry.actors), 4)),
    )
    whole = sum(weight * value for weight, value in parts)
    return round(whole * (0.8 if entry.when.grain == "year" else 1.0), 4)

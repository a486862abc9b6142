"""Say how much an entry matters, 0 to 1, from what the corpus itself shows.

A weighted mean of shares; it needs no table, and uses one where there is one. Its largest part is the importance of
its day (`importance_days`): who names it, when, and how their sentences agree.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from math import log1p

from site_src.events.drafts import Draft
from site_src.events.nodes import kind_of
from site_src.model import When
from site_src.topic.values import Topic

_UNKNOWN_KIND = 0.3
_MANY = 12
"""Origins that count as very many."""
_MEETING = 7
"""Days that an event may last and still be told by its days; a month or a year is no day."""


@lru_cache(maxsize=1 << 10)
def growth(count: int, many: int = _MANY) -> float:
    """Grow from 0 to 1 as a count goes to very many: the second report adds more than the tenth."""
    return min(1.0, log1p(count) / log1p(many))


def importance(entry: Draft, topic: Topic, days: Mapping[date, float]) -> float:
    """Weigh an entry by its origins, its kind, its day, its place in the articles, its rows and its actors."""
    kind = kind_of(entry.kind, topic)
    parts = [
        0.25 * growth(len(entry.origins)),
        0.25 * (kind.weight if kind else _UNKNOWN_KIND),
        0.20 * _day(entry.when, days),
        0.15 * max([statement.prominence for statement in entry.statements], default=0.0),
        0.10 * (1.0 if entry.rows else 0.0),
        0.05 * growth(len(entry.actors), 4),
    ]
    whole = sum(parts)
    return round(whole * (0.8 if entry.when.grain == "year" else 1.0), 4)


def _day(when: When, days: Mapping[date, float]) -> float:
    """Give the importance of an entry's day, of the most important one where it lasts several."""
    if when.earliest == when.latest:
        return days.get(when.earliest, 0.0)
    if when.days > _MEETING:
        return 0.0
    return max(days.get(when.earliest + timedelta(at), 0.0) for at in range(when.days))

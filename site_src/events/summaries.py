"""Sum an entry up in at most three sentences, each one a quote: the best first, then those that add most.

After maximal marginal relevance (Carbonell and Goldstein 1998): a sentence counts by its own worth, less what the chosen
ones have already said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_src.events.nodes import stems_in_order, tells
from site_src.events.titles import Sources, in_each
from site_src.model import Evidence, Statement

MOST = 3
"""Sentences of a summary."""
_NEW = 0.5
"""The part of a further sentence's stems that no chosen one has: below it, it only says the same again."""
_LONG = 320
"""Characters above which a sentence is too long for a summary, if there is another."""


def _worth(statement: Statement) -> float:
    length = len(statement.evidence.quote)
    fitting = 0.2 if 60 <= length <= _LONG else 0.0 if length < 60 else -0.4
    later = 0.3 if statement.stance == "planned" else 0.0
    return statement.prominence + statement.confidence + fitting - later


def _value(statement: Statement, words: frozenset[str], said: frozenset[str], heard: frozenset[str]) -> float:
    """Weigh a sentence of some stems beside those chosen: their words and their origins; below 0 it says nothing new."""
    new = len(words - said) / max(1, len(words))
    if new < _NEW:
        return -1.0
    return _worth(statement) * new + (0.2 if heard and not heard & set(statement.origins) else 0.0)


def _different(statements: Sequence[Statement]) -> list[Statement]:
    """Give one statement for each quote."""
    ordered = sorted(statements, key=lambda item: (item.id, item.evidence.article))
    return list({item.evidence.quote: item for item in reversed(ordered)}.values())


def _chosen(statements: Sequence[Statement]) -> tuple[Evidence, ...]:
    """Choose greedily; ties are broken by what the statements say, never by their order."""
    left = _different(statements) if len(statements) > 1 else list(statements)
    if len(left) == 1:
        return (left[0].evidence,) if tells(left[0].evidence.quote) else ()
    words = {item.evidence.quote: frozenset(stems_in_order(item.evidence.quote)) for item in left}
    said, heard = frozenset[str](), frozenset[str]()
    chosen: list[Evidence] = []
    while left and len(chosen) < MOST:
        values = [_value(item, words[item.evidence.quote], said, heard) for item in left]
        if max(values) < 0:
            break
        best = left.pop(values.index(max(values)))
        chosen.append(best.evidence)
        said, heard = said | words[best.evidence.quote], heard | set(best.origins)
    return tuple(chosen)


def summary(
    statements: Sequence[Statement], languages: Sequence[str], sources: Sources
) -> Mapping[str, tuple[Evidence, ...]]:
    """Sum up an entry for each interface language: from sources in that language where there are some."""
    return in_each(languages, statements, sources, _chosen) if statements else {}

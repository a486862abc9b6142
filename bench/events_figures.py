"""How well quantities and claims were found, and what the measures share: shares of stretches, F1."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isclose
from typing import Protocol

from bench.events_gold import Figure, Gold, GoldClaim

SHARED = 0.5
"""So much of the shorter of two stretches of text must be shared."""
Relation = tuple[str, frozenset[tuple[str, str, str]]]
"""A kind of relation and the two things claimed."""
MEASURED = ("contradicts", "superseded")
"""The kinds of relation that are measured."""


class Span(Protocol):
    """Something that stands at a place in a text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def shared(one: Span, other: Span) -> float:
    """Give the part of the shorter stretch that two have in common; 0 if it is less than half."""
    letters = min(one.end, other.end) - max(one.start, other.start)
    part = letters / max(1, min(one.end - one.start, other.end - other.start))
    return part if part >= SHARED else 0.0


def f1(hits: float, wanted: float, found: float) -> float:
    """Give the harmonic mean of precision and recall; 1 where nothing was to be found and nothing was."""
    return round(2 * hits / (wanted + found), 4) if wanted + found else 1.0


def share(part: float, whole: float) -> float:
    """Give a part of a whole; 1 where there was nothing to be had."""
    return round(part / whole, 4) if whole else 1.0


# --- Quantities -----------------------------------------------------------------------------------------------------


def figures_of(
    gold: Gold, found: Mapping[str, Sequence[Figure]], articles: Collection[str]
) -> tuple[dict[str, float], list[tuple[str, Figure | None, Figure | None]]]:
    """Give F1 of quantities that are wholly right, and those that are not: the article, what is right, what was found."""
    hits = wanted = given = 0
    wrong: list[tuple[str, Figure | None, Figure | None]] = []
    for article in gold.articles:
        if article.id not in articles:
            continue
        for right, one in _answers(article.figures, found.get(article.id, ())):
            if right and right.optional:
                continue
            same = right is not None and one is not None and same_figure(right, one)
            hits, wanted, given = hits + same, wanted + (right is not None), given + (one is not None)
            if not same:
                wrong.append((article.id, right, one))
    return {"quantities": f1(hits, wanted, given)}, wrong


def _answers(wanted: Sequence[Figure], given: Sequence[Figure]) -> Iterator[tuple[Figure | None, Figure | None]]:
    left = list(given)
    for right in wanted:
        best = max(left, key=lambda one: shared(right, one), default=None)
        if best and shared(right, best):
            left.remove(best)
            yield right, best
        else:
            yield right, None
    yield from ((None, one) for one in left)


def same_figure(right: Figure, one: Figure) -> bool:
    """Tell whether two quantities say the same."""
    close = isclose(right.value, one.value, rel_tol=1e-3)
    return close and right.unit == one.unit and right.comparator == one.comparator


# --- Claims ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Claims:
    """How well claims were found, and which were missed or false."""

    figures: dict[str, float]
    wanted: int
    missed: tuple[GoldClaim, ...]
    false: tuple[GoldClaim, ...]
    relations_missed: tuple[tuple[str, list[tuple[str, str, str]]], ...]
    relations_false: tuple[tuple[str, list[tuple[str, str, str]]], ...]


def claims_of(
    gold: Gold, found: Iterable[GoldClaim], relations: Collection[Relation], articles: Collection[str]
) -> Claims:
    """Compare claims by article, and contradictions and what is superseded by what is claimed."""
    wanted = {(one.saying, one.unit, one.article): one for one in gold.claims if one.article in articles}
    given = {(one.saying, one.unit, one.article): one for one in found if one.article in articles}
    missed = tuple(one for key, one in wanted.items() if key not in given and not one.optional)
    false = tuple(one for key, one in given.items() if key not in wanted)
    required = sum(not one.optional for one in wanted.values())
    hits = required - len(missed)
    sayings = {one.saying for one in wanted.values()} & {one.saying for one in given.values()}
    right = {each for each in gold.relations if each[1] <= sayings and each[0] in MEASURED}
    told = {each for each in relations if each[1] <= sayings and each[0] in MEASURED}
    told -= {each for each in told - right if ("open", each[1]) in gold.relations}
    both = len(right & told)
    return Claims(
        {"claims": f1(hits, required, hits + len(false)), "relations": f1(both, len(right), len(told))},
        required,
        missed,
        false,
        tuple(sorted((kind, sorted(pair)) for kind, pair in right - told)),
        tuple(sorted((kind, sorted(pair)) for kind, pair in told - right)),
    )

"""Say how claims stand to one another: they agree, contradict, are superseded, or are of another measure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from site_src.model import Claim
from site_src.topic.values import Measure

MOST = 12
"""Relations that a claim has of its own; more than a reader compares."""

Pair = tuple[Claim, Claim, str]


def _year(claim: Claim) -> int:
    return claim.as_of.earliest.year if claim.as_of else 0


def _dates_agree(left: str, right: str) -> bool:
    """Tell whether one date lies in the other: 2001 and 2001-06-15 do."""
    return left.startswith(right) or right.startswith(left)


def _allows(claim: Claim, value: float, tolerance: float) -> bool:
    own = float(claim.value)
    slack = abs(own) * tolerance
    if claim.comparator in (">", ">="):
        return value >= own - slack
    if claim.comparator in ("<", "<="):
        return value <= own + slack
    return abs(value - own) <= slack


def _relation(left: Claim, right: Claim, measure: Measure | None) -> str:
    """Relate two claims of one measure; a figure that changes with time is no contradiction at another time."""
    if isinstance(left.value, str) or isinstance(right.value, str):
        return "agrees" if _dates_agree(str(left.value), str(right.value)) else "contradicts"
    tolerance = measure.tolerance if measure else 0.0
    if _allows(left, right.value, tolerance) and _allows(right, left.value, tolerance):
        return "agrees"
    return "contradicts" if _year(left) == _year(right) else "superseded"


def _other_measure(left: Claim, right: Claim, measures: Mapping[str, Measure]) -> bool:
    """Tell whether two claims state one thing by different measures: a share of it and a sum."""
    one, two = measures.get(left.attribute), measures.get(right.attribute)
    return bool(one and two and one.id != two.id and set(one.indicators) & set(two.indicators))


def relations(claims: Sequence[Claim], measures: Mapping[str, Measure]) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Give the relations of each claim, both ways, sorted; where many state one measure, those to its nearest."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(claim.subject, []).append(claim)
    found: dict[str, set[tuple[str, str]]] = {}
    for members in groups.values():
        for left, right, kind in _kept(list(_related(members, measures))):
            found.setdefault(left.id, set()).add((right.id, kind))
            found.setdefault(right.id, set()).add((left.id, kind))
    return {id: tuple(sorted(pairs)) for id, pairs in found.items()}


def _related(members: Sequence[Claim], measures: Mapping[str, Measure]) -> Iterator[Pair]:
    for left, right in combinations(members, 2):
        if left.attribute == right.attribute:
            yield left, right, _relation(left, right, measures.get(left.attribute))
        elif _other_measure(left, right, measures):
            yield left, right, "other-measure"


def _kept(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Keep a pair that is among the nearest of either: hundreds of reports of one figure would each name all others."""
    counted: Counter[str] = Counter()
    for left, right, kind in sorted(pairs, key=_nearness):
        if min(counted[left.id], counted[right.id]) < MOST:
            counted.update((left.id, right.id))
            yield left, right, kind


def _nearness(pair: Pair) -> tuple[int, int, int, str, str]:
    """Contradictions first, then those of near years, then those that most origins tell."""
    left, right, kind = pair
    rank = ("contradicts", "agrees", "other-measure", "superseded").index(kind)
    return rank, abs(_year(left) - _year(right)), -len(left.origins) - len(right.origins), left.id, right.id

"""Say how claims stand to one another: they agree, contradict, are superseded, or are of another measure.

Claims are compared within one subject, attribute and year, and with those of the years beside it: a figure of another
year is a later state, not a contradiction. Of many figures of one year each is compared with its nearest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise, product

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


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the tables say about which claims can stand side by side."""

    measures: Mapping[str, Measure]
    exclusive: frozenset[str]
    """Statuses of which a country has one at a time."""
    turns: Mapping[str, tuple[date, ...]]
    """The days on which a status gained or lost countries."""


def _allows(claim: Claim, value: float, tolerance: float) -> bool:
    """Tell whether a claim leaves room for a value: on the right side of a bound, or near enough."""
    own = float(claim.value)
    slack = abs(own) * tolerance
    if claim.comparator in (">", ">="):
        return value >= own - slack
    if claim.comparator in ("<", "<="):
        return value <= own + slack
    return abs(value - own) <= slack


def _agree(left: Claim, right: Claim, tolerance: float) -> bool:
    """Tell whether two figures can both be right; a bound does not say what is beyond it."""
    bounds = [claim.comparator in (">", ">=", "<", "<=") for claim in (left, right)]
    if all(bounds) and left.comparator[0] == right.comparator[0]:
        return True
    fits = _allows(left, float(right.value), tolerance), _allows(right, float(left.value), tolerance)
    return all(fit for fit, bound in zip(fits, bounds, strict=True) if bound or not any(bounds))


def _relation(left: Claim, right: Claim, known: Knowledge) -> str:
    """Relate two claims of one measure; empty where the one says nothing about the other."""
    measure = known.measures.get(left.attribute)
    if isinstance(left.value, str) or isinstance(right.value, str):
        return _of_states(left, right, known)
    if left.stance != right.stance:
        return ""  # a forecast does not supersede what was so
    if _reckoned(left, measure) != _reckoned(right, measure):
        return "other-measure" if _year(left) == _year(right) else ""
    if _both_hold(left, right):
        return "agrees" if _agree(left, right, 2 * (measure.tolerance if measure else 0.0)) else "superseded"
    if _agree(left, right, measure.tolerance if measure else 0.0):
        return "agrees"
    # The fifth member and the sixth are two members.
    return "" if left.unit == "ordinal" else _later_or_against(left, right, known)


def _reckoned(claim: Claim, measure: Measure | None) -> tuple[str, tuple[str, ...]]:
    """Give how a figure is reckoned: by which indicator, and of which states."""
    check = claim.data_check
    by_other = check.measure if check and check.verdict == "holds-other-measure" else ""
    plain = measure.indicators[0] if measure and measure.indicators else ""
    return claim.variant or by_other or plain, claim.countries


def _both_hold(left: Claim, right: Claim) -> bool:
    """Tell whether the tables bear out two figures of one sum, be it for two years."""
    return all(
        claim.data_check is not None and claim.data_check.verdict == "holds" and claim.unit != "ordinal"
        for claim in (left, right)
    )


def _of_states(left: Claim, right: Claim, known: Knowledge) -> str:
    """Relate two dates, statuses, traits or names; of the statuses only those that are counted exclude one another."""
    if left.unit == "date":
        return "agrees" if _dates_agree(str(left.value), str(right.value)) else "contradicts"
    if left.value == right.value:
        return "agrees" if left.comparator == right.comparator else _later_or_against(left, right, known)
    if left.unit == "name":
        return "contradicts"
    both = left.comparator == right.comparator == "=" and {left.value, right.value} <= known.exclusive
    return _later_or_against(left, right, known) if both and left.unit == "status" else ""


def _later_or_against(left: Claim, right: Claim, known: Knowledge) -> str:
    """Tell a later state from a contradiction: of another year, or of another side of a day on which it changed."""
    measure = known.measures.get(left.attribute)
    if measure and measure.lasts:
        return "contradicts"
    if _year(left) != _year(right) or _turned(left, right, measure, known):
        return "superseded"
    return "contradicts"


def _turned(left: Claim, right: Claim, measure: Measure | None, known: Knowledge) -> bool:
    """Tell whether the tables know a change between the days of two claims: who belongs to it, or a country's status."""
    if left.as_of is None or right.as_of is None or measure is None:
        return False
    first, last = sorted((left.as_of.latest, right.as_of.latest))
    if measure.unit == "status":
        checks = [claim.data_check for claim in (left, right)]
        return first < last and all(check is not None and check.verdict == "holds" for check in checks)
    return any(first <= day <= last for day in known.turns.get(measure.status, ()))


def relations(claims: Sequence[Claim], known: Knowledge) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Give the relations of each claim, both ways, sorted; where many state one measure, those to its nearest.

    Takes time in proportion to the claims, however many are of one subject and year.
    """
    subjects: dict[str, list[Claim]] = {}
    for claim in claims:
        subjects.setdefault(claim.subject, []).append(claim)
    found: dict[str, set[tuple[str, str]]] = {}
    for members in subjects.values():
        for left, right, kind in _kept(list(_related(members, known))):
            found.setdefault(left.id, set()).add((right.id, kind))
            found.setdefault(right.id, set()).add((left.id, kind))
    return {id: tuple(sorted(pairs)) for id, pairs in found.items()}


def _related(members: Sequence[Claim], known: Knowledge) -> Iterator[Pair]:
    attributes: dict[str, dict[int, list[Claim]]] = {}
    for claim in members:
        measure = known.measures.get(claim.attribute)
        year = 0 if measure and measure.lasts else _year(claim)
        attributes.setdefault(claim.attribute, {}).setdefault(year, []).append(claim)
    for _, years in sorted(attributes.items()):
        for left, right in _to_compare(years):
            kind = _relation(left, right, known)
            if kind:
                yield left, right, kind
    for one, two in combinations(sorted(attributes), 2):
        if _other_measure(one, two, known.measures):
            for common in _common(attributes[one], attributes[two]):
                yield from (
                    (left, right, "other-measure")
                    for left, right in product(_some(attributes[one], common), _some(attributes[two], common))
                )


def _common(left: Mapping[int, object], right: Mapping[int, object]) -> list[int | None]:
    """Give the years of both; None where they have none in common."""
    return [*sorted(left.keys() & right.keys())] or [None]


def _other_measure(left: str, right: str, measures: Mapping[str, Measure]) -> bool:
    """Tell whether two attributes state one thing by different measures: a share of it and a sum."""
    one, two = measures.get(left), measures.get(right)
    return bool(one and two and set(one.indicators) & set(two.indicators))


def _some(years: Mapping[int, Sequence[Claim]], year: int | None) -> list[Claim]:
    """Give the claims of a year that most origins tell; without a common year the newest."""
    return sorted(years[max(years) if year is None else year], key=_weight)[:MOST]


def _weight(claim: Claim) -> tuple[int, str]:
    return -len(claim.origins), claim.id


def _to_compare(years: Mapping[int, Sequence[Claim]]) -> Iterator[tuple[Claim, Claim]]:
    """Pair the claims of a year with their nearest, and the years beside one another by those that most tell."""
    for members in years.values():
        ordered = sorted(members, key=_value)
        for at, left in enumerate(ordered):
            yield from ((left, right) for right in ordered[at + 1 : at + 1 + MOST])
    for former, later in pairwise(sorted(years)):
        yield from product(_some(years, former), _some(years, later))


def _value(claim: Claim) -> tuple[bool, float, str, str]:
    """Order figures by size, words by their letters."""
    words = isinstance(claim.value, str)
    return words, 0.0 if isinstance(claim.value, str) else claim.value, str(claim.value) if words else "", claim.id


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

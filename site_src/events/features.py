"""Why two tellings are one event, or are not: a row of features, each with a score and a sentence.

In: two nodes. Out: the reasons that speak for or against; a reason of `REFUSED` forbids the join whatever the others
say. The weights are the numbers in this file and nowhere else. After the listed features of nomenklatura's matchers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from site_src.events.nodes import GENERAL, Node
from site_src.model import Reason
from site_src.topic.values import Topic

REFUSED = -100.0
JOIN_FROM = 0.6
"""Nodes are joined from this sum on."""

Feature = Callable[[Node, Node, Topic], Reason | None]


@dataclass(frozen=True, slots=True)
class Weighed:
    """Two nodes and what the features say of them."""

    left: str
    right: str
    score: float
    reasons: tuple[Reason, ...]

    @property
    def refused(self) -> bool:
        return any(reason.score <= REFUSED for reason in self.reasons)


def same_day(left: Node, right: Node, topic: Topic) -> Reason | None:
    """Favour tellings of one and the same day; refuse two days that contradict and grains that differ.

    A month and a day within it are not joined: "in June 2017" may be another meeting than "on 9 June 2017".
    """
    if (left.when.earliest, left.when.latest) == (right.when.earliest, right.when.latest):
        weight = {"day": 0.3, "range": 0.25, "month": 0.2, "year": 0.15}[left.when.grain]
        return Reason("same_day", weight, f"both name {left.when.edtf}")
    if left.series and left.series == right.series:
        return Reason("same_day", 0.1, f"{left.when.edtf} and {right.when.edtf} are days of one meeting")
    if left.once and right.once and left.kind == right.kind and left.when.meets(right.when):
        return Reason("same_day", 0.2, f"{left.when.edtf} and {right.when.edtf} agree, and it happens once")
    if left.when.meets(right.when):
        return Reason("same_day", REFUSED, f"{left.when.edtf} and {right.when.edtf} are not equally exact")
    return Reason("same_day", REFUSED, f"{left.when.edtf} and {right.when.edtf} are different days")


def same_stance(left: Node, right: Node, topic: Topic) -> Reason | None:
    """Refuse to join a plan with what was held, or a denial with either; a table row confirms a plan."""
    if left.rows or right.rows:
        if "denied" in (left.stance, right.stance):
            return Reason("same_stance", REFUSED, "one of them denies it")
        return None
    if left.held != right.held or (not left.held and left.stance != right.stance):
        return Reason("same_stance", REFUSED, f"one is {left.stance}, the other {right.stance}")
    return None


def same_kind(left: Node, right: Node, topic: Topic) -> Reason | None:
    """Favour tellings of one kind; a generic kind gives way to any other."""
    if left.kind == right.kind:
        if left.kind == GENERAL:
            return Reason("same_kind", 0.1, "neither is of a known kind")
        return Reason("same_kind", 0.3, f"both tell of one kind: {left.kind}")
    if GENERAL in (left.kind, right.kind) and _articles(left) & _articles(right):
        return Reason("same_kind", -0.3, "one article tells both, and only one is of a known kind")
    if left.generic or right.generic:
        return Reason("same_kind", 0.1, f"{left.kind} can be a part of {right.kind}")
    return Reason("same_kind", -0.6, f"{left.kind} is another kind than {right.kind}")


def _articles(node: Node) -> frozenset[str]:
    return frozenset(item.evidence.article for item in node.statements)


def _countries(node: Node, topic: Topic) -> frozenset[str]:
    found = (topic.entities.get(actor) for actor in node.actors)
    return frozenset((entity.country or entity.id) if entity else "" for entity in found) - {""}


def _same_name(left: str, right: str, topic: Topic) -> bool:
    """Tell whether two actors are one: the same id, or of names that no table knows the one inside the other."""
    if left == right:
        return True
    if left in topic.entities and right in topic.entities:
        return False
    one, two = set(left.casefold().split()), set(right.casefold().split())
    return one <= two or two <= one


def _shared(left: Node, right: Node, topic: Topic) -> frozenset[str]:
    """Give the actors of the left node that the right one names too."""
    exact = left.actors & right.actors
    if exact == left.actors or all(actor in topic.entities for actor in left.actors | right.actors):
        return exact
    return frozenset(actor for actor in left.actors if any(_same_name(actor, one, topic) for one in right.actors))


def same_actors(left: Node, right: Node, topic: Topic) -> Reason | None:
    """Favour the same actors; a person counts a little for the country, and strangers speak against."""
    if not left.actors or not right.actors:
        return None
    shared = _shared(left, right, topic)
    if len(shared) == len(left.actors) == len(right.actors):
        return Reason("same_actors", 0.4, "the same actors: " + ", ".join(sorted(shared)))
    if shared:
        part = len(shared) / min(len(left.actors), len(right.actors))
        return Reason("same_actors", round(0.3 * part, 3), "actors in common: " + ", ".join(sorted(shared)))
    states = _countries(left, topic) & _countries(right, topic)
    if states and _countries(left, topic) == _countries(right, topic):
        return Reason("same_actors", 0.15, "actors of the same countries: " + ", ".join(sorted(states)))
    return Reason("same_actors", -0.6, "no actor in common")


def same_organisation(left: Node, right: Node, topic: Topic) -> Reason | None:
    """Favour one organisation; another one speaks against."""
    if not left.organisation or not right.organisation:
        return None
    if left.organisation == right.organisation:
        return Reason("same_organisation", 0.1, f"both are about {left.organisation}")
    return Reason("same_organisation", -0.5, f"{left.organisation} is not {right.organisation}")


def same_place(left: Node, right: Node, topic: Topic) -> Reason | None:
    """Favour one place; a place and its country agree weakly."""
    if not left.place or not right.place:
        return None
    if left.place == right.place:
        return Reason("same_place", 0.15, f"both in {left.place}")
    places = [topic.entities.get(place) for place in (left.place, right.place)]
    countries = {entity.country or entity.id for entity in places if entity}
    if all(places) and len(countries) == 1:
        return Reason("same_place", 0.05, f"{left.place} and {right.place} agree")
    return Reason("same_place", -0.25, f"{left.place} is not {right.place}")


def same_series(left: Node, right: Node, topic: Topic) -> Reason | None:
    """Favour one meeting of a series; two numbered meetings are never one."""
    if not left.series or not right.series:
        return None
    if left.series == right.series:
        weight = 0.3 if left.kind == right.kind else 0.1
        return Reason("same_series", weight, f"both name the meeting {left.series}")
    return Reason("same_series", REFUSED, f"{left.series} is not {right.series}")


def shared_words(left: Node, right: Node, topic: Topic) -> Reason | None:
    """Favour sentences that share their words, in proportion to the shorter one."""
    shorter = min(len(left.words), len(right.words))
    if not shorter:
        return None
    part = len(left.words & right.words) / shorter
    return Reason("shared_words", round(0.35 * part, 3), f"{part:.0%} of the words are shared") if part >= 0.2 else None


FEATURES: tuple[Feature, ...] = (
    same_day,
    same_stance,
    same_series,
    same_kind,
    same_actors,
    same_organisation,
    same_place,
    shared_words,
)
"""Those that refuse most stand first: weighing stops at a refusal."""


def weigh(left: Node, right: Node, topic: Topic) -> Weighed:
    """Ask every feature about two nodes; a refusal ends the asking."""
    first, second = sorted((left, right), key=lambda node: node.key)
    reasons: list[Reason] = []
    for feature in FEATURES:
        reason = feature(first, second, topic)
        if reason:
            reasons.append(reason)
            if reason.score <= REFUSED:
                return Weighed(first.key, second.key, REFUSED, (reason,))
    return Weighed(first.key, second.key, round(sum(reason.score for reason in reasons), 3), tuple(reasons))

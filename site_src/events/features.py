"""Why two tellings are one event, or are not: a row of features, each with a score and a sentence.

In: two nodes. Out: the reasons that speak for or against; a reason of `REFUSED` forbids the join whatever the others
say. The weights are the numbers in this file and nowhere else. After the listed features of nomenklatura's matchers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from site_src.events.nodes import GENERAL, Node
from site_src.events.own_part import figures_of, own_part
from site_src.events.setting import Setting
from site_src.model import Reason
from site_src.topic.values import Topic

REFUSED = -100.0
JOIN_FROM = 0.58
"""Nodes are joined from this sum on."""

_ENOUGH = 2.5
"""Telling words that two sentences share by more than chance."""
COARSE = 28
"""Days from which on a stretch is a month or longer."""

Feature = Callable[[Node, Node, Setting], Reason | None]


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


def same_day(left: Node, right: Node, around: Setting) -> Reason | None:
    """Favour tellings of one and the same day; refuse two days that contradict and grains that differ.

    A month and a day within it are not joined: "in June 2017" may be another meeting than "on 9 June 2017".
    """
    if (left.when.earliest, left.when.latest) == (right.when.earliest, right.when.latest):
        weight = {"day": 0.3, "range": 0.25, "month": 0.2, "year": 0.15}[left.when.grain]
        if left.generic or right.generic:
            weight = round(weight - around.busy(_days(left)), 3)
        return Reason("same_day", weight, f"both name {left.when.edtf}")
    if left.series and left.series == right.series and _one_meeting(left, right):
        return Reason("same_day", 0.1, f"{left.when.edtf} and {right.when.edtf} are days of one meeting")
    if left.once and right.once and left.kind == right.kind and left.when.meets(right.when):
        return Reason("same_day", 0.2, f"{left.when.edtf} and {right.when.edtf} agree, and it happens once")
    if left.when.meets(right.when):
        return Reason("same_day", REFUSED, f"{left.when.edtf} and {right.when.edtf} are not equally exact")
    return Reason("same_day", REFUSED, f"{left.when.edtf} and {right.when.edtf} are different days")


def _one_meeting(left: Node, right: Node) -> bool:
    """Tell whether tellings of one meeting that are not equally exact are one entry: what was held, and a plan by its year."""
    if left.rows or right.rows or _coarse(left) == _coarse(right) or (left.held and right.held):
        return True
    return left.stance == right.stance == "planned" and "year" in (left.when.grain, right.when.grain)


def _coarse(node: Node) -> bool:
    return node.when.days >= COARSE


def same_table(left: Node, right: Node, around: Setting) -> Reason | None:
    """Refuse to join two lines of one table: who lists two things of a day means two."""
    tables = {row.table for row in left.rows} & {row.table for row in right.rows}
    return Reason("same_table", REFUSED, f"{min(tables)} lists both") if tables else None


def same_stance(left: Node, right: Node, around: Setting) -> Reason | None:
    """Refuse to join a plan with what was held, or a denial with either; a table row confirms a plan."""
    if left.rows or right.rows:
        if "denied" in (left.stance, right.stance):
            return Reason("same_stance", REFUSED, "one of them denies it")
        return None
    if left.held != right.held or (not left.held and left.stance != right.stance):
        return Reason("same_stance", REFUSED, f"one is {left.stance}, the other {right.stance}")
    return None


def same_kind(left: Node, right: Node, around: Setting) -> Reason | None:
    """Favour tellings of one kind; a generic kind gives way to any other."""
    if left.kind == right.kind:
        if left.kind == GENERAL:
            return Reason("same_kind", 0.1, "neither is of a known kind")
        if left.generic:
            return Reason("same_kind", 0.1, f"both are of the kind {left.kind}, of which a day has many")
        if not (left.once or (left.actors and right.actors) or (left.organisation and right.organisation)):
            listed = bool(left.rows or right.rows)
            return Reason("same_kind", 0.3 if listed else 0.2, f"both tell of one kind, {left.kind}, but not of whom")
        return Reason("same_kind", 0.3, f"both tell of one kind: {left.kind}")
    if right.kind in left.also or left.kind in right.also:
        return Reason("same_kind", 0.2, f"{left.kind} and {right.kind} can be one act")
    if GENERAL in (left.kind, right.kind) and left.articles & right.articles:
        return Reason("same_kind", -0.3, "one article tells both, and only one is of a known kind")
    if left.generic and right.generic:
        return None  # a saying and something that happened
    if left.generic or right.generic:
        if _said_beside(left, right) or _said_beside(right, left):
            return Reason("same_kind", -0.6, "what somebody says beside a meeting is not the meeting")
        return Reason("same_kind", 0.1, f"{left.kind} can be a part of {right.kind}")
    return Reason("same_kind", -0.6, f"{left.kind} is another kind than {right.kind}")


def _said_beside(saying: Node, other: Node) -> bool:
    """Tell whether one is a saying of somebody, the other something in which nobody acts by name."""
    return saying.generic and saying.kind != GENERAL and bool(saying.actors) and not other.actors


def _days(node: Node) -> tuple[date, date]:
    return node.when.earliest, node.when.latest


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


def _shared(left: Node, right: Node, topic: Topic) -> dict[str, frozenset[str]]:
    """Give the actors of the left node that the right one names too, each with all the names that it bears in both."""
    exact = left.actors & right.actors
    if exact == left.actors or all(actor in topic.entities for actor in left.actors | right.actors):
        return {actor: frozenset({actor}) for actor in exact}
    alike = {actor: {one for one in right.actors if _same_name(actor, one, topic)} for actor in left.actors}
    return {actor: frozenset({actor, *names}) for actor, names in alike.items() if names}


def same_actors(left: Node, right: Node, around: Setting) -> Reason | None:
    """Favour the same actors; a person counts a little for the country, and strangers speak against.

    Where no kind says what they did, it counts how rarely they act: who is named every day may have done anything.
    """
    if not left.actors or not right.actors:
        return None
    topic, loose = around.topic, left.generic and right.generic
    shared = _shared(left, right, topic)
    if shared:
        days = _days(left)
        rare = max(min(around.weight([name], days) for name in names) for names in shared.values()) if loose else 1.0
        if len(shared) == len(left.actors) == len(right.actors):
            return Reason("same_actors", round(0.4 * rare, 3), "the same actors: " + ", ".join(sorted(shared)))
        part = len(shared) / min(len(left.actors), len(right.actors))
        return Reason("same_actors", round(0.3 * part * rare, 3), "actors in common: " + ", ".join(sorted(shared)))
    states = _countries(left, topic) & _countries(right, topic)
    if states and _countries(left, topic) == _countries(right, topic):
        return Reason("same_actors", 0.15, "actors of the same countries: " + ", ".join(sorted(states)))
    return Reason("same_actors", -0.3 if left.generic and right.generic else -0.6, "no actor in common")


def same_organisation(left: Node, right: Node, around: Setting) -> Reason | None:
    """Favour one organisation; another one speaks against."""
    if not left.organisation or not right.organisation:
        return None
    if left.organisation == right.organisation:
        return Reason("same_organisation", 0.1, f"both are about {left.organisation}")
    return Reason("same_organisation", -0.5, f"{left.organisation} is not {right.organisation}")


def same_place(left: Node, right: Node, around: Setting) -> Reason | None:
    """Favour one place; a place and its country agree weakly."""
    if not left.place or not right.place:
        return None
    if left.place == right.place:
        rare = around.weight([left.place], _days(left)) if left.generic and right.generic else 1.0
        return Reason("same_place", round(0.15 * rare, 3), f"both in {left.place}")
    places = [around.topic.entities.get(place) for place in (left.place, right.place)]
    countries = {entity.country or entity.id for entity in places if entity}
    if all(places) and len(countries) == 1:
        return Reason("same_place", 0.05, f"{left.place} and {right.place} agree")
    return Reason("same_place", -0.25, f"{left.place} is not {right.place}")


def same_series(left: Node, right: Node, around: Setting) -> Reason | None:
    """Favour one meeting of a series; two numbered meetings are never one."""
    if not left.series or not right.series:
        return None
    if left.series == right.series:
        weight = 0.3 if left.kind == right.kind else 0.1
        return Reason("same_series", weight, f"both name the meeting {left.series}")
    return Reason("same_series", REFUSED, f"{left.series} is not {right.series}")


def shared_words(left: Node, right: Node, around: Setting) -> Reason | None:
    """Favour sentences that share the words which say most of their day; a single one is too few."""
    days = _days(left)
    shared = around.weight(left.words & right.words, days)
    shorter = min(around.weight(left.words, days), around.weight(right.words, days))
    if not shorter or shared < 0.2 * shorter:
        return None
    part = shared / shorter
    score = 0.6 * part * min(1.0, shared / _ENOUGH)
    return Reason("shared_words", round(score, 3), f"{part:.0%} of the words that say most of that day are shared")


def same_figures(left: Node, right: Node, around: Setting) -> Reason | None:
    """Favour the same figures: they stay the same in every language. Other ones are other accounts."""
    shared = figures_of(left) & figures_of(right)
    return Reason("same_figures", 0.2, f"figures in common: {len(shared)}") if shared else None


def _alike(left: Node, right: Node, around: Setting) -> float:
    return max(around.alike(first, second) for first in left.articles for second in right.articles)


def same_matter(left: Node, right: Node, around: Setting) -> Reason | None:
    """Favour articles that are about the same; one article seldom tells one thing twice."""
    if not left.articles or not right.articles:
        return None
    if left.series and left.series == right.series and left.kind == right.kind:
        return None  # one meeting, however often an article comes back to it
    if left.articles & right.articles:
        return Reason("same_matter", -0.15, "one article tells both")
    alike = _alike(left, right, around)
    return Reason("same_matter", round(0.2 * alike, 3), f"their articles are about the same, as far as {alike:.0%}")


def first_told(left: Node, right: Node, around: Setting) -> Reason | None:
    """Favour what two articles tell first of a day of which little is told: its news, and a later look back at it.

    Not for what is only said, nor where both are of known kinds and these differ.
    """
    saying = any(node.generic and node.kind != GENERAL for node in (left, right))
    other = left.kind != right.kind and not left.generic and not right.generic
    if saying or other or left.articles & right.articles or around.busy(_days(left)):
        return None
    if not {left.key, right.key} <= around.first:
        return None
    score = 0.15 * min(1.0, 2 * _alike(left, right, around))
    return Reason("first_told", round(score, 3), "what each of their articles tells first of it")


FEATURES: tuple[Feature, ...] = (
    same_table,
    same_day,
    same_stance,
    same_series,
    same_kind,
    same_actors,
    same_organisation,
    same_place,
    own_part,
    shared_words,
    same_figures,
    same_matter,
    first_told,
)
"""Those that refuse most stand first: weighing stops at a refusal."""


def weigh(left: Node, right: Node, around: Setting) -> Weighed:
    """Ask every feature about two nodes; a refusal ends the asking."""
    first, second = sorted((left, right), key=lambda node: node.key)
    reasons: list[Reason] = []
    for feature in FEATURES:
        reason = feature(first, second, around)
        if reason:
            reasons.append(reason)
            if reason.score <= REFUSED:
                return Weighed(first.key, second.key, REFUSED, (reason,))
    return Weighed(first.key, second.key, round(sum(reason.score for reason in reasons), 3), tuple(reasons))

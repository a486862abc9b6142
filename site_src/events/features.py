"""Why two tellings are one event, or are not: a row of features, each with a score and a sentence.

In: two nodes, the one with the lesser key first. Out: what speaks for or against; a score of `REFUSED` forbids the join
whatever the others say. The weights are the numbers in this file and nowhere else. After the listed features of
nomenklatura's matchers.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from site_src.events.hints import REFUSED, Hint
from site_src.events.nodes import GENERAL, Node
from site_src.events.own_part import own_part
from site_src.events.setting import Setting
from site_src.topic.values import Topic

_ENOUGH = 2.5
"""Telling words that two sentences share by more than chance."""
COARSE = 28
"""Days from which on a stretch is a month or longer."""

_EXACT = {"day": 0.3, "range": 0.25, "month": 0.2, "year": 0.15}
"""What one and the same stretch of days counts, by its grain."""
MATTER, FIRST = 0.2, 0.15
"""The most that articles about the same count, and that the first words of two articles do."""

Feature = Callable[[Node, Node, Setting], Hint | None]


def same_day(left: Node, right: Node, around: Setting) -> Hint | None:
    """Favour tellings of one and the same day; refuse two days that contradict and grains that differ.

    A month and a day within it are not joined: "in June 2017" may be another meeting than "on 9 June 2017".
    """
    if left.days == right.days:
        weight = _EXACT[left.when.grain]
        if left.generic or right.generic:
            weight = round(weight - around.busy(left.days), 3)
        return weight, lambda: f"both name {left.when.edtf}"
    if left.series and left.series == right.series and _one_meeting(left, right):
        return 0.1, lambda: f"{left.when.edtf} and {right.when.edtf} are days of one meeting"
    if left.once and right.once and left.kind == right.kind and left.when.meets(right.when):
        return 0.2, lambda: f"{left.when.edtf} and {right.when.edtf} agree, and it happens once"
    if left.when.meets(right.when):
        return REFUSED, lambda: f"{left.when.edtf} and {right.when.edtf} are not equally exact"
    return REFUSED, lambda: f"{left.when.edtf} and {right.when.edtf} are different days"


def _one_meeting(left: Node, right: Node) -> bool:
    """Tell whether tellings of one meeting that are not equally exact are one entry: what was held, and a plan by its year."""
    if left.rows or right.rows or _coarse(left) == _coarse(right) or (left.held and right.held):
        return True
    return left.stance == right.stance == "planned" and "year" in (left.when.grain, right.when.grain)


def _coarse(node: Node) -> bool:
    return node.when.days >= COARSE


def same_table(left: Node, right: Node, around: Setting) -> Hint | None:
    """Refuse to join two lines of one table: who lists two things of a day means two."""
    if not left.rows or not right.rows:
        return None
    tables = {row.table for row in left.rows} & {row.table for row in right.rows}
    return (REFUSED, lambda: f"{min(tables)} lists both") if tables else None


def same_stance(left: Node, right: Node, around: Setting) -> Hint | None:
    """Refuse to join a plan with what was held, or a denial with either; a table row confirms a plan."""
    if left.rows or right.rows:
        if "denied" in (left.stance, right.stance):
            return REFUSED, lambda: "one of them denies it"
        return None
    if left.held != right.held or (not left.held and left.stance != right.stance):
        return REFUSED, lambda: f"one is {left.stance}, the other {right.stance}"
    return None


def same_kind(left: Node, right: Node, around: Setting) -> Hint | None:
    """Favour tellings of one kind; a generic kind gives way to any other."""
    if left.kind == right.kind:
        if left.kind == GENERAL:
            return 0.1, lambda: "neither is of a known kind"
        if left.generic:
            return 0.1, lambda: f"both are of the kind {left.kind}, of which a day has many"
        if not (left.once or (left.actors and right.actors) or (left.organisation and right.organisation)):
            listed = bool(left.rows or right.rows)
            return 0.3 if listed else 0.2, lambda: f"both tell of one kind, {left.kind}, but not of whom"
        return 0.3, lambda: f"both tell of one kind: {left.kind}"
    if right.kind in left.also or left.kind in right.also:
        return 0.2, lambda: f"{left.kind} and {right.kind} can be one act"
    if GENERAL in (left.kind, right.kind) and left.articles & right.articles:
        return -0.3, lambda: "one article tells both, and only one is of a known kind"
    if left.generic and right.generic:
        return None  # a saying and something that happened
    if left.generic or right.generic:
        if _said_beside(left, right) or _said_beside(right, left):
            return -0.6, lambda: "what somebody says beside a meeting is not the meeting"
        return 0.1, lambda: f"{left.kind} can be a part of {right.kind}"
    return -0.6, lambda: f"{left.kind} is another kind than {right.kind}"


def _said_beside(saying: Node, other: Node) -> bool:
    """Tell whether one is a saying of somebody, the other something in which nobody acts by name."""
    return saying.generic and saying.kind != GENERAL and bool(saying.actors) and not other.actors


def _countries(node: Node, topic: Topic) -> frozenset[str]:
    found = (topic.entities.get(actor) for actor in node.actors)
    return frozenset((entity.country or entity.id) if entity else "" for entity in found) - {""}


def _same_name(left: str, right: str, topic: Topic) -> bool:
    """Tell whether two actors are one: the same id, or of names that no table knows the one inside the other."""
    if left == right:
        return True
    if left in topic.entities and right in topic.entities:
        return False
    one, two = _parts(left), _parts(right)
    return one <= two or two <= one


@lru_cache(maxsize=1 << 14)
def _parts(name: str) -> frozenset[str]:
    return frozenset(name.casefold().split())


def _shared(left: Node, right: Node, topic: Topic) -> dict[str, frozenset[str]]:
    """Give the actors of the left node that the right one names too, each with all the names that it bears in both."""
    exact = left.actors & right.actors
    if exact == left.actors or all(actor in topic.entities for actor in left.actors | right.actors):
        return {actor: frozenset({actor}) for actor in exact}
    alike = {actor: {one for one in right.actors if _same_name(actor, one, topic)} for actor in left.actors}
    return {actor: frozenset({actor, *names}) for actor, names in alike.items() if names}


def same_actors(left: Node, right: Node, around: Setting) -> Hint | None:
    """Favour the same actors; a person counts a little for the country, and strangers speak against.

    Where no kind says what they did, it counts how rarely they act: who is named every day may have done anything.
    """
    if not left.actors or not right.actors:
        return None
    topic, loose = around.topic, left.generic and right.generic
    shared = _shared(left, right, topic)
    if shared:
        days = left.days
        rare = (
            max(min(around.says(days).get(name, 0.0) for name in names) for names in shared.values()) if loose else 1.0
        )
        if len(shared) == len(left.actors) == len(right.actors):
            return round(0.4 * rare, 3), lambda: "the same actors: " + ", ".join(sorted(shared))
        part = len(shared) / min(len(left.actors), len(right.actors))
        return round(0.3 * part * rare, 3), lambda: "actors in common: " + ", ".join(sorted(shared))
    states = _countries(left, topic)
    if states and states == _countries(right, topic):
        return 0.15, lambda: "actors of the same countries: " + ", ".join(sorted(states))
    return -0.3 if left.generic and right.generic else -0.6, lambda: "no actor in common"


def same_organisation(left: Node, right: Node, around: Setting) -> Hint | None:
    """Favour one organisation; another one speaks against."""
    if not left.organisation or not right.organisation:
        return None
    if left.organisation == right.organisation:
        return 0.1, lambda: f"both are about {left.organisation}"
    return -0.5, lambda: f"{left.organisation} is not {right.organisation}"


def same_place(left: Node, right: Node, around: Setting) -> Hint | None:
    """Favour one place; a place and its country agree weakly."""
    if not left.place or not right.place:
        return None
    if left.place == right.place:
        rare = around.says(left.days).get(left.place, 0.0) if left.generic and right.generic else 1.0
        return round(0.15 * rare, 3), lambda: f"both in {left.place}"
    places = [around.topic.entities.get(place) for place in (left.place, right.place)]
    countries = {entity.country or entity.id for entity in places if entity}
    if all(places) and len(countries) == 1:
        return 0.05, lambda: f"{left.place} and {right.place} agree"
    return -0.25, lambda: f"{left.place} is not {right.place}"


def same_series(left: Node, right: Node, around: Setting) -> Hint | None:
    """Favour one meeting of a series; two numbered meetings are never one."""
    if not left.series or not right.series:
        return None
    if left.series == right.series:
        weight = 0.3 if left.kind == right.kind else 0.1
        return weight, lambda: f"both name the meeting {left.series}"
    return REFUSED, lambda: f"{left.series} is not {right.series}"


def shared_words(left: Node, right: Node, around: Setting) -> Hint | None:
    """Favour sentences that share the words which say most of their day; a single one is too few."""
    both, days = left.words & right.words, left.days
    shared = around.weight(both, days) if both else 0.0
    if not shared:
        return None
    shorter = min(around.weight_of(left, days), around.weight_of(right, days))
    if shared < 0.2 * shorter:
        return None
    part = shared / shorter
    score = 0.6 * part * min(1.0, shared / _ENOUGH)
    return round(score, 3), lambda: f"{part:.0%} of the words that say most of that day are shared"


def same_figures(left: Node, right: Node, around: Setting) -> Hint | None:
    """Favour the same figures: they stay the same in every language. Other ones are other accounts."""
    shared = left.figures & right.figures
    return (0.2, lambda: f"figures in common: {len(shared)}") if shared else None


def _alike(left: Node, right: Node, around: Setting) -> float:
    found = 0.0
    for first in left.articles:
        for second in right.articles:
            found = max(found, around.alike(first, second))
    return found


def same_matter(left: Node, right: Node, around: Setting) -> Hint | None:
    """Favour articles that are about the same; one article seldom tells one thing twice."""
    if not left.articles or not right.articles:
        return None
    if left.series and left.series == right.series and left.kind == right.kind:
        return None  # one meeting, however often an article comes back to it
    if left.articles & right.articles:
        return -0.15, lambda: "one article tells both"
    alike = _alike(left, right, around)
    return round(MATTER * alike, 3), lambda: f"their articles are about the same, as far as {alike:.0%}"


def first_told(left: Node, right: Node, around: Setting) -> Hint | None:
    """Favour what two articles tell first of a day of which little is told: its news, and a later look back at it.

    Not for what is only said, nor where both are of known kinds and these differ.
    """
    if not both_first(left, right, around) or left.articles & right.articles or around.busy(left.days):
        return None
    saying = any(node.generic and node.kind != GENERAL for node in (left, right))
    if saying or (left.kind != right.kind and not left.generic and not right.generic):
        return None
    score = FIRST * min(1.0, 2 * _alike(left, right, around))
    return round(score, 3), lambda: "what each of their articles tells first of it"


def both_first(left: Node, right: Node, around: Setting) -> bool:
    """Tell whether both are the first that an article of theirs tells of its days."""
    return left.key in around.first and right.key in around.first


OF_NODES: tuple[Feature, ...] = (
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
)
"""Those that refuse most stand first: weighing stops at a refusal."""
OF_ARTICLES: tuple[Feature, ...] = (same_matter, first_told)
"""Those that compare whole articles, which takes longest; none of them refuses."""

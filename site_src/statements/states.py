"""Find what a sentence says somebody is: a status in the organisation, a nature, a name.

    "Avalon, Lyonesse and Cockaigne, which are observers"  ->  three states of the measure whose unit is `status`
    "the League is no military pact"                       ->  a trait of the League, denied

The words stand in the topic: `statuses.toml` and the traits of `measures.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from site_src.languages.lexicon import Span
from site_src.model import EntityMention, State, When
from site_src.statements.clauses import hard_marks
from site_src.statements.scenes import Scene
from site_src.statements.zones import names_time
from site_src.topic.values import Measure, Topic

_REACH = 90
"""Characters between the words of a state and whom they tell it of."""

_DENIAL = 48
"""Characters before the words of a state in which a "not" denies them."""
_TO_LIST = re.compile(r"(?:\s[^\W\d_]{1,30}){0,2}\s?[:,(]?(?:\s?[^\W\d_]{1,30}(?:\s[^\W\d_]{1,30})?)?\s")
"""What may stand between "observers" and the list of them; words have an end, or a long one would take minutes."""
_BETWEEN = re.compile(r"\s?(?:,|\(|/)?\s?(?:[^\W\d_]{1,12}\s){0,2}")
"""What may stand between two names of a list: a comma, and a word or two that join."""


def states_of(scene: Scene, topic: Topic) -> tuple[State, ...]:
    """List the states that a sentence tells, in the order of the topic's measures."""
    if not topic.measures:
        return ()
    found: list[State] = []
    ways = {name.partition(" ")[0] for name in scene.hits.found}
    for measure in topic.measures:
        if measure.computes == "status" and ways & {"is", "list"}:
            found += _statuses(scene, measure, topic)
        elif measure.unit == "trait" and "trait" in ways:
            found += _traits(scene, measure, topic)
        elif measure.computes == "name":
            found += _names(scene, measure, topic)
    return tuple(dict.fromkeys(found))


def _as_of(scene: Scene) -> When | None:
    """Give the only time that a sentence names; None if it names none or several."""
    own = [time.when for time in scene.times if names_time(time) and time.when]
    return own[0] if len(own) == 1 else None


def _denied(scene: Scene, span: Span) -> bool:
    first = max((end for _, end in scene.marks if end <= span[0]), default=0)
    return scene.hits.first("denied", max(first, span[0] - _DENIAL), span[1]) is not None


def _organisation(scene: Scene, span: Span, topic: Topic) -> str:
    """Give the organisation in which a status is told: the nearest that is named, "the bloc", else the topic's own."""
    named = [one for one in scene.entities if one.kind == "organisation" and one.entity]
    if named:
        return min(named, key=lambda one: (max(scene.at(one) - span[1], span[0] - scene.stops(one)), one.start)).entity
    return (scene.before.organisation if scene.hits.spans("groups") else "") or topic.organisation


# --- A status of countries ------------------------------------------------------------------------------------------


def _statuses(scene: Scene, measure: Measure, topic: Topic) -> Iterator[State]:
    spans = [
        (start, end, way, status)
        for status in topic.statuses
        for way in ("is", "list")
        for start, end in scene.hits.spans(f"{way} {status.id}")
    ]
    kept = [one for one in spans if not any(_covers(two, one) for two in spans)]
    for start, end, way, status in kept:
        left = max((mark for _, mark in scene.marks if mark <= start), default=0)
        if scene.hits.first(f"not status {status.id}", left) or _organisation(scene, (start, end), topic) != (
            topic.organisation
        ):
            continue
        if scene.hits.first("planned", max(left, start - 30), start):
            continue
        others = [other for other in kept if other[:2] != (start, end)]
        until = min((other[0] for other in others if other[0] >= end), default=len(scene.words))
        since = max((other[1] for other in others if other[1] <= start), default=0)
        bearers = _listed(scene, end, until)
        if way == "is":
            bearers = [*_before(scene, start, since), *bearers]
        text = scene.words[start:end]
        for mention in bearers:
            denied = _denied(scene, (start, end))
            yield State(text, measure.id, mention.entity, status.id, denied, _as_of(scene))


def _covers(other: tuple[int, int, str, object], one: tuple[int, int, str, object]) -> bool:
    """Tell whether another stretch holds this one: "is an observer" holds "observer", a longer status a shorter."""
    inside = other[0] <= one[0] and one[1] <= other[1]
    return inside and (other[:2] != one[:2] or (other[2] == "is" and one[2] == "list"))


def _countries(scene: Scene) -> list[EntityMention]:
    return [one for one in scene.entities if one.kind == "country" and one.entity and one.sense in ("name", "short")]


def _listed(scene: Scene, start: int, until: int) -> list[EntityMention]:
    """Give the countries of the list that follows a place: "observers: A, B and C"."""
    found: list[EntityMention] = []
    place, opened = start, False
    for mention in _countries(scene):
        if not start <= scene.at(mention) < until:
            continue
        gap = scene.words[place : scene.at(mention)]
        pattern = _BETWEEN if found else _TO_LIST
        until_here = scene.hits.first("bounding", place, scene.at(mention))
        begins = any(scene.hits.first(name, place, scene.at(mention)) for name in ("clauses", "verbs", "where"))
        if not pattern.fullmatch(gap) or until_here or (begins and not found):
            break
        opened = opened or ":" in gap or "," in gap
        found.append(mention)
        place = scene.stops(mention)
    # One country with nothing that opens a list is no list: "four members until A joined".
    return found if opened or len(found) > 1 else []


def _before(scene: Scene, place: int, since: int) -> list[EntityMention]:
    """Give the countries named before a place, of a list all of them: "A, B and C, which are observers"."""
    found: list[EntityMention] = []
    reached = place
    for mention in reversed(_countries(scene)):
        if not since <= scene.at(mention) < place:
            continue
        gap = scene.words[scene.stops(mention) : reached]
        if found and not _BETWEEN.fullmatch(gap):
            break
        if not found and len(gap) > _REACH:
            break
        found.insert(0, mention)
        reached = scene.at(mention)
    return found


# --- What the organisation is, and what it is called ----------------------------------------------------------------


def _traits(scene: Scene, measure: Measure, topic: Topic) -> Iterator[State]:
    for id in measure.traits:
        for span in scene.hits.spans(f"trait {measure.id} {id}"):
            if _subject(scene, span, topic) == topic.organisation:
                text = scene.words[span[0] : span[1]]
                yield State(text, measure.id, topic.organisation, id, _denied(scene, span), _as_of(scene))


def _subject(scene: Scene, span: Span, topic: Topic) -> str:
    """Give of which organisation a trait is told: the one right behind it, the last before it, else the one before."""
    named = [one for one in scene.entities if one.kind == "organisation" and one.entity]
    behind = [one for one in named if 0 <= scene.at(one) - span[1] <= 2]
    before = [one for one in named if scene.stops(one) <= span[0]]
    chosen = behind or [one for one in before if hard_marks(scene, scene.stops(one), span[0]) <= 1][-1:]
    return chosen[0].entity if chosen else "" if named else scene.before.organisation


def _names(scene: Scene, measure: Measure, topic: Topic) -> Iterator[State]:
    """Find the short name that stands in brackets behind a full one: "the Sailors' League (SL)"."""
    own = [one for one in scene.entities if one.entity == topic.organisation]
    for left, right in pairwise(own):
        start, end = scene.stops(left), scene.at(right)
        after = scene.words[scene.stops(right) : scene.stops(right) + 1]
        if scene.words[start:end].strip() == "(" and after == ")":
            text = scene.words[scene.at(left) : scene.stops(right) + 1]
            yield State(text, measure.id, topic.organisation, right.text, False, None)

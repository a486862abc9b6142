"""Find who acts in a fact: the names of its own clause that the kind asks for, and whom "the two leaders" means.

In: a scene, a zone, a kind and where its words stand. Out: entity ids in the order of the text (names as they stand
in an empty topic).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from site_src.model import EntityMention
from site_src.statements.clauses import Clauses, clauses, framed
from site_src.statements.places import after_preposition, is_dateline
from site_src.statements.scenes import Scene, name_of
from site_src.topic.values import Kind, Topic

_MOST = 12
"""A longer list is a roll call; the first names of it serve."""
_TITLE_REACH = 70
"""Characters between a title and the person who bears it."""
_OWN = 16
"""Characters between the words of a status and whose it is."""
_OF_THE = 8
"""Characters between the word for a meeting and whose it was: "summit of the"."""
_RIGHT_BEFORE = 3
"""Characters of a possessive ending and a space."""
_POSSESSIVE = re.compile(r"['’]s\b")


@dataclass(frozen=True, slots=True)
class Fact:
    """Where a fact stands in its sentence. Offsets count in the scene's words."""

    start: int
    end: int
    at: int
    """Where its own words stand: the trigger, else the date."""
    kind: Kind | None


def _depth(words: str, place: int) -> int:
    return words.count("(", 0, place) - words.count(")", 0, place)


def _titled(scene: Scene) -> list[tuple[int, int]]:
    """List the stretches of titles: "President of <country> <person>", "<person>, president of <country>,"."""
    titles = scene.hits.spans("titles")
    persons = [mention for mention in scene.entities if mention.kind == "person"] if titles else []
    found = []
    for start, end in titles:
        bearer = next((one for one in persons if 0 <= scene.at(one) - end <= _TITLE_REACH), None)
        before = next((one for one in reversed(persons) if 0 <= start - scene.stops(one) <= 2), None)
        if bearer and "," not in scene.words[end : scene.at(bearer)].rstrip(" ,"):
            found.append((start, scene.at(bearer)))
        elif before:
            comma = scene.words.find(",", end)
            found.append((start, comma if 0 <= comma <= end + _TITLE_REACH else len(scene.words)))
    return found


def _owns(scene: Scene, mention: EntityMention, fact: Fact) -> bool:
    """Tell whether the fact is somebody's in its own words: "<country>'s application", "<person>'s term ended"."""
    if fact.kind is not None and 0 <= fact.at - scene.stops(mention) <= _RIGHT_BEFORE:
        return True
    status = fact.kind is not None and (fact.kind.status or fact.kind.decides)
    return bool(status) and -_OWN <= scene.at(mention) - fact.at and scene.at(mention) - fact.at <= _OWN


def _hosts(scene: Scene, mention: EntityMention, topic: Topic) -> bool:
    """Tell whether a capital only names a meeting: "the <capital> summit"."""
    if mention.sense != "metonym":
        return False
    end = scene.stops(mention) + 1
    return any(scene.hits.starts_at(f"kind {series.kind}", end) for series in topic.series)


def _convenes(scene: Scene, mention: EntityMention, topic: Topic) -> bool:
    """Tell whether an organisation only says whose meeting it was: "at the summit of <organisation>"."""
    if mention.kind != "organisation":
        return False
    start = scene.at(mention)
    ends = (last for series in topic.series for _, last in scene.hits.spans(f"kind {series.kind}"))
    return any(0 <= start - last <= _OF_THE for last in ends)


def _describes(scene: Scene, index: int, topic: Topic, titled: list[tuple[int, int]], fact: Fact) -> bool:
    """Tell whether a name only says whose: an officer's country, a neighbour of a country, "<name>'s ally"."""
    mention = scene.entities[index]
    start, end = scene.at(mention), scene.stops(mention)
    if mention.kind != "person" and any(first <= start < last for first, last in titled):
        return True
    if _POSSESSIVE.match(scene.words, end) and not _owns(scene, mention, fact):
        return True
    if scene.hits.ends_at("relations", len(scene.words[:start].rstrip())):
        return True
    following = scene.entities[index + 1] if index + 1 < len(scene.entities) else None
    if mention.kind == "name" and following is not None and scene.words[end : scene.at(following)] == " ":
        return True
    if mention.kind != "country" or following is None or following.kind != "person":
        return False
    person = topic.entities.get(following.entity)
    between = scene.words[end : scene.at(following)]
    return "," not in between and len(between.split()) <= (3 if person and person.country == mention.entity else 0)


def _locates(scene: Scene, index: int, topic: Topic) -> bool:
    """Tell whether a country only says where: "in <country>", "in <place>, <country>"."""
    mention = scene.entities[index]
    if after_preposition(scene, mention):
        return True
    left = scene.entities[index - 1] if index else None
    place = topic.entities.get(left.entity) if left and left.kind == "place" else None
    between = scene.words[scene.stops(left) : scene.at(mention)] if left else ""
    return place is not None and place.country == mention.entity and between.strip() in ("", ",", "(")


def _speaks(scene: Scene, start: int) -> bool:
    """Tell whether a name belongs to whom the sentence cites: "according to the minister of <country>,"."""
    for first, last in scene.hits.spans("according"):
        comma = scene.words.find(",", last)
        if first <= start < (comma if comma >= 0 else len(scene.words)):
            return True
    return False


def _candidates(scene: Scene, fact: Fact, topic: Topic) -> list[EntityMention]:
    """List the mentions that could act: of the kinds asked for, and not there to describe or to locate."""
    kinds = wanted(fact.kind, topic)
    titled = _titled(scene)
    # A war "in" a country is a war of that country.
    where = fact.kind is None or fact.kind.place_is == "where"
    found = []
    for index, mention in enumerate(scene.entities):
        start = scene.at(mention)
        if mention.kind not in kinds or mention.sense == "adjective" or not fact.start <= start < fact.end:
            continue
        if (
            is_dateline(scene, mention)
            or _hosts(scene, mention, topic)
            or _convenes(scene, mention, topic)
            or _speaks(scene, start)
            or _depth(scene.words, start) > 0
        ):
            continue
        if _describes(scene, index, topic, titled, fact):
            continue
        if mention.kind in ("country", "name") and where and _locates(scene, index, topic):
            continue
        if mention.kind in ("organisation", "name") and framed(scene, start):
            continue
        found.append(mention)
    return found


def wanted(kind: Kind | None, topic: Topic) -> tuple[str, ...]:
    """Say which kinds of entity act: the kind's own; in an empty topic names as they stand."""
    if not topic.entities:
        return ("name", "person", "country", "organisation")
    return kind.actor_kinds if kind else ("person", "country", "organisation")


def _needs(kind: Kind | None) -> int:
    return 2 if kind and kind.actors == "two" else 1


def _of_clause(scene: Scene, fact: Fact, found: list[EntityMention], parts: Clauses) -> list[EntityMention]:
    """Keep those whom the fact's clause names; one under another that lacks its subject takes it from before."""
    chain = parts.chain(fact.at)
    own = [mention for mention in found if parts.chain(scene.at(mention)) == chain]
    if fact.kind is not None and fact.kind.generic:
        own = [mention for mention in own if scene.at(mention) < fact.at] or own[:1]
    if chain < 0 and len(own) < _needs(fact.kind):
        begin = parts.begin(chain)
        before = [mention for mention in found if scene.at(mention) < begin]
        own = sorted({*before[-1:], *own}, key=lambda mention: mention.start)
    return own


def _referred(scene: Scene, fact: Fact, found: list[str], parts: Clauses) -> list[str]:
    """Add whom the words for persons named before mean, where the clause itself does not name enough."""
    pair = scene.hits.first("pairs", fact.start, fact.end)
    own = pair is not None and (not found or parts.chain(pair[0]) == parts.chain(fact.at))
    if own and len(found) < 2 and (scene.before.pair or scene.before.countries):
        return list(scene.before.pair or scene.before.countries)
    pronoun = scene.hits.first("pronouns", fact.start, fact.at)
    first = next((scene.at(one) for one in scene.entities if name_of(one) in found), len(scene.words))
    if fact.kind and fact.kind.actors == "one" and pronoun and pronoun[0] < first and scene.before.person:
        return list(dict.fromkeys([scene.before.person, *found]))
    if len(found) < _needs(fact.kind) and scene.before.person and scene.hits.first("pronouns", fact.start, fact.end):
        return list(dict.fromkeys([scene.before.person, *found]))
    return found


def _before(scene: Scene, fact: Fact, topic: Topic) -> list[EntityMention]:
    """List whom the main clause before a fact names first: "A joined in 2010 and left in 2015"."""
    return _candidates(scene, replace(fact, start=0, end=fact.start), topic)[:1]


def actors_of(scene: Scene, fact: Fact, topic: Topic) -> tuple[tuple[str, ...], bool]:
    """Give who acts in a fact, and whether that rests on an earlier sentence."""
    if fact.kind is not None and fact.kind.actors == "none":
        return (), False
    parts = clauses(scene)
    own = _of_clause(scene, fact, _candidates(scene, fact, topic), parts)
    if not own and fact.kind is not None and scene.hits.starts_at("joins", fact.start):
        own = _before(scene, fact, topic)
    found = list(dict.fromkeys(name_of(mention) for mention in own))
    full = _referred(scene, fact, found, parts)
    return tuple(full[:_MOST]), full != found


def organisation_of(scene: Scene, fact: Fact) -> str:
    """Give the organisation that the fact is about, the one nearest to its words; "the bloc" is the one named last."""
    if fact.kind is None or fact.kind.organisation == "none":
        return ""
    inside = [
        mention
        for mention in scene.entities
        if mention.kind == "organisation" and mention.entity and fact.start <= scene.at(mention) < fact.end
    ]
    if inside:
        return min(inside, key=lambda mention: (abs(scene.at(mention) - fact.at), mention.start)).entity
    if scene.hits.first("groups", fact.start, fact.end):
        return scene.before.organisation
    return ""

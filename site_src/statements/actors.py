"""Find who acts in a fact: the names of its own clause that the kind asks for, and whom "the two leaders" means.

In: a scene, a zone, a kind and where its words stand. Out: entity ids in the order of the text (names as they stand
in an empty topic).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from site_src.languages.pack import LanguagePack
from site_src.languages.phrases import any_of
from site_src.model import EntityMention
from site_src.statements.clauses import Clauses, clauses, framed
from site_src.statements.places import after_preposition, is_dateline
from site_src.statements.scenes import Scene, name_of
from site_src.topic.values import Kind, Topic

_MOST = 12
"""A longer list is a roll call; the first names of it serve."""
_TITLE_REACH = 70
"""Characters between a title and the person who bears it."""
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
    before = words[:place]
    return before.count("(") - before.count(")")


def _at(scene: Scene, mention: EntityMention) -> int:
    return mention.start - scene.sentence.start


def _stops(scene: Scene, mention: EntityMention) -> int:
    return mention.end - scene.sentence.start


def _titled(scene: Scene, titles: re.Pattern[str]) -> list[tuple[int, int]]:
    """List the stretches of titles: "President of <country> <person>", "<person>, president of <country>,"."""
    persons = [mention for mention in scene.entities if mention.kind == "person"]
    found = []
    for match in titles.finditer(scene.words):
        bearer = next((one for one in persons if 0 <= _at(scene, one) - match.end() <= _TITLE_REACH), None)
        before = next((one for one in reversed(persons) if 0 <= match.start() - _stops(scene, one) <= 2), None)
        if bearer and "," not in scene.words[match.end() : _at(scene, bearer)].rstrip(" ,"):
            found.append((match.start(), _at(scene, bearer)))
        elif before:
            comma = scene.words.find(",", match.end())
            found.append((match.start(), comma if 0 <= comma <= match.end() + _TITLE_REACH else len(scene.words)))
    return found


def _describes(
    scene: Scene, index: int, topic: Topic, titled: list[tuple[int, int]], relations: re.Pattern[str]
) -> bool:
    """Tell whether a name only says whose: an officer's country, a neighbour of a country, "<name>'s ally"."""
    mention = scene.entities[index]
    start, end = _at(scene, mention), _stops(scene, mention)
    if mention.kind != "person" and any(first <= start < last for first, last in titled):
        return True
    if _POSSESSIVE.match(scene.words, end):
        return True
    before = scene.words[:start].rstrip()
    if any(match.end() == len(before) for match in relations.finditer(before)):
        return True
    following = scene.entities[index + 1] if index + 1 < len(scene.entities) else None
    if mention.kind != "country" or following is None or following.kind != "person":
        return False
    person = topic.entities.get(following.entity)
    between = scene.words[end : _at(scene, following)]
    return "," not in between and len(between.split()) <= (3 if person and person.country == mention.entity else 0)


def _locates(scene: Scene, index: int, topic: Topic, pack: LanguagePack | None) -> bool:
    """Tell whether a country only says where: "in <country>", "in <place>, <country>"."""
    mention = scene.entities[index]
    if after_preposition(scene, mention, pack):
        return True
    left = scene.entities[index - 1] if index else None
    place = topic.entities.get(left.entity) if left and left.kind == "place" else None
    between = scene.words[_stops(scene, left) : _at(scene, mention)] if left else ""
    return place is not None and place.country == mention.entity and between.strip() in ("", ",", "(")


def _candidates(scene: Scene, fact: Fact, topic: Topic, pack: LanguagePack | None) -> list[EntityMention]:
    """List the mentions that could act: of the kinds asked for, and not there to describe or to locate."""
    kinds = wanted(fact.kind, topic)
    titled = _titled(scene, any_of(pack.speech.titles if pack else ()))
    relations = any_of(pack.speech.relations if pack else ())
    frames = any_of(pack.speech.frames if pack else ())
    found = []
    for index, mention in enumerate(scene.entities):
        start = _at(scene, mention)
        if mention.kind not in kinds or mention.sense == "adjective" or not fact.start <= start < fact.end:
            continue
        if is_dateline(scene, mention) or _depth(scene.words, start) > 0:
            continue
        if _describes(scene, index, topic, titled, relations):
            continue
        if mention.kind == "country" and _locates(scene, index, topic, pack):
            continue
        if mention.kind in ("organisation", "name") and framed(scene.words, start, frames):
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
    own = [mention for mention in found if parts.chain(_at(scene, mention)) == chain]
    if fact.kind is not None and fact.kind.generic:
        own = [mention for mention in own if _at(scene, mention) < fact.at] or own[:1]
    if chain < 0 and len(own) < _needs(fact.kind):
        begin = parts.begin(chain)
        before = [mention for mention in found if _at(scene, mention) < begin]
        own = sorted({*before[-1:], *own}, key=lambda mention: mention.start)
    return own


def _referred(
    scene: Scene, zone_words: str, found: list[str], kind: Kind | None, pack: LanguagePack | None
) -> list[str]:
    """Add whom the words for persons named before mean, where the clause itself does not name enough."""
    if pack is None:
        return found
    pair = any_of(pack.speech.pairs).search(zone_words)
    if pair and len(found) < 2 and (scene.before.pair or scene.before.countries):
        return list(scene.before.pair or scene.before.countries)
    if len(found) < _needs(kind) and scene.before.person and any_of(pack.speech.pronouns).search(zone_words):
        return list(dict.fromkeys([scene.before.person, *found]))
    return found


def actors_of(scene: Scene, fact: Fact, topic: Topic, pack: LanguagePack | None) -> tuple[tuple[str, ...], bool]:
    """Give who acts in a fact, and whether that rests on an earlier sentence."""
    if fact.kind is not None and fact.kind.actors == "none":
        return (), False
    parts = clauses(scene.words, [(_at(scene, one), _stops(scene, one)) for one in scene.entities], pack)
    own = _of_clause(scene, fact, _candidates(scene, fact, topic, pack), parts)
    found = list(dict.fromkeys(name_of(mention) for mention in own))
    full = _referred(scene, scene.words[fact.start : fact.end], found, fact.kind, pack)
    return tuple(full[:_MOST]), full != found


def organisation_of(scene: Scene, fact: Fact, pack: LanguagePack | None) -> str:
    """Give the organisation that the fact is about, the one nearest to its words; "the bloc" is the one named last."""
    if fact.kind is None or fact.kind.organisation == "none":
        return ""
    inside = [
        mention
        for mention in scene.entities
        if mention.kind == "organisation" and mention.entity and fact.start <= _at(scene, mention) < fact.end
    ]
    if inside:
        return min(inside, key=lambda mention: (abs(_at(scene, mention) - fact.at), mention.start)).entity
    if pack and any_of(pack.speech.groups).search(scene.words, fact.start, fact.end):
        return scene.before.organisation
    return ""

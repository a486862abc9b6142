"""Find who acts in a fact: the names of its zone that the kind asks for, and whom "the two leaders" means.

In: a scene, a zone, a kind. Out: entity ids in the order of the text (names as they stand in an empty topic).
"""

from __future__ import annotations

import re

from site_src.languages.pack import LanguagePack
from site_src.languages.phrases import any_of
from site_src.model import EntityMention
from site_src.statements.clauses import framed
from site_src.statements.places import after_preposition, is_dateline
from site_src.statements.scenes import Scene, name_of
from site_src.topic.values import Kind, Topic

_MOST = 12
"""A longer list is a roll call; the first names of it serve."""


def _depth(words: str, place: int) -> int:
    before = words[:place]
    return before.count("(") - before.count(")")


def _describes(scene: Scene, left: EntityMention, right: EntityMention, topic: Topic, titles: re.Pattern[str]) -> bool:
    """Tell whether a country only says whose officer a person is: "Presiden <country> <person>"."""
    between = scene.words[left.end - scene.sentence.start : right.start - scene.sentence.start]
    if right.kind != "person" or len(between) > 60 or "," in between:
        return False
    person = topic.entities.get(right.entity)
    same = person is not None and person.country == left.entity
    return (same and len(between.split()) <= 4) or not between.strip() or titles.search(between) is not None


def _locates(scene: Scene, left: EntityMention | None, mention: EntityMention, topic: Topic) -> bool:
    """Tell whether a country only says where a place lies: "in <place>, <country>"."""
    if left is None or left.kind != "place":
        return False
    place = topic.entities.get(left.entity)
    between = scene.words[left.end - scene.sentence.start : mention.start - scene.sentence.start]
    return place is not None and place.country == mention.entity and between.strip() in ("", ",", "(")


def _acts(scene: Scene, index: int, topic: Topic, pack: LanguagePack | None, titles: re.Pattern[str]) -> bool:
    mention = scene.entities[index]
    following = scene.entities[index + 1] if index + 1 < len(scene.entities) else None
    previous = scene.entities[index - 1] if index else None
    if is_dateline(scene, mention) or _depth(scene.words, mention.start - scene.sentence.start) > 0:
        return False
    if mention.kind == "organisation" and framed(
        scene.words, mention.start - scene.sentence.start, any_of(pack.speech.frames if pack else ())
    ):
        return False
    if mention.kind == "country":
        if following is not None and _describes(scene, mention, following, topic, titles):
            return False
        if after_preposition(scene, mention, pack) or _locates(scene, previous, mention, topic):
            return False
    return True


def wanted(kind: Kind | None, topic: Topic) -> tuple[str, ...]:
    """Say which kinds of entity act: the kind's own; in an empty topic names as they stand."""
    if not topic.entities:
        return ("name", "person", "country", "organisation")
    return kind.actor_kinds if kind else ("person", "country", "organisation")


def _referred(
    scene: Scene, zone_words: str, found: list[str], kind: Kind | None, pack: LanguagePack | None
) -> list[str]:
    """Add whom the words for persons named before mean, where the zone itself does not name enough."""
    if pack is None:
        return found
    pair = any_of(pack.speech.pairs).search(zone_words)
    if pair and len(found) < 2 and (scene.before.pair or scene.before.countries):
        return list(scene.before.pair or scene.before.countries)
    if not found and scene.before.person and any_of(pack.speech.pronouns).search(zone_words):
        return [scene.before.person]
    return found


def actors_of(
    scene: Scene, start: int, end: int, kind: Kind | None, topic: Topic, pack: LanguagePack | None
) -> tuple[tuple[str, ...], bool]:
    """Give who acts between two offsets of the sentence, and whether that rests on an earlier sentence."""
    if kind is not None and kind.actors == "none":
        return (), False
    kinds = wanted(kind, topic)
    titles = any_of(pack.speech.titles if pack else ())
    named = [
        name_of(mention)
        for index, mention in enumerate(scene.entities)
        if mention.kind in kinds
        and mention.sense != "adjective"
        and start <= mention.start - scene.sentence.start < end
        and _acts(scene, index, topic, pack, titles)
    ]
    found = list(dict.fromkeys(named))
    full = _referred(scene, scene.words[start:end], found, kind, pack)
    return tuple(full[:_MOST]), full != found


def organisation_of(
    scene: Scene, start: int, end: int, kind: Kind | None, topic: Topic, pack: LanguagePack | None
) -> str:
    """Give the organisation that the fact is about; "the bloc" means the one last named."""
    if kind is None or kind.organisation == "none":
        return ""
    inside = [
        mention.entity
        for mention in scene.entities
        if mention.kind == "organisation" and mention.entity and start <= mention.start - scene.sentence.start < end
    ]
    if inside:
        return inside[0]
    if pack and any_of(pack.speech.groups).search(scene.words, start, end):
        return scene.before.organisation
    return ""

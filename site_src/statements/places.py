"""Find where a fact happened: a place after "in" or "at", else any place that the zone names."""

from __future__ import annotations

import re

from site_src.languages.lexicon import Span
from site_src.model import EntityMention
from site_src.statements.clauses import clauses
from site_src.statements.scenes import Scene, name_of
from site_src.topic.values import Topic

_DATELINE = re.compile(r"\s{0,3}(?:,\s[^,–—-]{1,30})?\s{0,3}[–—-]\s")


def is_dateline(scene: Scene, mention: EntityMention) -> bool:
    """Tell whether a place only says where the reporter sat: "CITY - ..." at the head of a paragraph."""
    at_head = mention.start - scene.sentence.start <= 2
    return at_head and _DATELINE.match(scene.words, mention.end - scene.sentence.start) is not None


def after_preposition(scene: Scene, mention: EntityMention) -> bool:
    """Tell whether a name follows directly upon a word such as "in" or "at"."""
    return scene.hits.ends_at("where", len(scene.words[: scene.at(mention)].rstrip()))


def _place_id(mention: EntityMention, topic: Topic) -> str:
    """Give the place: a metonym ("the palace said") for a country stands for its capital where it follows "in"."""
    entity = topic.entities.get(mention.entity)
    if mention.kind == "country" and mention.sense == "metonym" and entity is not None:
        return entity.capital or entity.id
    return name_of(mention)


def _town(scene: Scene, country: EntityMention, inside: list[EntityMention], topic: Topic) -> str:
    """Give the town that stands right behind its country: "in the capital of <country>, <town>"."""
    for mention in inside:
        between = scene.words[scene.stops(country) : scene.at(mention)]
        if mention.kind == "place" and between.strip() in (",", "") and scene.at(mention) > scene.at(country):
            entity = topic.entities.get(mention.entity)
            return mention.entity if entity and entity.country == country.entity else ""
    return ""


def _aside(scene: Scene, place: int, fact: Span) -> bool:
    """Tell whether a place of the sentence belongs to something else than a fact and its date.

    It stands before their colon ("observers at Norport: it joined on Monday"), or in a clause behind them that tells of
    another time ("joined on Monday, a year after talks had begun in Norport").
    """
    begin = max((last for first, last in scene.marks if scene.words[first] in ":;" and last <= fact[0]), default=0)
    if place < begin:
        return True
    parts = clauses(scene)
    opened = parts.begin(parts.chain(place))
    if not fact[1] < opened <= place:
        return False
    return any(first <= opened <= last for first, last in scene.hits.spans("apart"))


def place_of(scene: Scene, stretch: Span, fact: Span, topic: Topic) -> str:
    """Choose the place of a stretch of the sentence in which a fact and its date stand; empty if it names none."""
    start, end = stretch
    inside = [
        mention
        for mention in scene.entities
        if start <= scene.at(mention) < end
        and not is_dateline(scene, mention)
        and not _aside(scene, scene.at(mention), fact)
    ]
    located = [mention for mention in inside if after_preposition(scene, mention)]
    kinds = ("place", "country", "name") if not topic.entities else ("place", "country")
    for kind in kinds:
        for mention in located:
            if mention.kind == kind or (kind == "place" and mention.sense == "metonym"):
                return _town(scene, mention, inside, topic) or _place_id(mention, topic)
    return next((name_of(mention) for mention in inside if mention.kind == "place"), "")

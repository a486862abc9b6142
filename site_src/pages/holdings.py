"""What pages look up, gathered once for all interface languages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from site_src.model import FIRST_DAY, LAST_DAY, Article, Claim, EntityMention, Event, Evidence, Row, Timeline
from site_src.topic.values import Entity, Spell, Topic

T = TypeVar("T")
Owned = TypeVar("Owned", Event, Claim)
FOLDERED = ("person", "organisation", "place")
"""Kinds of entity that get pages of one sort; countries have their own."""


@dataclass(frozen=True, slots=True)
class Holdings:
    """The timeline with its cross-references."""

    timeline: Timeline
    topic: Topic
    events: tuple[Event, ...]
    """Those that get a page, in order of time."""
    event_by_id: Mapping[str, Event]
    importance: Mapping[str, float]
    """Of each entry; its last figures change with every article, so who needs more than its rank asks for it here."""
    article_by_id: Mapping[str, Article]
    claim_by_id: Mapping[str, Claim]
    events_of_article: Mapping[str, tuple[Event, ...]]
    events_of_country: Mapping[str, tuple[Event, ...]]
    claims_of_article: Mapping[str, tuple[Claim, ...]]
    claims_of_event: Mapping[str, tuple[Claim, ...]]
    parts_of_article: Mapping[str, tuple[Article, ...]]
    spells_of_country: Mapping[str, tuple[Spell, ...]]
    countries: Mapping[str, Entity]
    """Those that get a page: they have a status, act in an entry, or are its place; by id."""
    entities: Mapping[str, Entity]
    """People, organisations and places that get a page: an entry knows them, or the table knows their office; by id."""
    events_of_actor: Mapping[str, tuple[Event, ...]]
    """By any entity's id, the entries in which it acts."""
    events_of_speaker: Mapping[str, tuple[Event, ...]]
    """By any entity's id, the entries in which it is heard and does not act."""
    events_of_place: Mapping[str, tuple[Event, ...]]
    """By any entity's id, the entries of which it is the place."""
    events_naming: Mapping[str, tuple[Event, ...]]
    """By any entity's id, the entries whose quotes name it, and in which it does not act, is not heard and is not the place."""
    event_of_row: Mapping[str, Event]
    """The entry that a table's row stands in, by `row_key`."""
    outlets: Mapping[str, str]
    """Those of articles and of the reports that they tell again: an id of the table, or a name, and the name."""
    outlet_by_name: Mapping[str, str]
    """The id of an outlet in the table by each of its names, in small letters."""
    articles_of_outlet: Mapping[str, tuple[Article, ...]]
    """By outlet, its own articles and those that tell its reports again."""
    newest: date | None
    """The day of the newest article; None if none has one."""

    @property
    def people(self) -> Mapping[str, Entity]:
        return {id: entity for id, entity in self.entities.items() if entity.kind == "person"}

    def outlet_id(self, name: str) -> str:
        """Find an outlet by its id or any of its names; a name that no table knows stands for itself."""
        return name if name in self.topic.outlets else self.outlet_by_name.get(name.casefold(), name)


def gather(timeline: Timeline, topic: Topic) -> Holdings:
    """Gather the cross-references of a timeline."""
    events = shown(timeline.events, topic.max_entries)
    of_country = _group((country, event) for event in events for country in countries_of(event, topic))
    spells = _group((spell.country, spell) for spell in topic.spells)
    with_page = {*of_country, *spells}
    acting = _group((id, event) for event in events for id in dict.fromkeys(event.actors))
    heard = _group((id, event) for event in events for id in _speakers(event))
    at = _group((event.place, event) for event in events if event.place)
    article_by_id = {article.id: article for article in timeline.articles}
    listed = _listed_mentions(timeline.articles, topic)
    naming = _group((id, event) for event in events for id in _named(event, listed))
    known = {*acting, *heard, *at, *naming}
    names = {name.casefold(): outlet.id for outlet in topic.outlets.values() for name in (outlet.name, *outlet.aliases)}
    told = _group((id, article) for article in timeline.articles for id in _outlets_of(article, topic, names))
    return Holdings(
        timeline=timeline,
        topic=topic,
        events=events,
        event_by_id={event.id: event for event in events},
        importance={event.id: event.importance for event in events},
        article_by_id=article_by_id,
        claim_by_id={claim.id: claim for claim in timeline.claims},
        events_of_article=_group(_once((proof.article, event) for event in events for proof in event.evidence)),
        events_of_country=of_country,
        claims_of_article=_group(
            _once((proof.article, claim) for claim in timeline.claims for proof in claim.evidence)
        ),
        claims_of_event=_claims_of_events(events, timeline.claims),
        parts_of_article=_group((article.part_of, article) for article in timeline.articles if article.part_of),
        spells_of_country=spells,
        countries={
            id: topic.entities[id]
            for id in sorted(with_page)
            if id in topic.entities and topic.entities[id].kind == "country"
        },
        entities={
            id: entity
            for id, entity in sorted(topic.entities.items())
            if entity.kind in FOLDERED and (id in known or entity.role)
        },
        events_of_actor=acting,
        events_of_speaker=heard,
        events_of_place=at,
        events_naming=naming,
        event_of_row={row_key(row): event for event in events for row in event.rows},
        outlets={id: topic.outlets[id].name if id in topic.outlets else id for id in sorted(told)},
        outlet_by_name=names,
        articles_of_outlet=told,
        newest=max((one.published.when.latest for one in timeline.articles if one.published.when), default=None),
    )


def row_key(row: Row) -> str:
    """Name a table's row by all that it is."""
    return "\0".join((row.table, str(row.line), row.source, row.archive))


def shown(events: Iterable[Event], most: int) -> tuple[Event, ...]:
    """Choose the entries that get a page, the most important ones if there is a limit, in order of time."""
    chosen = list(events)
    if most and len(chosen) > most:
        chosen = sorted(chosen, key=lambda event: (-event.importance, event.id))[:most]
    return tuple(sorted(chosen, key=in_time))


def in_time(event: Event) -> tuple[object, ...]:
    """Order entries by their first possible day, the more exact one first where they begin together."""
    first = event.when.latest if event.when.earliest == FIRST_DAY else event.when.earliest
    return (first, event.when.latest, event.id)


def year_of(event: Event) -> int:
    """Give the year under which an entry stands; 0 if nothing is known of its time."""
    when = event.when
    if when.earliest != FIRST_DAY:
        return when.earliest.year
    return 0 if when.latest == LAST_DAY else when.latest.year


def countries_of(event: Event, topic: Topic) -> tuple[str, ...]:
    """Name the countries that an entry is about: its actors, their countries, and the country of its place."""
    found: dict[str, None] = {}
    for id in (*event.actors, event.place):
        entity = topic.entities.get(id)
        if entity is None:
            continue
        country = (
            entity.id if entity.kind == "country" else entity.country if entity.kind in ("person", "place") else ""
        )
        if country:
            found[country] = None
    return tuple(found)


def _speakers(event: Event) -> tuple[str, ...]:
    """Name those who are heard in an entry and do not act in it."""
    speakers = dict.fromkeys(statement.speaker for statement in event.statements if statement.speaker)
    return tuple(id for id in speakers if id not in event.actors)


def _listed_mentions(articles: Iterable[Article], topic: Topic) -> Mapping[str, tuple[EntityMention, ...]]:
    """Give of each article the names that stand in the topic's tables, looking into each article once."""
    if not topic.entities:
        return {}
    return {article.id: tuple(one for one in article.mentions.entities if one.entity) for article in articles}


def _named(event: Event, listed: Mapping[str, tuple[EntityMention, ...]]) -> tuple[str, ...]:
    """Name those who stand in an entry's quotes and are no part of the entry."""
    found = dict.fromkeys(
        mention.entity
        for proof in event.evidence
        for mention in listed.get(proof.article, ())
        if proof.start <= mention.start and mention.end <= proof.end
    )
    return tuple(id for id in found if id not in (*event.actors, event.place, *_speakers(event)))


def _outlets_of(article: Article, topic: Topic, names: Mapping[str, str]) -> tuple[str, ...]:
    """Name an article's outlet, the agency that it prints, and those whose reports it tells again."""
    printed = (one for one in article.origins if not one.startswith("text:"))
    named = (article.text.outlet, *(retold.outlet for retold in article.front.retells), *printed)
    return tuple(dict.fromkeys(one if one in topic.outlets else names.get(one.casefold(), one) for one in named if one))


def _claims_of_events(events: Iterable[Event], claims: Iterable[Claim]) -> Mapping[str, tuple[Claim, ...]]:
    """Find the claims that stand in an entry's own quotes."""
    by_article = _group((proof.article, (proof, claim)) for claim in claims for proof in claim.evidence)
    return _group(
        _once(
            (event.id, claim)
            for event in events
            for quote in event.evidence
            for proof, claim in by_article.get(quote.article, ())
            if _overlap(quote, proof)
        )
    )


def _overlap(left: Evidence, right: Evidence) -> bool:
    return left.start < right.end and right.start < left.end


def _once(pairs: Iterable[tuple[str, Owned]]) -> Iterable[tuple[str, Owned]]:
    return {(key, value.id): (key, value) for key, value in pairs}.values()


def _group(pairs: Iterable[tuple[str, T]]) -> Mapping[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}

"""People, organisations and places: who they are by the tables, and the entries in which they act, are heard or are named.

One row of `SORTS` is a sort of them: its folder, its list, its words. Countries have pages of their own sort.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from site_src.model import EntityKind, Event, Page
from site_src.pages.cards import card
from site_src.pages.desk import FOLDERS, Desk, entity_name
from site_src.pages.frame import framed
from site_src.pages.passages import row_sources
from site_src.pages.rolls import roll
from site_src.pages.rooms import WHO, rooms
from site_src.pages.summits import meetings_at, series_of
from site_src.pages.views import Card, Link
from site_src.topic.values import Entity
from site_src.wording import msgid
from site_src.wording.dates import date_words


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of entities that have pages, and its words."""

    kind: EntityKind
    title: str
    lead: str
    empty: str
    """What the list says where there are none."""
    entries: str
    """What the entries are in which they act; for a place, that it is the place of."""
    gap: str
    """What a page says without an entry."""


SORTS = (
    Sort(
        "person",
        msgid("People"),
        msgid("Who acts or is heard in an entry, and who held which office by the tables."),
        msgid("Nobody acts in an entry, and the tables know no office."),
        msgid("Entries"),
        msgid("No entry tells of this person yet: that is a gap of the corpus."),
    ),
    Sort(
        "organisation",
        msgid("Organisations"),
        msgid("Organisations that act, are heard or are named in an entry."),
        msgid("No entry names an organisation."),
        msgid("Entries"),
        msgid("No entry tells of this organisation yet: that is a gap of the corpus."),
    ),
    Sort(
        "place",
        msgid("Places"),
        msgid("Where entries happened, and places that they name."),
        msgid("No entry names a place."),
        msgid("What happened here"),
        msgid("No entry tells of this place yet: that is a gap of the corpus."),
    ),
)


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody in the list of all."""

    link: Link
    role: str
    """Office and term, as the table has them."""
    entries: str
    """How many; empty if there are none."""


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody who acts in the same entries."""

    link: Link
    entries: tuple[Card, ...]


def pages(desk: Desk) -> Iterator[Page]:
    """Plan the list of each sort and a page for each of its entities."""
    for sort in SORTS:
        found = [one for one in desk.holdings.entities.values() if one.kind == sort.kind]
        yield _all(desk, sort, found)
        for entity in found:
            yield _one(desk, sort, entity)


def _all(desk: Desk, sort: Sort, found: list[Entity]) -> Page:
    name = f"{FOLDERS[sort.kind]}/index.html"
    path = desk.path(name)
    ordered = sorted(found, key=lambda one: (_country(desk, one).casefold(), *_by_name(desk, one)))
    groups = [(name, list(group)) for name, group in groupby(ordered, lambda one: _country(desk, one))]
    return framed(
        desk,
        name,
        "entities.html",
        desk.say(sort.title),
        lead=desk.say(sort.lead),
        rooms=rooms(desk, path, WHO),
        empty=desk.say(sort.empty),
        everyone=desk.say(sort.title),
        countries=[
            (_head(desk, path, group[0], alone=len(groups) == 1), [_listed(desk, path, one) for one in group])
            for _, group in groups
        ],
    )


def _head(desk: Desk, start: str, first: Entity, *, alone: bool) -> Link:
    """Head a country's part of a list; one of entities without a country needs no head where it is the only part."""
    unknown = "" if alone else desk.say("Without a country")
    return Link(_country(desk, first) or unknown, desk.country_link(start, first.country))


def _one(desk: Desk, sort: Sort, entity: Entity) -> Page:
    name = entity_name(entity)
    path = desk.path(name)
    known = desk.holdings
    acting = known.events_of_place if sort.kind == "place" else known.events_of_actor
    own = acting.get(entity.id, ())
    heard = known.events_of_speaker.get(entity.id, ())
    whole = entity.id == desk.topic.organisation
    named = () if whole else known.events_naming.get(entity.id, ())
    claims = sum(claim.subject == entity.id for claim in desk.timeline.claims)
    return framed(
        desk,
        name,
        "entity.html",
        desk.name(entity.id),
        lead=desk.text(entity.role) if entity.role else "",
        description=", ".join(part for part in (desk.name(entity.id), role_words(desk, entity)) if part),
        trail=((f"{FOLDERS[sort.kind]}/index.html", desk.say(sort.title)),),
        country=Link(desk.name(entity.country), desk.country_link(path, entity.country)) if entity.country else None,
        capital=any(one.capital == entity.id for one in desk.topic.entities.values()),
        office=desk.text(entity.role) if entity.role else "",
        term=term_words(desk, entity),
        also=_also(desk, entity),
        source=row_sources(desk, (entity.row,)) if entity.row else (),
        series=series_of(desk, path, entity.id),
        claims=Link(desk.count("%(number)s claim", "%(number)s claims", claims), desk.link(path, "claims.html"))
        if claims
        else None,
        timeline=Link(desk.say("The whole timeline"), desk.link(path, "timeline.html")) if whole else None,
        meetings=meetings_at(desk, path, entity.id),
        met=_met(desk, path, entity, own) if sort.kind == "person" else (),
        entries_name=desk.say(sort.entries),
        entries=roll(desk, path, own),
        heard=roll(desk, path, heard),
        named=[card(desk, path, event) for event in named],
        gap="" if own or heard or named or whole else desk.say(sort.gap),
    )


def role_words(desk: Desk, person: Entity) -> str:
    """Tell an office and its term: "President, 1994–2005"; empty if the table has none."""
    role = desk.text(person.role) if person.role else ""
    return ", ".join(part for part in (role, term_words(desk, person)) if part)


def term_words(desk: Desk, person: Entity) -> str:
    """Tell from when to when the table knows an office held; an end that it does not know is left open."""
    first = date_words(person.first, desk.words).full if person.first else ""
    last = date_words(person.last, desk.words).full if person.last else ""
    if first and last:
        return desk.say("from %(start)s to %(end)s", start=first, end=last)
    if first:
        return desk.say("from %(start)s", start=first)
    return desk.say("until %(end)s", end=last) if last else ""


def _listed(desk: Desk, start: str, entity: Entity) -> Listed:
    known = desk.holdings
    groups = (known.events_of_actor, known.events_of_speaker, known.events_of_place, known.events_naming)
    number = len({event.id for group in groups for event in group.get(entity.id, ())})
    return Listed(
        Link(desk.name(entity.id), desk.entity_link(start, entity.id)),
        role_words(desk, entity),
        desk.count("%(number)s entry", "%(number)s entries", number) if number else "",
    )


def _also(desk: Desk, entity: Entity) -> str:
    """List the other names by which texts call somebody, without those that are slips."""
    own = desk.name(entity.id)
    names = (alias.text for alias in entity.aliases if alias.sense == "name" and not alias.slip)
    return ", ".join(name for name in dict.fromkeys(names) if name != own)


def _met(desk: Desk, start: str, person: Entity, events: tuple[Event, ...]) -> tuple[Met, ...]:
    """List the other people who act in the same entries, those of most entries first."""
    together: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for other in dict.fromkeys(event.actors):
            entity = desk.holdings.entities.get(other)
            if other != person.id and entity and entity.kind == "person":
                together[other].append(event)
    most = sorted(together.items(), key=lambda item: (-len(item[1]), desk.name(item[0]).casefold()))
    return tuple(
        Met(Link(desk.name(other), desk.entity_link(start, other)), tuple(card(desk, start, event) for event in shared))
        for other, shared in most
    )


def _country(desk: Desk, entity: Entity) -> str:
    return desk.name(entity.country) if entity.country else ""


def _by_name(desk: Desk, entity: Entity) -> tuple[str, str]:
    return desk.name(entity.id).casefold(), entity.id

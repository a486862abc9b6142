"""People: who they are by the table, the entries in which they act or are heard, and whom they meet there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from site_src.model import Event, Page
from site_src.pages.cards import card
from site_src.pages.desk import Desk, person_name
from site_src.pages.frame import framed
from site_src.pages.passages import row_sources
from site_src.pages.rooms import WHO, rooms
from site_src.pages.views import Card, Link
from site_src.topic.values import Entity
from site_src.wording.dates import date_words


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person in the list of all."""

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
    """Plan the list of people and a page for each."""
    yield _all(desk)
    for id, person in desk.holdings.people.items():
        yield _one(desk, id, person)


def _all(desk: Desk) -> Page:
    path = desk.path("people/index.html")
    people = sorted(
        desk.holdings.people.values(), key=lambda one: (_country(desk, one).casefold(), _by_name(desk, one))
    )
    return framed(
        desk,
        "people/index.html",
        "people.html",
        desk.say("People"),
        lead=desk.say("Who acts or is heard in an entry, and who held which office by the tables."),
        rooms=rooms(desk, path, WHO),
        countries=[
            (
                Link(name or desk.say("Without a country"), desk.country_link(path, group[0].country)),
                [_somebody(desk, path, one) for one in group],
            )
            for name, group in ((name, list(group)) for name, group in groupby(people, lambda one: _country(desk, one)))
        ],
    )


def _one(desk: Desk, id: str, person: Entity) -> Page:
    name = person_name(id)
    path = desk.path(name)
    acting = desk.holdings.events_of_actor.get(id, ())
    heard = desk.holdings.events_of_speaker.get(id, ())
    return framed(
        desk,
        name,
        "person.html",
        desk.name(id),
        lead=desk.text(person.role) if person.role else "",
        description=", ".join(part for part in (desk.name(id), role_words(desk, person)) if part),
        trail=(("people/index.html", desk.say("People")),),
        country=Link(desk.name(person.country), desk.country_link(path, person.country)) if person.country else None,
        office=desk.text(person.role) if person.role else "",
        term=term_words(desk, person),
        also=_also(desk, person),
        source=row_sources(desk, (person.row,)) if person.row else (),
        met=_met(desk, path, id, acting),
        entries=[card(desk, path, event) for event in acting],
        heard=[card(desk, path, event) for event in heard],
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


def _somebody(desk: Desk, start: str, person: Entity) -> Somebody:
    known = desk.holdings
    number = len(known.events_of_actor.get(person.id, ())) + len(known.events_of_speaker.get(person.id, ()))
    return Somebody(
        Link(desk.name(person.id), desk.entity_link(start, person.id)),
        role_words(desk, person),
        desk.count("%(number)s entry", "%(number)s entries", number) if number else "",
    )


def _also(desk: Desk, person: Entity) -> str:
    """List the other names by which texts call somebody, without those that are slips."""
    own = desk.name(person.id)
    names = (alias.text for alias in person.aliases if alias.sense == "name" and not alias.slip)
    return ", ".join(name for name in dict.fromkeys(names) if name != own)


def _met(desk: Desk, start: str, id: str, events: tuple[Event, ...]) -> tuple[Met, ...]:
    """List the other people who act in the same entries, those of most entries first."""
    together: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for other in dict.fromkeys(event.actors):
            if other != id and other in desk.holdings.people:
                together[other].append(event)
    most = sorted(together.items(), key=lambda item: (-len(item[1]), desk.name(item[0]).casefold()))
    return tuple(
        Met(Link(desk.name(other), desk.entity_link(start, other)), tuple(card(desk, start, event) for event in shared))
        for other, shared in most
    )


def _country(desk: Desk, person: Entity) -> str:
    return desk.name(person.country) if person.country else ""


def _by_name(desk: Desk, person: Entity) -> tuple[str, str]:
    return desk.name(person.id).casefold(), person.id

"""Names of countries, people, organisations and places that the topic's tables know.

    "Presiden Avalon di Lyonesse"  ->  Avalon (country), Lyonesse (place)

All names are looked for in one pass (Aho-Corasick), then each is judged by its neighbours.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal
from unicodedata import normalize

from ahocorasick_rs import AhoCorasick

from site_src.languages.pack import LanguagePack
from site_src.mentions.plain import Plain
from site_src.model import EntityKind, EntityMention, Text
from site_src.topic.values import Alias, Entity, Topic

Sense = Literal["name", "adjective", "metonym", "short"]

WIDELY_JOINED: tuple[EntityKind, ...] = ("country", "organisation")
"""Kinds whose names hyphens join to others without changing what they name: "the Avalon-Lyonesse border"."""
CAPITALS_FROM = 4
"""Letters from which on a name is also looked for in capitals: AVALON, but no word of two letters."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """An entity that bears a name, and in which sense."""

    entity: str
    kind: EntityKind
    sense: Sense


@dataclass(frozen=True, slots=True)
class Name:
    """What is known of a name before any text is read."""

    sure: Bearer | None
    """The only one who can be meant, whatever stands around."""
    only: Bearer | None
    """The only bearer of it as a full name: meant, unless it is a part of a longer name."""
    longer: tuple[Bearer, ...]
    """Who bears it as a full name, as an adjective, as a capital."""
    short: tuple[Bearer, ...]
    """Whom it means only where the full name is near."""
    introduces: tuple[str, ...]
    """Entities with a short name too, which may stand behind this full one."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names that count in one language."""

    matcher: AhoCorasick
    known: tuple[Name, ...]
    """As the matcher counts them."""


Hit = tuple[int, int, int]
"""A name at its place, whoever bears it: its start, its end below zero (the longest first), its number in `Names`."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text and what the neighbours of a name are judged by."""

    plain: Plain
    pack: LanguagePack
    later_page: bool
    """Whether the full names may stand on an earlier page."""
    introduced: Mapping[str, list[int]]
    """Where full names stand, for entities that also have a short one."""


class Gazetteer:
    """All names that the topic knows, ready to be looked for."""

    __slots__ = ("_languages", "entities")

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        self.entities = entities
        spoken = {alias.language for entity in entities.values() for alias in entity.aliases}
        self._languages = {language: _names(entities.values(), language) for language in sorted({*spoken, ""})}

    @classmethod
    def of(cls, topic: Topic) -> Gazetteer:
        """Make the gazetteer of a topic."""
        return cls(topic.entities)

    def names(self, language: str) -> Names:
        """Give the names that count in texts of a language: its own and those of all languages."""
        return self._languages.get(language) or self._languages[""]

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[Mapping[str, Entity]]]:
        # The matcher cannot be handed to another process; it is made there anew.
        return Gazetteer, (self.entities,)


def _names(entities: Iterable[Entity], language: str) -> Names:
    bearers: dict[str, list[Bearer]] = {}
    shortened = set()
    for entity in entities:
        for alias in entity.aliases:
            if alias.language in ("", language):
                for spelling in _spellings(alias):
                    bearers.setdefault(spelling, []).append(Bearer(entity.id, entity.kind, alias.sense))
                if alias.sense == "short":
                    shortened.add(entity.id)
    spellings = sorted(bearers)
    return Names(AhoCorasick(spellings), tuple(_name(bearers[spelling], shortened) for spelling in spellings))


def _name(bearers: Sequence[Bearer], shortened: set[str]) -> Name:
    first = bearers[0] if len(bearers) == 1 else None
    return Name(
        sure=first if first and first.kind in WIDELY_JOINED and first.entity not in shortened else None,
        only=first if first and first.sense == "name" else None,
        longer=tuple(bearer for bearer in bearers if bearer.sense != "short"),
        short=tuple(bearer for bearer in bearers if bearer.sense == "short"),
        introduces=tuple(each.entity for each in bearers if each.sense == "name" and each.entity in shortened),
    )


def _spellings(alias: Alias) -> Iterator[str]:
    """Give a name as written, in capitals, and with its accents as separate signs."""
    text = " ".join(alias.text.replace("’", "'").split())
    if not text:
        return
    written = [text]
    if alias.sense != "adjective" and sum(map(str.isalpha, text)) >= CAPITALS_FROM:
        written.append(text.upper())
    yield from sorted({normalize(form, spelling) for spelling in written for form in ("NFC", "NFD")})


# --- Finding --------------------------------------------------------------------------------------------------------


def find_entities(text: Text, plain: Plain, pack: LanguagePack, gazetteer: Gazetteer) -> tuple[EntityMention, ...]:
    """Give every known name in order, without overlaps, the longest first where several begin together."""
    names = gazetteer.names(pack.code)
    hits = _hits(plain.words, names)
    reading = Reading(plain, pack, text.part > 1, _introduced(hits, names))
    source, known = text.raw.source, names.known
    found: list[EntityMention] = []
    reached = 0
    for start, below, which in hits:
        if start >= reached:
            name, end = known[which], -below
            bearer = name.sure or _bearer(name, start, end, reading)
            if bearer:
                found.append(EntityMention(start, end, source[start:end], bearer.entity, bearer.kind, bearer.sense))
                reached = end
    return tuple(found)


def _hits(words: str, names: Names) -> list[Hit]:
    """Give the names that stand as words of their own, in order, longer ones before shorter ones.

    A hyphen may join a name to another word ("Avalon-Lyonesse", "pro-Avalon", "Avalon-nya").
    """
    matches = names.matcher.find_matches_as_indexes(words, overlapping=True)
    around = words.replace("_", "x") + " "  # before the first letter stands the last one, which is the space
    hits = [
        (start, -end, which)
        for which, start, end in matches
        if not (around[start - 1].isalnum() or around[end].isalnum())
    ]
    hits.sort()
    return hits


def _introduced(hits: Iterable[Hit], names: Names) -> dict[str, list[int]]:
    known = names.known
    places: dict[str, list[int]] = {}
    for start, _, which in hits:
        for entity in known[which].introduces:
            places.setdefault(entity, []).append(start)
    return places


def _bearer(name: Name, start: int, end: int, reading: Reading) -> Bearer | None:
    """Choose who is meant, or nobody."""
    if name.only:
        return None if _is_part_of_a_name(start, end, reading.plain.words, name.only) else name.only
    if name.longer:
        return _city_or_government(start, end, name.longer, reading)
    introduced, plain = reading.introduced, reading.plain
    # In a headline the full name may stand anywhere, the text being below.
    near = [
        bearer
        for bearer in name.short
        if (places := introduced.get(bearer.entity)) and (places[0] < start or plain.in_headline(start))
    ]
    if near:
        return near[0] if len(near) == 1 else max(near, key=lambda one: _last_before(introduced[one.entity], start))
    alone = len({bearer.entity for bearer in name.short}) == 1
    return name.short[0] if alone and (reading.later_page or _after_title(start, reading)) else None


def _last_before(places: list[int], at: int) -> int:
    index = bisect_left(places, at)
    return places[index - 1] if index else -1


def _is_part_of_a_name(start: int, end: int, words: str, bearer: Bearer) -> bool:
    """Tell a person's or a place's name inside a longer hyphenated one."""
    before, after = words[start - 2 : start], words[end : end + 2]
    return (before[1:] == "-" and before[:1].isalpha() and before[:1].isupper()) or (
        after[:1] == "-" and after[1:].isupper() and bearer.kind == "person"
    )


def _after_title(start: int, reading: Reading) -> bool:
    return reading.plain.words[max(0, start - 40) : start].lower().rstrip().endswith(reading.pack.speech.titles)


def _city_or_government(start: int, end: int, bearers: Sequence[Bearer], reading: Reading) -> Bearer:
    """Take a capital for the city after a word of place or before its country, else for the government."""
    metonym = next((bearer for bearer in bearers if bearer.sense == "metonym"), None)
    place = next((bearer for bearer in bearers if bearer.kind == "place" and bearer.sense == "name"), None)
    if not metonym or not place:
        return bearers[0]
    words, places = reading.plain.words, reading.pack.sentences.places
    before = words[max(0, start - 30) : start].lower().split()
    located = bool(before) and (before[-1] in places or " ".join(before[-2:]) in places)
    with_country = words[end : end + 2] == ", " and words[end + 2 : end + 3].isupper()
    return place if located or (with_country and bool(before) and before[-1][-1:] != ",") else metonym

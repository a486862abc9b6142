"""Names of countries, people, organisations and places that the topic's tables know.

    "Presiden Avalon di Lyonesse"  ->  Avalon (country), Lyonesse (place)

All names are looked for in one pass (Aho-Corasick), then each is judged by its neighbours.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple
from unicodedata import normalize

from ahocorasick_rs import AhoCorasick

from site_src.languages.pack import LanguagePack
from site_src.mentions.plain import Plain
from site_src.model import EntityKind, EntityMention, Text
from site_src.topic.values import Alias, Entity, Topic

WIDELY_JOINED: tuple[EntityKind, ...] = ("country", "organisation")
"""Kinds whose names hyphens join to others without changing what they name: "the Avalon-Lyonesse border"."""
CAPITALS_FROM = 4
"""Letters from which on a name is also looked for in capitals: AVALON, but no word of two letters."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """An entity that bears a name, and in which sense."""

    entity: str
    kind: EntityKind
    alias: Alias


@dataclass(frozen=True, slots=True)
class Names:
    """The names that count in one language, and who bears each."""

    matcher: AhoCorasick
    bearers: tuple[tuple[Bearer, ...], ...]
    sure: tuple[Bearer | None, ...]
    """For each name the one bearer that needs no second look."""
    shortened: frozenset[str]
    """Entities that also have a short name, so that the places of their full ones count."""


class Hit(NamedTuple):
    """A name at its place, whoever bears it."""

    start: int
    end: int
    which: int
    """Its number in `Names.bearers`."""


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
                    bearers.setdefault(spelling, []).append(Bearer(entity.id, entity.kind, alias))
                if alias.sense == "short":
                    shortened.add(entity.id)
    spellings = sorted(bearers)
    borne = tuple(tuple(bearers[spelling]) for spelling in spellings)
    return Names(AhoCorasick(spellings), borne, tuple(_sure(each, shortened) for each in borne), frozenset(shortened))


def _sure(bearers: tuple[Bearer, ...], shortened: set[str]) -> Bearer | None:
    only = bearers[0]
    return only if len(bearers) == 1 and only.kind in WIDELY_JOINED and only.entity not in shortened else None


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
    named = _full_names(hits, names)
    source = text.raw.source
    found: list[EntityMention] = []
    reached = 0
    for hit in hits:
        start, end, which = hit
        if start < reached:
            continue
        bearer = names.sure[which] or _bearer(hit, names.bearers[which], text, plain, pack, named)
        if bearer:
            found.append(EntityMention(start, end, source[start:end], bearer.entity, bearer.kind, bearer.alias.sense))
            reached = end
    return tuple(found)


def _hits(words: str, names: Names) -> list[Hit]:
    """Give the names that stand as words of their own, in order, longer ones before shorter ones."""
    matches = names.matcher.find_matches_as_indexes(words, overlapping=True)
    whole = [(start, -end, which) for which, start, end in matches if _stands_alone(words, start, end)]
    whole.sort()
    return [Hit(start, -end, which) for start, end, which in whole]


def _stands_alone(words: str, start: int, end: int) -> bool:
    """Tell a word of its own. A hyphen may join it to another ("Avalon-Lyonesse", "pro-Avalon", "Avalon-nya")."""
    before, after = words[start - 1 : start], words[end : end + 1]
    return not (before.isalnum() or before == "_" or after.isalnum() or after == "_")


def _full_names(hits: list[Hit], names: Names) -> dict[str, list[int]]:
    """Give the places of full names, for entities that also have a short one."""
    named: dict[str, list[int]] = {}
    for hit in hits:
        if names.sure[hit.which]:
            continue
        for bearer in names.bearers[hit.which]:
            if bearer.alias.sense == "name" and bearer.entity in names.shortened:
                named.setdefault(bearer.entity, []).append(hit.start)
    return named


def _bearer(
    hit: Hit, bearers: tuple[Bearer, ...], text: Text, plain: Plain, pack: LanguagePack, named: Mapping[str, list[int]]
) -> Bearer | None:
    """Choose who is meant, or nobody."""
    first = bearers[0]
    if len(bearers) == 1 and first.alias.sense == "name":
        return first if _not_part_of_a_name(hit, plain, first) else None
    shorts = [bearer for bearer in bearers if bearer.alias.sense == "short"]
    others = [bearer for bearer in bearers if bearer.alias.sense != "short"]
    if others:
        return _city_or_government(hit, others, plain, pack)
    known = [bearer for bearer in shorts if _named_before(bearer, hit, plain, named)]
    if known:
        return max(known, key=lambda bearer: _last_before(named[bearer.entity], hit.start))
    alone = len({bearer.entity for bearer in shorts}) == 1
    return shorts[0] if alone and (text.part > 1 or _after_title(hit, plain, pack)) else None


def _last_before(places: list[int], at: int) -> int:
    index = bisect_left(places, at)
    return places[index - 1] if index else -1


def _not_part_of_a_name(hit: Hit, plain: Plain, bearer: Bearer) -> bool:
    """Refuse a person's or a place's name inside a longer hyphenated one."""
    before, after = plain.words[hit.start - 2 : hit.start], plain.words[hit.end : hit.end + 2]
    return not (before[1:] == "-" and before[:1].isalpha() and before[:1].isupper()) and not (
        after[:1] == "-" and after[1:].isupper() and bearer.kind == "person"
    )


def _named_before(bearer: Bearer, hit: Hit, plain: Plain, named: Mapping[str, list[int]]) -> bool:
    """Tell whether the full name stands before; for a headline it may stand anywhere, the text being below."""
    places = named.get(bearer.entity, [])
    return bool(places) and (places[0] < hit.start or plain.in_headline(hit.start))


def _after_title(hit: Hit, plain: Plain, pack: LanguagePack) -> bool:
    before = plain.words[max(0, hit.start - 40) : hit.start].lower().rstrip()
    return any(before.endswith(title) for title in pack.speech.titles)


def _city_or_government(hit: Hit, bearers: list[Bearer], plain: Plain, pack: LanguagePack) -> Bearer:
    """Take a capital for the city after a word of place or before its country, else for the government."""
    metonym = next((bearer for bearer in bearers if bearer.alias.sense == "metonym"), None)
    place = next((bearer for bearer in bearers if bearer.kind == "place" and bearer.alias.sense == "name"), None)
    if not metonym or not place:
        return bearers[0]
    before = plain.words[max(0, hit.start - 30) : hit.start].lower().split()
    located = bool(before) and (before[-1] in pack.sentences.places or " ".join(before[-2:]) in pack.sentences.places)
    with_country = plain.words[hit.end : hit.end + 2] == ", " and plain.words[hit.end + 2 : hit.end + 3].isupper()
    return place if located or (with_country and bool(before) and before[-1][-1:] != ",") else metonym

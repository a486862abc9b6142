"""Names of countries, people, organisations and places that the topic's tables know.

    "Presiden Avalon di Lyonesse"  ->  Avalon (country), Lyonesse (place)

All names are looked for in one pass (Aho-Corasick), then each is judged by its neighbours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from unicodedata import normalize

from ahocorasick_rs import AhoCorasick

from site_src.languages.pack import LanguagePack
from site_src.mentions.plain import Plain
from site_src.model import EntityKind, EntityMention, Text
from site_src.topic.values import Alias, Entity, Topic

CAPITALS_FROM = 4
"""Letters from which on a name is also looked for in capitals: MOSKOW, but not every two-letter word."""


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


@dataclass(frozen=True, slots=True)
class Hit:
    """A name at its place, whoever bears it."""

    start: int
    end: int
    bearers: tuple[Bearer, ...]


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
    for entity in entities:
        for alias in entity.aliases:
            if alias.language in ("", language):
                for spelling in _spellings(alias):
                    bearers.setdefault(spelling, []).append(Bearer(entity.id, entity.kind, alias))
    spellings = sorted(bearers)
    return Names(AhoCorasick(spellings), tuple(tuple(bearers[spelling]) for spelling in spellings))


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
    named = _full_names(hits)
    found: list[EntityMention] = []
    reached = 0
    for hit in hits:
        if hit.start < reached:
            continue
        bearer = _bearer(hit, text, plain, pack, named)
        if bearer:
            words = text.raw.source[hit.start : hit.end]
            found.append(EntityMention(hit.start, hit.end, words, bearer.entity, bearer.kind, bearer.alias.sense))
            reached = hit.end
    return tuple(found)


def _hits(words: str, names: Names) -> list[Hit]:
    """Give the names that stand as words of their own, in order, longer ones before shorter ones."""
    matches = names.matcher.find_matches_as_indexes(words, overlapping=True)
    whole = [(start, -end, which) for which, start, end in matches if _stands_alone(words, start, end)]
    return [Hit(start, -end, names.bearers[which]) for start, end, which in sorted(whole)]


def _stands_alone(words: str, start: int, end: int) -> bool:
    """Tell a word of its own. A hyphen may join it to another ("Avalon-Lyonesse", "pro-Avalon", "Avalon-nya")."""
    before, after = words[start - 1 : start], words[end : end + 1]
    return not (before.isalnum() or before == "_" or after.isalnum() or after == "_")


def _full_names(hits: list[Hit]) -> dict[str, list[int]]:
    """Give for every entity the places where it is named in full."""
    named: dict[str, list[int]] = {}
    for hit in hits:
        for bearer in hit.bearers:
            if bearer.alias.sense == "name":
                named.setdefault(bearer.entity, []).append(hit.start)
    return named


def _bearer(hit: Hit, text: Text, plain: Plain, pack: LanguagePack, named: Mapping[str, list[int]]) -> Bearer | None:
    """Choose who is meant, or nobody."""
    if len(hit.bearers) == 1 and hit.bearers[0].alias.sense == "name":
        return hit.bearers[0] if _not_part_of_a_name(hit, plain, hit.bearers[0]) else None
    shorts = [bearer for bearer in hit.bearers if bearer.alias.sense == "short"]
    others = [bearer for bearer in hit.bearers if bearer.alias.sense != "short"]
    if others:
        return _city_or_government(hit, others, plain, pack)
    known = [bearer for bearer in shorts if _named_before(bearer, hit, plain, named)]
    if known:
        return max(known, key=lambda bearer: max(at for at in named[bearer.entity]))
    alone = len({bearer.entity for bearer in shorts}) == 1
    return shorts[0] if alone and (text.part > 1 or _after_title(hit, plain, pack)) else None


def _not_part_of_a_name(hit: Hit, plain: Plain, bearer: Bearer) -> bool:
    """Refuse a person's or a place's name inside a longer hyphenated one."""
    if bearer.kind in ("country", "organisation"):
        return True
    before, after = plain.words[hit.start - 2 : hit.start], plain.words[hit.end : hit.end + 2]
    return not (before[1:] == "-" and before[:1].isalpha() and before[:1].isupper()) and not (
        after[:1] == "-" and after[1:].isupper() and bearer.kind == "person"
    )


def _named_before(bearer: Bearer, hit: Hit, plain: Plain, named: Mapping[str, list[int]]) -> bool:
    """Tell whether the full name stands before; for a headline it may stand anywhere, the text being below."""
    places = named.get(bearer.entity, ())
    return any(place < hit.start for place in places) or (bool(places) and plain.in_headline(hit.start))


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

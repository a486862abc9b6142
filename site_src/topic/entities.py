"""Countries, places, organisations and people: `tables/*.csv`, a line an entity."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from site_src.model import EntityKind, Issue
from site_src.topic.tables import Line, each, read_table, unique
from site_src.topic.values import Alias, Entity
from site_src.topic.wrong import Wrong, nearest

_NAMES = ("aliases", "aliases_*", "adjectives_*", "metonyms_*", "short", "short_*", "slips", "slips_*")
_SENSES: tuple[tuple[str, str], ...] = (
    ("aliases", "name"),
    ("slips", "name"),
    ("adjectives", "adjective"),
    ("metonyms", "metonym"),
    ("short", "short"),
)
_MAPPED = ("iso_numeric", "longitude", "latitude")
_TABLES: tuple[tuple[str, EntityKind, tuple[str, ...]], ...] = (
    ("countries", "country", ("id", "name_*", *_NAMES, "capital", *_MAPPED, "source")),
    ("places", "place", ("id", "name_*", *_NAMES, "country", "source")),
    ("organisations", "organisation", ("id", "name_*", *_NAMES, "country", "source")),
    ("people", "person", ("id", "name_*", *_NAMES, "country", "role_*", "first", "last", "source")),
)
"""In this order: what a later table names stands in an earlier one."""


LONGEST_NAME = 300
"""Characters; texts hold no longer one, and to look for one would hold up every build."""


def read_entities(folder: Path, languages: tuple[str, ...]) -> tuple[Mapping[str, Entity], tuple[Issue, ...]]:
    """Read the four tables; ids are unique across them, aliases inside a kind and a language."""
    entities: dict[str, Entity] = {}
    issues: list[Issue] = []
    for name, kind, columns in _TABLES:
        table, found = read_table(folder, name, columns)
        countries = [entity.id for entity in entities.values() if entity.kind == "country"]
        made, wrong = each(table, _maker(kind, languages, countries))
        kept, twice = unique(table, made, lambda entity: entity.id, _line, entities)
        clear, clashes = _clear_aliases(table.path, kept)
        entities |= {entity.id: entity for entity in clear}
        issues += [*found, *wrong, *twice, *clashes]
    return _with_capitals(folder, entities, issues), tuple(issues)


def _line(entity: Entity) -> int:
    return entity.row.line if entity.row else 0


def _maker(kind: EntityKind, languages: tuple[str, ...], countries: list[str]) -> Callable[[Line], Entity]:
    def make(line: Line) -> Entity:
        names = line.words("name", languages)
        if not names:
            raise Wrong(f"name_{languages[0]}", "", "a name in at least one language")
        aliases = _aliases(line)
        if long := next((one.text for one in aliases if len(one.text) > LONGEST_NAME), ""):
            raise Wrong("name", long, f"at most {LONGEST_NAME} characters")
        first, last = line.when("first"), line.when("last")
        if first and last and last.latest < first.earliest:
            raise Wrong("last", line.text("last"), f"a date after {line.text('first')}", code="date-order")
        return Entity(
            id=line.need("id"),
            kind=kind,
            names=names,
            aliases=aliases,
            country=line.reference("country", countries, "an id of countries.csv", needed=False),
            role=line.words("role", languages),
            first=first,
            last=last,
            capital=line.text("capital"),
            row=line.row,
            iso_numeric=_iso_numeric(line),
            spot=_spot(line),
        )

    return make


def _iso_numeric(line: Line) -> str:
    found = line.text("iso_numeric")
    if found and not (len(found) == 3 and found.isascii() and found.isdigit()):
        raise Wrong("iso_numeric", found, "three figures, as in ISO 3166-1")
    return found


def _spot(line: Line) -> tuple[float, float] | None:
    """Read a place on the globe: both degrees or none, east and north positive."""
    if not line.text("longitude") and not line.text("latitude"):
        return None
    return _degrees(line, "longitude", 180), _degrees(line, "latitude", 90)


def _degrees(line: Line, column: str, most: int) -> float:
    found, expected = line.need(column), f"degrees from -{most} to {most}"
    try:
        value = float(found)
    except ValueError:
        raise Wrong(column, found, expected) from None
    if not -most <= value <= most:
        raise Wrong(column, found, expected)
    return value


def _aliases(line: Line) -> tuple[Alias, ...]:
    """Gather every name of a line, the proper ones first; the same words in a weaker sense add nothing."""
    found: dict[tuple[str, str], Alias] = {}
    for column in line.cells:
        stem, _, language = column.partition("_")
        if stem == "name" and line.text(column):
            found[line.text(column), language] = Alias(line.text(column), language, "name")
    for stem, sense in _SENSES:
        for column in line.cells:
            begin, _, language = column.partition("_")
            for text in line.many(column) if begin == stem else ():
                made = Alias(text, language, sense, slip=stem == "slips")  # type: ignore[arg-type]  # as _SENSES says
                found.setdefault((text, language), made)
    return tuple(found.values())


def _clear_aliases(path: str, entities: tuple[Entity, ...]) -> tuple[tuple[Entity, ...], tuple[Issue, ...]]:
    """Take an alias from every entity but the first that has it; two people may share a short name."""
    owners: dict[tuple[str, str], tuple[str, str]] = {}
    kept: list[Entity] = []
    issues: list[Issue] = []
    for entity in entities:
        clear = []
        for alias in entity.aliases:
            owner, sense = _owner(owners, alias)
            if owner in ("", entity.id) or alias.sense == sense == "short":
                owners.setdefault((alias.text, alias.language), (entity.id, alias.sense))
                clear.append(alias)
            else:
                message = f"found alias {alias.text!r} of {entity.id}, expected it once: {owner} has it"
                done = f"{owner} keeps it"
                issues.append(Issue(path, _line(entity), "topic.ambiguous-alias", message, done, "error"))
        kept.append(replace(entity, aliases=tuple(clear)))
    return tuple(kept), tuple(issues)


def _owner(owners: Mapping[tuple[str, str], tuple[str, str]], alias: Alias) -> tuple[str, str]:
    """Find who has these words already: in this language, or for all languages."""
    if alias.language:
        return owners.get((alias.text, alias.language)) or owners.get((alias.text, "")) or ("", "")
    return next((owner for (text, _), owner in owners.items() if text == alias.text), ("", ""))


def _with_capitals(folder: Path, entities: dict[str, Entity], issues: list[Issue]) -> Mapping[str, Entity]:
    """Check that every capital is a place; a country with an unknown one goes without."""
    places = [entity.id for entity in entities.values() if entity.kind == "place"]
    for entity in entities.values():
        if entity.capital and entity.capital not in places:
            message = (
                f"capital: found {entity.capital!r}, expected an id of places.csv{nearest(entity.capital, places)}"
            )
            path = f"{folder.absolute().name}/tables/countries.csv"
            issues.append(Issue(path, _line(entity), "topic.unknown-id", message, "the capital is left out", "error"))
            entities[entity.id] = replace(entity, capital="")
    return entities

"""`events/ID.md`: entries by editors, each with a date, sources and a Markdown body; `ID.LANGUAGE.md` is a body in another language.

---
date: 2019-05-04
kind: meeting
title: {en: The lake treaty is signed}
sources: [{outlet: The Gazette, title: Treaty signed, date: 2019-05-05, url: https://gazette.example/treaty}]
---
The treaty had been drafted for six years.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from site_src.model import Curated, Issue, Retold, Row, When, Words
from site_src.topic.dates import read_when, undated
from site_src.topic.front import FENCED, line_of_key, read_keys
from site_src.topic.tables import read_text
from site_src.topic.values import Entity
from site_src.topic.wrong import WEB, Wrong, issue, nearest

KEYS = ("id", "date", "kind", "actors", "place", "title", "lang", "sources")
SOURCE = ("outlet", "title", "date", "url", "archive")
_NAME = re.compile(r"(?P<id>[a-z0-9][a-z0-9-]*)(?:\.(?P<language>[a-z]{2,3}))?\.md")
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
_DONE = "the entry is left out"


@dataclass(frozen=True, slots=True)
class _Known:
    """What an entry may name."""

    languages: tuple[str, ...]
    kinds: Collection[str]
    entities: Mapping[str, Entity]


def read_curated(
    folder: Path, languages: tuple[str, ...], kinds: Collection[str], entities: Mapping[str, Entity]
) -> tuple[tuple[Curated, ...], tuple[Issue, ...]]:
    """Read the entries in the order of their files; a wrong one is one Issue and left out."""
    known, issues = _Known(languages, kinds, entities), list[Issue]()
    bodies, found = dict[str, dict[str, str]](), dict[str, Curated]()
    for file, language in _files(folder, languages, issues):
        path = f"{folder.absolute().name}/events/{file.name}"
        text, problems = read_text(file, path)
        issues += problems
        if language:
            bodies.setdefault(file.name.split(".")[0], {})[language] = FENCED.sub("", text, count=1)
            continue
        try:
            entry = _entry(file, text, known)
            if entry.id in found:
                raise Wrong("id", entry.id, f"an id of its own (it is that of {found[entry.id].row.table})")
            found[entry.id] = entry
        except Wrong as wrong:
            issues.append(issue(path, line_of_key(text, wrong.where), wrong, _DONE))
    return tuple(_with_bodies(entry, bodies) for entry in found.values()), tuple(issues)


def _files(folder: Path, languages: tuple[str, ...], issues: list[Issue]) -> Iterator[tuple[Path, str]]:
    """Give the files with the language that their names say; one of another name is an Issue."""
    for file in sorted((folder / "events").glob("*")):
        match = _NAME.fullmatch(file.name)
        path = f"{folder.absolute().name}/events/{file.name}"
        if file.name.startswith(".") or file.name == "README.md":
            continue
        if not match or not file.is_file():
            message = f"found {file.name!r}, expected a name like lake-treaty.md or lake-treaty.{languages[0]}.md"
            issues.append(Issue(path, 0, "topic.event-name", message, _DONE, "error"))
        elif match["language"] and not (file.parent / f"{match['id']}.md").is_file():
            message = f"found no {match['id']}.md, expected it: it holds the date and the sources of this body"
            issues.append(Issue(path, 0, "topic.event-name", message, "the body is left out", "error"))
        else:
            yield file, match["language"] or ""


def _with_bodies(entry: Curated, bodies: Mapping[str, Words]) -> Curated:
    more = bodies.get(Path(entry.row.table).stem, {})
    whole = {**entry.bodies, **{code: text.strip() for code, text in more.items()}}
    return Curated(
        entry.id, entry.when, entry.kind, entry.actors, entry.place, entry.titles, whole, entry.sources, entry.row
    )


def _entry(file: Path, text: str, known: _Known) -> Curated:
    match = FENCED.match(text)
    if not match:
        raise Wrong("front matter", text[:20], "keys between two lines of ---")
    keys = read_keys(match["inside"], KEYS)
    sources = _sources(keys.get("sources"))
    name = _text(keys, "id") or file.stem
    if not _ID.fullmatch(name):
        raise Wrong("id", name, "at most 80 small letters, digits and hyphens")
    body = text[match.end() :].strip()
    lang = _text(keys, "lang") or known.languages[0]
    return Curated(
        id=name,
        when=_when(keys),
        kind=_one_of("kind", _text(keys, "kind"), (*known.kinds, "general"), "an id of kinds.toml"),
        actors=_actors(keys, known),
        place=_place(keys, known),
        titles=_titles(keys.get("title"), lang, known.languages),
        bodies={lang: body} if body else {},
        sources=sources,
        row=Row(f"events/{file.name}", 1, "; ".join(source.url or source.title for source in sources)),
    )


def _text(keys: Mapping[str, Any], key: str) -> str:
    value = keys.get(key, "")
    if not isinstance(value, str):
        raise Wrong(key, str(value), "text")
    return " ".join(value.split())


def _when(keys: Mapping[str, Any]) -> When:
    text = _text(keys, "date")
    try:
        return read_when(text)
    except ValueError as error:
        raise undated("date", text, error) from None


def _one_of(key: str, found: str, known: Collection[str], expected: str) -> str:
    if found not in known:
        raise Wrong(key, found, expected, known, code="unknown-id")
    return found


def _actors(keys: Mapping[str, Any], known: _Known) -> tuple[str, ...]:
    value = keys.get("actors", [])
    names = value if isinstance(value, list) else [part.strip() for part in str(value).split("|")]
    actors = [entity.id for entity in known.entities.values() if entity.kind != "place"]
    what = "the id of a country, a person or an organisation"
    return tuple(_one_of("actors", str(name), actors, what) for name in names if name)


def _place(keys: Mapping[str, Any], known: _Known) -> str:
    found = _text(keys, "place")
    places = [entity.id for entity in known.entities.values() if entity.kind in ("place", "country")]
    return _one_of("place", found, places, "the id of a place or a country") if found else ""


def _titles(value: Any, lang: str, languages: tuple[str, ...]) -> Words:
    if isinstance(value, str) and value.strip():
        return {_one_of("lang", lang, languages, f"one of {', '.join(languages)}"): " ".join(value.split())}
    if not isinstance(value, dict) or not value:
        raise Wrong("title", str(value or ""), f"a title, or one by language: {{{languages[0]}: ...}}")
    for code in value:
        _one_of("title", str(code), languages, f"one of {', '.join(languages)}")
    return {str(code): " ".join(str(title).split()) for code, title in value.items()}


def _sources(value: Any) -> tuple[Retold, ...]:
    """Read the sources: at least one, each with its outlet."""
    if not isinstance(value, list) or not value:
        raise Wrong("sources", str(value or ""), "a list of sources, each with outlet, title, date and url")
    return tuple(_source(one) for one in value)


def _source(one: Any) -> Retold:
    if not isinstance(one, dict):
        raise Wrong("sources", str(one), f"a mapping of {', '.join(SOURCE)}")
    for key in one:
        if key not in SOURCE:
            raise Wrong("sources", str(key), f"one of {', '.join(SOURCE)}{nearest(str(key), SOURCE)}")
    found = {key: _text(one, key) for key in SOURCE}
    if not found["outlet"]:
        raise Wrong("sources", found["title"] or found["url"], "an outlet for every source")
    for key in ("url", "archive"):
        if found[key] and not WEB.fullmatch(found[key]):
            raise Wrong("sources", found[key], "an address that begins with http:// or https://")
    if found["date"]:
        _when(found)
    return Retold(**found)

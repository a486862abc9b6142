"""`site.toml`: what the site is called, in which languages it speaks, and what it is about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from site_src.model import Issue, Words
from site_src.topic.settings import Section, parsed, typed, unknown_keys
from site_src.topic.tables import read_text
from site_src.topic.wrong import SeveralWrong, TopicError

FILE = "site.toml"
WEB = re.compile(r"https?://[^\s/?#<>\"'\\]+(?:/[^\s?#<>\"'\\]*)?", re.IGNORECASE)
"""An address of the web without a query: pages stand below it."""
TAG = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?,\d{4}(?:-\d\d(?:-\d\d)?)?")
"""What a `tag:` address begins with (RFC 4151): a domain and a date."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The table `[timeline]`."""

    max_entries: int = 0
    """How many entries get a page; 0: all."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The table `[pages]`."""

    main: tuple[str, ...] = ()
    """Which of the topic's own pages stand in the main navigation; all others stand at the foot."""


@dataclass(frozen=True, slots=True)
class Site:
    """The settings of `site.toml`, as they are written there."""

    title: Words
    languages: tuple[str, ...]
    subtitle: Words = field(default_factory=dict)
    description: Words = field(default_factory=dict)
    base_url: str = ""
    tag: str = ""
    organisation: str = ""
    furniture: tuple[str, ...] = ()
    trims: tuple[str, ...] = ()
    charts: tuple[str, ...] = ()
    timeline: Timeline = Timeline()
    licence: str = ""
    pages: Pages = Pages()


def read_site(folder: Path) -> tuple[Site, tuple[Issue, ...]]:
    """Read the settings; a key that nobody knows is an Issue.

    Raises TopicError if the file is missing or cannot be read, or if a setting is missing or of another type.
    """
    if not folder.is_dir():
        raise TopicError(f"{folder}: no such folder, expected a topic with a {FILE}")
    if not (folder / FILE).is_file():
        raise TopicError(
            f"{folder / FILE}: no such file, expected the topic's settings; `new DIR` writes a topic that works"
        )
    path = f"{folder.absolute().name}/{FILE}"
    text, issues = read_text(folder / FILE, path)
    if issues:
        raise TopicError(f"{folder / FILE}:{issues[0].line}: {issues[0].message}")
    try:
        section = Section("", FILE, 0, text, parsed(text))
        site = typed(section.keys, Site)
    except SeveralWrong as several:
        places = ((section.line_of(wrong.where), wrong) for wrong in several.wrongs)
        raise TopicError("\n".join(f"{folder / FILE}:{line}: {wrong}" for line, wrong in places)) from None
    except ValueError as error:
        raise TopicError(f"{folder / FILE}: not toml: {str(error).lower()}") from None
    _must_speak(folder, site)
    known = tuple(Site.__dataclass_fields__)
    tables = (("timeline", Timeline), ("pages", Pages))
    inside = (
        unknown_keys(path, Section(name, FILE, 0, text, _table(section.keys, name)), tuple(shape.__dataclass_fields__))
        for name, shape in tables
    )
    return site, (*unknown_keys(path, section, known), *(issue for issues in inside for issue in issues))


def _table(keys: Mapping[str, object], name: str) -> Mapping[str, object]:
    found = keys.get(name, {})
    return found if isinstance(found, dict) else {}


def _must_speak(folder: Path, site: Site) -> None:
    """Refuse a site without a language, with one twice, without a title, or with an address that is none."""
    wrong = [language for language in site.languages if not re.fullmatch(r"[a-z]{2,3}", language)]
    if wrong or not site.languages or len(set(site.languages)) < len(site.languages):
        found = ", ".join(site.languages) or "none"
        raise TopicError(f"{folder / FILE}: languages: found {found}, expected codes like id and en, each once")
    if site.base_url and not WEB.fullmatch(site.base_url):
        raise TopicError(
            f"{folder / FILE}: base_url: found {site.base_url!r}, expected nothing or an address like https://example.org/timeline/"
        )
    if site.tag and not TAG.fullmatch(site.tag):
        raise TopicError(
            f"{folder / FILE}: tag: found {site.tag!r}, expected nothing or a domain and a year in which it was yours, like example.org,2026"
        )
    if not any(site.title.values()):
        raise TopicError(f"{folder / FILE}: title: found nothing, expected the site's title")

"""`site.toml`: what the site is called, in which languages it speaks, and what it is about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from site_src import wording
from site_src.model import Issue, Words
from site_src.topic.settings import Section, broken, parsed, typed, unknown_keys
from site_src.topic.tables import read_text
from site_src.topic.wrong import SeveralWrong, TopicError, Wrong, issue

FILE = "site.toml"
WEB = re.compile(r"https?://[^\s/?#<>\"'\\]+(?:/[^\s?#<>\"'\\]*)?", re.IGNORECASE)
"""An address of the web without a query: pages stand below it."""
TAG = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?,\d{4}(?:-\d\d(?:-\d\d)?)?")
"""What a `tag:` address begins with (RFC 4151): a domain and a date."""
_CODES = "codes like id and en, each once"


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
    file, path = folder / FILE, f"{folder.absolute().name}/{FILE}"
    if not file.exists():
        raise TopicError(f"{file}: no such file, expected the topic's settings; `new DIR` writes a topic that works")
    text, issues = read_text(file, path)
    if issues:
        raise TopicError(_at(file, issues[0].line, issues[0].message))
    try:
        section = Section("", FILE, 0, text, parsed(text))
    except ValueError as error:
        raise TopicError(_at(file, *broken(text, error))) from None
    try:
        site = typed(section.keys, Site)
        _must_speak(site)
    except SeveralWrong as several:
        raise TopicError("\n".join(_at(file, section.line_of(one.where), str(one)) for one in several.wrongs)) from None
    known = tuple(Site.__dataclass_fields__)
    tables = (("timeline", Timeline), ("pages", Pages))
    inside = (
        unknown_keys(path, Section(name, FILE, 0, text, _table(section.keys, name)), tuple(shape.__dataclass_fields__))
        for name, shape in tables
    )
    spoken, mute = _spoken(path, section, site)
    return spoken, (*unknown_keys(path, section, known), *(one for issues in inside for one in issues), *mute)


def _spoken(path: str, section: Section, site: Site) -> tuple[Site, tuple[Issue, ...]]:
    """Leave out the languages that the interface has no words in."""
    known = wording.languages()
    expected = f"one that the interface has words in: {', '.join(known)}"
    wrongs = [Wrong("languages", code, expected, known, "language") for code in site.languages if code not in known]
    issues = tuple(issue(path, section.line_of("languages"), one, "no pages are made in it") for one in wrongs)
    return replace(site, languages=tuple(code for code in site.languages if code in known)), issues


def _table(keys: Mapping[str, object], name: str) -> Mapping[str, object]:
    found = keys.get(name, {})
    return found if isinstance(found, dict) else {}


def _at(file: Path, line: int, message: str) -> str:
    return f"{file}:{line}: {message}" if line else f"{file}: {message}"


def _must_speak(site: Site) -> None:
    """Refuse what no site can be made of: no language, or one twice, no title, an address that is none.

    Raises SeveralWrong.
    """
    codes = [code for code in site.languages if re.fullmatch(r"[a-z]{2,3}", code)]
    spoken = [code for code in codes if code in wording.languages()]
    web = "nothing or an address like https://example.org/timeline/"
    tag = "nothing or a domain and a year in which it was yours, like example.org,2026"
    titled = any(site.title.get(code) for code in site.languages)
    title = f"the site's title in one of {', '.join(site.languages)}"
    rules = (
        (bool(codes) and codes == list(dict.fromkeys(site.languages)), "languages", ", ".join(site.languages), _CODES),
        (not codes or spoken, "languages", ", ".join(codes), f"one of {', '.join(wording.languages())} at least"),
        (titled, "title", ", ".join(site.title), title),
        (not site.base_url or WEB.fullmatch(site.base_url), "base_url", site.base_url, web),
        (not site.tag or TAG.fullmatch(site.tag), "tag", site.tag, tag),
        (site.timeline.max_entries >= 0, "timeline.max_entries", str(site.timeline.max_entries), "0 or more"),
    )
    wrongs = tuple(Wrong(where, found, expected) for good, where, found, expected in rules if not good)
    if wrongs:
        raise SeveralWrong(wrongs)

"""The frame around every page: its head, the navigation, the language switch and the footer."""

from __future__ import annotations

from site_src.addresses import folder_of, relative
from site_src.model import Page
from site_src.pages.desk import Desk
from site_src.pages.views import Link
from site_src.wording import msgid, own_name
from site_src.wording.dates import day_words

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'none'"
)

NAVIGATION = (
    ("timeline.html", msgid("Timeline")),
    ("charts.html", msgid("Charts")),
    ("claims.html", msgid("Claims")),
    ("countries/index.html", msgid("Countries")),
    ("articles/index.html", msgid("Articles")),
)
BELOW = {
    "timeline.html": ("reported.html", "reported/", "events/", "years/", "kinds/"),
    "claims.html": ("claims/", "disagreements.html"),
    "countries/index.html": ("countries/", "people/", "organisations/", "places/", "series/"),
    "articles/index.html": ("articles/", "outlets/"),
}
"""Which pages stand below those of the navigation, by how their names begin."""
CHANGES = ("changes.html", msgid("What changed"))
"""Stands in the colophon as soon as there was a release."""
COLOPHON = (
    ("method.html", msgid("How it is made")),
    ("quality.html", msgid("Quality")),
    ("corrections.html", msgid("Corrections")),
)


def framed(
    desk: Desk,
    name: str,
    template: str,
    title: str,
    *,
    description: str = "",
    lead: str = "",
    trail: tuple[tuple[str, str], ...] = (),
    scripts: tuple[str, ...] = (),
    styles: tuple[str, ...] = (),
    robots: str = "",
    title_lang: str = "",
    **context: object,
) -> Page:
    """Make a page of the desk's language: its own context and the frame's.

    `name` is the page's path without its language folder, `trail` the pages above it as (name, text).
    """
    path = desk.path(name)
    frame = {
        "name": name,
        "language": desk.language,
        "csp": CSP,
        "root": "../" * path.count("/"),
        "site": desk.text(desk.topic.title),
        "home": desk.link(path, "index.html"),
        "search": desk.link(path, "search.html"),
        "title": title,
        "title_lang": title_lang,
        "lead": lead,
        "description": description or lead or desk.text(desk.topic.description),
        "robots": robots,
        "navigation": _links(desk, path, name, (*NAVIGATION, *desk.own_main)),
        "colophon": _links(desk, path, name, (*COLOPHON, *_changes(desk), *desk.own_foot)),
        "trail": tuple(Link(text, desk.link(path, above)) for above, text in trail),
        "switch": _switch(desk, path, name),
        "canonical": _absolute(desk, path),
        "alternates": _alternates(desk, name),
        "scripts": scripts,
        "styles": styles,
        "newest": _newest(desk),
    }
    return Page(path, template, desk.language, {**frame, **context})


def _changes(desk: Desk) -> tuple[tuple[str, str], ...]:
    return (CHANGES,) if desk.timeline.past.releases else ()


def _newest(desk: Desk) -> str:
    """Tell the day of the newest article; empty if none has one."""
    newest = desk.holdings.newest
    return day_words(newest, desk.words) if newest else ""


def _links(desk: Desk, path: str, name: str, rows: tuple[tuple[str, str], ...]) -> tuple[Link, ...]:
    """Link pages from a page; those of a folder link all the same, but for the ones that are linked themselves."""
    known = any(name == target for target, _ in rows)
    key = ("links", path if known or "/" not in name else folder_of(path), rows)
    return desk.once(key, lambda: _linked(desk, path, name, rows))


def _linked(desk: Desk, path: str, name: str, rows: tuple[tuple[str, str], ...]) -> tuple[Link, ...]:
    return tuple(
        Link(
            desk.say(text),
            desk.link(path, target),
            current=target == name,
            within=target != name and name.startswith(BELOW.get(target, ())),
        )
        for target, text in rows
    )


def _switch(desk: Desk, path: str, name: str) -> tuple[Link, ...]:
    """Link the same page in the other interface languages."""
    if len(desk.languages) < 2:
        return ()
    return tuple(
        Link(own_name(code), relative(path, desk.path(name, code)), code, code == desk.language)
        for code in desk.languages
    )


def _absolute(desk: Desk, path: str) -> str:
    """Give the page's public address; empty where the topic has none."""
    base = desk.topic.base_url.rstrip("/")
    if not base:
        return ""
    return f"{base}/{path.removesuffix('index.html') if path == 'index.html' else path}"


def _alternates(desk: Desk, name: str) -> tuple[Link, ...]:
    if not desk.topic.base_url or len(desk.languages) < 2:
        return ()
    return tuple(Link(code, _absolute(desk, desk.path(name, code)), code) for code in desk.languages)

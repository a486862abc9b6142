"""The texts of the topic's own pages in the desk's language, and their places in the navigation."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from site_src.addresses import file_name
from site_src.topic.own_pages import SHARED, OwnText, read_own
from site_src.wording import msgid

if TYPE_CHECKING:
    from site_src.pages.desk import Desk

TITLES = {"about": msgid("About"), "glossary": msgid("Glossary"), "sources": msgid("Data and licences")}
"""What the pages that are there on every site are called in the navigation."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A page's text as it is shown."""

    text: OwnText
    lang: str
    """Its language where the page's is missing; else empty."""


def shown(desk: Desk, name: str) -> Shown | None:
    """Choose a page's text in the desk's language, else in the first language that has it."""
    bodies = desk.topic.pages.get(name, {})
    chosen = desk.text(bodies)
    if not chosen:
        return None
    lang = next(code for code in (desk.language, *bodies) if bodies.get(code) == chosen)
    return Shown(_read(chosen), "" if lang == desk.language else lang)


def own_page(name: str) -> str:
    """Name a page's file, without its language's folder."""
    return f"{file_name(name)}.html"


def menu(desk: Desk, name: str) -> str:
    """Call a page in the navigation: a page of every site as on every site, unless its text says otherwise."""
    found = shown(desk, name)
    if found and found.text.menu != found.text.title:
        return found.text.menu
    return desk.say(TITLES[name]) if name in TITLES else found.text.menu if found and found.text.menu else name


def in_navigation(desk: Desk) -> tuple[tuple[str, str], ...]:
    """List the pages that stand in the main navigation, as (page, words)."""
    return tuple((own_page(name), menu(desk, name)) for name in desk.topic.main_pages)


def at_foot(desk: Desk) -> tuple[tuple[str, str], ...]:
    """List the pages that stand at the foot: those of every site, and all that are not in the main navigation."""
    names = (*sorted({*desk.topic.pages} - {*SHARED}), *reversed(SHARED))
    return tuple((own_page(name), menu(desk, name)) for name in names if name not in desk.topic.main_pages)


@lru_cache(maxsize=256)
def _read(text: str) -> OwnText:
    return read_own(text)

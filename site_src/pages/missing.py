"""The page for addresses that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from site_src.model import Page
from site_src.pages.desk import Desk
from site_src.pages.frame import framed
from site_src.pages.views import Link

NAME = "404.html"


def pages(desk: Desk) -> Iterator[Page]:
    """Plan the page that a web server shows for an unknown address."""
    page = framed(
        desk,
        NAME,
        NAME,
        desk.say("Nothing stands here"),
        lead=desk.say("The page was moved, or it never was. The timeline has everything in order."),
        robots="noindex",
        timeline_href=desk.link(desk.path(NAME), "timeline.html"),
    )
    yield _from_the_root(page, desk.topic.base_url) if desk.topic.base_url else page


def _from_the_root(page: Page, base_url: str) -> Page:
    """Let its links count from the root of the domain: a server shows the page at any depth, where others lead astray."""
    own = f"{urlsplit(base_url).path.rstrip('/')}/{page.path}"
    names = ("root", "home", "search", "timeline_href", "navigation", "colophon", "switch")
    return replace(page, context={**page.context, **{name: _rooted(page.context[name], own) for name in names}})


def _rooted(value: object, own: str) -> object:
    """Resolve a link, or each of several, against the page's own place."""
    if isinstance(value, Link):
        return replace(value, href=urljoin(own, value.href))
    if isinstance(value, tuple):
        return tuple(_rooted(one, own) for one in value)
    return urljoin(own, value or ".") if isinstance(value, str) else value

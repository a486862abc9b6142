"""A page's head for the web: how it looks where it is shared, its feeds, and what it says to machines.

All of it needs the site's address; where the topic gives none, all of it is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_src.addresses import file_name, relative
from site_src.model import Page
from site_src.pages.desk import Desk
from site_src.pages.linked import Subjects, absolute, linked, subjects
from site_src.pages.views import Link
from site_src.wording import territory

ATOM = "application/atom+xml"
NOTHING = {"shared": (), "linked": "", "feeds": ()}


def with_heads(desk: Desk, pages: Iterable[Page]) -> Iterator[Page]:
    """Give the desk's pages with their heads."""
    known = subjects(desk) if desk.topic.base_url else Subjects()
    return (with_head(desk, page, known) for page in pages)


def with_head(desk: Desk, page: Page, known: Subjects) -> Page:
    """Give one page, of known subjects, with its head."""
    head = _head(desk, page, known) if desk.topic.base_url else NOTHING
    return Page(page.path, page.template, page.language, {**page.context, **head})


def _head(desk: Desk, page: Page, known: Subjects) -> dict[str, object]:
    return {
        "shared": () if page.context["robots"] else tuple(_shared(desk, page, known)),
        "linked": linked(desk, page, known),
        "feeds": tuple(_feeds(desk, page, known)) if desk.topic.tag and page.context["name"] != "404.html" else (),
    }


def _shared(desk: Desk, page: Page, known: Subjects) -> Iterator[tuple[str, str]]:
    """Give the properties of OpenGraph (ogp.me)."""
    about_one = page.path in known.events or page.path in known.articles
    yield "og:type", "article" if about_one else "website"
    yield "og:title", str(page.context["title"])
    yield "og:description", str(page.context["description"])
    yield "og:url", absolute(desk, page.path)
    yield "og:site_name", desk.text(desk.topic.title)
    yield "og:locale", territory(desk.words.locale)


def _feeds(desk: Desk, page: Page, known: Subjects) -> Iterator[Link]:
    """Link the feed of what the page shows, and that of everything."""
    country = known.countries.get(page.path)
    title = desk.text(desk.topic.title)
    if country:
        name = f"feeds/country-{file_name(country.lower())}.atom"
        yield Link(f"{title}: {desk.name(country)}", relative(page.path, desk.path(name)))
    if page.context["name"] == "corrections.html":
        yield Link(f"{title}: {desk.say('Corrections')}", relative(page.path, desk.path("feeds/corrections.atom")))
    if page.context["name"] == "changes.html":
        yield Link(f"{title}: {desk.say('What changed')}", relative(page.path, desk.path("feeds/changes.atom")))
    yield Link(title, relative(page.path, desk.path("feeds/all.atom")))

"""No page of a built site is an orphan: a reader who starts at the home page can walk to each."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote

import pytest

UNLINKED = re.compile(r'<meta name="robots" content="[^"]*noindex|http-equiv="refresh"')
"""Pages that nobody is to find by walking: tombstones, redirects, the page of what is not there."""
ALONE = ("embed/",)
"""Charts that others show."""


class Links(HTMLParser):
    """Collects where the links of a page lead within its site."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        href = dict(attrs).get("href") or ""
        if tag == "a" and href and not re.match(r"[a-z]+:|//|#", href):
            self.found.append(unquote(href.partition("#")[0]))


def reached(site: Path, start: str) -> set[str]:
    """Give every page that links lead to from one page."""
    seen: set[str] = set()
    ahead = [start]
    while ahead:
        page = ahead.pop()
        if page in seen or not page.endswith(".html") or not (site / page).is_file():
            continue
        seen.add(page)
        ahead += [normpath(join(dirname(page), href)) for href in Links((site / page).read_text("utf-8")).found]
    return seen


def to_be_reached(site: Path) -> set[str]:
    """Give every page that readers are to find."""
    pages = {path.relative_to(site).as_posix(): path for path in site.rglob("*.html")}
    return {
        name
        for name, path in pages.items()
        if not any(part in name for part in ALONE)
        and path.name != "404.html"
        and not UNLINKED.search(path.read_text("utf-8"))
    }


@pytest.mark.parametrize("name", ["fiktif", "shipped", "second"])
@pytest.mark.parametrize("start", ["index.html", "en/index.html"])
def test_every_page_is_reached(name: str, start: str, request: pytest.FixtureRequest) -> None:
    """From the home page in either language links lead to every page of both languages."""
    site: Path = request.getfixturevalue(name)

    assert to_be_reached(site) - reached(site, start) == set()


@pytest.mark.parametrize("language", ["", "en/"])
def test_one_language_is_whole(shipped: Path, language: str) -> None:
    """Every page of a language is linked from a page of that language, not through the other one alone."""
    pages = {page for page in to_be_reached(shipped) if page.startswith("en/") == bool(language)}
    linked = {
        normpath(join(dirname(page), href))
        for page in pages
        for href in Links((shipped / page).read_text("utf-8")).found
        if normpath(join(dirname(page), href)) != page
    }

    assert pages - linked - {f"{language}index.html"} == set()

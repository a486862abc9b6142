"""`pages/NAME.LANGUAGE.md`: the topic's own pages, texts by name and language; their words for readers stand at the top.

---
menu: History                          (what navigation calls it; else its title)
lead: How it began, and what came of it.
---
# A short history                      (its title; `title:` above does as well)

The lake treaty was signed.[](entry:2001-06-15-treaty)
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from site_src.model import Issue, Words
from site_src.topic.front import FENCED, line_of_key, read_keys
from site_src.topic.settings import line_of
from site_src.topic.site import FILE
from site_src.topic.tables import read_text, text_again
from site_src.topic.wrong import Wrong, issue

KEYS = ("title", "menu", "lead")
RESERVED = (
    "404",
    "charts",
    "claims",
    "corrections",
    "disagreements",
    "index",
    "method",
    "quality",
    "reported",
    "search",
    "timeline",
)
"""Names of pages that the program makes alone. Those that a text of the topic's opens are not among them."""
SHARED = ("about", "glossary", "sources")
"""Pages that are there on every site: a text of that name opens them."""
_NAME = re.compile(r"(?P<name>[a-z0-9][a-z0-9-]*)\.(?P<language>[a-z]{2,3})\.md")
_HEADING = re.compile(r"\s*# (?P<title>[^\n]*)\n?")


@dataclass(frozen=True, slots=True)
class OwnText:
    """A page of the topic's own in one language."""

    title: str
    """Empty if the text names none."""
    menu: str
    lead: str
    body: str
    """Markdown, without front matter and heading."""
    line: int
    """The line of its file on which the body begins."""


def read_own(text: str) -> OwnText:
    """Part a page's text into its words for readers and its body. Raises Wrong if its front matter cannot be read."""
    fenced = FENCED.match(text)
    keys = _words(fenced["inside"]) if fenced else {}
    start = fenced.end() if fenced else 0
    heading = _HEADING.match(text, start)
    start = heading.end() if heading else start
    title = keys.get("title") or (heading["title"].strip() if heading else "")
    return OwnText(title, keys.get("menu") or title, keys.get("lead", ""), text[start:], text.count("\n", 0, start) + 1)


def read_pages(folder: Path) -> tuple[Mapping[str, Words], tuple[Issue, ...]]:
    """Read the pages; one of another name, or with front matter that cannot be read, is an Issue."""
    pages: dict[str, dict[str, str]] = {}
    issues: list[Issue] = []
    for file in sorted((folder / "pages").glob("*")):
        path = f"{folder.absolute().name}/pages/{file.name}"
        if file.name.startswith("."):
            continue
        match = _NAME.fullmatch(file.name)
        if not match or match["name"] in RESERVED:
            expected = f"a name of its own, not that of a page of every site ({', '.join(RESERVED)})"
            message = f"found {file.name!r}, expected {expected if match else 'a name like about.id.md'}"
            issues.append(Issue(path, 0, "topic.page-name", message, "the page is left out", "error"))
            continue
        text, problems = read_text(file, path)
        issues += problems
        try:
            read_own(text)
        except Wrong as wrong:
            issues.append(issue(path, line_of_key(text, wrong.where), wrong, "the page is left out"))
            continue
        if text:
            pages.setdefault(match["name"], {})[match["language"]] = text
    return pages, tuple(issues)


def placed(folder: Path, named: tuple[str, ...], pages: Collection[str]) -> tuple[tuple[str, ...], tuple[Issue, ...]]:
    """Check the pages that `site.toml` puts into the main navigation; an unknown one is left out of it."""
    known = sorted({*pages, *SHARED})
    text = text_again(folder / FILE)
    wrongs = [Wrong("main", name, "the name of a page of pages/", known, "unknown-id") for name in named]
    return tuple(name for name in named if name in known), tuple(
        issue(f"{folder.absolute().name}/{FILE}", line_of(text, "pages", "main"), wrong, "it is left out of its table")
        for name, wrong in zip(named, wrongs, strict=True)
        if name not in known
    )


def _words(inside: str) -> dict[str, str]:
    keys = read_keys(inside, KEYS)
    for key, value in keys.items():
        if not isinstance(value, str):
            raise Wrong(key, str(value)[:40], "text")
    return {key: " ".join(value.split()) for key, value in keys.items()}

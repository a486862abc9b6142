"""Markdown of a topic as clean HTML, with links that name what lasts: an entry, a country, a page.

    founded in [June](entry:2001-06-15-founding)      words that lead to an entry
    It was founded.[](entry:2001-06-15-founding)      a sentence's evidence: a small number, listed below the page
    ask [](person:mira-tandel)                        no words: it takes the name

An address that nothing answers to loses its link; its words stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

TAGS = {
    "a",
    "abbr",
    "b",
    "blockquote",
    "br",
    "cite",
    "code",
    "dd",
    "del",
    "dl",
    "dt",
    "em",
    "h2",
    "h3",
    "h4",
    "hr",
    "i",
    "ins",
    "kbd",
    "li",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
}
"""What Markdown may become. No pictures: they would ask somebody."""
ATTRIBUTES = {"a": {"href", "title", "hreflang"}, "h2": {"id"}, "h3": {"id"}, "*": {"lang"}}
CLASSES = {"a": {"cited"}, "span": {"hush"}}
WEB = ("http", "https", "mailto")
_GAPS = {"softbreak": " ", "hardbreak": " "}
_NAMED = re.compile(r"(?P<sort>[a-z][a-z0-9+.-]*):(?P<id>.*)", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OwnLink:
    """A link that names something by its sort and id."""

    sort: str
    id: str
    words: str
    """What stands there; empty where the name is to be filled in."""
    line: int
    """1-based, counted from the first line of the text."""


@dataclass(frozen=True, slots=True)
class Followed:
    """Where such a link leads."""

    href: str
    name: str
    """What it is called: the words of a link without any."""
    cited: str = ""
    """Its number in the page's list of entries, for a link without words; empty: the name stands there."""


Follow = Callable[[OwnLink], Followed | None]


def lost(_link: OwnLink) -> None:
    """Follow no link: all become plain words."""


def links(text: str) -> tuple[OwnLink, ...]:
    """List the links of a text that name something, in their order."""
    return tuple(link for token in _parsed(text) if token.type == "inline" for _, link in _found(token))


def headings(text: str) -> tuple[tuple[str, str], ...]:
    """List the third-level headings of a text with their anchors: the terms of a glossary."""
    found = _anchored(_parsed(text))
    return tuple((anchor, words) for token, anchor, words in found if token.tag == "h3")


def paragraphs(text: str) -> tuple[str, ...]:
    """List the words of a text without their marks: of a paragraph, a heading or a cell each."""
    blocks = (token.children or () for token in _parsed(text) if token.type == "inline")
    words = (
        "".join(part.content if part.type in ("text", "code_inline") else _GAPS.get(part.type, "") for part in parts)
        for parts in blocks
    )
    return tuple(found for one in words if (found := " ".join(one.split())))


def render_markdown(text: str, follow: Follow = lost) -> str:
    """Turn Markdown into HTML that is safe to place into a page."""
    import nh3

    if not text.strip():
        return ""
    tokens = _parsed(text)
    anchors = set()
    for token, anchor, _ in _anchored(tokens):
        token.attrSet("id", anchor)
        anchors.add(anchor)
    for token in tokens:
        if token.type == "inline":
            _follow(token, follow)
        elif token.tag == "h1":
            token.tag = "h2"
    html = _machine().renderer.render(tokens, _machine().options, {})

    def kept(tag: str, name: str, value: str) -> str | None:
        return value if name != "id" or value in anchors else None

    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        allowed_classes=CLASSES,
        attribute_filter=kept,
        link_rel="noopener",
    )


@lru_cache(maxsize=1)
def _machine() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"typographer": True}).enable(["table", "smartquotes"])


def _parsed(text: str) -> list[Token]:
    return _machine().parse(text)


def _found(inline: Token) -> Iterator[tuple[int, OwnLink]]:
    """Give the links of a run of words that name something, each with its place among the run's parts."""
    parts = inline.children or []
    line = (inline.map or [0])[0] + 1
    for place, token in enumerate(parts):
        if token.type in ("softbreak", "hardbreak"):
            line += 1
        named = _NAMED.fullmatch(unquote(str(token.attrGet("href")))) if token.type == "link_open" else None
        if named and named["sort"].lower() not in WEB:
            words = "".join(part.content for part in parts[place : _end(parts, place)])
            yield place, OwnLink(named["sort"].lower(), named["id"], words.strip(), line)


def _end(parts: list[Token], start: int) -> int:
    """Find where a link ends: links do not stand inside one another."""
    return next(place for place in range(start, len(parts)) if parts[place].type == "link_close")


def _follow(inline: Token, follow: Follow) -> None:
    """Put the addresses of a run of words into its links, or take the links out."""
    from markdown_it.token import Token

    parts = list(inline.children or [])
    for place, link in reversed(list(_found(inline))):
        end = _end(parts, place)
        target = follow(link)
        if target is None:
            parts[place : end + 1] = parts[place + 1 : end]
        elif link.words:
            parts[place].attrs = {"href": target.href}
        else:
            parts[place : end + 1] = [Token("html_inline", "", 0, content=_filled(target))]
    inline.children = parts


def _filled(target: Followed) -> str:
    """Write the link of what had no words: its number for a source, else its name."""
    href, name = escape(target.href), escape(target.name)
    if not target.cited:
        return f'<a href="{href}">{name}</a>'
    # The brackets are for those who hear or copy the page.
    number = f'<span class="hush">[</span>{escape(target.cited)}<span class="hush">]</span>'
    return f'<a class="cited" href="{href}" title="{name}">{number}</a>'


def _anchored(tokens: list[Token]) -> Iterator[tuple[Token, str, str]]:
    """Give the headings of the second and third level with an anchor of their own and their words."""
    taken: set[str] = set()
    for token, inside in pairwise(tokens):
        if token.type != "heading_open" or token.tag not in ("h2", "h3"):
            continue
        words = "".join(part.content for part in inside.children or [] if part.type in ("text", "code_inline"))
        slug = re.sub(r"\W+", "-", words.casefold()).strip("-") or "section"
        anchor = next(name for name in _numbered(f"s-{slug}") if name not in taken)
        taken.add(anchor)
        yield token, anchor, " ".join(words.split())


def _numbered(name: str) -> Iterator[str]:
    """Give a name, then the same with 2, 3 and so on."""
    yield name
    for number in range(2, 1000):
        yield f"{name}-{number}"

"""HTML pages: their words as one folded text, the blocks that are the article, and what the page says of itself.

"<p>Caf&eacute;</p><nav>Home</nav>"  ->  source "Café Home", one block "Café"
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from lxml import etree, html  # type: ignore[import-untyped]

from site_src.corpus.decoding import Decoded
from site_src.corpus.front_matter import check
from site_src.corpus.raw import raw_text
from site_src.corpus.reading import Reading, Source, Span
from site_src.model import Issue

DROPPED = frozenset(("head", "script", "style", "template", "noscript"))
INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
PROSE = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "figcaption", "dd", "dt"))
EARLIEST, LATEST = "1990-01-01", "2099-12-31"
"""Bounds for dates in metadata; fixed, since the libraries' own bound is today."""
SHARE = 0.6
"""Blocks that hold less than this share of what the extractor keeps are not trusted."""

SHORT = 30
"""Letters: fewer may stand inside another block by chance."""

Element = Any  # lxml is untyped


@dataclass(frozen=True, slots=True)
class Block:
    """The words directly inside one element, in the folded text."""

    start: int
    end: int
    tag: str


def read_page(source: Source, decoded: Decoded) -> Reading:
    """Read a `.html` file."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = html.document_fromstring(decoded.text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        return Reading(issues=(Issue(source.path, 0, "corpus.page", f"no HTML: {error}", "skipped", "error"),))
    text, blocks = fold(tree)
    if not text:
        deep = any("depth" in error.message for error in parser.error_log)
        message = "the page nests too deep to be read" if deep else "the page holds no words"
        return Reading(issues=(Issue(source.path, 0, "corpus.empty", message, "skipped", "error"),))
    front, issues = check(_about(tree), source.path, {}, 0)
    return Reading((raw_text(source, "html", text, _article(tree, text, blocks), front),), issues)


# --- The words ------------------------------------------------------------------------------------------------------


def fold(tree: Element) -> tuple[str, tuple[Block, ...]]:
    """Give the text of a page with its tags removed and white space folded, and its blocks.

    An inline tag leaves no gap ("<b>S</b>hanghai"), any other tag does. Walks without recursion: pages nest deep.
    """
    words = _Folded()
    skipping: Element = None
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if skipping is not None:
            if event == "end" and element is skipping:
                skipping = None
                words.add(element.tail)
            continue
        block = element.tag not in INLINE
        if event == "start":
            if element.tag in DROPPED:
                skipping = element
                words.gap(element.tag)
                continue
            if block:
                words.gap(element.tag)
            words.add(element.text)
        else:
            if block:
                words.gap(_around(element))
            words.add(element.tail)
    return words.text, words.blocks


def _around(element: Element) -> str:
    """Name the element that an ended one stood in; after a line break its text goes on in the same kind."""
    parent = element.getparent()
    return str(parent.tag) if parent is not None else ""


class _Folded:
    """The text so far, cut into blocks at every gap."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._open: list[str] = []
        self._tag = ""
        self._blocks: list[Block] = []

    def add(self, text: str | None) -> None:
        if text:
            self._open.append(text)

    def gap(self, tag: str) -> None:
        """End the block at hand and begin one of another element."""
        words = " ".join("".join(self._open).split())
        self._open.clear()
        if words:
            start = self._length + bool(self._length)
            self._pieces.append(words)
            self._length = start + len(words)
            self._blocks.append(Block(start, self._length, self._tag))
        self._tag = tag

    @property
    def text(self) -> str:
        self.gap("")
        return " ".join(self._pieces)

    @property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(self._blocks)


# --- The article ----------------------------------------------------------------------------------------------------


def _article(tree: Element, text: str, blocks: tuple[Block, ...]) -> tuple[Span, ...]:
    """Keep the blocks that the extractor keeps, and the first heading; its own view where they hold too little."""
    kept = _extracted(tree)
    whole, lines = _squeezed(kept), {_squeezed(line) for line in kept.splitlines()}
    chosen = [each for each in blocks if _is_kept(_squeezed(text[each.start : each.end]), whole, lines)]
    if sum(each.end - each.start for each in chosen) < len(kept) * SHARE or not chosen:
        chosen = [each for each in blocks if each.tag in PROSE] or list(blocks)
    title = next((each for each in blocks if each.tag == "h1"), None)
    if title and title not in chosen:
        chosen = [title, *(each for each in chosen if each.start > title.start)]
    return tuple((each.start, each.end) for each in chosen)


def _is_kept(words: str, whole: str, lines: set[str]) -> bool:
    """Tell whether a block is among the extractor's words; a short one must be a line of theirs ("Home" is in many)."""
    return words in lines or (len(words) >= SHORT and words in whole)


def _extracted(tree: Element) -> str:
    """Ask trafilatura which words are the article; it fails on some broken pages, and then nothing is known."""
    from trafilatura import extract  # slow to load, and only pages need it

    try:
        found = extract(tree, include_comments=False, include_tables=False, favor_recall=True, with_metadata=False)
    except Exception:  # noqa: BLE001  any library fault: an article must not stop a build, and the blocks stand without it
        return ""
    return found or ""


def _squeezed(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


# --- What the page says of itself -----------------------------------------------------------------------------------


def _about(tree: Element) -> dict[str, object]:
    """Give title, outlet, date, authors, address and language as a page's metadata have them."""
    from trafilatura.metadata import extract_metadata

    dates = {"original_date": True, "extensive_search": False, "min_date": EARLIEST, "max_date": LATEST}
    try:
        found = extract_metadata(tree, date_config=dates, extensive=False)
    except Exception:  # noqa: BLE001  as above: metadata are a gift, not a condition
        return {}
    authors = [name.strip() for name in (found.author or "").split(";") if name.strip()]
    language = (tree.get("lang") or "").split("-")[0].lower()
    given = {
        "title": found.title,
        "outlet": found.sitename or _publisher(tree),
        "published": found.date,
        "url": found.url,
        "authors": authors,
        "lang": language,
    }
    return {key: value for key, value in given.items() if value}


def _publisher(tree: Element) -> str:
    """Give the publisher's name of a page's linked data (schema.org), or nothing."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            told = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for thing in told if isinstance(told, list) else [told]:
            publisher = thing.get("publisher") if isinstance(thing, dict) else None
            name = publisher.get("name") if isinstance(publisher, dict) else None
            if isinstance(name, str) and name.strip():
                return name
    return ""

"""A tree of HTML -> its words as one folded text, and the blocks that they stand in.

"<p>Caf&eacute; <b>O</b>ne</p><p>Two</p>"  ->  "Café One Two", blocks "Café One" and "Two"
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lxml import etree, html  # type: ignore[import-untyped]

DROPPED = frozenset(("head", "script", "style", "template", "noscript"))
INLINE = frozenset([
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
])  # fmt: skip

Element = Any  # lxml is untyped


class NoPage(ValueError):
    """There is nothing in it that can be read as HTML; the message says why."""


@dataclass(frozen=True, slots=True)
class Block:
    """The words directly inside one element, in the folded text."""

    start: int
    end: int
    tag: str


def parsed(text: str) -> Element:
    """Parse a page or a piece of one.

    Raises `NoPage`.
    """
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise NoPage(f"no HTML: {error}") from None
    if any("depth" in error.message for error in parser.error_log) and not tree.text_content().strip():
        raise NoPage("the page nests too deep to be read")
    return tree


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


def line(element: Element) -> str:
    """Give an element's own words as one line."""
    alone = deepcopy(element)
    alone.tail = None
    return fold(alone)[0]


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

"""Markdown: front matter, then paragraphs, headings, list items and quotes; code, tables and raw HTML are no prose.

"# Title\\n\\n- one\\n- two\\n"  ->  blocks "Title", "one", "two"
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from site_src.corpus.decoding import Decoded
from site_src.corpus.front_matter import split
from site_src.corpus.raw import raw_text
from site_src.corpus.reading import Reading, Source, Span, trimmed

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

LINE = r"(?: *[^\S \r\n]| {4}| *(?:[#>*+\-=`~<\[_:]|\d{1,9}[.)](?:\s|$)))"
STRUCTURED_FIRST, STRUCTURED_NEXT = re.compile(rf"\A{LINE}", re.MULTILINE), re.compile(rf"\n{LINE}", re.MULTILINE)
"""A line that may be more than a paragraph. Most articles have none, and need no parser."""
STRUCTURE = re.compile(r"\||\0|\t|\r(?!\n)")
"""The same, anywhere in a line. Each alternative begins with its sign, so that the search skips all others."""
PARAGRAPH = re.compile(r"(?:[^\S\n]*\S[^\n]*(?:\n|\Z))+")
LINE_END = re.compile(r"\r\n?|\n")
CLOSING_MARKS = re.compile(r"(?<![ \t])[ \t]+#+$")


def read_markdown(source: Source, decoded: Decoded) -> Reading:
    """Read a `.md` file; offsets count in the whole file, the front matter included."""
    front, body, issues = split(decoded.text, source.path)
    return Reading((raw_text(source, "markdown", decoded.text, blocks(decoded.text, body), front),), issues)


def blocks(text: str, start: int) -> tuple[Span, ...]:
    """Give the spans of the prose from `start` on, without the marks before it (`#`, `-`, `>`, `1.`)."""
    if _may_have_structure(text, start):
        return _parsed(text, start)
    return tuple(trimmed(text, *found.span()) for found in PARAGRAPH.finditer(text, start))


def _may_have_structure(text: str, start: int) -> bool:
    """Tell whether a text may hold more than paragraphs."""
    if not start and STRUCTURED_FIRST.match(text):
        return True
    before = start - 1 if start and text[start - 1] == "\n" else start
    return bool(STRUCTURED_NEXT.search(text, before) or STRUCTURE.search(text, start))


def _parsed(text: str, start: int) -> tuple[Span, ...]:
    """Give the spans of the prose by the marks of its blocks."""
    starts = [start, *(found.end() for found in LINE_END.finditer(text, start))]
    found: list[Span] = []
    table = 0
    for token in _parser().parse(text[start:]):
        table += {"table_open": 1, "table_close": -1}.get(token.type, 0)
        if token.type == "inline" and token.map and token.content.strip() and not table:
            first, last = token.map
            end = starts[last] if last < len(starts) else len(text)
            found.append(_prose(text, starts[first], end, token.content))
    return tuple(span for span in found if span[0] < span[1])


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    """Make the parser. Block structure is all that is needed: without the inline rules a page takes a fifth of the time."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": 100}).enable("table")
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


def _prose(text: str, start: int, end: int, content: str) -> Span:
    """Find where the words begin behind their marks; a heading's underline and closing marks stay outside."""
    words = content.strip().splitlines()
    first = text.find(words[0].strip(), start, end)
    if first < 0:
        return trimmed(text, start, end)
    last = text.rfind(words[-1].strip(), first, end)
    return trimmed(text, first, last + len(words[-1].strip()) if last >= first else end)

"""Plain text: a line is a paragraph, unless the lines are wrapped by hand.

"Title\\n\\nFirst paragraph.\\nSecond paragraph."  ->  three blocks
"""

from __future__ import annotations

import re

from site_src.corpus.decoding import Decoded
from site_src.corpus.raw import raw_text
from site_src.corpus.reading import Reading, Source, Span, lines
from site_src.model import FrontMatter

BLANK = re.compile(r"(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)")
CLOSED = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
FEWEST = 3
"""Lines inside paragraphs: fewer show no habit."""
LONGEST = 120
"""Characters: nobody wraps wider than this."""


def read_plain(source: Source, decoded: Decoded) -> Reading:
    """Read a `.txt` file: raw, without front matter, line ends untouched."""
    text = decoded.text
    return Reading((raw_text(source, "text", text, blocks(text), FrontMatter()),))


def blocks(text: str) -> tuple[Span, ...]:
    """Give the span of every paragraph."""
    groups = _groups(text)
    if _wrapped(text, groups):
        return tuple((group[0][0], group[-1][1]) for group in groups)
    return tuple(line for group in groups for line in group)


def _groups(text: str) -> list[list[Span]]:
    """Put together the lines between two blank ones."""
    groups: list[list[Span]] = []
    last = 0
    for line in lines(text):
        if not groups or BLANK.search(text, last, line[0]):
            groups.append([])
        groups[-1].append(line)
        last = line[1]
    return groups


def _wrapped(text: str, groups: list[list[Span]]) -> bool:
    """Tell hand-wrapped text by its inner lines: of like length, most of them not ending a sentence."""
    inner = [text[start:end] for group in groups for start, end in group[:-1]]
    if len(inner) < FEWEST:
        return False
    longest = max(map(len, inner))
    full = sum(len(line) > longest * 0.7 for line in inner)
    closed = sum(bool(CLOSED.search(line)) for line in inner)
    return 40 <= longest <= LONGEST and full >= len(inner) * 0.75 and closed <= len(inner) * 0.35

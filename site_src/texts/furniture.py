"""Whole lines that are the page's: "Baca juga", "loading...", key words, an outlet's own boxes; and an outlet's trims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from site_src.texts.draft import Draft, Line, is_ended, is_headline_like
from site_src.texts.headers import is_byline, is_clock
from site_src.texts.numbering import NUMBER
from site_src.texts.words import NOTHING, PageFurniture, Words
from site_src.topic import regular

SCRAP_WORDS = 3
"""A line of no more words that begins small and does not end like a sentence is a scrap of the page's script."""
LONGEST = 160
"""Characters: a longer line that ends like a sentence is the article, whatever word it begins with."""

OWN = regular.LONGEST
"""Characters that a topic's expressions see: a line as long as that, and as much of both ends of a longer one. What is
quick there, and for that they are held to it when they are read, would never end on a line of a million spaces."""


def drop_furniture(draft: Draft, words: Words) -> Draft:
    """Take whole furniture lines out, and the one line that a label announces ("Baca juga" and a title below it)."""
    own = words.of_outlet.get(draft.outlet)
    lines: list[Line] = []
    labelled = False
    body, saved = draft.body, draft.raw.media == "html"
    for line in draft.lines:
        text = draft.words(line)
        # "By A. Name | 3 July 2024 05:05" is a byline, but also the page's only date line.
        clock = line.start < body and (is_clock(text, words, before=True) or (saved and is_byline(text, words)))
        if not line.rule and not clock and (rule := _rule(text, words, own, labelled=labelled)):
            line = replace(line, rule=rule)  # noqa: PLW2901  the line as judged
        labelled = line.rule == "page-line" and bool(words.labels.fullmatch(text))
        lines.append(line)
    return replace(draft, lines=tuple(lines))


def _rule(text: str, words: Words, own: PageFurniture | None, *, labelled: bool) -> str:
    text = _whole(text)
    if own and len(text) <= OWN and own.lines.fullmatch(text):
        return "outlet-line"
    if len(text) <= LONGEST and words.furniture.lines.fullmatch(text):
        return "page-line"
    if not any(map(str.isalnum, text)):
        return "ornament"
    if text[:1].islower() and text.count(" ") < SCRAP_WORDS and (not is_ended(text) or text.endswith(("...", "…"))):
        return "scrap"
    return "labelled" if labelled and is_headline_like(text) and not NUMBER.match(text) else ""


def _whole(text: str) -> str:
    """Give a line that was wrapped by hand without its breaks, letter by letter: `.` stands for any letter of it."""
    return text.replace("\n", " ")


def trim(draft: Draft, words: Words) -> Draft:
    """Cut what an outlet (or any, by the topic's table) puts before or behind the words of a line."""
    trimmed = _trim(draft, words.furniture)
    own = words.of_outlet.get(draft.outlet)
    return _trim(trimmed, own) if own else trimmed


def _trim(draft: Draft, furniture: PageFurniture) -> Draft:
    if furniture.starts is NOTHING and furniture.ends is NOTHING:
        return draft
    return draft.each(lambda line: _trimmed(draft, line, furniture))


def _trimmed(draft: Draft, line: Line, furniture: PageFurniture) -> Iterator[Line]:
    text = _whole(draft.words(line))
    found = furniture.starts.match(text[:OWN])
    if found and found.end() and (found.end() < OWN or len(text) <= OWN):
        first, *rest = draft.cut_start(line, found.end(), "trim")
        yield first
    else:
        rest = [line]
    for piece in rest:
        words = _whole(draft.words(piece))
        found = furniture.ends.search(words, max(0, len(words) - OWN))
        if found and found.start() < found.end():
            yield from draft.cut_end(piece, found.end() - found.start(), "trim")
        else:
            yield piece

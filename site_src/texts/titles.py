"""The title: front matter's, else the first line that looks like one; its repetitions are furniture."""

from __future__ import annotations

import re
from dataclasses import replace

from site_src.texts.draft import Draft, Line, fingerprint, is_headline_like
from site_src.texts.words import Words

LONGEST = 200
LONGEST_WORDS = 25
SITE = re.compile(r"(?<!\s)\s+[-–—|]\s+.{1,100}$")


def find_title(draft: Draft, words: Words) -> Draft:
    """Find the title, mark its line as a headline, and take its repetitions out."""
    title = draft.raw.front.title
    line = next((line for line in draft.kept if _begins(draft, line, title)), None) if title else _first(draft)
    title = title or (draft.words(line) if line else "")
    if not title:
        return draft
    judged = draft.each(lambda each: (_judged(draft, each, line, title),))
    return replace(judged, title=" ".join(title.split()))


def _first(draft: Draft) -> Line | None:
    """Give the first line before the body that can be a title."""
    body = draft.body
    lines = (line for line in draft.kept if line.start < body and not line.role)
    return next((line for line in lines if _may_be_title(draft.words(line))), None)


def _may_be_title(text: str) -> bool:
    asks = text.endswith(("?", "!", "”", '"')) and not re.search(r"[.!?]\s", text[:-1])
    return (
        len(text) <= LONGEST
        and 1 < len(text.split()) <= LONGEST_WORDS
        and (asks or is_headline_like(text, LONGEST_WORDS))
    )


def _begins(draft: Draft, line: Line, title: str) -> bool:
    """Tell whether a line is the title, a site's name behind it or not."""
    text = draft.words(line)
    if len(text) > len(title) + 110:
        return False
    wanted, told = fingerprint(title), fingerprint(text)
    # Only a line that begins with the title can be it.
    return told.startswith(wanted) and (
        told == wanted or fingerprint(SITE.sub("", text)) == wanted or bool(SITE.match(text, len(title)))
    )


def _judged(draft: Draft, line: Line, own: Line | None, title: str) -> Line:
    if line == own:
        return replace(line, role="headline")
    return replace(line, rule="title") if _begins(draft, line, title) else line

"""Captions of pictures: their dates count, their credits do not.

"The two chairs at the summit (Photo: Agency)"  ->  caption "The two chairs at the summit", furniture "(Photo: Agency)"
"""

from __future__ import annotations

import re

from site_src.texts.datelines import DATELINE, DOMAIN
from site_src.texts.draft import Draft, Line, is_running
from site_src.texts.words import Words

CREDIT = re.compile(rf"[(\[](?:[^\W\d_a-z][^()\[\]]{{1,60}}|{DOMAIN.pattern})[)\]]$")
"""A bracket with a name or a domain at a line's end."""
DASHES = ("-", "–", "—")
SHORTEST = 4
"""Words: below, a caption says nothing."""


def mark_captions(draft: Draft, words: Words) -> Draft:
    """Cut credits, and mark lines that had one as captions.

    A bare name or domain in brackets is a credit only above the dateline; below, it may be anything.
    """
    above = _dateline(draft)

    def cut(line: Line) -> tuple[Line, ...]:
        text = draft.words(line)
        found = words.credits.search(text) or (CREDIT.search(text) if line.start < above else None)
        if line.role == "header" or not found or (DOMAIN.search(found[0]) and line.start >= above and is_running(text)):
            return (line,)
        rest = text[: found.start()].split()
        if len(rest) < SHORTEST:
            return (Line(line.start, line.end, rule="caption"),)
        return draft.cut_end(line, len(found[0]), "credit", "caption")

    return draft.each(cut)


def _dateline(draft: Draft) -> int:
    """Give the place of the first line with a dateline among the first paragraphs; 0 if there is none.

    An outlet's name that was trimmed off its line stood where a dateline stands.
    """
    trimmed = {line.end for line in draft.lines if line.rule == "trim" and draft.words(line).endswith(DASHES)}
    running = [line for line in draft.kept if is_running(draft.words(line))][:4]
    return next((line.start for line in running if _has_dateline(draft, line, trimmed)), 0)


def _has_dateline(draft: Draft, line: Line, trimmed: set[int]) -> bool:
    before = draft.raw.source[: line.start].rstrip(" \t\xa0")
    return len(before) in trimmed or bool(DATELINE.match(draft.words(line)))

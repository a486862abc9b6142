"""Who wrote it, in brackets behind the last words: "(dam)", "(Example.com, A. Writer)", "(ant/xyz)", "(*)"."""

from __future__ import annotations

import re
from dataclasses import replace

from site_src.texts.datelines import DOMAIN
from site_src.texts.draft import Draft, Line
from site_src.texts.words import Words

BRACKET = re.compile(r"(?:^|(?<=[.!?…”\"’»])\s*)[(\[](?P<inside>[^()\[\]]{1,80})[)\]]\s*[.*]*$")
INITIALS = re.compile(r"(?:[a-z]{1,4}|[A-Z]{2,4})(?:\s?[/\-.,]\s?[\w]{1,8}){0,4}|[*\s]+")
NAME = re.compile(r"[^\W\d_a-z][\w.'’-]*(?:[ /,]+[^\W\d_a-z][\w.'’-]*){0,4}")
LAST = 3


def cut_signatures(draft: Draft, words: Words) -> Draft:
    """Cut a signature off the last lines; a line that is nothing else goes whole.

    Brackets that hold a sentence or a figure are the article's own.
    """
    tail = draft.kept[-LAST:]

    def cut(line: Line) -> tuple[Line, ...]:
        text = draft.words(line)
        found = BRACKET.search(text) if line in tail else None
        if not found or not _signs(found["inside"], words):
            return (line,)
        if not found.start():
            return (replace(line, rule="signature"),)
        return draft.cut_end(line, len(text) - found.start(), "signature")

    return draft.each(cut)


def _signs(inside: str, words: Words) -> bool:
    named = bool(DOMAIN.search(inside) or words.named.search(inside)) and len(inside.split()) <= 8
    return named or bool(INITIALS.fullmatch(inside) or NAME.fullmatch(inside))

"""The page's head: its clock, its rubric, its trail of links. A clock is kept, but only as a candidate for the date."""

from __future__ import annotations

import re
from dataclasses import replace

from site_src.texts.draft import Draft, Line, is_headline_like
from site_src.texts.words import Words

TOKEN = re.compile(r"[^\W\d_]+(?:['’`‘][^\W\d_]+)?|\d+")
DIGIT = re.compile(r"\d")
CLOCK = re.compile(r"\b\d{1,2}[.:]\d{2}\b|\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b")
TRAIL = re.compile(r"[^>/»|›]{2,40}(?:\s+[>/»|›]\s+[^>/»|›]{2,60}){2,}")
HOLDS_DATE = re.compile(
    r"\d{1,2}\s+(?P<month>[^\W\d_]{3,})\.?,?\s+\d{4}|(?P<first>[^\W\d_]{3,})\.?\s+\d{1,2},\s+\d{4}|\d{1,2}/\d{1,2}/\d{4}"
)
BYLINE_WORDS = 12
LONGEST = 20
"""Words: two dates with their weekdays and clocks, of publication and of the last change."""
LONGEST_LINE = 160
LONGEST_TRAIL = 400
"""Characters of a line in which a trail ("News > World > Asia") or a byline is looked for."""
TAIL = 3


def mark_headers(draft: Draft, words: Words) -> Draft:
    """Mark clock lines as headers, and take rubrics and trails before the body out."""
    body = draft.body
    first = next((line for line in draft.kept if _may_be_title(draft, line, words)), None)

    def judge(line: Line) -> tuple[Line, ...]:
        text = draft.words(line)
        # Only a saved page has its title in its head, so that a line below it is none.
        below_title = draft.raw.media == "html" and first is not None and first.start < line.start < body
        if is_clock(text, words, before=line.start < body) or (below_title and is_byline(text, words)):
            return (replace(line, role="header"),)
        if line.start >= body or line.role:
            return (line,)
        if len(text) <= LONGEST_TRAIL and TRAIL.fullmatch(text) and is_headline_like(text):
            return (replace(line, rule="trail"),)
        return (replace(line, rule="rubric"),) if len(text.split()) == 1 and first and line != first else (line,)

    return draft.each(judge)


def _may_be_title(draft: Draft, line: Line, words: Words) -> bool:
    text = draft.words(line)
    return len(text.split()) > 1 and not is_clock(text, words, before=True)


def is_byline(text: str, words: Words) -> bool:
    """Tell a short line with a whole date among other words: "A. Name - The Example, 1 July 2024"."""
    found = HOLDS_DATE.search(text) if len(text) <= LONGEST_TRAIL else None
    month = (found["month"] or found["first"] or "") if found else ""
    return found is not None and is_headline_like(text, BYLINE_WORDS) and (not month or month.lower() in words.clock)


def is_clock(text: str, words: Words, *, before: bool) -> bool:
    """Tell a line that only says when: weekday, date, clock; before the body a name may stand in front of these."""
    if len(text) > LONGEST_LINE or not DIGIT.search(text):
        return False
    first = TOKEN.search(text.lower())
    if not before and first and not (first[0].isdigit() or first[0] in words.clock):
        return False  # in the body a clock says nothing else
    tokens = TOKEN.findall(text.lower())
    if not tokens or len(tokens) > LONGEST or not any(token.isdigit() for token in tokens):
        return False
    told = [token.isdigit() or token in words.clock for token in tokens]
    if all(told) and (len(tokens) > 1 or len(tokens[0]) > 2):
        return bool(CLOCK.search(text)) or any(not token.isdigit() for token in tokens)
    return before and is_headline_like(text) and bool(CLOCK.search(text)) and all(told[-TAIL:]) and len(told) > TAIL

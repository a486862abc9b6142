"""What hangs below the last sentence: key words, names of other boxes, the reporter's name."""

from __future__ import annotations

from dataclasses import replace

from site_src.texts.draft import HEADLINE_WORDS, Draft, Line, is_running
from site_src.texts.words import Words


def drop_tail(draft: Draft, words: Words) -> Draft:
    """Take short lines behind the last running paragraph out; Markdown was written by hand and has no such tail."""
    running = [line for line in draft.kept if is_running(draft.words(line)) or _long(draft.words(line))]
    if not running or draft.raw.media == "markdown":
        return draft
    end = running[-1].end

    def judge(line: Line) -> tuple[Line, ...]:
        scrap = line.start >= end and not line.role and not draft.words(line).endswith((".", "!", "?", "”", '"'))
        return (replace(line, rule="tail"),) if scrap else (line,)

    return draft.each(judge)


def _long(text: str) -> bool:
    return len(text.split()) > HEADLINE_WORDS

"""What a page says twice: paragraphs repeated by a scraper, and teasers that the body tells again in full."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from site_src.texts.draft import Draft, Line, fingerprint, is_ended
from site_src.texts.words import Words

TEASER_WORDS = 8
BELOW = 6
"""Lines: a teaser stands this close above the paragraph that tells it in full."""


def drop_repeats(draft: Draft, words: Words) -> Draft:
    """Keep the first of several lines with the same words, and the whole paragraph rather than its beginning."""
    prints = {line: fingerprint(draft.words(line)) for line in draft.kept}
    below = dict(zip(prints, _following(list(prints.values())), strict=True))
    first: dict[str, Line] = {}
    for line, print_ in prints.items():
        first.setdefault(print_, line)

    def judge(line: Line) -> tuple[Line, ...]:
        print_ = prints[line]
        if first[print_] is not line and " " in print_:
            return (replace(line, rule="repeat"),)
        teaser = not is_ended(draft.words(line)) and print_.count(" ") >= TEASER_WORDS - 1 and not line.role
        if teaser and any(print_ in other for other in below[line]):
            return (replace(line, rule="teaser"),)
        return (line,)

    return draft.each(judge)


def _following(prints: list[str]) -> Iterator[list[str]]:
    """Give the few lines below each line."""
    for index in range(len(prints)):
        yield prints[index + 1 : index + 1 + BELOW]

"""What a page says twice: paragraphs repeated by a scraper, and teasers that the body tells again in full."""

from __future__ import annotations

from dataclasses import replace

from site_src.texts.draft import Draft, Line, fingerprint, is_ended
from site_src.texts.words import Words

TEASER_WORDS = 8


def drop_repeats(draft: Draft, words: Words) -> Draft:
    """Keep the first of several lines with the same words, and the whole paragraph rather than its beginning."""
    prints = {line: fingerprint(draft.words(line)) for line in draft.kept}
    first: dict[str, Line] = {}
    for line, print_ in prints.items():
        first.setdefault(print_, line)

    def judge(line: Line) -> tuple[Line, ...]:
        print_ = prints[line]
        if first[print_] != line and " " in print_:
            return (replace(line, rule="repeat"),)
        teaser = not is_ended(draft.words(line)) and print_.count(" ") >= TEASER_WORDS - 1 and not line.role
        if teaser and any(print_ in other for other in prints.values() if len(other) > len(print_)):
            return (replace(line, rule="teaser"),)
        return (line,)

    return draft.each(judge)

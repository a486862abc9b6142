"""Numbers of list headings: "4. Title of the fourth point" keeps its words, and says which page this is.

"1. Point"  ->  furniture "1.", headline "Point", part 1
"""

from __future__ import annotations

import re
from dataclasses import replace

from site_src.texts.draft import Draft, Line, is_headline_like
from site_src.texts.words import Words

NUMBER = re.compile(r"(\d{1,2})[.)]\s?(?=[^\W\d_]|[\"“‘'(])")


def cut_numbers(draft: Draft, words: Words) -> Draft:
    """Cut the numbers of headings and list items, and count the pages by them.

    A list that begins above 1 and goes on upwards began on an earlier page. The countdown of a ranking is no such list.
    """
    numbered = [(line, found) for line in draft.kept if (found := NUMBER.match(draft.words(line)))]
    numbers = [int(found[1]) for _, found in numbered if is_headline_like(found.string[found.end() :])]
    upwards = numbers == sorted(numbers)
    part = draft.raw.front.part or (0 if not numbers or not upwards else 1 if numbers[0] <= 1 else 2)
    return replace(draft.each(lambda line: _cut(draft, line)), part=part)


def _cut(draft: Draft, line: Line) -> tuple[Line, ...]:
    text = draft.words(line)
    found = NUMBER.match(text)
    if not found:
        return (line,)
    heading = is_headline_like(text[found.end() :])
    return draft.cut_start(line, found.end(), "number", "headline" if heading else line.role)

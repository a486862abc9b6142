"""Texts -> the pages of one article, in order: same headline, same outlet, and a numbering that goes on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from site_src.model import Mentions, Text

_WORD = re.compile(r"\w+")
_LEAST_WORDS = 4
"""A headline shorter than this ("Internasional") does not tell an article from another."""

Read = tuple[Text, Mentions]


def join(texts: Sequence[Read]) -> tuple[tuple[Read, ...], ...]:
    """Group pages of one article; a text that belongs to no other stands alone. Order: by the first page's path.

    Pages are joined where one of them says that it is a later one (front matter's `part`, or a list that goes on), and
    exactly one other can be the page before it.
    """
    by_headline: dict[tuple[str, ...], list[Read]] = defaultdict(list)
    alone: list[tuple[Read, ...]] = []
    for read in sorted(texts, key=lambda read: _place(read[0])):
        words = tuple(_WORD.findall(read[0].title.lower()))
        if len(words) >= _LEAST_WORDS:
            by_headline[words].append(read)
        else:
            alone.append((read,))
    groups = [group for reads in by_headline.values() for group in _pages(reads)]
    return tuple(sorted([*alone, *groups], key=lambda group: _place(group[0][0])))


def _place(text: Text) -> tuple[str, int]:
    return text.raw.path, text.raw.line


def _pages(reads: Sequence[Read]) -> list[tuple[Read, ...]]:
    """Give each first page the later pages of the same outlet; copies of a page stay articles of their own."""
    first = [read for read in reads if read[0].part <= 1]
    later = sorted((read for read in reads if read[0].part > 1), key=lambda read: read[0].part)
    groups = [[read] for read in first]
    for read in later:
        fitting = [group for group in groups if _goes_on(group, read)]
        if fitting:
            fitting[0].append(read)
        else:
            groups.append([read])
    return [tuple(group) for group in groups]


def _goes_on(group: Sequence[Read], read: Read) -> bool:
    last, text = group[-1][0], read[0]
    same_outlet = not last.outlet or not text.outlet or last.outlet == text.outlet
    dates = {page.raw.front.published for page in (group[0][0], text)} - {""}
    return same_outlet and last.part < text.part and last.language == text.language and len(dates) <= 1

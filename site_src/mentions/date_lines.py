"""The date line of a page: in another language than its article, or with a dash before its clock.

"Thursday, 4 July 2024 – 07:00 WIB" above a text in Indonesian  ->  4 July 2024, and no stretch of time
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from site_src.languages.pack import LanguagePack
from site_src.mentions.plain import plain
from site_src.mentions.times import find_times
from site_src.model import Mentions, Sentence, Text, TimeExpression

BEFORE_CLOCK = re.compile(r"(?<=\s)[–—|/•·](?=\s\d{1,2}[.:]\d{2})")
"""In running text such a dash may stand between two clocks; in a date line it parts day and clock."""


def read_date_lines(text: Text, found: Mentions, packs: Mapping[str, LanguagePack]) -> Mentions:
    """Read the date lines again that gave no day: in the article's own language, then in the others."""
    unread = tuple(line for line in text.sentences if line.role == "header" and not _is_read(line, found))
    if not unread:
        return found
    read = plain(replace(text, kept=unread))
    source = BEFORE_CLOCK.sub("-", read.source)
    for code in sorted(packs, key=lambda code: code != text.language):
        told = (time for time in find_times(source, packs[code], ()) if read.in_one_sentence(time.start, time.end))
        if days := [time for time in told if _is_day(time)]:
            others = (time for time in found.times if not any(_overlap(time, day) for day in days))
            return replace(found, timed=tuple(sorted((*others, *days), key=lambda time: time.start)))
    return found


def _is_read(line: Sentence, found: Mentions) -> bool:
    return any(line.start <= time.start < line.end and _is_day(time) for time in found.times)


def _is_day(time: TimeExpression) -> bool:
    return time.meaning.reads == "date" and bool(time.meaning.year and time.meaning.month and time.meaning.day)


def _overlap(one: TimeExpression, other: TimeExpression) -> bool:
    return one.start < other.end and other.start < one.end

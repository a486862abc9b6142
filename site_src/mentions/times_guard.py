"""Keep out what only looks like a date: article and case numbers, prices, counts."""

from __future__ import annotations

import re
from functools import lru_cache

from site_src.languages.pack import LanguagePack
from site_src.mentions.times_names import WORD_AFTER

FIRST_USUAL_YEAR = 1200
"""A bare number below is a year only after a word that leads to one, and never before a name ("1000 Malam")."""


def is_no_date(text: str, match: re.Match[str], word: str, pack: LanguagePack) -> bool:
    """Tell whether the words before or after a figure say that it counts or numbers something.

    "Pasal 5", "Rp 2024", "2024 orang", "nomor induk pegawai 1978", "Jalan Merdeka 1945". Only what begins with a
    figure is looked at; `word` stands before it.
    """
    if not match[0][:1].isdigit():
        return False
    folded, start = match.string, match.start()
    if word in pack.time.never_after or word in pack.time.months:
        return True
    if not match[0].isdigit():
        return False
    after = WORD_AFTER.match(folded, match.end())
    if after is not None and after[1] in pack.time.never_before:
        return True
    named = after is not None and text[match.end() : match.end() + 1].isupper()
    if named and int(match[0]) < FIRST_USUAL_YEAR and word not in pack.time.led_by:
        return True
    if _in_figures(folded, start, match.end()):
        return True
    return word not in pack.time.in_time and _is_numbered(text, start - 1, pack.time.numbering)


def _in_figures(folded: str, start: int, end: int) -> bool:
    """Tell whether a bare number is one of a row of figures: "0812 1999 2024"."""
    return folded[max(0, start - 2) : start - 1].isdigit() or (
        folded[end + 1 : end + 2].isdigit() and folded[end] == " "
    )


def _is_numbered(text: str, start: int, numbering: str) -> bool:
    """Tell whether the pack's pattern of what numbers things stands before a figure, further words between."""
    return bool(numbering) and _numbering(numbering).search(text, max(0, start - 60), start) is not None


@lru_cache(maxsize=32)
def _numbering(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})\s\Z")

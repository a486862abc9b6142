"""Keep out by what stands around it: house numbers, items of a list, titles in quotes, halves of a match."""

from __future__ import annotations

import re
from functools import lru_cache

from site_src.languages.pack import LanguagePack, Rule
from site_src.languages.patterns import any_of
from site_src.mentions.times_names import WORD_BEFORE

AROUND = 200
"""How far around an expression the words of its field are looked for, in code points."""
ADDRESS = re.compile(r"(?: [A-Z][\w'’.-]*){1,4}")
QUOTES = ("“”", '""', "‘’", "''")


def is_elsewhere(text: str, match: re.Match[str], rule: Rule, pack: LanguagePack) -> bool:
    """Tell whether what stands around a match makes it no time.

    "2019 Linden Avenue", "lines 17, 24 and 2005", a film called "1917"; and for rules with the option `near`, that no
    word of that list of the pack stands near: "the second half" is a time in a report on sales, not on a match.
    """
    start, end = match.start() - 1, match.end() - 1
    near = rule.options.get("near")
    if near and not _field(pack.time.words[str(near)]).search(match.string, max(0, start - AROUND), end + AROUND):
        return True
    before = WORD_BEFORE.search(match.string, max(0, start - 24), match.start())
    word = before[1] if before else ""
    if pack.time.streets and rule.reads == "date" and word not in pack.time.in_time and _is_address(text, end, pack):
        return True
    if not match[0].isdigit():
        return False
    if text[start - 1 : start] + text[end : end + 1] in QUOTES and start:
        return True
    return _is_unusual(int(match[0]), word, pack) or _is_listed(match.string, match.start(), word, pack)


def _is_address(text: str, end: int, pack: LanguagePack) -> bool:
    found = ADDRESS.match(text, end) if text[end + 1 : end + 2].isupper() else None
    return found is not None and any(word.rstrip(".,").lower() in pack.time.streets for word in found[0].split())


def _is_unusual(year: int, word: str, pack: LanguagePack) -> bool:
    """Tell whether a bare number is no year that would stand there without a word that leads to it."""
    if not pack.time.usual_years or word in pack.time.led_by:
        return False
    first, last = pack.time.usual_years
    return not first <= year <= last


def _is_listed(folded: str, start: int, word: str, pack: LanguagePack) -> bool:
    """Tell whether a bare number is the last of a list of others: "17, 24 and 2005"."""
    joined = word in pack.numbers.joints and LISTED.search(folded, max(0, start - 20), start)
    return bool(joined)


LISTED = re.compile(r"(?<![\d.,:/-])[0-9]{1,3},? [^\W\d]+ \Z")


@lru_cache(maxsize=32)
def _field(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(words)}")

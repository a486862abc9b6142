"""Keep out by what stands around it: house numbers, items of a list, titles in quotes, halves of a match."""

from __future__ import annotations

import re
from functools import lru_cache

from site_src.languages.pack import LanguagePack, Rule
from site_src.languages.patterns import any_of

AROUND = 200
"""How far around an expression the words of its field are looked for, in code points."""
ADDRESS = re.compile(r"(?: [A-Z][\w'’.-]*){1,4}")
QUOTES = ("“”", '""', "‘’", "''")


def is_elsewhere(text: str, match: re.Match[str], word: str, rule: Rule, pack: LanguagePack) -> bool:
    """Tell whether what stands around a match makes it no time.

    "2019 Linden Avenue", "lines 17, 24 and 2005", a film called "1917"; and for rules with the option `near`, that no
    word of that list of the pack stands near: "the second half" is a time in a report on sales, not on a match.
    """
    start, end, words, known = match.start() - 1, match.end() - 1, match[0], pack.time
    if text[start].isupper() and rule.reads != "reference" and _is_title(text, start, end):
        return True
    if "near" in rule.options:
        field = _field(known.words[str(rule.options["near"])])
        if not field.search(match.string, max(0, start - AROUND), end + AROUND):
            return True
    if known.streets and rule.reads == "date" and _is_address(text, end, pack, sure=word in known.in_time):
        return True
    if word in known.numbered and not any(map(str.isalpha, words)):
        return True
    if not words.isdigit() or "<clock4>" in rule.pattern:
        return False
    if text[start - 1 : start] + text[end : end + 1] in QUOTES and start:
        return True
    if _is_unusual(int(words), word, pack) or _is_listed(match.string, match.start(), word, pack):
        return True
    return bool(known.counted) and word not in known.led_by and _counts(text, start, end, pack)


def _is_title(text: str, start: int, end: int) -> bool:
    """Tell whether words stand in quotes with others that nearly all have a capital: a film, a song, a play."""
    if not QUOTE.search(text, end, end + LONGEST_TITLE):
        return False
    quoted = QUOTED.search(text, max(0, start - LONGEST_TITLE), end + LONGEST_TITLE)
    while quoted is not None and quoted.end() <= start:
        quoted = QUOTED.search(text, quoted.end(), end + LONGEST_TITLE)
    if quoted is None or quoted.start() > start or quoted.end() < end:
        return False
    words = quoted[0][1:-1].split()
    return (
        1 < len(words) <= 7
        and words[-1][:1].isupper()
        and sum(word[0].isupper() for word in words) * 3 >= 2 * len(words)
    )


LONGEST_TITLE = 60
QUOTE = re.compile(r"[”\"]")
QUOTED = re.compile(r"[“\"][^“”\"\n.!?,]{3,60}[”\"]")


def _is_address(text: str, end: int, pack: LanguagePack, *, sure: bool) -> bool:
    """Tell whether a street follows: directly, or after other names unless the words before lead to a time for sure."""
    found = ADDRESS.match(text, end) if text[end + 1 : end + 2].isupper() else None
    words = found[0].split()[: 1 if sure else 4] if found else []
    return any(word.rstrip(".,").lower() in pack.time.streets for word in words)


def _counts(text: str, start: int, end: int, pack: LanguagePack) -> bool:
    """Tell whether a bare number after a small word stands before what it counts: "has 1600 followers"."""
    before = text[max(0, start - 2) : start]
    return before[:1].islower() and before[1:] == " " and _noun(pack.time.counted).match(text, end) is not None


@lru_cache(maxsize=32)
def _noun(pattern: str) -> re.Pattern[str]:
    return re.compile(rf" (?:{pattern})(?!\w)")


def _is_unusual(year: int, word: str, pack: LanguagePack) -> bool:
    """Tell whether a bare number is no year that would stand there without a word that leads to it."""
    if not pack.time.usual_years or word in pack.time.led_by:
        return False
    first, last = pack.time.usual_years
    return not first <= year <= last


def _is_listed(folded: str, start: int, word: str, pack: LanguagePack) -> bool:
    """Tell whether a bare number goes on a list of others: "17, 24 and 2005", "rooms 1901 to 1950"."""
    if word in pack.numbers.joints and LISTED.search(folded, max(0, start - 20), start):
        return True
    if word in pack.time.in_time and word not in pack.numbers.ranges:
        return False
    headed = HEADED.search(folded, max(0, start - 40), start)
    return headed is not None and (headed[1] in pack.time.never_after or headed[1] in pack.time.numbered)


HEADED = re.compile(r"([^\W\d_]+) [0-9]{1,5}(?:,| [^\W\d]+|,? [^\W\d]{2,3}) \Z")
LISTED = re.compile(r"(?<![\d.,:/-])[0-9]{1,3},? [^\W\d]+ \Z")


@lru_cache(maxsize=32)
def _field(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(words)}")

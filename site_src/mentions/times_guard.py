"""Keep out what only looks like a date: article and case numbers, prices, counts, people and places called Juli."""

from __future__ import annotations

import re

from site_src.languages.pack import LanguagePack, Rule

WORD_BEFORE = re.compile(r"([^\s\d(]+)[\s(]*\Z")
WORD_AFTER = re.compile(r" ([^\W\d_]+)")


def is_no_date(match: re.Match[str], pack: LanguagePack) -> bool:
    """Tell whether the word before or after a figure says that it counts or numbers something.

    "Pasal 5", "Rp 2024", "2024 orang". Only what begins with a figure is looked at.
    """
    if not match[0][:1].isdigit():
        return False
    folded, start = match.string, match.start()
    before = WORD_BEFORE.search(folded, max(0, start - 24), start)
    if before is not None and (before[1] in pack.time.never_after or before[1] in pack.time.months):
        return True
    if not match[0].isdigit():
        return False
    after = WORD_AFTER.match(folded, match.end())
    return (after is not None and after[1] in pack.time.never_before) or _in_figures(folded, start, match.end())


def _in_figures(folded: str, start: int, end: int) -> bool:
    """Tell whether a bare number is one of a row of figures: "0812 1999 2024"."""
    return folded[max(0, start - 2) : start - 1].isdigit() or (
        folded[end + 1 : end + 2].isdigit() and folded[end] == " "
    )


def is_name(text: str, match: re.Match[str], rule: Rule, pack: LanguagePack) -> bool:
    """Tell whether a bare month or weekday is somebody's or some place's name: "Pasar Minggu", "Mei Ling".

    Rules with the option `name` are looked at: their words have to begin with a capital, must not follow a word that
    goes with names, and a capitalised word may follow only after a preposition ("pada Kamis Presiden ..."). With the
    value 2 they must also follow a common noun ("inflasi Juni").
    """
    start, end = match.start() - 1, match.end() - 1
    if "<weekday>" in rule.pattern and _is_unit(match[0], pack) and _small(text, start, rule):
        return True
    if not rule.options.get("name"):
        return False
    if not text[start].isupper():
        return True
    before = WORD_BEFORE.search(match.string, max(0, match.start() - 24), match.start())
    word = before[1] if before else ""
    after = WORD_AFTER.match(match.string, match.end())
    if word in pack.time.names_before or (after is not None and after[1] in pack.time.names_after):
        return True
    if word in pack.time.led_by or text[max(0, start - 30) : end + 30].isupper():
        return False
    if rule.options["name"] == 2 and not _follows_a_noun(text, start, word, pack):
        return True
    return after is not None and text[end + 1 : end + 2].isupper()


SENTENCE_START = re.compile(r"(?:\A|[.!?\n:]|[“\"])\s*\Z")


def _small(text: str, start: int, rule: Rule) -> bool:
    """Tell whether a word has no capital, or one that it owes to the sentence where the rule says that this counts."""
    if text[start].islower():
        return True
    begins = SENTENCE_START.search(text, max(0, start - 3), start)
    return bool(rule.options.get("unit_first")) and begins is not None


def _follows_a_noun(text: str, start: int, word: str, pack: LanguagePack) -> bool:
    """Tell whether a small word stands directly before, and none that a person's name follows."""
    directly = text[start - len(word) - 1 : start] == f"{word} " and word[-1:].isalpha()
    return directly and word not in pack.speech.verbs and word not in pack.speech.titles


def _is_unit(words: str, pack: LanguagePack) -> bool:
    """Tell whether a weekday's name is a unit too, as "minggu" is a week and Sunday: small letters mean the unit."""
    word = words.split(" ", 1)[0]
    return word in pack.time.weekdays and word in pack.time.lists.get("unit", {})

"""Keep out months, weekdays and other words of time that belong to a name: Pasar Minggu, Mei Ling, Menara Sabtu."""

from __future__ import annotations

import re

from site_src.languages.pack import LanguagePack, Rule

WORD_BEFORE = re.compile(r"([^\s\d(]+)[\s(]*\Z")
PARTED = re.compile(r"[\s\d(]")
WORD_AFTER = re.compile(r" ([^\W\d_]+)")
SENTENCE_START = re.compile(r"(?:\A|[.!?\n:]|[“\"])\s*\Z")
LONG_WORD = re.compile(r"[^\W\d_]{4,}")
RUN = re.compile(r"(?:[A-ZÀ-Þ](?:[\w'’-]*|\.) ){1,5}\Z")
"""The capitalised words directly before a place."""
AGE_AFTER = re.compile(r"(?:, [0-9]{1,2} [^\W\d_]|,? \([0-9]{1,2}\b(?![/.-]))")
"""An age after a name: "Syarif Ahad, 19 tahun", "Syarif Ahad (19)"."""
AGE_IN_BRACKETS = re.compile(r" \([0-9]{2}\)")
SMALL = re.compile(r"\d|\s[^\W\d_A-ZÀ-Þ]")
"""What shows that words are no name: a figure, or a word in small letters."""
TITLE = re.compile(r"([A-ZÀ-Þ][\w'’-]*) ([^\W\d_]+) \Z")
HEADLINE = 0.8
"""The share of long words with a capital from which on a line is a headline in capitals, where they prove nothing."""


def is_name(text: str, match: re.Match[str], word: str, rule: Rule, pack: LanguagePack) -> bool:
    """Tell whether words of time are somebody's or some place's name.

    Rules with the option `lower`: a capital, or the word for a newspaper before its name ("harian
    ..."). Rules with the option `name`: their words have to begin with a capital, must not follow a word that goes
    with names, and a capitalised word may follow only after a preposition ("pada Kamis Presiden ..."). With the value
    2 they must also follow a common noun ("inflasi Juni"). `word` stands before them.
    """
    start, end = match.start() - 1, match.end() - 1
    if "<weekday>" in rule.pattern and _is_unit(match[0], pack) and _small(text, start, rule):
        return True
    options = rule.options
    if not options:
        return False
    if "lower" in options:
        return _is_paper(text, match, word, pack)
    if "small" in options:
        return _has_capital(text, start, end)
    if "name" not in options or any(map(str.isdigit, match[0])):
        return False
    if not text[start].isupper():
        return True
    after = WORD_AFTER.match(match.string, match.end())
    if word in pack.time.names_before or (after is not None and after[1] in pack.time.names_after):
        return True
    if pack.time.names_run and AGE_IN_BRACKETS.match(text, end):
        return True
    given = match[0] in pack.time.given_names and word not in pack.time.in_time
    if given and (text[end + 1 : end + 2].isupper() or (rule.options["name"] == 2 and word in pack.numbers.joints)):
        return True
    if word in pack.time.led_by or text[max(0, start - 30) : end + 30].isupper():
        return False
    if rule.options["name"] == 2 and not _follows_a_noun(text, start, word, match[0], pack):
        return True
    if after is None or not text[end + 1 : end + 2].isupper():
        return False
    return text[start - 2 : start] != ", " or not is_headline(text, start)


def _has_capital(text: str, start: int, end: int) -> bool:
    """Tell whether a word has a capital that it does not owe to its sentence: "Summer Street", not "Late summer"."""
    first, *others = text[start:end].split()
    begins = SENTENCE_START.search(text, max(0, start - 3), start) is not None
    return (first[0].isupper() and not begins) or any(word[0].isupper() for word in others)


def word_before(folded: str, start: int) -> str:
    """Give the word before a place, brackets passed over; empty if there is none, or a figure."""
    word = folded[max(0, start - 24) : start].rstrip(" (\n").rpartition(" ")[2]
    if word.isalpha() or (word and not PARTED.search(word)):
        return word
    before = WORD_BEFORE.search(folded, max(0, start - 24), start)
    return before[1] if before else ""


# --- Names and titles -------------------------------------------------------------------------------------------------


def in_name(text: str, match: re.Match[str], pack: LanguagePack) -> bool:
    """Tell whether words without figures stand in a run of capitalised words: "Kedung Rabu", "Kenangan Hari Minggu".

    Only where the pack says that a word of time straight after a capitalised word is part of a name. A capital at the
    start of a sentence proves nothing, nor does a short name in capitals ("PBB Kamis"), a title ("Presiden Kamis") or
    the name of a town after its preposition ("di Bandar Baru Kamis"); in a headline no capital does.
    """
    start, end = match.start() - 1, match.end() - 1
    if not pack.time.names_run or not text[start].isupper():
        return False
    words = text[start:end]
    if SMALL.search(words):
        return False
    before = RUN.search(text, max(0, start - 80), start)
    if before is None:
        return " " in words and _in_title(text, start, pack)
    names = before[0].split()
    if names[-1].lower() in pack.time.led_by or _stands_alone(text, before[0], start):
        return False
    if SENTENCE_START.search(text, max(0, before.start() - 3), before.start()) and not AGE_AFTER.match(text, end):
        names = names[1:]
        if not names:
            return _is_called(text, before[0].strip(), start)
    if not names or (names[-1].isupper() and len(names[-1]) > 1) or names[-1].lower() in pack.speech.titles:
        return False
    return not _is_town(text, start, pack) and not is_headline(text, start)


def _stands_alone(text: str, names: str, at: int) -> bool:
    """Tell whether a name stood alone before: a town, a team or an office that gains no second name later."""
    words = names.strip()
    found = text.find(words, max(0, at - WINDOW), at - len(names))
    return found >= 0 and ALONE.match(text, found + len(words)) is not None


ALONE = re.compile(r"[,.;:)\n]| [^\W\d_A-Z]")
"""What ends a name: a sign, or a small word."""
WINDOW = 4000
"""How far around a word the text is asked how it writes it elsewhere, in code points."""


def _is_called(text: str, word: str, at: int) -> bool:
    """Tell whether a word at the start of a sentence is somebody's name: elsewhere it has a capital inside a sentence."""
    around = text[max(0, at - WINDOW) : at + WINDOW]
    inside = around.find(f" {word}")
    while inside > 0 and not around[inside - 1].islower():
        inside = around.find(f" {word}", inside + 1)
    return inside > 0 and not _is_common(text, word, at)


def _is_common(text: str, word: str, at: int) -> bool:
    """Tell whether a word that has a capital here is written small elsewhere, as names never are."""
    return f" {word.lower()} " in text[max(0, at - WINDOW) : at + WINDOW]


def _is_town(text: str, end: int, pack: LanguagePack) -> bool:
    """Tell whether the capitalised words up to a place name a town after its preposition: "di Bandar Baru Kamis"."""
    before = RUN.search(text, max(0, end - 80), end)
    if before is None or any(name.lower() in pack.time.names_before for name in before[0].split()):
        return False
    led = WORD_BEFORE.search(text, max(0, before.start() - 24), before.start())
    return led is not None and led[1] in pack.sentences.places


def _in_title(text: str, start: int, pack: LanguagePack) -> bool:
    """Tell whether a capital that the language does not ask for follows a name and a preposition: "Hujan di Bulan Juni"."""
    before = TITLE.search(text, max(0, start - 40), start)
    if before is None or before[2] not in pack.sentences.places or before[1].lower() in pack.speech.titles:
        return False
    return not is_headline(text, start)


def is_headline(text: str, at: int) -> bool:
    """Tell whether the line around a place writes nearly every long word with a capital, and ends without a stop."""
    first = max(text.rfind("\n", 0, at) + 1, at - 200)
    last = text.find("\n", at, at + 200)
    last = last if last >= 0 else min(len(text), at + 200)
    words = LONG_WORD.findall(text, first, last)
    return (
        text[last - 1 : last] != "."
        and len(words) > 2
        and sum(word[0].isupper() for word in words) >= HEADLINE * len(words)
    )


def _is_paper(text: str, match: re.Match[str], word: str, pack: LanguagePack) -> bool:
    """Tell whether "tahunan" or "harian" is a name's word or a noun: "Niaga Harian", "kepada harian Fajar"."""
    if text[match.start() - 1].isupper():
        begins = SENTENCE_START.search(text, max(0, match.start() - 4), match.start() - 1) is not None
        return not begins or text[match.end() : match.end() + 1].isupper()
    if not text[match.end() : match.end() + 1].isupper():
        return False
    known = (pack.sentences.common, pack.speech.verbs, pack.speech.attribution, pack.time.names_before)
    return not word.isalpha() or any(word in words for words in known)


def _follows_a_noun(text: str, start: int, word: str, month: str, pack: LanguagePack) -> bool:
    """Tell whether a small word stands directly before, and none that a person's name follows.

    A capital that the word owes to its sentence is none ("Inflasi Februari"), unless people are called so ("Dewi Juli").
    """
    begins = start - len(word) - 1
    directly = text[max(0, begins) : start] == f"{word} " and word[-1:].isalpha()
    known = month not in pack.time.given_names or _is_common(text, word, start)
    if not directly and known and text[max(0, begins) : start].lower() == f"{word} ":
        directly = word[-1:].isalpha() and SENTENCE_START.search(text, max(0, begins - 3), begins) is not None
        directly = directly or _is_town(text, start, pack)
    return directly and word not in pack.speech.verbs and word not in pack.speech.titles


# --- Words that are a weekday and a unit ------------------------------------------------------------------------------


def _small(text: str, start: int, rule: Rule) -> bool:
    """Tell whether a word has no capital, or one that it owes to the sentence where the rule says that this counts."""
    if text[start].islower():
        return True
    begins = SENTENCE_START.search(text, max(0, start - 3), start)
    return bool(rule.options.get("unit_first")) and begins is not None


def _is_unit(words: str, pack: LanguagePack) -> bool:
    """Tell whether a weekday's name is a unit too, as "minggu" is a week and Sunday: small letters mean the unit."""
    word = words.split(" ", 1)[0]
    return word in pack.time.weekdays and word in pack.time.lists.get("unit", {})

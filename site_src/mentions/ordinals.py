"""Numbers that count a place in a row: "anggota ke-10", "the tenth member", "presiden pertama"."""

from __future__ import annotations

from site_src.mentions.passage import WINDOW, Number, Passage, made, noun_after
from site_src.model import Quantity


def ordinal_figures(passage: Passage, number: Number) -> Quantity | None:
    """Read "anggota ke-10" and "the 10th member"."""
    numerals, lower = passage.numerals, passage.lower
    if numerals.pack.numbers.ordinal and number.value == int(number.value):
        if found := numerals.ordinal_after.match(lower, number.end):
            end, noun = noun_after(passage, found.end(), linked=False)
            return made(passage, number.start, end, number.value, "=", "ordinal", noun)
        found = numerals.ordinal_before.search(lower[max(0, number.start - 4) : number.start])
        if found:
            at = max(0, number.start - 4) + found.start()
            loose = found[0].endswith(" ")
            if loose and noun_after(passage, number.end, linked=False)[1]:
                return None  # "to 17 countries"
            start, noun = noun_before(passage, at)
            return made(passage, start, number.end, number.value, "=", "ordinal", noun) if noun or not loose else None
    return None


def ordinal_word(passage: Passage, number: Number) -> Quantity | None:
    """Read "presiden pertama", "the tenth member"; "kedua negara" is both of them, and no ordinal."""
    numerals = passage.numerals
    if numerals.ordinal_after.pattern != "(?!)":
        before = passage.lower[max(0, number.start - WINDOW) : number.start].split()
        # "the third Port Assembly" is one of a row, "the Third Pole" a name.
        small = passage.words[number.start].islower()
        end, noun = noun_after(passage, number.end, linked=False, named=small)
        determined = bool(before) and (before[-1] in numerals.common or before[-1].endswith("'s"))
        return made(passage, number.start, end, number.value, "=", "ordinal", noun) if noun and determined else None
    follows = noun_after(passage, number.end, linked=False)[1]
    start, noun = noun_before(passage, number.start)
    return made(passage, start, number.end, number.value, "=", "ordinal", noun) if noun and not follows else None


def noun_before(passage: Passage, at: int) -> tuple[int, str]:
    """Read up to three words before an ordinal that are what it numbers."""
    words = passage.words[max(0, at - WINDOW) : at]
    if words[-1:] != " ":
        return at, ""
    start = at
    whole = words.split(" ")[1 if at > WINDOW else 0 : -1]  # the window may begin inside a word
    for word in reversed(whole[-3:]):
        small = word.lower()
        numerals = passage.numerals
        if not word.isalpha() or small in numerals.common or numerals.ends_noun.fullmatch(small):
            break
        start -= len(word) + 1
    noun = passage.words[start:at].strip()
    return start, noun

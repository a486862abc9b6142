"""Numbers with what they count: "lebih dari 30% PDB dunia", "$23 triliun", "enam negara", "the tenth member".

Years, dates and clocks are no quantities: what a time expression holds is left out, and so are numbers that are names
("Article 5", "Boeing 737"), scores and versions. A bare number counts only with a noun behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from site_src.languages.pack import LanguagePack
from site_src.mentions.numerals import FIGURES, figure, numerals_of, spelled
from site_src.mentions.ordinals import ordinal_figures, ordinal_word
from site_src.mentions.passage import WINDOW, Number, Passage, comparator_before, made, noun_after
from site_src.mentions.plain import Plain, without
from site_src.model import Quantity, TimeExpression

YEARS = range(1900, 2101)


def find_quantities(plain: Plain, pack: LanguagePack, times: Sequence[TimeExpression]) -> tuple[Quantity, ...]:
    """Give every quantity in order, without overlaps."""
    # "The third summit" names a time and counts a place in a row.
    days = ((time.start, time.end) for time in times if time.meaning.reads != "series")
    words = without(plain.words, days)
    lower = words.lower()
    if len(lower) != len(words):  # a letter whose small form is two letters would move what follows
        lower = "".join(small if len(small := letter.lower()) == 1 else letter for letter in words)
    passage = Passage(plain, words, lower, numerals_of(pack))
    numbers = _numbers(passage)
    found: list[Quantity] = []
    reached = 0
    for index, number in enumerate(numbers):
        if number.start >= reached:
            following = numbers[index + 1] if index + 1 < len(numbers) else None
            if quantity := _quantity(passage, number, following):
                found.append(quantity)
                reached = quantity.end
    return tuple(found)


# --- Where numbers stand --------------------------------------------------------------------------------------------


def _numbers(passage: Passage) -> list[Number]:
    """Give figures and number words in order; no number is both."""
    return sorted((*_figures(passage), *_words(passage)))


def _figures(passage: Passage) -> Iterator[Number]:
    numbers = passage.numerals.pack.numbers
    for found in FIGURES.finditer(passage.lower):
        value = figure(found[0], numbers.decimal, numbers.group)
        if value is not None:
            yield Number(found.start(), found.end(), value, "figures")


def _words(passage: Passage) -> Iterator[Number]:
    numerals, lower = passage.numerals, passage.lower
    numbers = numerals.pack.numbers
    reached = 0
    for which, start, end in numerals.spelled.find_matches_as_indexes(lower):
        if start < reached or _inside_word(lower, start, end):
            continue
        kind, key = numerals.kinds[which], numerals.keys[which]
        if kind == "word" and (read := spelled(lower, start, numbers)):
            value, reached = read
            yield Number(start, reached, value, "word")
        elif kind == "ordinal":
            yield Number(start, end, float(numbers.ordinal_words[key]), "ordinal")
        elif kind == "fraction":
            yield Number(start, end, numbers.fractions[key], "fraction")
        else:
            reached = end


def _inside_word(lower: str, start: int, end: int) -> bool:
    return lower[start - 1 : start].isalnum() or lower[end : end + 1].isalnum()


# --- What stands around them ----------------------------------------------------------------------------------------


def _quantity(passage: Passage, number: Number, following: Number | None) -> Quantity | None:
    if number.kind == "ordinal":
        return ordinal_word(passage, number)
    sign = passage.numerals.sign.search(passage.lower[max(0, number.start - 6) : number.start])
    if number.kind == "figures":
        if ordinal := ordinal_figures(passage, number):
            return ordinal
        if not sign and not _stands_free(passage, number):
            return None
    measured = _measured(passage, number, sign)
    if measured or not following:
        return measured
    return _first_of_range(passage, number, following)


def _stands_free(passage: Passage, number: Number) -> bool:
    """Tell figures of their own from parts of names, scores, dates and addresses."""
    lower = passage.lower
    before, after = lower[max(0, number.start - 2) : number.start], lower[number.end : number.end + 2]
    if before[-1:].isalnum() or (before[-1:] in "/:#@_" and before):
        return False
    if before[-1:] in "-–." and before[:1].isalnum() and not before[:1].isdigit():
        return False
    if before[-1:] == "." and before[:1].isdigit():
        return False
    if after[:1] in "/:" and after[1:].isdigit():
        return False
    return not after[:1].isalpha() or _unit(passage, number.end).end() > number.end


def _unit(passage: Passage, at: int) -> re.Match[str]:
    found = passage.numerals.unit.match(passage.lower, at)
    assert found  # every part of the pattern may be empty
    return found


def _measured(passage: Passage, number: Number, sign: re.Match[str] | None) -> Quantity | None:
    """Read what stands before and behind a number; None if it counts nothing."""
    numbers, lower = passage.numerals.pack.numbers, passage.lower
    unit = _unit(passage, number.end)
    scales, mark, percent, currency, times = unit.groups()
    value = number.value
    for scale in scales.replace("-", " ").split():
        value *= 10 ** numbers.scales[scale]
    start, name = number.start, "count"
    if number.kind == "fraction" or mark or percent:
        name = "percent"
    elif sign:
        name, start = numbers.currencies[sign[1]], max(0, start - 6) + sign.start(1)
    elif currency:
        name = numbers.currencies[currency]
    elif times:
        name = "times"
    if lower[start - 1 : start] in ("-", "−") and name != "count" and lower[start - 2 : start - 1] in ("", " ", "("):
        value, start = -value, start - 1
    comparator, begin = comparator_before(passage, start)
    end, noun = (unit.end(), "") if name == "times" else noun_after(passage, unit.end(), linked=name != "count")
    if name == "count" and not _counts(passage, number, noun, scaled=bool(scales), compared=begin < start):
        return None
    return made(passage, begin, end, value, comparator, name, noun)


def _counts(passage: Passage, number: Number, noun: str, *, scaled: bool, compared: bool) -> bool:
    """Tell a number that counts something from a label ("Article 5"), a year, or a number on its own."""
    before = passage.words[max(0, number.start - WINDOW) : number.start]
    last = before.rstrip().rpartition(" ")[2]
    bare = number.end - number.start == 4
    if scaled or compared:
        return scaled or bool(noun) or number.value not in YEARS or not bare
    label = last.lower() in passage.numerals.labels
    if label and noun.partition(" ")[0].lower() not in passage.numerals.counted:
        return False
    year = number.kind == "figures" and bare and number.value in YEARS
    capital = before[-1:] == " " and last[:1].isupper() and not label
    name = capital and _inside_sentence(passage, number.start - len(last) - 1)
    return bool(noun) and not year and not (name and number.kind == "figures")


def _inside_sentence(passage: Passage, at: int) -> bool:
    start = passage.plain.sentence_start(at)
    return any(letter.isalnum() for letter in passage.words[start:at])


def _first_of_range(passage: Passage, number: Number, following: Number) -> Quantity | None:
    """Read "20" in "20-30 persen" or "20 hingga 30 persen": at least so much of what the second number measures."""
    between = passage.lower[number.end : following.start]
    if between not in ("-", "–", " - ", " – ") and not passage.numerals.to.fullmatch(between):
        return None
    second = _measured(passage, following, None)  # what stands before it is no sign
    if not second or second.value <= number.value:
        return None
    scale = second.value / following.value if second.unit != "percent" and following.value else 1
    begin = comparator_before(passage, number.start)[1]
    text = passage.plain.source[begin : number.end]
    return replace(second, start=begin, end=number.end, text=text, value=number.value * scale, comparator=">=")

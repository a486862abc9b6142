"""The text around a number: the words that compare it, the words that it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

from site_src.mentions.numerals import Numerals
from site_src.mentions.plain import GAP, Plain
from site_src.model import Quantity

NOUN = re.compile(r"(?: [^\W\d_][\w'-]*|-[^\W\d_]{3,})(?: [^\W\d_][\w'-]*){0,3}")
"""Up to four words; a hyphen may join the first."""
WINDOW = 40
"""Characters before a number in which its comparator stands."""

Comparator = Literal["=", ">", "<", ">=", "<=", "~"]


class Number(NamedTuple):
    """A number at its place, before what stands around it is read."""

    start: int
    end: int
    value: float
    kind: Literal["figures", "word", "ordinal", "fraction"]


@dataclass(frozen=True, slots=True)
class Passage:
    """The text around numbers, time expressions filled up."""

    plain: Plain
    words: str
    lower: str
    numerals: Numerals


def comparator_before(passage: Passage, start: int) -> tuple[Comparator, int]:
    """Read the words before a number: "lebih dari", "about"."""
    # A comparator may open its sentence: what lies before is filled up.
    window = passage.lower[max(0, start - WINDOW) : start].rpartition(GAP)[2]
    if window[-1:] != " ":
        return "=", start
    words = window.split()
    known = passage.numerals.pack.numbers.comparators
    if not words or words[-1] not in passage.numerals.compares:
        return "=", start
    for count in (3, 2, 1):
        phrase = " ".join(words[-count:])
        if len(words) >= count and phrase in known:
            at = passage.lower.rfind(words[-count] if count == 1 else phrase, 0, start)
            if at >= 0:
                return known[phrase], at  # type: ignore[return-value]  # the pack's signs are these
    return "=", start


def noun_after(passage: Passage, at: int, *, linked: bool, named: bool = False) -> tuple[int, str]:
    """Read up to four words that are counted, and where they end; `named` lets them begin with a name."""
    numerals = passage.numerals
    link = numerals.links.match(passage.lower, at) if linked else None
    begin = end = link.end() if link else at
    run = NOUN.match(passage.words, begin)
    if not run:
        return at, ""
    for count, word in enumerate(run[0][1:].split(" ")):
        if not _goes_on(word, numerals, count + named):
            break
        end += len(word) + 1
    noun = passage.words[begin:end].strip(" -")
    return (end, noun) if noun else (at, "")


def _goes_on(word: str, numerals: Numerals, count: int) -> bool:
    """Tell whether a word still belongs to what is counted; a name may follow the noun, but not begin it."""
    small = word.lower()
    if small in numerals.no_noun or numerals.ends_noun.fullmatch(small):
        return False
    return bool(count) or not word[:1].isupper() or (word.isupper() and len(word) > 1)


def made(
    passage: Passage, start: int, end: int, value: float, comparator: Comparator, unit: str, noun: str
) -> Quantity:
    text = passage.plain.source[start:end]
    # Ten digits are more than anybody writes; they take the noise off 2.3 times a trillion.
    return Quantity(start, end, text, float(f"{value:.10g}"), comparator, unit, noun)

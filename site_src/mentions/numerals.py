"""What a language pack says about numbers, compiled once: where one may begin, what may follow it.

"1,5 juta"  ->  1500000.0 in Indonesian;  "1.5 million" in English
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from site_src.languages.pack import LanguagePack, NumberWords

# A set of letters at the head lets the search skip what cannot begin: four times as fast as `[0-9]+`.
FIGURES = re.compile(r"[0-9][0-9]*(?:[.,][0-9]+)*")
SPELLED = re.compile(r"([^\W\d_]+)(?: [^\W\d_]+)?")
"""One word, and the next if only a space parts them."""
NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Numerals:
    """The compiled knowledge of one language."""

    pack: LanguagePack
    spelled: AhoCorasick
    """Number words, ordinals, fractions and idioms."""
    kinds: tuple[str, ...]
    """For each of these: `word`, `ordinal`, `fraction` or `idiom`."""
    keys: tuple[str, ...]
    unit: re.Pattern[str]
    """What may stand behind a number: scales, percent, a currency, "times"."""
    sign: re.Pattern[str]
    """A currency's sign at the end of what stands before."""
    ordinal_before: re.Pattern[str]
    """`ke-` at the end of what stands before; the noun stands before that."""
    ordinal_after: re.Pattern[str]
    """`th` behind the figures; the noun follows."""
    links: re.Pattern[str]
    to: re.Pattern[str]
    compares: frozenset[str]
    """The last words of comparators."""
    ends_noun: re.Pattern[str]
    common: frozenset[str]
    no_noun: frozenset[str]
    """Common words and numbers: never a part of what is counted."""
    labels: frozenset[str]
    """Words after which a figure is a name: pasal, nomor, boeing; not before what can only be counted."""
    counted: frozenset[str]
    """Words that can only be counted: orang, meter, people."""


def numerals_of(pack: LanguagePack) -> Numerals:
    """Compile a pack's numbers; remembered for the last packs that were asked for."""
    known = _MADE.get(id(pack))
    if known is None:
        while len(_MADE) >= _MOST:
            del _MADE[next(iter(_MADE))]
        known = _MADE[id(pack)] = _make(pack)
    return known


# By identity, since packs do not hash; each value holds its pack, so that no other takes its place in memory.
_MADE: dict[int, Numerals] = {}
_MOST = 16


def _make(pack: LanguagePack) -> Numerals:
    numbers = pack.numbers
    kinds: dict[str, str] = dict.fromkeys(numbers.words, "word")
    kinds |= dict.fromkeys(numbers.ordinal_words, "ordinal") | dict.fromkeys(numbers.fractions, "fraction")
    kinds |= dict.fromkeys(numbers.idioms, "idiom")
    keys = tuple(sorted(kinds))
    prefixes = [before for before, after in _around(numbers.ordinal) if before and not after]
    suffixes = [after for before, after in _around(numbers.ordinal) if after and not before]
    return Numerals(
        pack=pack,
        spelled=AhoCorasick(keys, matchkind=MatchKind.LeftmostLongest),
        kinds=tuple(kinds[key] for key in keys),
        keys=keys,
        unit=re.compile(_unit(pack)),
        sign=_any(
            (key for key in numbers.currencies if not key[-1:].isalpha() or len(key) <= 3), r"(?<!\w)({})\.?\s?$"
        ),
        ordinal_before=_any(prefixes, r"(?<!\w)(?:{})$"),
        ordinal_after=_any(suffixes, r"(?:{})(?!\w)"),
        links=_any(numbers.links, r"(?: (?:{})(?!\w)){{1,2}}"),
        to=_any(numbers.ranges, r" (?:{}) "),
        compares=frozenset(phrase.split()[-1] for phrase in numbers.comparators),
        ends_noun=re.compile("|".join(f"(?:{end})" for end in numbers.noun_ends) or r"(?!)"),
        common=frozenset(pack.sentences.common),
        no_noun=frozenset((*pack.sentences.common, *numbers.words, *numbers.ordinal_words)),
        labels=pack.time.never_after,
        counted=pack.time.never_before,
    )


def _around(patterns: Iterable[str]) -> list[tuple[str, str]]:
    return [(before, after) for before, _, after in (pattern.partition("<n>") for pattern in patterns)]


def _unit(pack: LanguagePack) -> str:
    numbers = pack.numbers
    signs = [sign for sign in numbers.percent if not sign[:1].isalpha()]
    words = [word for word in numbers.percent if word[:1].isalpha()]
    currencies = [key for key in numbers.currencies if key[:1].isalpha() or key[:1] in "€£"]
    return (
        rf"(?P<scales>(?:[ -]?(?:{_or(numbers.scales)})(?![^\W_]))*)"
        rf"(?:\s?(?P<sign>{_or(signs)})|[ -](?P<percent>{_or(words)})(?!\w)|"
        rf" (?P<currency>{_or(currencies)})(?!\w)| (?P<times>{_or(pack.numbers.times)})(?!\w))?"
    )


def _or(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) or "(?!)"


def _any(words: Iterable[str], frame: str) -> re.Pattern[str]:
    listed = list(words)
    return re.compile(frame.replace("{{", "{").replace("}}", "}").replace("{}", _or(listed))) if listed else NOTHING


# --- Values ---------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def figure(text: str, decimal: str, group: str) -> float | None:
    """Read figures as a language writes them; None for what is no number (a version, a telephone number).

    >>> figure("1.500,5", ",", "."), figure("30,000", ",", "."), figure("3.5", ",", "."), figure("1.2.3", ",", ".")
    (1500.5, 30000.0, 3.5, None)
    """
    if text.isdigit():
        return float(text) if len(text) <= 12 and (text[0] != "0" or len(text) == 1) else None
    own, other, either = _written(decimal, group)
    if own.fullmatch(text):
        return float(text.replace(group, "").replace(decimal, "."))
    # The other convention, where only that one makes sense: "30,000" and "3.5" in Indonesian.
    if other.fullmatch(text):
        return float(text.replace(decimal, ""))
    if either.fullmatch(text):
        return float(text.replace(decimal, ".").replace(group, "."))
    return None


@lru_cache(maxsize=16)
def _written(decimal: str, group: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Compile how figures are written: in a language's own convention, in the other one, and in either."""
    d, g = re.escape(decimal), re.escape(group)
    return (
        re.compile(rf"[1-9]\d{{0,2}}(?:{g}\d{{3}})+(?:{d}\d+)?"),
        re.compile(rf"[1-9]\d{{0,2}}(?:{d}\d{{3}}){{2,}}|[1-9]\d{{0,2}}{d}000"),
        re.compile(rf"\d+[{d}{g}]\d+"),
    )


def spelled(words: str, start: int, known: NumberWords) -> tuple[float, int] | None:
    """Read number words from a place on: "dua puluh tiga", "tiga ratus juta", "twenty-three".

    Gives the value and where the words end.
    """
    total, current, end = 0, -1, start
    at = start
    while True:
        found, value, power = _next(words, at, known)
        if not found:
            break
        if value is not None and (current <= 0 or value < _last_place(current)):
            current = max(current, 0) + value
        elif power is not None and current > 0:
            current *= 10**power
            if power >= 3:
                total, current = total + current, 0
        else:
            break
        end = at + found
        at = end + (words[end : end + 1] in (" ", "-"))
        if at == end:
            break
        if joint := next((joint for joint in known.joints if words.startswith(f"{joint} ", at)), ""):
            at += len(joint) + 1
    return (float(total + max(current, 0)), end) if current >= 0 else None


def _next(words: str, at: int, known: NumberWords) -> tuple[int, int | None, int | None]:
    """Give the length of the number word at a place (two words before one), its value or its power of ten."""
    found = SPELLED.match(words, at)
    if not found:
        return 0, None, None
    both, first = found[0], found[1]
    if both in known.words:
        return len(both), known.words[both], None
    value, power = known.words.get(first), known.scales.get(first)
    return (0, None, None) if value is None and power is None else (len(first), value, power)


def _last_place(value: int) -> int:
    """Give the power of ten at which a number's zeros end: 20 takes a digit behind it, 23 none."""
    place = 1
    while value and value % (place * 10) == 0:
        place *= 10
    return place

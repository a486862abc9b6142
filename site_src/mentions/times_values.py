"""Give the values that the groups of a time rule stand for: "Rabu" is 3, "dua puluh lima" is 25, "7.30" is 07:30.

What a group means is looked up once, when its rule is compiled; reading a match only calls what was found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from site_src.languages.pack import LanguagePack
from site_src.languages.patterns import Slot

ROMAN = {"i": 1, "v": 5, "x": 10}


class Fill(NamedTuple):
    """What a group of a compiled rule fills with which value."""

    end: str
    """`first` or `last` of a range, or empty for both."""
    field: str
    value: Callable[[str], Any]
    """None where the words are no such value, so that the rule does not hold; empty where they fill nothing."""
    in_figures: bool
    """Whether it is a month told in figures, which may turn out to be the day."""


def fills(slots: tuple[Slot, ...], pack: LanguagePack, series: Mapping[str, str]) -> tuple[Fill, ...]:
    """Prepare the groups of a rule, in their order."""
    return tuple(
        Fill(slot.end, slot.field, _value_of(slot.source, pack, series), slot.source == "month-number")
        for slot in slots
    )


def _value_of(source: str, pack: LanguagePack, series: Mapping[str, str]) -> Callable[[str], Any]:
    """Give the function from a group's words to its value."""
    listed = _list_of(source, pack, series)
    if listed is not None:
        return lambda words: listed[words] if words in listed else listed[" ".join(words.split())]
    if source == "decimal":
        return lambda words: decimal(words, pack)
    if source == "count":
        return lambda words: count(words, pack)
    return FIGURE_VALUES.get(source, int)


def _list_of(source: str, pack: LanguagePack, series: Mapping[str, str]) -> Mapping[str, Any] | None:
    calendar = {"month": pack.time.months, "weekday": pack.time.weekdays}
    others = {"ordinal": pack.numbers.ordinal_words, "series": series}
    return calendar.get(source) or pack.time.lists.get(source) or others.get(source)


def roman(words: str) -> int | None:
    """Read a small Roman number; None if it is none."""
    values = [ROMAN[letter] for letter in words]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values)) or None


def count(words: str, pack: LanguagePack) -> int | None:
    """Read a cardinal number in figures or words: "3", "dua puluh lima"."""
    if words.isdigit():
        return int(words)
    known = pack.numbers.words
    if words in known:
        return known[words]
    total, rest = 0, " ".join(words.replace("-", " ").split())
    while rest:
        fits = [word for word in known if rest == word or rest.startswith(word + " ")]
        if not fits:
            return None
        longest = max(fits, key=len)
        total, rest = total + known[longest], rest[len(longest) :].strip()
    return total


def decimal(words: str, pack: LanguagePack) -> float | int | None:
    """Read a number with a decimal sign or grouped thousands, as the pack writes them: "3.798", "1,500"."""
    whole, sign, rest = re.split(r"([.,])", words)
    if sign == pack.numbers.decimal:
        return float(f"{whole}.{rest}")
    return int(whole + rest) if len(rest) == 3 else None


def clock(words: str) -> str:
    """Write a time of day as `HH:MM`, or `HH` where no minutes are told: "0830" is 08:30."""
    if len(words) == 4 and words.isdigit():
        return f"{words[:2]}:{words[2:]}"
    parts = words.replace(".", ":").split(":")
    return ":".join(part.zfill(2) for part in parts[:2])


def year_of_two(words: str) -> int:
    """Read a year in two figures: 22 is 2022, 98 is 1998."""
    return int(words) + (2000 if int(words) < 50 else 1900)


FIGURE_VALUES: Mapping[str, Callable[[str], Any]] = {
    "year2": year_of_two,
    "decade": lambda words: int(words) // 10,
    "decade2": lambda words: 190 + int(words) // 10 if int(words) >= 20 else 200 + int(words) // 10,
    "hundred": lambda words: int(words) + 1,
    "roman": roman,
    "clock": clock,
    "clock4": clock,
    "clock24": clock,
    "hour": clock,
}
"""How figures are read that are not simply numbers."""

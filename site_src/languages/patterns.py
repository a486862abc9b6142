"""Time patterns: placeholders in angle brackets become named groups of a regular expression.

`<day> <month>` becomes two groups, filled from the pack's word lists. A placeholder may name the field that it fills
(`<offset:shift>`: the list `shift` fills `offset`) and the end of a range that it belongs to (`<first.day>`). Besides
the lists there are figures that mean the same in every language (`FIGURES`), words that only have to stand there
(`[time.words]`) and pieces that rules share (`[time.parts]`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from site_src.languages.pack import TimeWords

FIGURES = {
    "day": r"(?:[12][0-9]|3[01]|0?[1-9])(?![0-9])",
    # In "9/16/2022" the day stands where the month usually does.
    "month-number": r"(?:1[0-2]|0?[1-9]|(?:(?<=[^0-9][1-9][/-])|(?<=[^0-9](?:0[1-9]|1[0-2])[/-]))(?:1[3-9]|2[0-9]|3[01]))(?![0-9])",
    "year": r"(?:1[0-9]|20|21)[0-9]{2}(?![0-9])",
    "year2": r"[0-9]{2}(?![0-9])",
    "clock": r"(?:[01]?[0-9]|2[0-4])[.:][0-5][0-9](?:[.:][0-5][0-9])?(?![0-9])",
    "clock24": r"(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?![0-9:])",
    "clock4": r"(?:[01][0-9]|2[0-3])[0-5][0-9](?![0-9])",
    "hour": r"(?:[01]?[0-9]|2[0-4])(?![0-9]|[.,:][0-9])",
    "figure": r"[0-9]{1,4}(?![0-9]|[.,/][0-9])",
    "decimal": r"[0-9]{1,3}[.,][0-9]{1,3}(?![0-9]|[.,][0-9])",
    "hundred": r"1[0-9](?=00)",
    "decade": r"(?:1[0-9]|20)[0-9]0",
    "decade2": r"[0-9]0",
    "roman": r"[ivx]{1,5}(?!\w)",
}
"""What stands for figures: the same in every language."""

FIELD_OF = {
    "month-number": "month", "year2": "year", "hour": "clock", "clock24": "clock", "clock4": "clock",
    "figure": "number", "decimal": "number", "hundred": "number",
    "count": "number", "decade": "number", "decade2": "number", "roman": "number", "ordinal": "number",
    "months": "month", "weekdays": "weekday", "part": "part_of_day",
}  # fmt: skip
"""The field that a placeholder fills where its name is not the field's."""

PLACEHOLDER = re.compile(r"<(?:(first|last)\.)?(?:(\w+):)?([a-z][a-z0-9-]*)>")
DIGITS = "0"
"""Stands among first words for "a figure"."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A group of a compiled rule: which field it fills, for which end of a range, from which list."""

    group: str
    end: str
    """`first`, `last`, or empty for both."""
    field: str
    source: str
    """The placeholder's name: a list's name or a figure's."""


def expand(
    pattern: str, time: TimeWords, more: dict[str, tuple[str, ...]] | None = None
) -> tuple[str, tuple[Slot, ...]]:
    """Turn a pattern into a regular expression over folded text (lower case, plain spaces), and its slots.

    `more` are word lists that the caller adds (number words, names of series). Raises `ValueError` for an unknown
    placeholder.
    """
    slots: list[Slot] = []

    def put(match: re.Match[str], end: str = "", depth: int = 0) -> str:
        end, field, name = match[1] or end, match[2], match[3]
        if name in time.parts:
            if depth > 8:
                raise ValueError(f"<{name}> contains itself")
            return f"(?:{PLACEHOLDER.sub(lambda inner: put(inner, end, depth + 1), _spaces(time.parts[name]))})"
        if name in time.words:
            return any_of(time.words[name])
        source = FIGURES.get(name) or _list(name, time, more or {})
        slots.append(Slot(f"g{len(slots)}", end, field or FIELD_OF.get(name, name), name))
        return f"(?P<{slots[-1].group}>{source})"

    return PLACEHOLDER.sub(put, _spaces(pattern)), tuple(slots)


def _spaces(pattern: str) -> str:
    """Let a space stand for one or two."""
    return pattern.replace(" ?", "\0").replace(" ", " {1,2}").replace("\0", " {0,2}")


def _list(name: str, time: TimeWords, more: dict[str, tuple[str, ...]]) -> str:
    if name in ("month", "weekday"):
        return any_of(time.months if name == "month" else time.weekdays)
    if name in time.lists:
        return any_of(time.lists[name])
    if name == "count":
        word = any_of(more.get("number", ("one",)))
        return rf"(?:{FIGURES['figure']}|{word}(?:[- ]{word}){{0,2}})"
    if name in ("series", "ordinal"):
        return any_of(more.get(name, (name,)))
    raise ValueError(f"there is no list, figure or part <{name}>")


def any_of(words: Iterable[str]) -> str:
    """Write a list of words as one regular expression that shares beginnings, the longest word first.

    >>> any_of(["mei", "mar", "maret"])
    '(?:m(?:ar(?:et)?|ei))(?!\\\\w)'
    """
    return _any_of(tuple(sorted(set(words))))


@lru_cache(maxsize=1024)  # the same lists stand in hundreds of rules
def _any_of(listed: tuple[str, ...]) -> str:
    end = r"(?!\w)" if all(word[-1:].isalnum() for word in listed) else ""
    return f"(?:{_tree(list(listed))}){end}"


def _tree(words: list[str]) -> str:
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[:1], []).append(word[1:])
    optional = "" in groups
    branches = []
    for head, tails in sorted(groups.items()):
        if head:
            tail = _tree(tails) if tails != [""] else ""
            branches.append((" {1,2}" if head == " " else re.escape(head)) + tail)
    if not branches:
        return ""
    whole = "|".join(branches)
    return f"(?:{whole}){'?' if optional else ''}" if optional or len(branches) > 1 else whole


# --- Where a rule can begin -----------------------------------------------------------------------------------------

ATOM = re.compile(
    r"(?P<look>\(\?(?:<?[=!])(?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\))|(?P<group>\(\?:)|(?P<place><[^<>]*>)"
    r"|(?P<word>[^\W\d_]['\w]*)|(?P<digit>\\d|\[0-9\]|[0-9])"
)


def first_words(pattern: str, time: TimeWords, more: dict[str, tuple[str, ...]] | None = None) -> frozenset[str]:
    """Give the words with which a match of this pattern can begin; `DIGITS` for figures.

    The finder looks at a rule only where one of these stands, so a pattern has to begin with words, a list, a part,
    a figure, or a group of those. Raises `ValueError` if it does not.
    """
    found: set[str] = set()
    if _first(pattern, 0, time, more or {}, found)[1]:
        raise ValueError("the pattern can be empty")
    return frozenset(found)


def _first(
    pattern: str, at: int, time: TimeWords, more: dict[str, tuple[str, ...]], found: set[str]
) -> tuple[int, bool]:
    """Collect the first words of the alternatives from `at` to their end; tell where they end, and if one is empty."""
    any_empty, empty, open_ = False, True, True
    while at < len(pattern) and pattern[at] != ")":
        if pattern[at] == "|":
            any_empty, empty, open_, at = any_empty or empty, True, True, at + 1
            continue
        if not open_:
            at = _skip(pattern, at)
            continue
        atom = ATOM.match(pattern, at)
        if atom is None:
            if pattern[at] in " '":
                at += 2 if pattern[at + 1 : at + 2] == "?" else 1
                continue
            raise ValueError(f"cannot tell with which word the pattern begins: {pattern[at : at + 20]!r}")
        if atom["look"]:
            at = atom.end()
            continue
        passes = False
        if atom["group"]:
            at, passes = _first(pattern, atom.end(), time, more, found)
            at += 1
        else:
            at = atom.end()
            passes = _atom(atom, time, more, found)
        optional = pattern[at : at + 1] == "?"
        at += optional
        open_ = passes or optional
        empty = empty and open_
    return at, any_empty or empty


def _atom(atom: re.Match[str], time: TimeWords, more: dict[str, tuple[str, ...]], found: set[str]) -> bool:
    """Add the first words of a word, figure or placeholder; tell whether it can be empty."""
    if atom["word"]:
        found.add(atom["word"])
        return False
    if atom["digit"]:
        found.add(DIGITS)
        return False
    place = PLACEHOLDER.fullmatch(atom["place"])
    if place is None:
        raise ValueError(f"not a placeholder: {atom['place']}")
    name = place[3]
    if name in time.parts:
        return _first(time.parts[name], 0, time, more, found)[1]
    if name == "roman":
        found.update(("i", "ii", "iii", "iv", "v", "vi"))
    elif name in FIGURES:
        found.add(DIGITS)
    else:
        if name == "count":
            found.add(DIGITS)
        calendar = {"month": time.months, "weekday": time.weekdays}.get(name)
        more_words = more.get("number" if name == "count" else name, ())
        listed: Iterable[str] = calendar or time.lists.get(name) or time.words.get(name) or more_words
        heads = (re.split(r"[ \-]", word)[0] or "-" for word in listed)
        found.update(DIGITS if head[0].isdigit() else head for head in heads)
    return False


def _skip(pattern: str, at: int) -> int:
    """Step over one character, class or group."""
    if pattern[at] == "\\":
        return at + 2
    if pattern[at] == "[":
        return pattern.index("]", at + 2) + 1
    if pattern[at] != "(":
        return at + 1
    at += 1
    while pattern[at] != ")":
        at = _skip(pattern, at)
    return at + 1

"""The regular expressions that editors write: which are refused because they could take for ever on one line.

    fault(r"baca juga *:?.*")  ->  ""
    fault(r"(a+)+$")           ->  "one that gives up soon (endless ways on a line of 400 letters)"

Python's engine tries one way after the other before it gives up. So the ways are counted before it is asked: at each
choice (one more round or none, this alternative or that one) by the letters with which either goes on. Where these
differ, the next letter decides and there is one way; else the ways multiply. The number is a bound from above: the test
for one-ambiguity of Brüggemann-Klein and Wood (1998), made to count.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import comb, inf
from re import _parser  # type: ignore[attr-defined]  # how the engine itself reads an expression; public it is nowhere
from typing import Any

LONGEST = 400
"""Characters of a line that an editor's expression is held against: whole lines, and both ends of longer ones."""
MOST = 50_000_000
"""Ways on a line of so many characters: three stretches of any letters behind each other, half a second at worst."""
LARGEST = 2_000
"""Characters of an expression."""
FEW = 8
"""Rounds that are counted one by one; more are as many as the line has letters."""

Letters = frozenset[str]
_END = frozenset({""})
"""What comes after the last letter."""
_USUAL: Letters = frozenset(map(chr, range(9, 127))) | frozenset(
    "\x00\x85\xa0éÉ×ªµ²½ŁžБяعहあ漢\u0665\u0969\u2003\u2028–—“”…€😀ßſKİı"
)
"""Letters of every kind that classes tell apart; to these come those of the expression itself and their neighbours."""


@dataclass(frozen=True, slots=True)
class _Ways:
    """How often an expression can be tried from one place: `count` times, for each choice of `cuts` places in the line."""

    count: float = 1
    cuts: int = 0
    runs: bool = False
    """Whether a way itself can be as long as the line, and not only as the expression."""

    @property
    def is_one(self) -> bool:
        return self.count == 1 and self.cuts == 0

    @property
    def total(self) -> float:
        cuts = self.cuts + self.runs
        return self.count * comb(LONGEST + cuts, cuts)

    def then(self, other: _Ways) -> _Ways:
        return _Ways(self.count * other.count, self.cuts + other.cuts, self.runs or other.runs)

    def either(self, other: _Ways) -> _Ways:
        return _Ways(self.count + other.count, max(self.cuts, other.cuts), self.runs or other.runs)


_ONE = _Ways()
_REST = [("ANY", None)]
"""Any letters: where they end an expression, they end it well, for a line is shown to it without breaks."""
_WAY = 50
"""Characters of an expression that a way takes no notice of."""


@lru_cache(maxsize=1024)
def fault(pattern: str, *, anywhere: bool = False) -> str:
    """Say what was expected instead of this expression; empty if it may be used.

    `anywhere` tells whether it is looked for from every place of a line, not only held against the whole.
    """
    if len(pattern) > LARGEST:
        return f"a regular expression of at most {LARGEST} characters"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # what will be read in another way by a later Python
            alone = re.compile(pattern, re.IGNORECASE)
            re.compile(f"(?:{pattern})", re.IGNORECASE)  # as one of several
            tree = list(_parser.parse(pattern, re.IGNORECASE))
        if alone.groupindex:
            return "a regular expression whose groups have no names"
        ways = _Counting(_letters(tree), {}).ways(tree, _END)
    except (re.error, OverflowError, Warning) as error:
        return f"a regular expression ({str(error).lower()})"
    except RecursionError:
        return "a regular expression with fewer groups in groups"
    except _Refers:
        return "a regular expression that refers to no group"
    total = (ways.then(_Ways(1, 1)) if anywhere else ways).total * max(1.0, len(pattern) / _WAY)
    tried = "endless" if total == inf else f"{total:.0e}"
    return f"one that gives up soon ({tried} ways on a line of {LONGEST} letters)" if total > MOST else ""


class _Refers(Exception):
    """An expression refers to a group by its number, which is another one where several are joined."""


@dataclass(frozen=True, slots=True)
class _Counting:
    """Counts the ways of one expression, held against some letters."""

    letters: Letters
    known: dict[tuple[str, str], Letters]
    """What each sign stands for, as far as it was asked."""

    def ways(self, nodes: Sequence[Any], after: Letters) -> _Ways:
        """Count the ways of nodes behind each other, where `after` are the letters with which what follows can begin."""
        found = _ONE
        for node in reversed(nodes):
            found = self._of(node, after).then(found)
            first, empty = self._opening((node,))
            after = first | after if empty else first
        return found

    def _of(self, node: Any, after: Letters) -> _Ways:
        kind, value = str(node[0]), node[1]
        if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            return self._rounds(value[0], value[1], value[2], after)
        if kind == "BRANCH":
            return self._branches(value[1], after)
        if kind.startswith("GROUPREF"):
            raise _Refers
        if kind.startswith("ASSERT"):
            return self.ways(value[1], _END)  # tried once, however it is found
        return self.ways(inside, after) if (inside := _inside(kind, value)) is not None else _ONE

    def _rounds(self, least: int, most: int, nodes: Sequence[Any], after: Letters) -> _Ways:
        first, empty = self._opening(nodes)
        once = self.ways(nodes, after | first if most > 1 else after)
        ends = min(most, LONGEST) - least + 1 if empty or first & after else 1
        if once.is_one:
            rest = [(str(kind), value) for kind, value in nodes] == _REST and after == _END
            runs = once.runs or (most > FEW and not rest)
            return _Ways(1, 1, runs=once.runs) if ends > FEW else _Ways(max(ends, 1), 0, runs)
        if most == 1:
            return once.either(_Ways(ends - 1))
        return _Ways(inf) if most > FEW else _Ways(once.total**most * max(ends, 1))

    def _branches(self, branches: Iterable[Sequence[Any]], after: Letters) -> _Ways:
        found, taken = _Ways(0), frozenset[str]()
        for nodes in branches:
            first, empty = self._opening(nodes)
            first, one = first | after if empty else first, self.ways(nodes, after)
            apart = not first & taken
            most = _Ways(max(found.count, one.count), max(found.cuts, one.cuts), found.runs or one.runs)
            found = most if apart else found.either(one)
            taken |= first
        return found

    def _opening(self, nodes: Sequence[Any]) -> tuple[Letters, bool]:
        """Give the letters with which nodes can begin, and whether they can be nothing."""
        found: Letters = frozenset()
        for kind, value in nodes:
            first, empty = self._start(str(kind), value)
            found |= first
            if not empty:
                return found, False
        return found, True

    def _start(self, kind: str, value: Any) -> tuple[Letters, bool]:
        if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            first, empty = self._opening(value[2])
            return (first, empty or value[0] == 0) if value[1] else (frozenset(), True)
        if kind == "BRANCH":
            each = [self._opening(nodes) for nodes in value[1]]
            return frozenset[str]().union(*(first for first, _ in each)), any(empty for _, empty in each)
        if kind == "AT" or kind.startswith(("ASSERT", "GROUPREF")):
            return frozenset(), True
        inside = _inside(kind, value)
        if inside is not None:
            return self._opening(inside)
        key = (kind, str(value))
        if key not in self.known:
            self.known[key] = frozenset(
                letter for letter in self.letters if any(_is(kind, value, one) for one in _cases(letter))
            )
        return self.known[key], False


def _inside(kind: str, value: Any) -> Sequence[Any] | None:
    """Give what stands in a group; None for what is no group."""
    if kind == "SUBPATTERN":
        return list(value[3])
    return list(value) if kind == "ATOMIC_GROUP" else None


@cache
def _cases(letter: str) -> tuple[str, ...]:
    """Give a letter in both its cases, as far as these are one letter."""
    return tuple({one for one in (letter, letter.lower(), letter.upper(), letter.casefold()) if len(one) == 1})


def _is(kind: str, value: Any, letter: str) -> bool:
    """Tell whether a node that stands for one letter may stand for this one."""
    code = ord(letter)
    if kind == "LITERAL":
        return bool(code == value)
    if kind == "NOT_LITERAL":
        return bool(code != value)
    if kind == "RANGE":
        return bool(value[0] <= code <= value[1])
    if kind == "CATEGORY":
        return _CATEGORIES[str(value)].match(letter) is not None
    if kind == "IN":
        turned = str(value[0][0]) == "NEGATE"
        return turned != any(_is(str(one), each, letter) for one, each in value[turned:])
    return True  # any letter


_CATEGORIES = {
    f"CATEGORY_{turned}{name}": re.compile(sign.upper() if turned else sign)
    for name, sign in (("SPACE", r"\s"), ("DIGIT", r"\d"), ("WORD", r"\w"))
    for turned in ("", "NOT_")
}


def _letters(nodes: Sequence[Any]) -> Letters:
    """Give letters by which everything in an expression can be told apart: its own, their neighbours, and the usual."""
    return _USUAL | {
        one
        for code in _codes(nodes)
        for near in (code - 1, code, code + 1)
        if 0 <= near < 0x110000
        for one in _cases(chr(near))
    }


def _codes(value: Any) -> Iterable[int]:
    """Give every number in a parsed expression; those that are counts do no harm."""
    if isinstance(value, int):
        if type(value) is int:
            yield value
    elif isinstance(value, tuple | list) or hasattr(value, "data"):
        for one in value:
            yield from _codes(one)

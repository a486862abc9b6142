"""Tell with which two words a pattern's match can begin, so that the finder tries a rule only where both stand.

"the" begins dozens of rules and most sentences; "the end" begins few. Look-arounds, punctuation and spaces say nothing
and are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from site_src.languages.pack import TimeWords
from site_src.languages.patterns import DIGITS, FIGURES, PLACEHOLDER

ANY = "*"
"""Stands for a word that cannot be told."""
WORD = re.compile(r"\w+")
PIECE = re.compile(
    r"(?P<look>\(\?<?[=!])|(?P<group>\(\?:|\()|(?P<place><[^<>]*>)|(?P<digit>\\d|\[0-9\])"
    r"|(?P<any>\\[wS]|\[a-z\]|\[\^[^\]]*\])|(?P<word>[^\W\d_]+)|(?P<number>[0-9]+)|(?P<repeat>\{[0-9,]*\}|[*+])"
    r"|(?P<other>\\.|\[(?:\\.|[^\]\\])*\]|.)",
    re.DOTALL,
)
Starts = frozenset[tuple[str, ...]]
"""What something can begin with: at most two words each, fewer where it can end there."""
NOTHING: Starts = frozenset({()})


def first_two(pattern: str, time: TimeWords, more: Mapping[str, tuple[str, ...]]) -> Starts:
    """Give the first two words of all that a pattern matches; `DIGITS` for figures, `ANY` for what cannot be told.

    >>> sorted(first_two("the (?:last )?day", TimeWords({}, {}), {}))
    [('the', 'day'), ('the', 'last')]
    """
    return _alternatives(pattern, 0, time, more)[0]


def _alternatives(pattern: str, at: int, time: TimeWords, more: Mapping[str, tuple[str, ...]]) -> tuple[Starts, int]:
    """Read alternatives up to the bracket that closes them; give what they begin with and where they end."""
    whole: Starts = frozenset()
    so_far, last = NOTHING, NOTHING
    while at < len(pattern) and pattern[at] != ")":
        piece = PIECE.match(pattern, at)
        assert piece is not None
        at = piece.end()
        if piece[0] == "|":
            whole, so_far, last = whole | _joined(so_far, last), NOTHING, NOTHING
        elif piece[0] == "?":
            last = last | NOTHING
        elif piece["repeat"]:
            none = NOTHING if piece[0] == "*" or piece[0].startswith("{0") else frozenset()
            last = last | none | _joined(last, frozenset({(ANY,)}))
        else:
            so_far = _joined(so_far, last)
            if piece["group"] or piece["look"]:
                last, at = _alternatives(pattern, at, time, more)
                last, at = (NOTHING if piece["look"] else last), at + 1
            else:
                last = _words(piece, time, more)
    return whole | _joined(so_far, last), at


def _joined(left: Starts, right: Starts) -> Starts:
    return frozenset((*one, *other)[:2] for one in left for other in (right if len(one) < 2 else NOTHING))


def _words(piece: re.Match[str], time: TimeWords, more: Mapping[str, tuple[str, ...]]) -> Starts:
    """Give the words that a piece of a pattern stands for."""
    if piece["word"] or piece["digit"] or piece["number"] or piece["any"]:
        return frozenset({(piece["word"] or (ANY if piece["any"] else DIGITS),)})
    place = PLACEHOLDER.fullmatch(piece["place"] or "")
    if place is None:
        return NOTHING
    name = place[3]
    if name in time.parts:
        return _alternatives(time.parts[name], 0, time, more)[0]
    if name == "count":
        numbers = _listed(more.get("number", ()))
        return frozenset({(DIGITS,)}) | numbers | _joined(numbers, numbers)
    if name in ("month", "weekday"):
        return _listed(time.months if name == "month" else time.weekdays)
    listed = time.lists.get(name) or time.words.get(name) or more.get(name)
    return _listed(listed) if listed else frozenset({(DIGITS if name in FIGURES and name != "roman" else ANY,)})


def _listed(phrases: Iterable[str]) -> Starts:
    """Cut listed phrases into words; one of signs only, a dash for "to", is none."""
    cut = (WORD.findall(phrase)[:2] for phrase in phrases)
    return frozenset(tuple(DIGITS if word[0].isdigit() else word for word in words) for words in cut)

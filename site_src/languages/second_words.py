"""Tell with what a pattern's match can begin, so that the finder tries a rule only where that stands.

"the" begins dozens of rules and most sentences; "the end" begins few. A figure begins even more; how many digits it has
and what comes after it leave two or three. Look-arounds and spaces say nothing and are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

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
Reader = Callable[[re.Match[str], TimeWords, Mapping[str, tuple[str, ...]]], Starts]
"""Tells with what a piece of a pattern begins."""


def first_two(pattern: str, time: TimeWords, more: Mapping[str, tuple[str, ...]]) -> Starts:
    """Give the first two words of all that a pattern matches; `DIGITS` for figures, `ANY` for what cannot be told.

    >>> sorted(first_two("the (?:last )?day", TimeWords({}, {}), {}))
    [('the', 'day'), ('the', 'last')]
    """
    return _alternatives(pattern, 0, time, more, _words)[0]


def _alternatives(
    pattern: str, at: int, time: TimeWords, more: Mapping[str, tuple[str, ...]], words: Reader
) -> tuple[Starts, int]:
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
                last, at = _alternatives(pattern, at, time, more, words)
                last, at = (NOTHING if piece["look"] else last), at + 1
            else:
                last = words(piece, time, more)
    return whole | _joined(so_far, last), at


def _joined(left: Starts, right: Starts) -> Starts:
    """Join what comes first with what comes after it; of the latter only the first words count behind a word."""
    if right == NOTHING:
        return left
    heads = {other[:1] for other in right}
    joined = {(*one, *head) for one in left if len(one) == 1 for head in heads}
    return frozenset(one for one in left if len(one) == 2) | joined | (right if () in left else frozenset())


def _words(piece: re.Match[str], time: TimeWords, more: Mapping[str, tuple[str, ...]]) -> Starts:
    """Give the words that a piece of a pattern stands for."""
    if piece["word"] or piece["digit"] or piece["number"] or piece["any"]:
        return frozenset({(piece["word"] or (ANY if piece["any"] else DIGITS),)})
    place = PLACEHOLDER.fullmatch(piece["place"] or "")
    if place is None:
        return NOTHING
    name = place[3]
    if name in time.parts:
        return _alternatives(time.parts[name], 0, time, more, _words)[0]
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


# --- Figures ----------------------------------------------------------------------------------------------------------

SHAPE = re.compile(r"(?P<figure>[0-9]+) {0,2}(?P<next>[^\W\d_]+|(?s:.)|\Z)")
"""A figure and what comes after it, spaces passed over: letters, one digit or one sign."""
DIGIT_COUNTS = {
    "day": "12", "month-number": "12", "year": "4", "year2": "2", "clock": "12", "clock24": "12", "clock4": "4",
    "hour": "12", "figure": "1234", "decimal": "123", "decade": "4", "decade2": "2", "count": "1234",
}  # fmt: skip
"""How many digits a figure has where its match begins; a figure that is not listed may have any."""
SIGNS = {"clock": ".:", "clock24": ":", "decimal": ".,"}
"""With which signs a figure goes on."""
MOST_DIGITS = 5
"""Figures of so many digits and more are told apart no further."""


def shape(text: str, at: int = 0) -> tuple[int, str]:
    """Give how many digits a figure has, and what comes after it.

    >>> shape("16 Juli".lower()), shape("16/9"), shape("1990s"), shape("3 4")
    ((2, 'juli'), (2, '/'), (4, 's'), (1, '0'))
    """
    found = SHAPE.match(text, at)
    assert found is not None
    figure, after = found.groups()
    return min(len(figure), MOST_DIGITS), DIGITS if after.isdigit() else after


def shapes(pattern: str, time: TimeWords, more: Mapping[str, tuple[str, ...]]) -> frozenset[tuple[int, str]]:
    """Give the shapes of all figures with which a pattern's match can begin; `ANY` where it may go on with anything."""
    found = set()
    for start in _alternatives(pattern, 0, time, more, _signed)[0]:
        counts = start[0].removeprefix(DIGITS) if start and start[0].startswith(DIGITS) else None
        after = start[1] if len(start) > 1 else ANY
        if counts is not None:
            found |= {(int(count), DIGITS if after.startswith(DIGITS) else after) for count in counts or "12345"}
    return frozenset(found)


def _signed(piece: re.Match[str], time: TimeWords, more: Mapping[str, tuple[str, ...]]) -> Starts:
    """Give what a piece of a pattern stands for, signs told and figures with the number of their digits."""
    if piece["number"]:
        return frozenset({(f"{DIGITS}{min(len(piece['number']), MOST_DIGITS)}",)})
    if piece["word"] or piece["digit"] or piece["any"]:
        return frozenset({(piece["word"] or (ANY if piece["any"] else DIGITS),)})
    if piece["other"]:
        signs = _signs(piece["other"])
        return frozenset((sign,) if sign != " " else () for sign in signs)
    name = PLACEHOLDER.fullmatch(piece["place"])[3]  # type: ignore[index]  # the loader has checked it
    if name in time.parts:
        return _alternatives(time.parts[name], 0, time, more, _signed)[0]
    if name in ("month", "weekday"):
        return _led(time.months if name == "month" else time.weekdays)
    if name == "hundred":  # the first two digits of "1800s"
        return frozenset({(f"{DIGITS}4", ANY)})
    listed = time.lists.get(name) or time.words.get(name) or more.get("number" if name == "count" else name)
    figure: Starts = (
        frozenset({(DIGITS + DIGIT_COUNTS.get(name, ""),)}) if name in FIGURES or name == "count" else frozenset()
    )
    if name in SIGNS:
        figure = frozenset((*one, sign) for one in figure for sign in SIGNS[name])
    return figure | (_led(listed) if listed else frozenset()) or frozenset({(ANY,)})


def _signs(written: str) -> str:
    """Give the signs for which a piece of a regular expression stands: `[-/]`, `\\.`, a space."""
    if written == ".":
        return ANY
    inner = written[1:-1] if written.startswith("[") and len(written) > 1 else written
    return inner.replace("\\", "")


def _led(phrases: Iterable[str]) -> Starts:
    """Give with what listed phrases begin; of one that begins with a figure, what follows too."""
    starts: set[tuple[str, ...]] = set()
    for phrase in phrases:
        if phrase[:1].isdigit():
            count, after = shape(phrase)
            starts.add((f"{DIGITS}{count}", after) if after else (f"{DIGITS}{count}",))
        else:
            letters = LETTERS.match(phrase)
            starts.add((letters[0] if letters else phrase[:1],))
    return frozenset(starts)


LETTERS = re.compile(r"[^\W\d_]+")

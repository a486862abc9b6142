"""Names that no table knows: runs of capitalised words as they stand.

"... said Ysolde Marhaus of the River Council."  ->  "Ysolde Marhaus", "River Council"
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from site_src.languages.pack import LanguagePack
from site_src.mentions.plain import Plain, without
from site_src.model import EntityMention, TimeExpression

UPPER = "".join(chr(code) for code in (*range(0x250), *range(0x370, 0x530)) if chr(code).isupper())
LONGEST = 6
"""Words: a longer run is a line in title case."""


Found = EntityMention | TimeExpression


class Piece(NamedTuple):
    """Capitalised words that may be a name."""

    start: int
    end: int
    words: tuple[str, ...]
    inside: bool
    """Not at a sentence's beginning, where any word has a capital."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """How one language writes names."""

    pack: LanguagePack
    run: re.Pattern[str]
    never: frozenset[str]


def find_names(plain: Plain, pack: LanguagePack, known: Sequence[Found]) -> tuple[EntityMention, ...]:
    """Give unknown names between what is known (names, times): two words or more, or one that returns inside sentences."""
    spelling = _spelling(pack)
    # In a headline every word may have a capital.
    filled = sorted([*plain.headlines, *((mention.start, mention.end) for mention in known)], key=_widest_first)
    words = without(plain.words, filled)
    small = frozenset(words.split(" "))
    pieces = [piece for found in spelling.run.finditer(words) for piece in _pieces(found, small, plain, spelling)]
    single = Counter(piece.words[0] for piece in pieces if len(piece.words) == 1 and piece.inside)
    surnames = {piece.words[-1] for piece in pieces if len(piece.words) > 1}
    return tuple(
        EntityMention(piece.start, piece.end, plain.source[piece.start : piece.end], "", "name")
        for piece in pieces
        if len(piece.words) > 1 or single[piece.words[0]] > 1 or (piece.words[0] in surnames and piece.inside)
    )


def _widest_first(span: tuple[int, int]) -> tuple[int, int]:
    return span[0], -span[1]


def _spelling(pack: LanguagePack) -> Spelling:
    """Compile how a language writes names; remembered for the last packs that were asked for."""
    known = _MADE.get(id(pack))
    if known is None:
        while len(_MADE) >= _MOST:
            del _MADE[next(iter(_MADE))]
        known = _MADE[id(pack)] = Spelling(pack, re.compile(_run(pack)), _never(pack))
    return known


# By identity, since packs do not hash; each value holds its pack, so that no other takes its place in memory.
_MADE: dict[int, Spelling] = {}
_MOST = 16


def _run(pack: LanguagePack) -> str:
    particles = "|".join(map(re.escape, pack.sentences.particles)) or r"(?!)"
    word = rf"[{UPPER}](?:[\w'-]*\w|\.)?"
    # A set of letters at the head lets the search skip what cannot begin, so the look behind comes after it.
    begin = rf"[{UPPER}](?<![\w'-].)(?:[\w'-]*\w|\.)?"
    return rf"{begin}(?: (?:(?:{particles}) )?{word})*"


def _never(pack: LanguagePack) -> frozenset[str]:
    """Words that are no names though they may have a capital: months, weekdays, titles, numbers, common words."""
    speech = pack.speech
    phrases = (*speech.titles, *speech.according, *speech.attribution, *speech.clauses, *speech.frames)
    counted = (*pack.numbers.words, *pack.numbers.ordinal_words, *pack.numbers.scales)
    spoken = (word for phrase in phrases for word in phrase.split())
    return frozenset((*pack.time.months, *pack.time.weekdays, *spoken, *counted, *pack.sentences.common))


def _pieces(found: re.Match[str], small: frozenset[str], plain: Plain, spelling: Spelling) -> Iterator[Piece]:
    """Cut a run at the words that are no names, and its first word off if elsewhere it is written small."""
    before = found.string[plain.sentence_start(found.start()) : found.start()]
    first = len(before) < 4 and not any(map(str.isalnum, before))
    piece: list[tuple[int, str]] = []
    at = found.start()
    for index, word in enumerate(found[0].split(" ")):
        begins = first and not index
        stops = word.lower() in spelling.never and not (word.isupper() and len(word) > 1)
        if piece and not word[:1].isupper():  # a particle
            piece.append((at, word))
        elif stops or (begins and word.lower() in small):
            yield from _piece(piece, first, found.start())
            piece = []
        else:
            piece.append((at, word))
        at += len(word) + 1
    yield from _piece(piece, first, found.start())


def _piece(words: list[tuple[int, str]], first: bool, start: int) -> Iterator[Piece]:
    while words and not words[-1][1][:1].isupper():
        words.pop()
    if words and len(words) <= LONGEST and sum(map(len, (word for _, word in words))) > 1:
        end = words[-1][0] + len(words[-1][1])
        yield Piece(words[0][0], end, tuple(word for _, word in words), not (first and words[0][0] == start))

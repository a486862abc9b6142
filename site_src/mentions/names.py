"""Names that no table knows: runs of capitalised words as they stand.

"... said Ysolde Marhaus of the River Council."  ->  "Ysolde Marhaus", "River Council"
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from site_src.languages.pack import LanguagePack
from site_src.mentions.plain import Plain, without
from site_src.model import EntityMention, TimeExpression

UPPER = "".join(chr(code) for code in (*range(0x250), *range(0x370, 0x530)) if chr(code).isupper())
LONGEST = 6
"""Words: a longer run is a line in title case."""


class Piece(NamedTuple):
    """Capitalised words that may be a name."""

    start: int
    end: int
    words: str
    inside: bool
    """Not at a sentence's beginning, where any word has a capital."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """How one language writes names."""

    pack: LanguagePack
    run: re.Pattern[str]
    never: frozenset[str]
    common: frozenset[str]
    """Words that may stand inside a name all the same: "Organisasi Kerja Sama"."""


def find_names(
    plain: Plain, pack: LanguagePack, known: Sequence[EntityMention], times: Sequence[TimeExpression]
) -> tuple[EntityMention, ...]:
    """Give unknown names between what is known: two words or more, or one that returns inside sentences."""
    spelling = _spelling(pack)
    words = without(plain.words, [(mention.start, mention.end) for mention in known])
    words = without(words, [(time.start, time.end) for time in times])
    words = without(words, plain.headlines)  # where every word may have a capital
    small = frozenset(words.split(" "))
    pieces = [piece for run in spelling.run.finditer(words) for piece in _pieces(run, small, plain, spelling)]
    pieces = [part for piece in pieces for part in _parted(piece, pieces, plain, pack)]
    single = Counter([piece.words for piece in pieces if piece.inside and " " not in piece.words])
    surnames = {piece.words.rpartition(" ")[2] for piece in pieces if " " in piece.words}
    return tuple(
        EntityMention(piece.start, piece.end, plain.source[piece.start : piece.end], "", "name")
        for piece in pieces
        if " " in piece.words or single[piece.words] > 1 or (piece.inside and piece.words in surnames)
    )


def _spelling(pack: LanguagePack) -> Spelling:
    """Compile how a language writes names; remembered for the last packs that were asked for."""
    known = _MADE.get(id(pack))
    if known is None:
        while len(_MADE) >= _MOST:
            del _MADE[next(iter(_MADE))]
        known = _MADE[id(pack)] = Spelling(pack, re.compile(_run(pack)), _never(pack), _common(pack))
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


def _common(pack: LanguagePack) -> frozenset[str]:
    speech = pack.speech
    spoken = {word for phrase in (*speech.titles, *speech.clauses, *speech.frames) for word in phrase.split()}
    return frozenset(pack.sentences.common) - spoken - {*pack.time.months, *pack.time.weekdays, *pack.numbers.words}


def _pieces(run: re.Match[str], small: frozenset[str], plain: Plain, spelling: Spelling) -> list[Piece]:
    """Cut a run at the words that are no names, and its first word off if elsewhere it is written small."""
    begin = at = start = run.start()
    pieces: list[Piece] = []
    held: list[str] = []
    for word in run[0].split(" "):
        lower = word.lower()
        if held and not word[:1].isupper():  # a particle
            held.append(word)
        elif (lower in spelling.never and not _inside(lower, at + len(word), held, run, spelling, word)) or (
            at == start and lower in small and _opens_sentence(run, plain)
        ):
            pieces += _piece(held, begin, run, plain)
            held = []
        else:
            begin = begin if held else at
            held.append(word)
        at += len(word) + 1
    return pieces + _piece(held, begin, run, plain) if held else pieces


def _inside(lower: str, end: int, held: list[str], run: re.Match[str], spelling: Spelling, word: str) -> bool:
    """Tell whether a common word belongs to a name: it is written in capitals, or stands between two words of it."""
    between = bool(held) and lower in spelling.common and end < run.end()
    return between or (word.isupper() and len(word) > 1)


def _parted(piece: Piece, pieces: Sequence[Piece], plain: Plain, pack: LanguagePack) -> list[Piece]:
    """Part a country from the person behind a title: "President <Country> <First> <Last>".

    No table knows the country, but the text names it alone elsewhere.
    """
    if piece.words.count(" ") < 2:
        return [piece]
    words = piece.words.split(" ")
    before = plain.words[max(0, piece.start - 40) : piece.start].lower().rstrip()
    if not before.endswith(pack.speech.titles):
        return [piece]
    alone = {other.words for other in pieces}
    for count in (2, 1):
        first = " ".join(words[:count])
        if len(words) - count >= 2 and first in alone:
            at = piece.start + len(first) + 1
            rest = " ".join(words[count:])
            return [Piece(piece.start, at - 1, first, True), Piece(at, piece.end, rest, True)]
    return [piece]


def _opens_sentence(run: re.Match[str], plain: Plain) -> bool:
    """Tell whether at most a quotation mark or a bracket stands before a run in its sentence."""
    start = run.start()
    begin = plain.sentence_start(start)
    return start - begin < 4 and not any(map(str.isalnum, run.string[begin:start]))


def _piece(held: list[str], start: int, run: re.Match[str], plain: Plain) -> list[Piece]:
    while held and not held[-1][:1].isupper():
        held.pop()
    words = " ".join(held)
    if not held or len(held) > LONGEST or len(words) < len(held) + 1:
        return []
    inside = start > run.start() or not _opens_sentence(run, plain)
    return [Piece(start, start + len(words), words, inside)]

"""Names that no table knows: runs of capitalised words as they stand.

    "... said Ysolde Marhaus of the River Council."  ->  "Ysolde Marhaus", "River Council"
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from site_src.languages.pack import LanguagePack
from site_src.mentions.plain import GAP, Plain
from site_src.model import EntityMention

UPPER = "".join(chr(code) for code in (*range(0x250), *range(0x370, 0x530)) if chr(code).isupper())
LONGEST = 6
"""Words: a longer run is a line in title case."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Capitalised words that may be a name."""

    start: int
    end: int
    words: tuple[str, ...]
    inside: bool
    """Not at a sentence's beginning, where any word has a capital."""


def find_names(plain: Plain, pack: LanguagePack, known: Sequence[EntityMention]) -> tuple[EntityMention, ...]:
    """Give unknown names between the known ones: two words or more, or one that returns inside sentences."""
    runs = re.compile(_run(pack))
    never = _never(pack)
    words = _without(plain, known)
    pieces = [piece for found in runs.finditer(words) for piece in _pieces(found, words, plain, never, pack)]
    single = Counter(piece.words[0] for piece in pieces if len(piece.words) == 1 and piece.inside)
    surnames = {piece.words[-1] for piece in pieces if len(piece.words) > 1}
    return tuple(
        EntityMention(piece.start, piece.end, plain.source[piece.start : piece.end], "", "name")
        for piece in pieces
        if len(piece.words) > 1 or single[piece.words[0]] > 1 or (piece.words[0] in surnames and piece.inside)
    )


def _run(pack: LanguagePack) -> str:
    particles = "|".join(map(re.escape, pack.sentences.particles)) or r"(?!)"
    word = rf"[{UPPER}](?:[\w'-]*\w|\.)?"
    return rf"(?<![\w'-]){word}(?: (?:(?:{particles}) )?{word})*"


def _never(pack: LanguagePack) -> frozenset[str]:
    """Words that are no names though they may have a capital: months, weekdays, titles, numbers, common words."""
    titles = (word for title in pack.speech.titles for word in title.split())
    counted = (*pack.numbers.words, *pack.numbers.ordinal_words, *pack.numbers.scales)
    return frozenset((*pack.time.months, *pack.time.weekdays, *titles, *counted, *pack.sentences.common))


def _without(plain: Plain, known: Sequence[EntityMention]) -> str:
    """Fill up known names and headlines: in a headline every word may have a capital."""
    spans = sorted([*((mention.start, -mention.end) for mention in known), *((a, -b) for a, b in plain.headlines)])
    pieces: list[str] = []
    at = 0
    for start, end in spans:
        if start >= at:
            pieces += (plain.words[at:start], GAP * (-end - start))
            at = -end
    return "".join((*pieces, plain.words[at:]))


def _pieces(
    found: re.Match[str], words: str, plain: Plain, never: frozenset[str], pack: LanguagePack
) -> Iterator[Piece]:
    """Cut a run at the words that are no names, and its first word off if it only begins the sentence."""
    first = not any(letter.isalnum() for letter in words[plain.sentence_start(found.start()) : found.start()])
    piece: list[tuple[int, str]] = []
    at = found.start()
    for index, word in enumerate(found[0].split(" ")):
        begins = first and not index
        stops = word.lower() in never and not (word.isupper() and len(word) > 1)
        if stops and word.lower() in pack.sentences.particles and piece and not word[:1].isupper():
            piece.append((at, word))
        elif stops or (begins and f" {word.lower()} " in words):
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

"""Tell from a clause whether a day in it lies ahead or behind: "akan ... hari Kamis", "menandatangani ... Kamis"."""

from __future__ import annotations

import re
from collections import deque
from functools import lru_cache

from site_src.languages.pack import LanguagePack
from site_src.languages.phrases import any_of, word_pattern

BREAK = re.compile(r"[;:“”\"()]|[.!?]\s")
NEAR = 400
"""How far from an expression a marker is looked for, in code points: a long sentence costs no more than a short."""


@lru_cache(maxsize=64)
def _markers(planned: tuple[str, ...], past: tuple[str, ...]) -> re.Pattern[str]:
    ahead, back = ("|".join(map(word_pattern, sorted(set(words), key=_longest))) for words in (planned, past))
    return re.compile(rf"(?P<ahead>{ahead or '(?!)'})|(?P<back>{back or '(?!)'})", re.IGNORECASE)


def _longest(word: str) -> tuple[int, str]:
    return -len(word), word


def tense(source: str, sentence: tuple[int, int], start: int, end: int, pack: LanguagePack) -> int:
    """Give 1 if the clause around `source[start:end]` tells of something ahead, -1 if of something past, 0 if neither.

    The nearest marker before the expression in its clause decides; without one, the first after it: up to the next
    comma, or beyond it where the expression opens its clause ("Pada Kamis, presiden akan ..."). Verbs of saying
    count as past: what is said "on Thursday" was said.
    """
    markers = _markers(pack.stance.planned, pack.stance.past + pack.speech.verbs)
    before = _after_break(source[max(sentence[0], start - NEAR) : start], pack)
    found = _last(markers, before)
    if found is None:
        after = _before_break(source[end : min(sentence[1], end + NEAR)], pack)
        fronted = before.count(" ") <= 2
        found = markers.search(after if fronted else after.split(",", 1)[0])
    return 0 if found is None else 1 if found["ahead"] else -1


def _last(markers: re.Pattern[str], words: str) -> re.Match[str] | None:
    return deque(markers.finditer(words), maxlen=1).pop() if markers.search(words) else None


def _after_break(words: str, pack: LanguagePack) -> str:
    cut = max((match.end() for match in BREAK.finditer(words)), default=0)
    clause = max((match.end() for match in any_of(pack.time.clauses).finditer(words)), default=0)
    return words[max(cut, clause) :]


def _before_break(words: str, pack: LanguagePack) -> str:
    cuts = [match.start() for match in (BREAK.search(words), any_of(pack.time.clauses).search(words)) if match]
    return words[: min(cuts, default=len(words))]

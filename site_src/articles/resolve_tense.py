"""Tell from a clause whether a day in it lies ahead or behind: "akan ... hari Kamis", "menandatangani ... Kamis".

A sentence is read once for its markers; each expression in it then looks at those of its own clause.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from site_src.languages.lexicon import Lexicon, lexicon
from site_src.languages.pack import LanguagePack

BREAK = re.compile(r"[;:“”\"()]|[.!?]\s")
NEAR = 400
"""How far from an expression a marker is looked for, in code points: a long sentence costs no more than a short."""
CLOSE = 2
"""So many words at most stand between a verb and the day that goes with it: "killed late on Friday"."""
SPEECH = 5
"""So many words at most stand between a verb of saying and its day: "said in a statement on Friday"."""

Kind = Literal[
    "break", "join", "ahead", "until", "back", "said", "scheduled", "neither", "done", "next", "maybe", "sold", "from"
]
KINDS: tuple[Kind, ...] = (
    "break", "join", "ahead", "until", "back", "said", "scheduled", "neither", "done", "next", "maybe", "sold", "from",
)  # fmt: skip
NO_NAMES: tuple[Kind, ...] = ("done", "ahead")
"""Markers that count in small letters: names end as verbs do, and "May" is a month."""
WEAK: tuple[Kind, ...] = ("neither", "next", "maybe", "from")
"""What a marker says; of two readings of the same words the one that stands first here counts."""


class Mark(NamedTuple):
    """A marker at its place in the source."""

    start: int
    end: int
    kind: Kind


def marks(source: str, start: int, end: int, pack: LanguagePack) -> tuple[Mark, ...]:
    """Give the markers of a sentence in order, without overlaps, between a break at its start and one at its end.

    Of two that begin together the longer one counts.
    """
    words = source[start:end].replace("’", "'")
    hits = _lexicon(pack.code, pack.digest, pack).read(words)
    found = [Mark(at, stop, kind) for kind in KINDS for at, stop in hits.spans(kind)]
    found += [Mark(*match.span(), "break") for match in BREAK.finditer(words)]
    kept = [Mark(start, start, "break")]
    for at, stop, kind in sorted(found, key=lambda one: (one.start, -one.end)):
        if start + at >= kept[-1].end and (kind not in NO_NAMES or words[at].islower() or (kind == "ahead" and at < 2)):
            kept.append(Mark(start + at, start + stop, kind))
    return (*kept, Mark(end, end, "break"))


@lru_cache(maxsize=16)
def _held(code: str, digest: str) -> list[Lexicon]:
    return []


def _lexicon(code: str, digest: str, pack: LanguagePack) -> Lexicon:
    """Prepare a pack's markers once."""
    held = _held(code, digest)
    if not held:
        told = {
            "break": pack.time.clauses,
            "ahead": pack.stance.planned,
            "back": pack.stance.past,
            "said": pack.speech.verbs,
        }
        held.append(lexicon(tuple((kind, (*told.get(kind, ()), *pack.time.tense.get(kind, ()))) for kind in KINDS)))
    return held[0]


# --- The tense of one expression ----------------------------------------------------------------------------------------


def tense(source: str, told: Sequence[Mark], start: int, end: int, *, of_week: bool = False) -> int:
    """Give 1 if the clause around `source[start:end]` tells of something ahead, -1 if of something past, 0 if neither.

    `told` are the markers of its sentence, `of_week` says that the expression is a weekday. The nearest marker before
    the expression in its clause decides; without one, the first after it: up to the next comma, or beyond it where the
    expression opens its clause ("Pada Kamis, presiden akan ..."). Verbs of saying count as past: what is said "on
    Thursday" was said.
    """
    before = list(_before(told, start))
    if any(mark.end > start for mark in before):
        return -1  # "agreed on Friday to ..."
    before = [mark for mark in before if mark.kind != "neither"]
    if of_week and before and before[0].kind == "from" and not source[before[0].end : start].strip():
        return -1 if any(mark.kind == "back" for mark in before) else 1  # "berlaku mulai Senin"
    after = list(_after(source, told, start, end))
    if _governed(source, before, after, start, end):
        return 1
    first = next((mark.kind for mark in after if mark.kind not in (*WEAK, "until")), None)
    if first != "ahead" and _up_to(source, before, start):
        head = told[bisect_left(told, before[0]) - 1]
        opens = head.kind == "break" and not source[head.end : before[0].start].strip()
        if first in ("done", "back") and (opens or not of_week):
            return -1
        if opens:
            return 0
    found = _looking_back(source, before, start, of_week=of_week)
    if found:
        return found
    if first is not None:
        return 1 if first in ("ahead", "scheduled") or (first == "sold" and of_week) else -1
    return int(of_week and any(mark.kind == "maybe" for mark in before))


def _governed(source: str, before: Sequence[Mark], after: Sequence[Mark], start: int, end: int) -> bool:
    """Tell whether an expression only qualifies what is told to lie ahead: "said the talks on Friday would ..."."""
    if not after or after[0].kind not in ("ahead", "next") or source[end : after[0].start].strip():
        return False
    nearest = next((mark for mark in before if mark.kind != "maybe"), None)
    return nearest is None or (nearest.kind == "said" and _words(source, nearest.end, start) > CLOSE)


def _looking_back(source: str, before: Sequence[Mark], start: int, *, of_week: bool) -> int:
    """Read the markers before an expression, the nearest first.

    A verb of the past that does not stand close to the expression may belong to a noun ("will hold its delayed vote
    on Friday"): what looks ahead further off goes before it, unless a comma parts the two. "Until Friday" looks ahead;
    "until May" only where nothing is past.
    """
    done: Mark | None = None
    until = 0
    for mark in before:
        near = _words(source, mark.end, until or start)
        if mark.kind == "until" and not near:
            until = mark.start
        elif mark.kind in ("ahead", "scheduled"):
            parted = done is not None and (mark.kind == "scheduled" or "," in source[mark.end : done.start])
            return -1 if parted else 1
        elif mark.kind == "done":
            if near <= (0 if until else CLOSE):
                return 1 if _planned(source, before, mark) else -1
            done = done or mark
        elif mark.kind == "sold" or (mark.kind == "back" and not near):
            return 1 if _ahead_before(before, mark) else -1
        elif mark.kind in ("back", "said"):
            return 1 if until and (of_week or mark.kind == "said") else -1
    return 1 if until and (of_week or done is None) else -1 if done is not None else 0


def _ahead_before(before: Sequence[Mark], mark: Mark) -> bool:
    """Tell whether the next marker further back looks ahead: "berencana berunjuk rasa sejak Rabu"."""
    earlier = next((one for one in before if one.end <= mark.start and one.kind not in WEAK), None)
    return earlier is not None and earlier.kind == "ahead"


def _planned(source: str, before: Sequence[Mark], done: Mark) -> bool:
    """Tell whether a verb of the past stands directly after a word that looks ahead: "akan tiba"."""
    earlier = next((mark for mark in before if mark.end <= done.start), None)
    return earlier is not None and earlier.kind == "ahead" and not source[earlier.end : done.start].strip()


def _up_to(source: str, before: Sequence[Mark], start: int) -> bool:
    """Tell whether "until" stands directly before an expression.

    At the head of a clause it tells how things stand ("Until Friday two were missing"), elsewhere what goes on ("closed
    until Friday"); with a month, what follows decides ("sales until May grew").
    """
    return bool(before) and before[0].kind == "until" and not source[before[0].end : start].strip()


def is_said(source: str, told: Sequence[Mark], start: int) -> bool:
    """Tell whether a day is the one on which somebody said something: "the minister said on Thursday"."""
    nearest = next((mark for mark in _before(told, start) if mark.kind not in WEAK), None)
    return nearest is not None and nearest.kind == "said" and _words(source, nearest.end, start) <= SPEECH


def _words(source: str, start: int, end: int) -> int:
    return len(source[start:end].split())


def _before(told: Sequence[Mark], start: int) -> Iterator[Mark]:
    """Give the markers of the clause before a place, the nearest first."""
    for at in range(bisect_left(told, (start,)) - 1, -1, -1):
        mark = told[at]
        if mark.kind == "break" or mark.start < start - NEAR:
            return
        if mark.kind != "join":
            yield mark


def _after(source: str, told: Sequence[Mark], start: int, end: int) -> Iterator[Mark]:
    """Give the markers of the clause after an expression, in order; commas around the expression itself end none."""
    opens = _opens(source, told, start)
    inside = source[end : end + 1] == "," and source[start - 2 : start] == ", "
    comma = -1 if opens else source.find(",", end + inside, end + NEAR)
    limit = end + NEAR if comma < 0 else comma
    for at in range(bisect_left(told, (end,)), len(told)):
        if told[at].kind == "break" or told[at].start >= limit or (told[at].kind == "join" and not opens):
            return
        if told[at].kind != "join":
            yield told[at]


def _opens(source: str, told: Sequence[Mark], start: int) -> bool:
    """Tell whether an expression opens its clause."""
    for at in range(bisect_left(told, (start,)) - 1, -1, -1):
        if told[at].kind == "break" or told[at].start < start - NEAR:
            return told[at].kind == "break" and _words(source, told[at].end, start) <= CLOSE
    return False

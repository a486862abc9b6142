"""Tell from a clause whether a day in it lies ahead or behind: "akan ... hari Kamis", "menandatangani ... Kamis".

A sentence is read once for its markers; each expression in it then looks at those of its own clause.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Literal, NamedTuple, get_args

from site_src.languages.markers import Markers
from site_src.languages.pack import LanguagePack

BREAK = re.compile(r"[;:“”\"().!?](?:(?<=[;:“”\"()])|\s)")
"""One set of signs at the head lets the search skip all letters."""
NEAR = 400
"""How far from an expression a marker is looked for, in code points: a long sentence costs no more than a short."""
CLOSE = 2
"""So many words at most stand between a verb and the day that goes with it: "killed late on Friday"."""
SINCE = -2
"""The tense of what begins in the past without a doubt."""
SPEECH = 5
"""So many words at most stand between a verb of saying and its day: "said in a statement on Friday"."""

Kind = Literal[
    "break", "join", "ahead", "plans", "until", "back", "said", "neither", "scheduled", "done", "next", "maybe", "sold", "from",
    "by", "event", "which", "lasts", "either",
]  # fmt: skip
"""What a marker says."""
KINDS: tuple[Kind, ...] = get_args(Kind)
"""Of two readings of the same words the one that stands first here counts."""
NO_NAMES: tuple[Kind, ...] = ("done", "ahead", "scheduled")
"""Markers that count in small letters: names end as verbs do, and "May" is a month."""
WEAK: tuple[Kind, ...] = ("neither", "next", "maybe", "from", "by", "event", "which", "lasts", "either")
"""Markers that do not tell the tense of a verb."""
FAINT = frozenset(WEAK) - {"which"}


class Mark(NamedTuple):
    """A marker at its place in the source."""

    start: int
    end: int
    kind: str
    """One of `KINDS`."""


def marks(source: str, start: int, end: int, pack: LanguagePack) -> tuple[Mark, ...]:
    """Give the markers of a sentence in order, without overlaps, between a break at its start and one at its end.

    Of two that begin together the longer one counts.
    """
    words = source[start:end]
    found = grammar(pack).markers.read(words)
    found += [(*match.span(), "break") for match in BREAK.finditer(words)]
    found.sort(key=itemgetter(0))
    kept = [Mark(start, start, "break")]
    reached = 0
    for at, stop, kind in found:
        if at >= reached and (kind not in NO_NAMES or words[at].islower() or (kind == "ahead" and at < 2)):
            kept.append(Mark(start + at, start + stop, kind))
            reached = stop
    return (*kept, Mark(end, end, "break"))


class Grammar(NamedTuple):
    """What a language says about tenses."""

    markers: Markers
    deeds: re.Pattern[str]
    """Finds a word that may be the verb of a clause."""
    tells_which: bool
    """Whether a verb belongs to a noun only after a word for it, as "yang" is; else a verb behind a noun may."""


@lru_cache(maxsize=16)
def _held(code: str, digest: str) -> list[Grammar]:
    return []


def grammar(pack: LanguagePack) -> Grammar:
    """Prepare a pack's words about tenses once."""
    held = _held(pack.code, pack.digest)
    if not held:
        told = {
            "break": pack.time.clauses,
            "ahead": pack.stance.planned,
            "back": pack.stance.past,
            "said": pack.speech.verbs,
        }
        markers = Markers((kind, (*told.get(kind, ()), *pack.time.tense.get(kind, ()))) for kind in KINDS)
        deeds = re.compile(rf"(?<!\w)(?:{'|'.join(pack.sentences.deeds) or '(?!)'})(?!\w)")
        held.append(Grammar(markers, deeds, "which" in pack.time.tense))
    return held[0]


# --- The tense of one expression ----------------------------------------------------------------------------------------


def tense(
    source: str,
    told: Sequence[Mark],
    start: int,
    end: int,
    words: Grammar,
    *,
    of_week: bool = False,
    yesterday: bool = False,
) -> int:
    """Give 1 if the clause around `source[start:end]` tells of something ahead, 0 if nothing tells, -1 if of something
    past, and -2 (`SINCE`) if a word for the past stands directly before it ("sejak", "since").

    `told` are the markers of its sentence, `of_week` says that the expression is a weekday, `yesterday` that it is the
    weekday of the day before the clock: until then something lasts only if words say so ("closed"). The nearest marker before
    the expression in its clause decides; without one, the first after it: up to the next comma, or beyond it where the
    expression opens its clause ("Pada Kamis, presiden akan ..."). What is said "on Thursday" was said.
    """
    before = list(_before(told, start))
    if any(mark.end > start for mark in before):
        return -1  # "agreed on Friday to ..."
    lasts = any(mark.kind == "lasts" for mark in before)
    before = [mark for mark in before if mark.kind not in ("neither", "lasts")]
    if of_week and before and before[0].kind == "either" and _words(source, before[0].end, start) <= CLOSE:
        return 0
    close = before[0].kind if before and not source[before[0].end : start].strip() else ""
    if of_week and close == "from":
        return -1 if any(mark.kind == "back" for mark in before) else 1  # "berlaku mulai Senin"
    after = [mark for mark in _after(source, told, start, end) if mark.kind != "lasts"]
    if _governed(source, before, after, start, end):
        return 1
    first = next((mark.kind for mark in after if mark.kind not in (*WEAK, "until")), None)
    if first != "ahead" and close == "until":
        # At the head of a clause it tells how things stand ("Until Friday two were missing"), elsewhere what goes on
        # ("closed until Friday"); with a month, what follows decides ("sales until May grew").
        head = told[bisect_left(told, before[0]) - 1]
        opens = head.kind in ("break", "join") and not source[head.end : before[0].start].strip()
        if first in ("done", "back") and (opens or not of_week):
            return -1
        if opens:
            return 0
    found = _looking_back(source, before, start, words, of_week=of_week)
    if found > 0 and of_week and not lasts and close == "until" and not _ahead(before):
        # What is done by a day ("telah memeriksa ... hingga Senin") reaches to the nearest one.
        reached = words.tells_which and any(mark.kind == "back" for mark in before)
        return -1 if yesterday else 0 if reached else found
    if found:
        return found
    if first is not None:
        return 1 if first in ("ahead", "scheduled") or (first == "sold" and of_week) else -1
    return (_faintly(source, before, start, end, words) or _beyond(source, told, start, end)) if of_week else 0


def _qualifies(source: str, before: Sequence[Mark], start: int) -> bool:
    """Tell whether a weekday stands in the words that tell which one is meant: "the boy who came in on Saturday"."""
    which = next(mark for mark in before if mark.kind == "which")
    return _words(source, which.end, start) <= SPEECH and "," not in source[which.end : start]


def _ahead(before: Sequence[Mark]) -> bool:
    """Tell whether more than the end of a stretch looks ahead."""
    return any(mark.kind in ("ahead", "plans", "scheduled", "maybe", "sold", "from") for mark in before)


def _beyond(source: str, told: Sequence[Mark], start: int, end: int) -> int:
    """Read a weekday without any tense as past where what it is joined to is: "sails on Thursday and his motor died"."""
    joined = False
    for mark in told[bisect_left(told, (end,)) :]:
        if mark.kind == "break" or mark.start > end + NEAR or "," in source[end : mark.start]:
            return 0
        joined = joined or mark.kind == "join"
        if joined and mark.kind not in (*WEAK, "join", "until"):
            return -1 if mark.kind in ("done", "back") else 0
    return 0


def _faintly(source: str, before: Sequence[Mark], start: int, end: int, words: Grammar) -> int:
    """Read what tells least: what mostly lies ahead ("play", "by Friday"), and what only happens ("the attack").

    A weekday between commas before its verb is past ("in the square, Sunday, watched by").
    """
    if any(mark.kind == "maybe" or (mark.kind == "by" and not source[mark.end : start].strip()) for mark in before):
        return 1
    if any(mark.kind == "event" for mark in before):
        return -1
    if words.tells_which and any(mark.kind == "which" for mark in before) and _qualifies(source, before, start):
        return -1
    parted = source[start - 2 : start] == ", " and source[end : end + 2] == ", "
    return -1 if parted and words.deeds.match(source, end + 2) else 0


def _governed(source: str, before: Sequence[Mark], after: Sequence[Mark], start: int, end: int) -> bool:
    """Tell whether an expression only qualifies what is told to lie ahead: "said the talks on Friday would ..."."""
    if not after or after[0].kind not in ("ahead", "next") or source[end : after[0].start].strip():
        return False
    nearest = next((mark for mark in before if mark.kind not in WEAK), None)
    return nearest is None or (nearest.kind == "said" and _words(source, nearest.end, start) > CLOSE)


def _looking_back(source: str, before: Sequence[Mark], start: int, words: Grammar, *, of_week: bool) -> int:
    """Read the markers before an expression, the nearest first.

    A verb of the past that does not stand close to the expression may belong to a noun ("will hold its delayed vote
    on Friday"): what looks ahead further off goes before it, unless a comma parts the two. "Until Friday" looks ahead;
    "until May" only where nothing is past.
    """
    done: Mark | None = None
    until = 0
    for mark in before:
        near = _words(source, mark.end, until or start)
        if mark.kind == "event" and not near and of_week:
            return -1
        if mark.kind == "until" and not near:
            until = mark.start
        elif mark.kind in ("ahead", "plans", "scheduled"):
            parted = done is not None and (mark.kind == "scheduled" or "," in source[mark.end : done.start])
            return -1 if parted else 1
        elif mark.kind == "done":
            if near <= (0 if until else CLOSE):
                return 1 if _planned(source, before, mark, words) else -1
            done = done or mark
        elif mark.kind == "sold":
            return 1 if _planned(source, before, mark, words) else -1
        elif mark.kind == "back":
            if (words.tells_which or not near) and _planned(source, before, mark, words):
                return 1
            return 1 if until and of_week and near else -1 if near or until else SINCE
        elif mark.kind == "said" and not _tells(source, before, mark, start, words):
            return 1 if until else -1
    return 1 if until and (of_week or done is None) else -1 if done is not None else 0


def _tells(source: str, before: Sequence[Mark], said: Mark, start: int, words: Grammar) -> bool:
    """Tell whether a weekday belongs to what is said, not to the saying: "said the gates are shut Thursday".

    That is where a verb, or a word of what mostly lies ahead, stands between the two and no comma leads back to the
    saying.
    """
    if source[start - 2 : start] == ", ":
        return False
    again = any(mark.kind == "maybe" and mark.start >= said.end for mark in before)
    return again or words.deeds.search(source, said.end, start) is not None


def _planned(source: str, before: Sequence[Mark], past: Mark, words: Grammar) -> bool:
    """Tell whether a marker of the past belongs to something that lies ahead: "akan tiba", "berencana ... sejak Rabu".

    Where a language says when a verb belongs to a noun, that may stand further off, else directly before.
    """
    earlier = next((mark for mark in before if mark.end <= past.start and mark.kind not in FAINT), None)
    if earlier is None or earlier.kind not in ("ahead", "plans"):
        return False
    between = source[earlier.end : past.start]
    return "," not in between if words.tells_which or past.kind != "done" else not between.strip()


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

"""Shorten a sentence to a title without changing it: whole clauses of it, letter by letter.

    "AAA - On Monday, the ministers signed the treaty in the capital, which ended a quarrel of ten years over the river
    and its dams, officials said."  ->  "The ministers signed the treaty in the capital"

Every stretch between two places where a clause may begin or end is weighed: it should hold the words of the fact, begin
where a sentence begins, end where one ends, and fill the line. Only where a single clause is longer than a title is it
cut inside, before a small word, and an ellipsis says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from site_src.events.grammars import UNKNOWN, Grammar
from site_src.languages.lexicon import Hits

LONGEST = 110
"""Characters of the longest title."""
_SHORTEST = 30
"""Characters below which a stretch of a sentence says too little."""
_NOTHING = re.compile(r"(?!)")
_DATELINE = re.compile(
    r"^(?:(?:[A-Z(\d][^\s,|–—]*[\s,|]+){1,6}|.{0,80}?\([A-Z][\w. ]{2,20}\)\s)(?:--|[–—-])\s+(?=[A-Z“\"(])"
)
_MARK = re.compile(r"[,;:.?!][”\"’)]*\s|\s[–—-]\s|(?<=\w)[—–](?=\w)|\s(?=\()|\)\s|[”\"]\s")
_WORD = re.compile(r"\w+(?:[-’']\w+)*")
_OUTER = " ,;:–—-"
_NEVER = -9.0
_FILLED = 2.0
"""What a stretch is worth for filling its line, at most."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """A place between two words, and how well a title can begin or end there: 3 a sentence's end, 0 inside a clause."""

    place: int
    begins: float
    ends: float


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence and what was found in it."""

    words: str
    hits: Hits
    small: frozenset[str]
    marks: tuple[re.Match[str], ...]
    verbs: tuple[int, ...]
    """Those that no word puts into a clause under another one, as far as the pack's endings tell."""


def _read(line: str, grammar: Grammar) -> _Line:
    hits = grammar.lists.read(line) if grammar.lists else Hits({})
    return _Line(line, hits, grammar.small, tuple(_MARK.finditer(line)), _verbs(line, hits, grammar))


def _cuts(read: _Line) -> list[_Cut]:
    """List where a stretch may begin and end, in order, a place once."""
    line, hits, small = read.words, read.hits, read.small
    first = _WORD.search(line)
    aside = bool(hits.starts_at("under", 0)) or (first is not None and first.group().lower() in small)
    found = {0: _Cut(0, 1.5 if aside else 3.0, 0.0), len(line): _Cut(len(line), _NEVER, 3.0)}
    for mark in read.marks:
        whole, place = _ends_sentence(line, mark), mark.end()
        begins = 2.0 if whole else _begins(line, mark, hits, aside=aside)
        found[place] = _Cut(place, begins, 3.0 if whole else 2.0 - (line[place : place + 1] == "("))
    for start, end in hits.spans("under"):
        after_saying = hits.ends_at("says", len(line[:start].rstrip()))
        found.setdefault(start, _Cut(start, _NEVER, _NEVER if after_saying else 1.5))
        inner = end + 1
        clause = max((mark.end() for mark in _MARK.finditer(line, 0, start)), default=0)
        if line[inner : inner + 1].isupper() and not hits.first("denied", clause, start):
            found.setdefault(inner, _Cut(inner, 0.5, _NEVER))  # "before Aland left": a clause with a subject of its own
    for start, end in hits.spans("conditions"):
        found[start] = _Cut(start, _NEVER, _NEVER)  # without its condition a sentence says something else
        found.pop(end + 1, None)
    for word in _WORD.finditer(line):
        if word.start() not in found and word.group().lower() in small:
            found[word.start()] = _Cut(word.start(), _NEVER, 0.0)
    return [found[place] for place in sorted(found)]


def _begins(line: str, mark: re.Match[str], hits: Hits, *, aside: bool) -> float:
    """Tell how well a title begins after a mark inside a sentence: after an opening ("But, "), hardly in a list.

    `aside`: the sentence opens with a small word, so that its first clauses may only say when or where.
    """
    place = mark.end()
    if mark.group()[0] not in ",;:" or hits.starts_at("joins", place) or hits.starts_at("under", place):
        return _NEVER
    before = line[: mark.start()].rpartition(" ")[2]
    if before[:1].isupper() and line[place : place + 1].isupper():
        return _NEVER  # a list of names or an apposition
    if len(line[: mark.start()].split()) <= 3:
        return 2.5
    return 1.5 if aside else 0.3


def _ends_sentence(line: str, mark: re.Match[str]) -> bool:
    """Tell whether a mark ends a sentence, not only an initial or a short abbreviation: "J. Ro", "St. Easton"."""
    if mark.group()[0] not in ".?!":
        return False
    word = re.search(r"\w+$", line[: mark.start()])
    return mark.group()[0] != "." or word is None or len(word.group()) > 2 or word.group().isdigit()


def _open(stretch: str) -> bool:
    """Tell whether a quotation or a bracket of a stretch is left open."""
    return (
        stretch.count("“") != stretch.count("”")
        or stretch.count('"') % 2 == 1
        or stretch.count("(") != stretch.count(")")
    )


def _stump(stretch: str, hits: Hits, start: int, small: frozenset[str]) -> bool:
    """Tell whether a stretch ends in a word that leads on to something."""
    words = _WORD.findall(stretch)
    stop = start + len(stretch)
    return bool(words) and (words[-1].lower() in small or words[-1].isdigit() or hits.ends_at("says", stop))


def _verbs(line: str, hits: Hits, grammar: Grammar) -> tuple[int, ...]:
    under = [end for _, end in hits.spans("under")]
    return tuple(
        match.start() for match in grammar.verb.finditer(line) if not under or _is_main(line, match.start(), under)
    )


def _is_main(line: str, verb: int, under: Sequence[int]) -> bool:
    """Tell whether no clause is open at a verb, by the ends of the words that open one."""
    opened = max((end for end in under if end <= verb), default=-1)
    if opened < 0 or line[opened + 1 : opened + 2].isupper():
        return True
    return opened <= max((mark.end() for mark in _MARK.finditer(line, 0, verb)), default=0)


def _worth(read: _Line, fact: tuple[int, int] | None, first: _Cut, last: _Cut) -> float:
    """Weigh the stretch between two cuts."""
    line, hits, small, verbs = read.words, read.hits, read.small, read.verbs
    stretch = line[first.place : last.place].rstrip(_OUTER)
    size = len(stretch)
    worth = first.begins + last.ends + _FILLED * min(size, 90) / 90
    if size < _SHORTEST:
        worth -= 6.0
    if fact and not (first.place <= fact[0] and fact[1] <= first.place + size):
        worth -= 4.0
    if hits.starts_at("says", first.place):
        worth -= 6.0
    if line[0] in '“"' and first.place:
        worth -= 3.0  # what is said before who said it
    if line[0] in '“"' and hits.first("says", first.place, last.place):
        worth -= 3.0
    verb = next((place for place in verbs if place > first.place), last.place)
    if first.begins < 2 and _MARK.search(line, first.place, verb):
        worth -= 1.0  # the clause that tells begins later
    if stretch.split(" ", 1)[0].lower() in small:
        worth -= 1.0
    if first.place in verbs:
        worth -= 3.0
    if not any(first.place < verb < first.place + size for verb in verbs):
        worth -= 4.0
    if _open(stretch):
        worth -= 2.5
    if last.ends < 3 and _stump(stretch, hits, first.place, small):
        worth -= 6.0
    return worth


def _fact(line: str, fact: re.Pattern[str], *, said_after: bool, hits: Hits) -> tuple[int, int] | None:
    """Give the words that the title must hold: the kind's own; none where they only say that somebody speaks."""
    match = fact.search(line)
    if match is None or said_after or hits.starts_at("says", match.start()):
        return None
    return match.span()


def _trimmed(line: str, date_words: str) -> str:
    """Leave out a first clause that only says when: the entry shows its day beside the title."""
    first = re.search(r",\s", line)
    if not first or not date_words or first.start() > 60:
        return line
    opening, rest = line[: first.start()], line[first.end() :]
    return rest if date_words in opening and len(opening.replace(date_words, "").split()) <= 3 else line


def _finished(line: str, first: _Cut, last: _Cut) -> str:
    """Write the chosen stretch as a title: a capital, no loose marks, an ellipsis only for a clause cut inside."""
    stretch = line[first.place : last.place].rstrip(_OUTER)
    if stretch.count("(") > stretch.count(")"):
        stretch = stretch.rpartition("(")[0].rstrip(_OUTER) or stretch
    if stretch.startswith("(") and stretch.endswith(")"):
        stretch = stretch[1:-1]
    broken = last.place < len(line) and last.ends <= 0
    tail = "…" if broken else ""
    if stretch.count("“") > stretch.count("”"):
        tail += "”"
    head = "“" if stretch.count("”") > stretch.count("“") else ""
    stretch = re.sub(r"[,.](?=[”\"]$)", "", stretch)
    return head + stretch[:1].upper() + stretch[1:].rstrip(" .") + tail


def shortened(
    words: str,
    date_words: str = "",
    fact: re.Pattern[str] = _NOTHING,
    *,
    grammar: Grammar = UNKNOWN,
    said_after: bool = False,
) -> str:
    """Shorten a sentence to a title of at most `LONGEST` characters.

    `fact` finds the words that it must hold, `date_words` are those of its day. With `said_after` the fact's words only
    hand the word to somebody ("..., said the minister"), and what is said makes the title.
    """
    line, date_words = _undated(" ".join(words.split())), " ".join(date_words.split())
    line = _trimmed(line, date_words)
    if len(line.rstrip(" .")) <= LONGEST:
        whole = line.rstrip(" .")
        return whole[:1].upper() + whole[1:]
    read = _read(line, grammar)
    clause = _clause_of(read, date_words)
    if clause != line:
        return shortened(clause, "", fact, grammar=grammar, said_after=said_after)
    held = _fact(line, fact, said_after=said_after, hits=read.hits)
    cuts = _cuts(read)
    pairs = [
        (first, last)
        for at, first in enumerate(cuts)
        if first.begins > _NEVER
        for last in cuts[at + 1 :]
        if last.place - first.place <= LONGEST - 2 and last.ends > _NEVER
    ]
    if not pairs:
        return _cut_anywhere(line)
    return _finished(line, *_best(read, held, pairs))


def _best(read: _Line, fact: tuple[int, int] | None, pairs: Sequence[tuple[_Cut, _Cut]]) -> tuple[_Cut, _Cut]:
    """Give the stretch that is worth most; those that can at most be worth less are not weighed."""
    best, most = pairs[0], (-inf, 0, 0)
    for first, last in sorted(pairs, key=_at_most, reverse=True):
        if _at_most((first, last)) < most[0]:
            break
        rank = (_worth(read, fact, first, last), -first.place, last.place)
        if rank > most:
            best, most = (first, last), rank
    return best


def _at_most(pair: tuple[_Cut, _Cut]) -> float:
    return pair[0].begins + pair[1].ends + _FILLED


def _undated(line: str) -> str:
    """Leave out a dateline: all of them end in a dash."""
    dashed = "- " in line or "– " in line or "— " in line
    return (_DATELINE.sub("", line, count=1) if dashed else line).rstrip()


def _clause_of(read: _Line, date_words: str) -> str:
    """Give the main clause of a date where a sentence joins several, each with a subject and a verb of its own."""
    line = read.words
    place = line.find(date_words) if date_words else -1
    cuts = [0, *_joined(read), len(line)] if place >= 0 else []
    if len(cuts) <= 2:
        return line
    first, last = next((one, two) for one, two in pairwise(cuts) if one <= place < two)
    start = next((end + 1 for begin, end in read.hits.spans("joins") if begin == first), first)
    clause = line[start:last].strip(_OUTER)
    return clause if len(clause) >= _SHORTEST else line


def _joined(read: _Line) -> list[int]:
    """List where a main clause is joined to the one before: ", and its draft was debated", not the last of a list."""
    line, verbs, found = read.words, read.verbs, [0]
    for mark in read.marks:
        begin, join = mark.end(), read.hits.starts_at("joins", mark.end())
        if mark.group()[0] not in ",;" or not join:
            continue
        name_before, after = line[: mark.start()].rpartition(" ")[2][:1].isupper(), join[1] + 1
        stop = next((one.start() for one in _MARK.finditer(line, after)), len(line))
        own = after not in verbs and any(after < verb < stop for verb in verbs)
        told = any(found[-1] < verb < mark.start() for verb in verbs)
        if own and told and not (name_before and line[after : after + 1].isupper()):
            found.append(begin)
    return found[1:]


def _cut_anywhere(line: str) -> str:
    """Cut a line that no mark or small word cuts, after a word where there is one."""
    end = line.rfind(" ", 0, LONGEST - 1)
    return line[: end if end > 0 else LONGEST - 1] + "…"

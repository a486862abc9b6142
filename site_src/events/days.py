"""List the days that the corpus names, how much each one matters, and the sentences that tell it best.

reports -> importance of each day;  sentences that name it -> those first in which reports agree;  events on it -> Day
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from math import sqrt

from site_src.events.importance_words import Vector, alike, rarity, scaled, summed, unit
from site_src.events.nodes import GENERAL
from site_src.events.reports import Line, Report
from site_src.model import Article, Day, Event, Evidence

_LIFT = 0.3
"""How much of what a day lacks an event of a known kind can add."""
_MOST = 40
_STUMP, _LONG = 8, 30
"""Words up to which a sentence is a stump, and from which on it is the worse the longer it is."""
_ADDS = 0.5
"""How much a sentence loses that only says again what has been said."""


Place = tuple[str, int, int]
"""The id of an article, and where in it a sentence starts and ends."""


def list_days(
    told: Mapping[date, Sequence[Place]],
    importances: Mapping[date, float],
    events: Sequence[Event],
    articles: Sequence[Article],
) -> tuple[Day, ...]:
    """Make the days, of their `best_sentences`. An event of a kind that the topic knows lifts its day; nothing lowers one."""
    on: dict[date, list[Event]] = {}
    for event in events:
        if event.when.grain == "day" and event.statements:
            on.setdefault(event.when.earliest, []).append(event)
    sources = {article.id: article.source for article in articles}
    found = []
    for day in sorted({*told, *on}):
        here = sorted(on.get(day, ()), key=lambda event: (-event.importance, event.id))
        most = max((event.importance for event in here if event.kind != GENERAL), default=0.0)
        weight = importances.get(day, 0.0)
        weight += (1 - weight) * _LIFT * most
        sentences = tuple(
            Evidence(article, sources[article][start:end], start, end) for article, start, end in told.get(day, ())
        )
        found.append(Day(day, round(weight, 4), tuple(event.id for event in here), sentences))
    return tuple(found)


def best_sentences(reports: Sequence[Report]) -> Mapping[date, tuple[Place, ...]]:
    """Give for each day that is told of the sentences that tell it, the best one first."""
    rare = rarity([report.words for report in reports])
    return {
        day: tuple((line.article, line.start, line.end) for line in best_lines(lines, rare))
        for day, lines in _told(reports).items()
    }


def _told(reports: Sequence[Report]) -> Mapping[date, Sequence[Line]]:
    """Give for each day the sentences that name it, and for a day of publication that none names, the leads."""
    named: dict[date, list[Line]] = {}
    for report in reports:
        for line in report.naming:
            for day in line.days:
                named.setdefault(day, []).append(line)
    own: dict[date, list[Line]] = {}
    for report in reports:
        if report.day and report.day not in named:
            own.setdefault(report.day, []).extend(report.lead)
    return {**named, **{day: lines for day, lines in own.items() if lines}}


def best_lines(lines: Sequence[Line], rare: Mapping[str, float]) -> tuple[Line, ...]:
    """Order a day's sentences: what most articles say first, briefly, and what adds to it next (Carbonell 1998)."""
    if len(lines) < 2:
        return tuple(lines)
    vectors = [unit(line.words, rare) for line in lines]
    said: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        said.setdefault(line.article, []).append(at)
    voices = (
        vectors[places[0]]
        if len(places) == 1
        else unit(list(chain.from_iterable(lines[at].words for at in places)), rare)
        for places in said.values()
    )
    centre = scaled(summed((1.0, voice) for voice in voices))
    worth = [_clear(line) * alike(vector, centre) for line, vector in zip(lines, vectors, strict=True)]
    return tuple(lines[at] for at in _in_turn(worth, vectors))


def _clear(line: Line) -> float:
    """Prefer a sentence that is short but no stump, and that tells of few days."""
    size = len(line.words)
    return min(1.0, size / _STUMP) * min(1.0, _LONG / max(size, 1)) / sqrt(max(1, len(line.days)))


def _in_turn(worth: Sequence[float], vectors: Sequence[Vector]) -> Iterator[int]:
    """Take what is worth most, the less the more it is like what has been taken."""
    known = [0.0] * len(worth)
    left = sorted(range(len(worth)), key=lambda at: (-worth[at], at))[: 2 * _MOST]
    for _ in range(min(_MOST, len(left))):
        best = max(left, key=lambda at: (worth[at] * (1 - _ADDS * known[at]), -at))
        left.remove(best)
        yield best
        for at in left:
            known[at] = max(known[at], alike(vectors[best], vectors[at]))

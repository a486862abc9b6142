"""Say how much each day matters, from who names it, who tells it again, and who is published on it.

Reports vote for days. A report's vote for a day that it names counts by how near the report is to what all reports
are about, and the less the more days it names. Half as much count: a day still ahead, the report's own day, and a
day whose news one of its sentences tells again within a week without need of a date. Votes of reports of one day add
up by their square root, so that a day that is named for weeks stands above one that everybody names once.

Reports of another language vote by their own words. Sources and measurements are in docs/importance.md.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from math import log1p, sqrt

from site_src.events.importance_words import Vector, alike, rarity, scaled, summed, unit
from site_src.events.reports import Line, Report


@dataclass(frozen=True, slots=True)
class Weights:
    """What a vote counts, and when a sentence tells a day's news. The usual ones are round, and few."""

    ahead: float = 0.5
    """A day that is still ahead when the report is published, to one that is past."""
    own: float = 0.5
    """The report's own day of publication, to a day that it names."""
    again: float = 0.5
    """A day whose news it tells again, to a day that it names."""
    alike: float = 0.25
    """From this cosine on a sentence tells a day's news again."""
    week: int = 7
    """Days after which nothing is told again, but remembered."""
    words: int = 8
    """How many words say what a day's news is."""
    lead: int = 6
    """How many sentences say what a report is about."""


USUAL = Weights()
_SHORT = 5
"""A line of fewer different words tells no news: a caption, a heading."""
_MANY = 12.0
"""Evidence that counts as very much in a small corpus; in a larger one the day with most evidence does."""

Vote = tuple[date, str, float]
"""A day, from when the vote is (a day of publication, else the report's id), and its weight."""


def importances(reports: Sequence[Report], weights: Weights = USUAL) -> Mapping[date, float]:
    """Give every day that is named, or on which a report was published, its importance from 0 to 1."""
    found = evidence(reports, weights)
    most = log1p(max((_MANY, *found.values())))
    return {day: log1p(weight) / most for day, weight in found.items()}


def evidence(reports: Sequence[Report], weights: Weights = USUAL) -> Mapping[date, float]:
    """Add up the votes for each day, in the order of the days."""
    votes: dict[date, dict[str, float]] = {}
    for language in sorted({report.language for report in reports}):
        for day, since, weight in _votes([one for one in reports if one.language == language], weights):
            box = votes.setdefault(day, {})
            box[since] = box.get(since, 0.0) + weight
    return {day: sum(sqrt(weight) for weight in votes[day].values()) for day in sorted(votes)}


def _votes(reports: Sequence[Report], weights: Weights) -> Iterator[Vote]:
    """Let reports of one language vote."""
    rare = rarity([report.words for report in reports])
    leads = [unit((word for line in report.lines[: weights.lead] for word in line.words), rare) for report in reports]
    nearness = _nearness(leads)
    for report, near in zip(reports, nearness, strict=True):
        since = report.day.isoformat() if report.day else report.id
        for day in report.days:
            ahead = report.day is not None and day > report.day
            yield day, since, near / sqrt(len(report.days)) * (weights.ahead if ahead else 1.0)
        if report.day:
            yield report.day, since, weights.own * near
    news = _news(reports, leads, rare, weights)
    for day, at in _echoes(reports, news, rare, weights):
        told = reports[at].day
        assert told is not None
        yield day, told.isoformat(), weights.again * nearness[at]


def _nearness(leads: Sequence[Vector]) -> Sequence[float]:
    """Say how near each report is to what all are about; 1 is usual."""
    centre = scaled(summed((1.0, lead) for lead in leads))
    near = [alike(lead, centre) for lead in leads]
    usual = sum(near) / len(near)
    return [one / usual for one in near] if usual else [1.0] * len(near)


def _news(
    reports: Sequence[Report], leads: Sequence[Vector], rare: Mapping[str, float], weights: Weights
) -> Mapping[date, Vector]:
    """Give of each day the few words that tell its news most."""
    told: dict[date, list[tuple[float, Vector]]] = {}
    for report, lead in zip(reports, leads, strict=True):
        naming: dict[date, list[str]] = {}
        for line in report.lines:
            for day in line.days:
                naming.setdefault(day, []).extend(line.words)
        for day, words in naming.items():
            told.setdefault(day, []).append((1.0, unit(words, rare)))
        if report.day:
            told.setdefault(report.day, []).append((weights.own, lead))
    news = {}
    for day in sorted(told):
        whole = summed(told[day])
        most = sorted(whole, key=lambda word: (-whole[word], word))[: weights.words]
        news[day] = scaled({word: whole[word] for word in most})
    return news


def _echoes(
    reports: Sequence[Report], news: Mapping[date, Vector], rare: Mapping[str, float], weights: Weights
) -> Iterator[tuple[date, int]]:
    """Give the days and the reports, by their place, that tell a day's news on it or in the week after it."""
    dated = sorted((report.day, at) for at, report in enumerate(reports) if report.day)
    lines = [(day, at, line) for day, at in dated for line in reports[at].lines]
    when = [day.toordinal() for day, _, _ in lines]
    places = _places([line for _, _, line in lines], rare, frozenset(chain.from_iterable(news.values())))
    for day, words in news.items():
        first = bisect_left(when, day.toordinal())
        last = bisect_right(when, day.toordinal() + weights.week)
        shared: dict[int, float] = {}
        for word, weight in words.items():
            standing, heavy = places.get(word, ((), ()))
            for number in range(bisect_left(standing, first), bisect_left(standing, last)):
                at = standing[number]
                shared[at] = shared.get(at, 0.0) + weight * heavy[number]
        yield from ((day, at) for at in sorted({lines[at][1] for at, much in shared.items() if much > weights.alike}))


def _places(
    lines: Sequence[Line], rare: Mapping[str, float], wanted: frozenset[str]
) -> Mapping[str, tuple[list[int], list[float]]]:
    """Give for every wanted word the lines in which it stands, and its weight in each."""
    places: dict[str, tuple[list[int], list[float]]] = {}
    squares = {word: weight**2 for word, weight in rare.items()}
    for at, line in enumerate(lines):
        sought = wanted.intersection(line.words)
        words = dict.fromkeys(line.words) if sought else {}
        if len(words) < _SHORT:
            continue
        length = sqrt(sum(map(squares.__getitem__, words)))
        for word in sought:
            standing, heavy = places.setdefault(word, ([], []))
            standing.append(at)
            heavy.append(rare[word] / length)
    return places

"""Say how much each day matters, from who names it, who tells it again, and who is published on it.

Reports vote for days. A report's vote for a day that it names counts by how near the report is to what all reports
are about, and the less the more days it names. Half as much count: a day still ahead, the report's own day, and a
day whose news one of its sentences tells again within a week without need of a date. Votes of reports of one day add
up by their square root, so that a day that is named for weeks stands above one that everybody names once.

Reports of another language vote by their own words. Sources and measurements are in docs/importance.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import log1p, sqrt

from site_src.events.importance_words import Vector, alike, rarity, scaled, summed, unit
from site_src.events.reports import Page, Report


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
_NEARLY = 0.999
"""The part of what tells a day's news again from which on it is reckoned to the last place."""
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
    leads = [unit(report.first(weights.lead), rare) for report in reports]
    nearness = _nearness(leads)
    for report, near in zip(reports, nearness, strict=True):
        since = report.day.isoformat() if report.day else report.id
        days = report.days
        for day in days:
            ahead = report.day is not None and day > report.day
            yield day, since, near / sqrt(len(days)) * (weights.ahead if ahead else 1.0)
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
        for line in report.naming:
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
) -> Sequence[tuple[date, int]]:
    """Give the days and the reports, by their place, that tell a day's news on it or in the week after it."""
    sought = {day: _sought(day, news, rare, weights) for day in {report.day for report in reports if report.day}}
    found = set[tuple[date, int]]()
    for at, report in enumerate(reports):
        recent = sought[report.day] if report.day else {}
        for page in report.pages if recent else ():
            found.update((day, at) for day in _told_again(page, recent, news, rare, weights))
    return sorted(found)


Sought = Mapping[str, Sequence[tuple[date, float]]]
"""Words, and the days whose news they tell with what each adds to it in a line of length 1."""


def _sought(day: date, news: Mapping[date, Vector], rare: Mapping[str, float], weights: Weights) -> Sought:
    """Give the words of the news that can be told again on a day."""
    found: dict[str, list[tuple[date, float]]] = {}
    for ago in range(min(weights.week, (day - date.min).days) + 1):
        told = day - timedelta(ago)
        for word, weight in news.get(told, {}).items():
            found.setdefault(word, []).append((told, weight * rare[word]))
    return found


def _told_again(
    page: Page, sought: Sought, news: Mapping[date, Vector], rare: Mapping[str, float], weights: Weights
) -> set[date]:
    """Give the days whose news a line of a page tells."""
    wanted = {place: sought[word] for place, word in enumerate(page.words) if word in sought}
    places = frozenset(wanted)
    heavy = [0.0, *map(rare.__getitem__, page.words[1:])]
    squares = [weight**2 for weight in heavy]
    found = set[date]()
    for run in page.runs.cut() if wanted else ():
        much: dict[date, float] = {}
        for place in places.intersection(run):
            for day, adds in wanted[place]:
                much[day] = much.get(day, 0.0) + adds
        line = dict.fromkeys(run) if much else {}
        if len(line) < _SHORT:
            continue
        length = sqrt(sum(map(squares.__getitem__, line)))
        likely = [day for day, adds in much.items() if adds > _NEARLY * weights.alike * length]
        if likely:
            words = {page.words[place]: heavy[place] / length for place in line}
            found.update(day for day in likely if _shared(news[day], words) > weights.alike)
    return found


def _shared(news: Vector, line: Vector) -> float:
    """Say how alike a line is to a day's news, added up in the order of its words: that of what is likely is another."""
    return sum(weight * line[word] for word, weight in news.items() if word in line)

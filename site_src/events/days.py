"""List the days that the corpus names, with the sentences that name them and how much each one matters."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from site_src.events.importance import growth
from site_src.model import Article, Day, Event, Evidence

_MOST_SENTENCES = 40


def _named(article: Article) -> Iterable[tuple[date, Evidence]]:
    """Give each day that an article names, once a sentence."""
    sentences = [sentence for sentence in article.text.sentences if sentence.role != "header"]
    starts = [sentence.start for sentence in sentences]
    seen: set[tuple[date, int]] = set()
    for time in article.times:
        if time.when is None or time.when.grain != "day":
            continue
        at = bisect_right(starts, time.expression.start) - 1
        if at < 0 or time.expression.start >= sentences[at].end or (time.when.earliest, at) in seen:
            continue
        seen.add((time.when.earliest, at))
        sentence = sentences[at]
        yield (
            time.when.earliest,
            Evidence(article.id, article.text.words(sentence), sentence.start, sentence.end),
        )


def mentions(articles: Sequence[Article]) -> Mapping[date, tuple[Evidence, ...]]:
    """Give, for every day that is named, the sentences that name it; copies of an article are left out."""
    found: dict[date, dict[str, Evidence]] = {}
    for article in sorted(articles, key=lambda item: item.id):
        if article.copy_of:
            continue
        for day, evidence in _named(article):
            found.setdefault(day, {}).setdefault(f"{article.id} {evidence.start}", evidence)
    return {day: tuple(found[day].values()) for day in sorted(found)}


def origins_naming(named: Mapping[date, tuple[Evidence, ...]], articles: Sequence[Article]) -> Mapping[date, int]:
    """Count the independent origins whose articles name each day."""
    origins = {article.id: article.origins or (article.id,) for article in articles}
    return {day: len({origins[item.article] for item in sentences}) for day, sentences in named.items()}


def list_days(
    named: Mapping[date, tuple[Evidence, ...]], counts: Mapping[date, int], events: Sequence[Event]
) -> tuple[Day, ...]:
    """Make the days: importance from who names them, how often, and what happened on them."""
    on: dict[date, list[Event]] = {}
    for event in events:
        if event.when.grain == "day" and event.statements:
            on.setdefault(event.when.earliest, []).append(event)
    many = max(counts.values(), default=1)
    sentences = Counter({day: len(items) for day, items in named.items()})
    most = max(sentences.values(), default=1)
    found = []
    for day in sorted(set(named) | set(on)):
        events_here = sorted(on.get(day, ()), key=lambda event: (-event.importance, event.id))
        weight = (
            0.5 * growth(counts.get(day, 0), many)
            + 0.2 * growth(sentences[day], most)
            + 0.3 * max((event.importance for event in events_here), default=0.0)
        )
        ids = tuple(event.id for event in events_here)
        found.append(Day(day, round(weight, 4), ids, named.get(day, ())[:_MOST_SENTENCES]))
    return tuple(found)

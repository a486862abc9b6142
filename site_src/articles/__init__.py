"""All Texts and their Mentions -> Articles: pages joined, copies folded, published, and then: which day each word names.

`assemble` does all of it. Whoever spreads the work dates all articles at once, `date_all`, and resolves the times of each
where he likes, `resolve_times`.

The order matters. A publication date comes from what the body says (its dates, the meetings that it counts), a later
page takes its date from the first, so no single file can be dated alone; only then can "kemarin" become a day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from site_src.articles import copies, pages, resolve
from site_src.articles.copies import Place, runs
from site_src.articles.fold import origins_of
from site_src.articles.published import published
from site_src.languages.pack import LanguagePack
from site_src.model import Article, Issue, Publication, Text
from site_src.topic.values import Topic

__all__ = ["Assembled", "assemble", "date_all", "doubts", "resolve_times", "runs"]

_CLOCK_NEEDS = 0.5
"""A publication day less sure than this is shown, but no "kemarin" counts from it."""


@dataclass(frozen=True, slots=True)
class Assembled:
    """All articles in the order of their paths, and what was wrong with them."""

    articles: tuple[Article, ...]
    issues: tuple[Issue, ...]


def assemble(texts: Sequence[pages.Read], packs: Mapping[str, LanguagePack], topic: Topic) -> Assembled:
    """Join pages, fold copies, date every article, and resolve its time expressions."""
    dated = date_all(texts, packs, topic)
    articles = tuple(resolve_times(article, packs, topic) for article in dated.articles)
    return Assembled(articles, (*dated.issues, *(issue for article in articles for issue in doubts(article))))


def date_all(
    texts: Sequence[pages.Read],
    packs: Mapping[str, LanguagePack],
    topic: Topic,
    compared: Mapping[Place, bytes] | None = None,
) -> Assembled:
    """Join pages, fold copies, and date every article; their times are not resolved yet.

    `compared` are the `runs` of texts by where they stand; of others they are made here.
    """
    groups = pages.join(texts)
    dated = {group[0][0].raw.id: published(group, packs, topic.series) for group in groups}
    # The report that was first is the original, whatever its file is called; of one day's the agency's, then the longest.
    first_out = sorted(groups, key=lambda group: _first_out(group[0][0], dated[group[0][0].raw.id][0], topic))
    repeated = copies.find([group[0][0] for group in first_out], compared or {})
    printed = frozenset(group[0][0].outlet for group in groups) - {""}
    firsts = {group[0][0].raw.id: group[0][0] for group in groups}
    articles: list[Article] = []
    for group in groups:
        key = group[0][0].raw.id
        copy_of = repeated.get(key, "")
        origins = origins_of(firsts[copy_of or key], topic, printed)
        for place, read in enumerate(group):
            articles.append(_article(read, group[0][0], place, dated[key][0], origins, copy_of))
    issues = [issue for _, problems in dated.values() for issue in problems]
    return Assembled(tuple(sorted(articles, key=lambda a: (a.path, a.text.raw.line))), tuple(issues))


def resolve_times(article: Article, packs: Mapping[str, LanguagePack], topic: Topic) -> Article:
    """Say which days a dated article's time expressions name."""
    if not article.language:
        return article
    spans = [(sentence.start, sentence.end) for sentence in article.text.sentences]
    times = resolve.resolve(
        article.source,
        spans,
        article.mentions.times,
        pack=packs[article.language],
        clock=article.clock,
        series=topic.series,
    )
    return replace(article, resolved=times)


def _first_out(text: Text, publication: Publication, topic: Topic) -> tuple[date, bool, int, str]:
    day = publication.when.earliest if publication.when else date.max
    agency = text.outlet in topic.outlets and topic.outlets[text.outlet].agency
    return day, not agency, -sum(one.end - one.start for one in text.sentences), text.raw.digest


def _article(
    read: pages.Read, first: Text, place: int, publication: Publication, origins: tuple[str, ...], copy_of: str
) -> Article:
    text, mentions = read
    if place:
        publication = Publication(
            publication.when,
            "first-part",
            publication.confidence,
            (f"first-part: {first.raw.id}", *publication.reasons),
        )
    part_of = first.raw.id if place else ""
    return Article(text.raw.id, text, mentions, (), publication, _clock(first, publication), part_of, origins, copy_of)


def _clock(first: Text, publication: Publication) -> date | None:
    """Say from which day relative words count: a retelling's own clock, else a well-supported publication day."""
    if first.raw.front.told_as_of:
        try:
            return date.fromisoformat(first.raw.front.told_as_of)
        except ValueError:
            pass
    sure = publication.when is not None and publication.confidence >= _CLOCK_NEEDS
    return publication.when.latest if sure and publication.when else None


def doubts(article: Article) -> list[Issue]:
    """Name the weekdays that do not fit their dates; the resolution has said what it made of them."""
    source, path = article.source, article.path
    first_line = article.text.raw.line
    return [
        Issue(
            path,
            first_line + source.count("\n", 0, time.expression.start)
            if article.text.raw.media != "record"
            else first_line,
            "articles.weekday-mismatch",
            f"“{time.expression.text}”: {time.how}",
            f"read as {time.value or 'open'} with doubt",
        )
        for time in article.times
        if "does not fit" in time.how
    ]

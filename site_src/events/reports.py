"""Read articles as reports: what each sentence says in words, and which days it names.

Article -> Sayings -> Report: the pages of an article joined, copies left out, the words of its dates left out
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from site_src.events.runs import Runs, pack_runs
from site_src.model import Article, Resolved, Sentence

_WORD = re.compile(r"[^\W\d_]{2,}")
_LEAD = 3
"""Sentences with which a report begins."""
_NO_WORDS = Runs()


@dataclass(frozen=True, slots=True)
class Sayings:
    """What the sentences of one page say, held small."""

    words: Runs = _NO_WORDS
    """The words of each sentence: lower case, in their order; those of time expressions and figures are left out."""
    named: bytes = b""
    """The sentences that name days, and those with which the page begins: for each its number, where it starts and ends,
    how many days it names, and these, counted from the year 1. Whole numbers in this machine's own order."""


_NONE: Mapping[str, Sayings] = {}


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a report."""

    article: str
    """The id of the very page in which it stands."""
    start: int
    end: int
    words: tuple[str, ...]
    days: tuple[date, ...]
    """The days that it names, each once."""


@dataclass(frozen=True, slots=True)
class Page:
    """The sentences of a page in words."""

    words: Sequence[str]
    """Every different word; its place is what stands for it. The first is none."""
    runs: Runs


@dataclass(frozen=True, slots=True)
class Report:
    """An article with all its pages."""

    id: str
    language: str
    day: date | None
    """The day of its publication; None if nothing tells it that exactly."""
    pages: tuple[Page, ...]
    naming: tuple[Line, ...]
    """The sentences that name days."""
    lead: tuple[Line, ...]
    """Of the first sentences those that name none."""

    @property
    def days(self) -> tuple[date, ...]:
        """The days that it names, each once."""
        return tuple(dict.fromkeys(day for line in self.naming for day in line.days))

    @property
    def words(self) -> Sequence[str]:
        """Every different word of its pages."""
        if len(self.pages) == 1:
            return self.pages[0].words[1:]
        return tuple(dict.fromkeys(chain.from_iterable(page.words[1:] for page in self.pages)))

    def first(self, many: int) -> list[str]:
        """Give the words of the first sentences."""
        found: list[str] = []
        for page in self.pages:
            runs = page.runs.cut(many)
            found += map(page.words.__getitem__, chain.from_iterable(runs))
            many -= len(runs)
        return found


def reports(articles: Sequence[Article], sayings: Mapping[str, Sayings] = _NONE) -> tuple[Report, ...]:
    """Give the reports in the order of their ids, whatever the order of the articles.

    `sayings` are those of articles by their ids, where they are known already.
    """
    pages: dict[str, list[Article]] = {}
    for article in sorted(articles, key=lambda item: item.id):
        if not article.copy_of:
            pages.setdefault(article.part_of or article.id, []).append(article)
    return tuple(_report(id, sorted(pages[id], key=lambda item: bool(item.part_of)), sayings) for id in sorted(pages))


def _report(id: str, articles: Sequence[Article], known: Mapping[str, Sayings]) -> Report:
    first = articles[0]
    when = first.published.when
    pages, naming, leads, begun = [], list[Line](), list[Line](), 0
    for article in articles:
        own = known[article.id] if article.id in known else sayings(article)
        page, runs = Page(own.words.table(), own.words), own.words.cut()
        for at, start, end, days in _named(own.named):
            line = Line(article.id, start, end, tuple(map(page.words.__getitem__, runs[at])), days)
            if days:
                naming.append(line)
            elif begun + at < _LEAD:
                leads.append(line)
        pages.append(page)
        begun += len(runs)
    day = when.earliest if when and when.grain == "day" else None
    return Report(id, first.language, day, tuple(pages), tuple(naming), tuple(leads))


def _named(packed: bytes) -> Iterator[tuple[int, int, int, tuple[date, ...]]]:
    """Give the numbers of sentences, where they start and end, and the days that they name."""
    numbers, place = array("I", packed), 0
    while place < len(numbers):
        at, start, end, many = numbers[place : place + 4]
        place += 4 + many
        yield at, start, end, tuple(map(date.fromordinal, numbers[place - many : place]))


def sayings(page: Article) -> Sayings:
    """Give what the sentences of a page say that tell something."""
    sentences, times = _told_in(page)
    pieces = (_without(page.source, sentence, times.get(at, ())) for at, sentence in enumerate(sentences))
    numbers = array("I")
    for at, sentence in enumerate(sentences):
        days = [time.when.earliest for time in times.get(at, ()) if time.when and time.when.grain == "day"]
        if days or at < _LEAD:
            different = [day.toordinal() for day in dict.fromkeys(days)]
            numbers.extend((at, sentence.start, sentence.end, len(different), *different))
    return Sayings(pack_runs(_WORD.findall(piece.lower()) for piece in pieces), numbers.tobytes())


def _told_in(page: Article) -> tuple[Sequence[Sentence], Mapping[int, Sequence[Resolved]]]:
    """Give the sentences that tell something, and the time expressions of each by its place."""
    sentences = [sentence for sentence in page.text.sentences if sentence.role != "header"]
    starts = [sentence.start for sentence in sentences]
    times: dict[int, list[Resolved]] = {}
    for time in page.times:
        at = bisect_right(starts, time.expression.start) - 1
        if at >= 0 and time.expression.start < sentences[at].end:
            times.setdefault(at, []).append(time)
    return sentences, times


def _without(source: str, sentence: Sentence, times: Sequence[Resolved]) -> str:
    """Give a sentence's letters without its time expressions."""
    pieces, at = [], sentence.start
    for time in times:
        pieces.append(source[at : time.expression.start])
        at = time.expression.end
    return " ".join((*pieces, source[at : sentence.end]))

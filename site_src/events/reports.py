"""Read articles as reports: what each sentence says in words, and which days it names.

Article -> Report: the pages of an article joined, copies left out, the words of its dates left out
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from sys import intern

from site_src.model import Article, Evidence, Resolved, Sentence

_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a report."""

    article: str
    """The id of the very page in which it stands."""
    quote: str
    start: int
    words: tuple[str, ...]
    """Lower case, in their order; those of time expressions and figures are left out."""
    days: tuple[date, ...]
    """The days that it names, each once."""

    @property
    def evidence(self) -> Evidence:
        return Evidence(self.article, self.quote, self.start, self.start + len(self.quote))


@dataclass(frozen=True, slots=True)
class Report:
    """An article with all its pages."""

    id: str
    language: str
    day: date | None
    """The day of its publication; None if nothing tells it that exactly."""
    lines: tuple[Line, ...]
    words: frozenset[str]
    """All that its lines have."""

    @property
    def days(self) -> tuple[date, ...]:
        """The days that it names, each once."""
        return tuple(dict.fromkeys(day for line in self.lines for day in line.days))


def reports(articles: Sequence[Article]) -> tuple[Report, ...]:
    """Give the reports in the order of their ids, whatever the order of the articles."""
    pages: dict[str, list[Article]] = {}
    for article in sorted(articles, key=lambda item: item.id):
        if not article.copy_of:
            pages.setdefault(article.part_of or article.id, []).append(article)
    return tuple(_report(id, sorted(pages[id], key=lambda item: bool(item.part_of))) for id in sorted(pages))


def _report(id: str, pages: Sequence[Article]) -> Report:
    first = pages[0]
    when = first.published.when
    lines = tuple(line for page in pages for line in _lines(page))
    return Report(
        id,
        first.language,
        when.earliest if when and when.grain == "day" else None,
        lines,
        frozenset(chain.from_iterable(line.words for line in lines)),
    )


def _lines(page: Article) -> Iterator[Line]:
    source = page.source
    sentences = [sentence for sentence in page.text.sentences if sentence.role != "header"]
    starts = [sentence.start for sentence in sentences]
    times: dict[int, list[Resolved]] = {}
    for time in page.times:
        at = bisect_right(starts, time.expression.start) - 1
        if at >= 0 and time.expression.start < sentences[at].end:
            times.setdefault(at, []).append(time)
    for at, sentence in enumerate(sentences):
        quote, inside = source[sentence.start : sentence.end], times.get(at, ())
        days = [time.when.earliest for time in inside if time.when and time.when.grain == "day"]
        words = _WORD.findall((_without(source, sentence, inside) if inside else quote).lower())
        # One string for a word wherever it stands: an archive has few different ones.
        yield Line(page.id, quote, sentence.start, tuple(map(intern, words)), tuple(dict.fromkeys(days)))


def _without(source: str, sentence: Sentence, times: Sequence[Resolved]) -> str:
    """Give a sentence's letters without its time expressions."""
    pieces, at = [], sentence.start
    for time in times:
        pieces.append(source[at : time.expression.start])
        at = time.expression.end
    return " ".join((*pieces, source[at : sentence.end]))

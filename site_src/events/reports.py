"""Read articles as reports: what each sentence says in words, and which days it names.

Article -> Report: the pages of an article joined, copies left out, the words of its dates left out
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from site_src.events.runs import Runs, pack_runs
from site_src.model import Article, Evidence, Resolved, Sentence

_WORD = re.compile(r"[^\W\d_]{2,}")
_NONE: Mapping[str, Runs] = {}


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a report."""

    page: Article
    """The very page in which it stands."""
    sentence: Sentence
    words: tuple[str, ...]
    """Lower case, in their order; those of time expressions and figures are left out."""
    days: tuple[date, ...]
    """The days that it names, each once."""

    @property
    def article(self) -> str:
        return self.page.id

    @property
    def evidence(self) -> Evidence:
        quote = self.page.text.words(self.sentence)
        return Evidence(self.page.id, quote, self.sentence.start, self.sentence.start + len(quote))


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


def reports(articles: Sequence[Article], words: Mapping[str, Runs] = _NONE) -> tuple[Report, ...]:
    """Give the reports in the order of their ids, whatever the order of the articles.

    `words` are the `sentence_words` of articles by their ids, where they are known already.
    """
    pages: dict[str, list[Article]] = {}
    for article in sorted(articles, key=lambda item: item.id):
        if not article.copy_of:
            pages.setdefault(article.part_of or article.id, []).append(article)
    return tuple(_report(id, sorted(pages[id], key=lambda item: bool(item.part_of)), words) for id in sorted(pages))


def _report(id: str, pages: Sequence[Article], words: Mapping[str, Runs]) -> Report:
    first = pages[0]
    when = first.published.when
    lines = tuple(line for page in pages for line in _lines(page, words.get(page.id)))
    return Report(
        id,
        first.language,
        when.earliest if when and when.grain == "day" else None,
        lines,
        frozenset(chain.from_iterable(line.words for line in lines)),
    )


def _lines(page: Article, known: Runs | None) -> Iterator[Line]:
    sentences, times = _told_in(page)
    words = _words(page, sentences, times) if known is None else known
    for at, (sentence, said) in enumerate(zip(sentences, words.read(), strict=True)):
        days = [time.when.earliest for time in times.get(at, ()) if time.when and time.when.grain == "day"]
        yield Line(page, sentence, said, tuple(dict.fromkeys(days)))


def sentence_words(page: Article) -> Runs:
    """Give the words of each sentence, as a report has them."""
    return _words(page, *_told_in(page))


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


def _words(page: Article, sentences: Sequence[Sentence], times: Mapping[int, Sequence[Resolved]]) -> Runs:
    pieces = (_without(page.source, sentence, times.get(at, ())) for at, sentence in enumerate(sentences))
    return pack_runs(_WORD.findall(piece.lower()) for piece in pieces)


def _without(source: str, sentence: Sentence, times: Sequence[Resolved]) -> str:
    """Give a sentence's letters without its time expressions."""
    pieces, at = [], sentence.start
    for time in times:
        pieces.append(source[at : time.expression.start])
        at = time.expression.end
    return " ".join((*pieces, source[at : sentence.end]))

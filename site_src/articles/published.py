"""Texts -> when the article was published, and how one can tell.

A page's own header is often the clock of its rendering, so the body has the last word: an attribution with a date, a
date in the lead told as past, a weekday with day and month whose year the series tables or the calendar give.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from site_src.articles import resolve
from site_src.languages import phrases
from site_src.languages.pack import LanguagePack
from site_src.model import Issue, Mentions, Publication, Sentence, Text, TimeExpression, When, on_day
from site_src.topic.values import Series

NEWS_IS_FRESH = timedelta(days=45)
"""A date in the lead without a year lies at most this long before publication; a header farther off is not the
article's. Press habit: a year is written once it could be mistaken."""
MEETING_IS_NEAR = timedelta(days=60)
"""A report that names the n-th meeting of a series is at most this far from it when its own dates allow."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A day on which the article may have been published, and why."""

    when: When
    how: str
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class _Page:
    """A text with what is needed to weigh its dates."""

    text: Text
    times: tuple[TimeExpression, ...]
    pack: LanguagePack
    series: tuple[Series, ...]

    def sentence_of(self, time: TimeExpression) -> Sentence | None:
        return next((s for s in self.text.sentences if s.start <= time.start and time.end <= s.end), None)

    def said(self, time: TimeExpression) -> str:
        """Give the words around a time expression: its sentence, else nothing."""
        sentence = self.sentence_of(time)
        return self.text.words(sentence) if sentence else ""

    def is_lead(self, time: TimeExpression) -> bool:
        sentence = self.sentence_of(time)
        return sentence is not None and sentence.role == "lead"

    def lag(self, time: TimeExpression) -> timedelta:
        """Give the days from what is told to its telling: "Thursday (8/6), yesterday" is told a day later."""
        days = self.pack.time.lists.get("days", {})
        yesterday = tuple(word for word, shift in days.items() if shift == -1)
        return timedelta(days=1 if time.text.lower().endswith(yesterday) else 0)


def published(
    pages: Sequence[tuple[Text, Mentions]], packs: Mapping[str, LanguagePack], series: tuple[Series, ...]
) -> tuple[Publication, tuple[Issue, ...]]:
    """Weigh all candidates of an article's pages; the surest one that nothing contradicts wins."""
    front = tuple(_given(pages[0][0]))
    if front and front[0].confidence >= 0.95:
        return _publication(front), ()
    read = [_Page(text, mentions.times, packs[text.language], series) for text, mentions in pages if text.language]
    body = [candidate for page in read for candidate in (*_attributed(page), *_told(page))]
    header = [candidate for page in read for candidate in _header(page)]
    yearless = [candidate for page in read for candidate in _yearless(page, [*front, *header])]
    issues = []
    kept = []
    for claim in (*front, *header):
        against = _contradiction(claim, [*body, *yearless])
        if against is None:
            kept.append(claim)
        else:
            issues.append(_contradicted(pages[0][0], claim, against))
    found = sorted([*kept, *body, *yearless], key=lambda candidate: -candidate.confidence)
    if not found:
        issues.append(_undated(pages))
    return _publication(found), tuple(issues)


def _publication(candidates: Sequence[Candidate]) -> Publication:
    if not candidates:
        return Publication(None, "unknown", 0.0)
    best = candidates[0]
    reasons = tuple(dict.fromkeys(candidate.reason for candidate in candidates))
    return Publication(best.when, best.how, best.confidence, reasons)


def _given(text: Text) -> Iterator[Candidate]:
    """Read what the front matter or a saved page's metadata says."""
    front = text.raw.front
    day = _iso(front.published) or _iso(front.told_as_of)
    if day is None:
        return
    how, confidence = ("metadata", 0.85) if text.raw.media == "html" else ("front-matter", 0.98)
    yield Candidate(on_day(day, front.published or front.told_as_of), how, confidence, f"{how}: {day.isoformat()}")


def _iso(words: str) -> date | None:
    try:
        return date.fromisoformat(words.strip()[:10])
    except ValueError:
        return None


def _attributed(page: _Page) -> Iterator[Candidate]:
    """Find dates of attributions: "reported by ..., Friday (16/9/2022)" is said on the day or the day after."""
    for time, day in _explicit(page):
        words = page.said(time)
        mark = phrases.any_of(page.pack.speech.attribution).search(words)
        sentence = page.sentence_of(time)
        if mark and sentence and sentence.start + mark.start() < time.start:
            yield Candidate(on_day(day, time.text), "attribution", 0.93, f"attribution: “{time.text}”")


def _told(page: _Page) -> Iterator[Candidate]:
    """Find full dates that are told as just past: with their weekday anywhere near the top, without one in the lead."""
    planned = phrases.any_of(page.pack.stance.planned)
    background = phrases.any_of(page.pack.stance.recalled)
    told = [(time, day) for time, day in _explicit(page) if not planned.search(page.said(time))]
    weekdays = [(time, day) for time, day in told if time.meaning.weekday is not None][:3]
    plain = [
        (time, day)
        for time, day in told
        if time.meaning.weekday is None and page.is_lead(time) and not background.search(page.said(time))
    ]
    for time, day in weekdays:
        yield _candidate(page, time, day, 0.85 if page.is_lead(time) else 0.75)
    if plain:
        # Without a weekday the date may be anything's; the newest of the lead is the best guess, and a weak one.
        yield _candidate(page, *max(plain, key=lambda pair: pair[1]), 0.5)


def _candidate(page: _Page, time: TimeExpression, day: date, confidence: float) -> Candidate:
    return Candidate(on_day(day + page.lag(time), time.text), "told", confidence, f"told: “{time.text}”")


def _explicit(page: _Page) -> Iterator[tuple[TimeExpression, date]]:
    """Give the expressions of body sentences that name one day with its year."""
    for time in page.times:
        meaning = time.meaning
        sentence = page.sentence_of(time)
        if (
            sentence
            and sentence.role != "header"
            and meaning.reads == "date"
            and meaning.year
            and meaning.month
            and meaning.day
        ):
            day = _day(meaning.year, meaning.month, meaning.day)
            if day and (meaning.weekday is None or day.isoweekday() == meaning.weekday):
                yield time, day


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _header(page: _Page) -> Iterator[Candidate]:
    """Read the page's own date line."""
    for time in page.times:
        meaning, sentence = time.meaning, page.sentence_of(time)
        if (
            sentence
            and sentence.role == "header"
            and meaning.reads == "date"
            and meaning.year
            and meaning.month
            and meaning.day
        ):
            day = _day(meaning.year, meaning.month, meaning.day)
            if day:
                yield Candidate(on_day(day, time.text), "header", 0.7, f"header: “{time.text}”")


def _yearless(page: _Page, given: Sequence[Candidate]) -> Iterator[Candidate]:
    """Find the year of "Thursday (8/6)" by its weekday, the meetings that the text names, and what the page claims."""
    meetings = tuple(_meetings(page))
    for time in page.times:
        meaning, sentence = time.meaning, page.sentence_of(time)
        if not sentence or sentence.role in ("header", "headline") or meaning.reads != "date":
            continue
        if meaning.year or not (meaning.month and meaning.day and meaning.weekday):
            continue
        yield from _with_year(page, time, meetings, given)
        return


def _with_year(
    page: _Page, time: TimeExpression, meetings: Sequence[tuple[str, When]], given: Sequence[Candidate]
) -> Iterator[Candidate]:
    meaning = time.meaning
    if not (meaning.month and meaning.day):
        return
    newest = max((candidate.when.latest for candidate in given), default=None)
    limit = newest or max((when.latest for _, when in meetings), default=None)
    if limit is None:
        return
    for year in resolve.candidate_years(meaning, not_after=limit + MEETING_IS_NEAR):
        day = _day(year, meaning.month, meaning.day)
        if day is None:
            continue
        for name, when in meetings:
            if when.earliest - MEETING_IS_NEAR <= day <= when.latest + MEETING_IS_NEAR:
                reason = f"series: “{time.text}” fits {day.isoformat()}, near {name} ({when.edtf})"
                yield Candidate(on_day(day + page.lag(time), time.text), "series", 0.8, reason)
                return
        for claim in given:
            if timedelta(days=-1) <= claim.when.earliest - day <= NEWS_IS_FRESH:
                reason = f"told: “{time.text}” fits {day.isoformat()}, shortly before {claim.when.edtf}"
                yield Candidate(on_day(day + page.lag(time), time.text), "told", 0.6, reason)
                return


def _meetings(page: _Page) -> Iterator[tuple[str, When]]:
    """Give the meetings of a series that the text counts: "the 17th summit"."""
    for time in page.times:
        if time.meaning.reads != "series":
            continue
        for series in page.series:
            for meeting in series.meetings:
                if series.id == time.meaning.series and meeting.ordinal == time.meaning.number:
                    yield f"{series.id} {meeting.ordinal}", meeting.when


def _contradiction(claim: Candidate, body: Sequence[Candidate]) -> Candidate | None:
    """Find a date of the body that the claimed day cannot have followed: it lies too far off, or after it."""
    if any(timedelta(days=-1) <= claim.when.earliest - other.when.earliest <= NEWS_IS_FRESH for other in body):
        return None
    return max(body, key=lambda other: other.confidence, default=None)


def _contradicted(text: Text, claim: Candidate, against: Candidate) -> Issue:
    words = f"the page says “{claim.when.text}”, but its body tells {against.reason.split(': ', 1)[1]}"
    done = f"dated {against.when.edtf} by the body"
    return Issue(text.raw.path, text.raw.line, "articles.header-contradicted", words, done)


def _undated(pages: Sequence[tuple[Text, Mentions]]) -> Issue:
    """Say that nothing dates the article; a warning where relative words are left without a day."""
    text = pages[0][0]
    waiting = sum(
        time.meaning.reads == "relative" or (time.meaning.reads == "date" and not time.meaning.year)
        for _, mentions in pages for time in mentions.times
    )  # fmt: skip
    words = "no publication date found in front matter, metadata, header or body"
    done = f"{waiting} relative dates stay open" if waiting else "dated words keep their own dates"
    return Issue(text.raw.path, text.raw.line, "articles.no-date", words, done, "warning" if waiting else "note")

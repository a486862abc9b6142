"""A text's dates -> the days on which it may have been published, each with its reason.

Every finder here is one way in which the press says when it writes; `published` weighs what they find.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice

from msgspec import structs

from site_src.articles import resolve
from site_src.languages import phrases
from site_src.languages.pack import LanguagePack
from site_src.model import Sentence, Text, TimeExpression, When, on_day
from site_src.topic.dates import EXPECTED, read_when
from site_src.topic.values import Series

FRESH = timedelta(days=45)
"""A date in the lead without a year lies at most this long before publication; a header farther off is not the
article's. Press habit: a year is written once the date could be mistaken."""
NEAR = timedelta(days=60)
"""A report that names the n-th meeting of a series is at most this far from it when its own dates allow."""
FOLLOWING = timedelta(days=7)
"""Reports of several days are published on the last of them; a week is the longest that they sum up day by day."""
JUST_BEFORE = FOLLOWING
"""A page's own date line so soon after what its body tells is the day of publication: the clock of a page's rendering
comes so near by chance only."""
DECLARED, CONFIRMED = 0.94, 0.94
"""Above an attribution: the day on which another outlet reported is often the day before."""
BELOW, ABOVE = 0.9, 0.7
"""A date line below the title is the article's; one above it may be the page's own clock."""
LATE = re.compile(r"T2[23]:\d\d(?::\d\d)?[+-]\d\d:\d\d$")
"""A declared moment in the last two hours of its day: in the next zones to the east the new day has begun."""
EARLIEST = re.compile(r"\b0?[01][.:]\d\d\b")
EARLY = timedelta(days=-1)
"""A page may be stamped in a time zone in which its day has not yet begun."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A day on which the article may have been published, and why."""

    when: When
    how: str
    """As in `Publication.how`."""
    confidence: float
    reason: str

    def can_follow(self, other: When) -> bool:
        """Tell whether an article of this day would tell the other one without its year."""
        return EARLY <= self.when.latest - other.earliest and self.when.earliest - other.earliest <= FRESH


@dataclass(frozen=True, slots=True)
class Misfit:
    """A date without a year that no claimed day and no known meeting can follow."""

    words: str
    years: tuple[int, ...]
    """The latest years in which its weekday fits, up to what the page claims; empty if nothing limits them."""


@dataclass(frozen=True, slots=True)
class Page:
    """A text with what is needed to weigh its dates."""

    text: Text
    times: tuple[TimeExpression, ...]
    pack: LanguagePack
    series: tuple[Series, ...]

    def sentence_of(self, time: TimeExpression) -> Sentence | None:
        return next((s for s in self.text.sentences if s.start <= time.start and time.end <= s.end), None)

    def role(self, time: TimeExpression) -> str:
        sentence = self.sentence_of(time)
        return sentence.role if sentence else ""

    def says(self, time: TimeExpression, patterns: tuple[str, ...]) -> bool:
        """Tell whether the sentence of a time expression holds one of the word patterns."""
        sentence = self.sentence_of(time)
        return sentence is not None and phrases.any_of(patterns).search(self.text.words(sentence)) is not None

    def counts_from_today(self, time: TimeExpression) -> bool:
        """Tell whether the lead tells its news by a day that counts from the clock: a whole date there is background."""
        meaning = time.meaning
        bare = meaning.reads == "date" and meaning.weekday is not None and meaning.month is None
        today = meaning.reads == "relative" and meaning.unit == "day" and not meaning.counts_from
        return (bare or today) and self.role(time) == "lead"

    def fills(self, time: TimeExpression) -> bool:
        """Tell whether a line says little else than the time."""
        sentence = self.sentence_of(time)
        return sentence is not None and (time.end - time.start) * 3 > sentence.end - sentence.start

    def attributes(self, time: TimeExpression) -> bool:
        """Tell whether words that name a source stand before the time: "as reported by ..., Friday (16/9)"."""
        sentence = self.sentence_of(time)
        before = self.text.raw.source[sentence.start : time.start] if sentence else ""
        return phrases.any_of(self.pack.speech.attribution).search(before) is not None

    def lag(self, time: TimeExpression) -> timedelta:
        """Give the days from what is told to its telling: "Thursday (8/6), yesterday" is told a day later."""
        days = self.pack.time.lists.get("days", {})
        yesterday = tuple(word for word, shift in days.items() if shift == -1)
        return timedelta(days=1 if yesterday and time.text.lower().endswith(yesterday) else 0)

    def whole_days(self, *roles: str) -> Iterator[tuple[TimeExpression, date]]:
        """Give the expressions in sentences of these roles that name one day with its year, their weekday fitting."""
        for time in self.times:
            meaning = time.meaning
            if self.role(time) in roles and meaning.reads == "date" and meaning.year and meaning.month and meaning.day:
                day = _day(meaning.year, meaning.month, meaning.day)
                if day and meaning.weekday in (None, day.isoweekday()):
                    yield time, day


def given(text: Text) -> Candidate | None:
    """Read what the front matter or a saved page's metadata says. Raises `ValueError` with what was expected."""
    front = text.raw.front
    words = (front.published or front.told_as_of).strip()
    if not words:
        return None
    try:
        when = read_when(words.split("T")[0].split(" ")[0])
    except ValueError:
        raise ValueError(f"'published' is {words!r}, expected {EXPECTED}") from None
    how, confidence = ("metadata", DECLARED) if text.raw.media == "html" else ("front-matter", 0.98)
    return Candidate(when, how, confidence, f"{how}: {when.edtf}")


def attributed(page: Page) -> Iterator[Candidate]:
    """Find dates of attributions: what another outlet reported on a day is taken over on that day."""
    for time, day in page.whole_days("lead", "body"):
        if page.attributes(time):
            yield Candidate(on_day(day, time.text), "attribution", 0.93, f"attribution: “{time.text}”")


def told(page: Page) -> Iterator[Candidate]:
    """Find whole dates told as just past: with their weekday anywhere in the text, without one in the lead."""
    past = [
        (time, day)
        for time, day in page.whole_days("lead", "body", "caption")
        if not page.says(time, page.pack.stance.planned)
    ]
    weekdays = [pair for pair in past if pair[0].meaning.weekday is not None and page.role(pair[0]) != "caption"]
    if weekdays:
        first = weekdays[0]
        last = max((pair for pair in weekdays if pair[1] - first[1] <= FOLLOWING), key=lambda pair: pair[1])
        yield _told(page, *last, 0.85 if page.role(first[0]) == "lead" else 0.75)
    plain = [
        (time, day)
        for time, day in past
        if time.meaning.weekday is None and page.role(time) == "lead" and not page.says(time, page.pack.stance.recalled)
    ]
    if plain and not any(map(page.counts_from_today, page.times)):
        # Without a weekday the date may be anything's; the newest of the lead is the best guess, and a weak one.
        yield _told(page, *max(plain, key=lambda pair: pair[1]), 0.5)


def _told(page: Page, time: TimeExpression, day: date, confidence: float) -> Candidate:
    return Candidate(on_day(day + page.lag(time), time.text), "told", confidence, f"told: “{time.text}”")


def header(page: Page) -> Iterator[Candidate]:
    """Read the page's own date lines: often the clock of its rendering, or of a later change, so the earliest first."""
    title = next((s.start for s in page.text.sentences if s.role == "headline"), None)
    for time, day in sorted(page.whole_days("header"), key=lambda pair: (not page.fills(pair[0]), pair[1])):
        confidence = BELOW if title is not None and title < time.start and page.fills(time) else ABOVE
        yield Candidate(on_day(day, time.text), "header", confidence, f"header: “{time.text}”")


def confirmed(claim: Candidate, body: Sequence[Candidate]) -> Candidate:
    """Trust a date line more where the body tells of that day or of the days just before it."""
    near = any(timedelta() <= claim.when.earliest - told.when.latest <= JUST_BEFORE for told in body)
    return replace(claim, confidence=CONFIRMED) if near else claim


def local(claim: Candidate, words: str, headers: Sequence[Candidate]) -> Candidate:
    """Give a day that is declared in another time zone as the page's own date line has it, if that is the next day.

    East of Greenwich a new day begins while the old one still runs in universal time; in the east of a country, while
    the declared hours of its capital are the last ones of theirs.
    """
    universal, late = words.endswith(("Z", "+00:00")), LATE.search(words)
    following = (line for line in headers if line.when.earliest - claim.when.latest == timedelta(days=1))
    line = next((line for line in following if universal or (late and EARLIEST.search(line.when.text))), None)
    return (
        replace(claim, when=line.when, reason=f"{claim.reason}, where the page says “{line.when.text}”")
        if line
        else claim
    )


def yearless(page: Page, claims: Sequence[Candidate]) -> Candidate | Misfit | None:
    """Find the year of the first "Thursday (8/6)" by its weekday, the meetings that the text counts, and the claims."""
    meetings = tuple(_meetings(page))
    for time in page.times:
        meaning = time.meaning
        partial = meaning.reads == "date" and not meaning.year and meaning.month and meaning.day and meaning.weekday
        if partial and page.role(time) in ("lead", "body") and not page.says(time, page.pack.stance.planned):
            return _with_year(page, time, meetings, claims)
    return None


def _with_year(
    page: Page,
    time: TimeExpression,
    meetings: Sequence[tuple[str, When]],
    claims: Sequence[Candidate],
) -> Candidate | Misfit:
    limits = [*(claim.when.latest for claim in claims), *(when.latest for _, when in meetings)]
    days = list(_days(time, max(limits) + NEAR)) if limits else []
    for day in days:
        # The meeting comes first: a page's clock can be wrong, the n-th meeting cannot.
        for name, when in meetings:
            if when.earliest - NEAR <= day <= when.latest + NEAR:
                reason = f"series: “{time.text}” fits {day.isoformat()}, near {name} ({when.edtf})"
                return Candidate(on_day(day + page.lag(time), time.text), "series", 0.8, reason)
    for day in days:
        for claim in claims:
            if claim.can_follow(on_day(day)):
                reason = f"told: “{time.text}” fits {day.isoformat()}, shortly before {claim.when.edtf}"
                return Candidate(on_day(day + page.lag(time), time.text), "told", 0.6, reason)
    return Misfit(time.text, tuple(islice((day.year for day in days), 4)))


def _days(time: TimeExpression, limit: date) -> Iterator[date]:
    """Give the days that a weekday, day and month can be, the latest first; those of figures turned round come last."""
    told = time.meaning
    turned = (structs.replace(told, day=told.month, month=told.day),) if told.either_way else ()
    for meaning in (told, *turned):
        for year in resolve.candidate_years(meaning, not_after=limit):
            if meaning.month and meaning.day and (day := _day(year, meaning.month, meaning.day)):
                yield day


def _meetings(page: Page) -> Iterator[tuple[str, When]]:
    """Give the meetings of a series that the text counts: "the 17th summit"."""
    known = {(one.id, meeting.ordinal): meeting.when for one in page.series for meeting in one.meetings}
    for time in page.times:
        key = (time.meaning.series, time.meaning.number or 0)
        if time.meaning.reads == "series" and key in known:
            yield f"{key[0]} {key[1]}", known[key]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

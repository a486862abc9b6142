"""Quality: every problem that the build met, with its place and what was done; and counts to judge the whole by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from site_src.model import Issue, Page
from site_src.pages.cards import disputed
from site_src.pages.desk import Desk
from site_src.pages.frame import framed
from site_src.pages.holdings import year_of
from site_src.pages.scales import mark
from site_src.pages.views import Label
from site_src.wording import msgid

LEVELS = {"error": msgid("errors"), "warning": msgid("warnings"), "note": msgid("notes")}
GRAINS = {
    "day": msgid("known to the day"),
    "days": msgid("known as a few days"),
    "month": msgid("known to the month"),
    "band": msgid("known as a stretch"),
    "year": msgid("known to the year"),
    "years": msgid("known as several years"),
    "open": msgid("open at one end"),
}


CODES = {
    "articles.header-contradicted": msgid("The date at the page's head is not the article's"),
    "articles.no-date": msgid("No day of publication was found"),
    "articles.published": msgid("The day of publication that is given cannot be read"),
    "articles.weekday-mismatch": msgid("A weekday does not fit its date"),
    "corpus.archive": msgid("An archive cannot be opened"),
    "corpus.empty": msgid("The file is empty"),
    "corpus.encoding": msgid("The letters had to be guessed"),
    "corpus.feed": msgid("A feed cannot be read"),
    "corpus.front-matter": msgid("The front matter cannot be read"),
    "corpus.not-text": msgid("The file is no text"),
    "corpus.record": msgid("A record cannot be read"),
    "corpus.same-id": msgid("Two articles have one id"),
    "corpus.sheet": msgid("A sheet cannot be read as it stands"),
    "events.correction": msgid("A correction does not find what it corrects"),
    "events.correction-rests": msgid("A correction rests: its article was not read"),
    "texts.no-sentence": msgid("Nothing is left of the text after cleaning"),
}
"""What the more frequent problems mean to a reader; their messages are for the editor, in English."""


@dataclass(frozen=True, slots=True)
class Problem:
    """An Issue for readers."""

    place: str
    message: str
    done: str
    level: str


@dataclass(frozen=True, slots=True)
class Group:
    """The problems of one code."""

    code: str
    name: str
    """What went wrong, in the reader's words; empty for a rare one."""
    level: Label
    count: str
    problems: tuple[Problem, ...]


def pages(desk: Desk) -> Iterator[Page]:
    """Plan the page about quality."""
    issues = sorted(desk.timeline.issues, key=lambda issue: (list(LEVELS).index(issue.level), issue.code, issue))
    yield framed(
        desk,
        "quality.html",
        "quality.html",
        desk.say("Quality"),
        lead=desk.say("What was read, what could not be read, and where the corpus is silent."),
        figures=_figures(desk),
        levels=[
            (Label(desk.say(text), level), desk.words.number(_levels(issues)[level])) for level, text in LEVELS.items()
        ],
        groups=[_group(desk, code, list(group)) for code, group in groupby(issues, lambda issue: issue.code)],
        gaps=_gaps(desk),
    )


def _figures(desk: Desk) -> tuple[tuple[str, str], ...]:
    """Count the corpus and the entries, as (number, what it counts)."""
    events, articles = desk.holdings.events, desk.timeline.articles
    dated = sum(article.published.when is not None for article in articles)
    marks = Counter(mark(event.when) for event in events)
    several = sum(len(event.origins) > 1 for event in events)
    rows = [
        (len(articles), desk.say("articles read")),
        (dated, desk.say("of them with a date of publication")),
        (len(events), desk.say("entries")),
        *((marks[code], desk.say(text)) for code, text in GRAINS.items() if marks[code]),
        (several, desk.say("with two or more independent origins")),
        (sum(map(disputed, events)), desk.say("about which accounts differ")),
        (len(desk.timeline.claims), desk.say("claims")),
    ]
    return tuple((desk.words.number(number), text) for number, text in rows)


def _levels(issues: list[Issue]) -> Counter[str]:
    return Counter(issue.level for issue in issues)


def _group(desk: Desk, code: str, issues: list[Issue]) -> Group:
    count = desk.count("%(number)s time", "%(number)s times", len(issues))
    problems = tuple(_problem(issue) for issue in issues)
    return Group(
        code, desk.say(CODES.get(code, "")), Label(desk.say(LEVELS[issues[0].level]), issues[0].level), count, problems
    )


def _problem(issue: Issue) -> Problem:
    place = f"{issue.path}:{issue.line}" if issue.line else issue.path
    return Problem(place, issue.message, issue.done, issue.level)


def _gaps(desk: Desk) -> tuple[str, ...]:
    """Name the stretches of two or more whole years without an entry: gaps of the corpus, not of history."""
    years = sorted({year for event in desk.holdings.events if (year := year_of(event))})
    return tuple(f"{left + 1}–{right - 1}" for left, right in pairwise(years) if right - left > 2)

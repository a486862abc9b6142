"""Problems for readers: what went wrong and what was done about it in their language, and the editor's own line behind it.

An Issue names what stood there in English, for whoever mends it. A reader is told the sort of the problem and what came
of it; the line itself follows, marked as English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from site_src.model import Issue
from site_src.pages.desk import Desk
from site_src.pages.views import Label
from site_src.wording import msgid

LEVELS = {"error": msgid("errors"), "warning": msgid("warnings"), "note": msgid("notes")}
CODES = {
    "articles.header-contradicted": msgid("The date at the page's head is not the article's"),
    "articles.no-date": msgid("No day of publication was found"),
    "articles.published": msgid("The day of publication that is given cannot be read"),
    "articles.weekday-mismatch": msgid("A weekday does not fit its date"),
    "corpus.archive": msgid("An archive cannot be opened"),
    "corpus.broken-link": msgid("A link among the articles leads nowhere"),
    "corpus.empty": msgid("The file is empty"),
    "corpus.encoding": msgid("The letters had to be guessed"),
    "corpus.feed": msgid("A feed cannot be read"),
    "corpus.front-matter": msgid("The front matter cannot be read"),
    "corpus.link-outside": msgid("A link leads out of the articles' folder"),
    "corpus.linked-folder": msgid("A linked folder is not entered"),
    "corpus.not-a-file": msgid("Something among the articles is no file"),
    "corpus.not-text": msgid("The file is no text"),
    "corpus.record": msgid("A record cannot be read"),
    "corpus.same-id": msgid("Two articles have one id"),
    "corpus.sheet": msgid("A sheet cannot be read as it stands"),
    "corpus.too-large": msgid("A file is larger than what is read"),
    "corpus.too-slow": msgid("An article takes too long to read"),
    "corpus.unreadable": msgid("A file cannot be read"),
    "events.correction": msgid("A correction does not find what it corrects"),
    "events.correction-rests": msgid("A correction rests: its article was not read"),
    "events.quote": msgid("A quote does not stand in its article"),
    "history.redirect": msgid("A redirect does not fit the entries"),
    "texts.long-article": msgid("An article is longer than what is read"),
    "texts.long-sentence": msgid("A sentence is longer than what is read"),
    "texts.no-pack": msgid("There are no rules for the language of an article"),
    "texts.no-sentence": msgid("Nothing is left of the text after cleaning"),
    "topic.ambiguous-alias": msgid("Two have the same name"),
    "topic.cells": msgid("A line of a table has too many cells"),
    "topic.count": msgid("Two tables count differently"),
    "topic.date": msgid("A date of a table cannot be read"),
    "topic.date-order": msgid("Two dates of a table stand in the wrong order"),
    "topic.duplicate": msgid("A line of a table stands twice"),
    "topic.encoding": msgid("A table cannot be read"),
    "topic.event-name": msgid("An editor's entry has a wrong file name"),
    "topic.founding": msgid("The founding is told in two ways"),
    "topic.gap": msgid("A status has a gap"),
    "topic.language": msgid("The interface has no words in a language"),
    "topic.missing-column": msgid("A table lacks a column"),
    "topic.missing-key": msgid("A setting is missing"),
    "topic.no-figures": msgid("Figures are missing"),
    "topic.no-source": msgid("A source is missing"),
    "topic.overlap": msgid("Two statuses overlap"),
    "topic.page-language": msgid("A page is missing in one language"),
    "topic.page-link": msgid("A link of a page leads nowhere"),
    "topic.page-name": msgid("A page has a wrong file name"),
    "topic.pattern": msgid("A pattern cannot be read"),
    "topic.place-country": msgid("A place lies in another country"),
    "topic.series-gap": msgid("A number of a series is missing"),
    "topic.series-order": msgid("Meetings of a series stand in the wrong order"),
    "topic.status-kind": msgid("A status has no kind of entry"),
    "topic.syntax": msgid("A table cannot be read"),
    "topic.title-field": msgid("A composed title is incomplete"),
    "topic.title-language": msgid("A composed title is missing in one language"),
    "topic.template": msgid("A template of the topic's own cannot be read"),
    "topic.trigger": msgid("Words that mark a kind of entry are wrong"),
    "topic.unknown-column": msgid("A table has an unknown column"),
    "topic.unknown-file": msgid("A file is not known as a table"),
    "topic.unknown-id": msgid("A table names what no table knows"),
    "topic.unknown-key": msgid("A setting is unknown"),
    "topic.unknown-template": msgid("A template has a name that the program does not know"),
    "topic.unreadable": msgid("A table cannot be read"),
    "topic.value": msgid("A cell or a setting cannot be read"),
}
"""What each problem means to a reader."""

DEEDS = (
    msgid("skipped"),
    msgid("the file is skipped"),
    msgid("the row is skipped"),
    msgid("the record is skipped"),
    msgid("the entry is skipped"),
    msgid("the others are skipped"),
    msgid("left out"),
    msgid("the row is left out"),
    msgid("the file is left out"),
    msgid("the table is left out"),
    msgid("the page is left out"),
    msgid("the entry is left out"),
    msgid("the pattern is left out"),
    msgid("the capital is left out"),
    msgid("the key is not read"),
    msgid("the column is not read"),
    msgid("the file is not read"),
    msgid("nothing is read"),
    msgid("it is not read"),
    msgid("it is not applied"),
    msgid("it rests"),
    msgid("the program's own is used"),
    msgid("it goes to the site as it is"),
    msgid("kept as it stands"),
    msgid("its words stand without a link"),
    msgid("the link leads there"),
    msgid("it is used as it stands"),
    msgid("cut there"),
    msgid("the build stops"),
    msgid("the article says nothing"),
    msgid("the article is read without its front matter"),
    msgid("the page's day is not used"),
    msgid("looked for in the text"),
    msgid("dated words keep their own dates"),
    msgid("no dates and names are looked for"),
    msgid("read as far as it can be"),
    msgid("these were read as Windows-1252"),
    msgid("it is left out of its table"),
    msgid("its rows make no entry"),
    msgid("it is not drawn"),
    msgid("it is not used"),
    msgid("it is shown without"),
    msgid("the key is left out"),
    msgid("the body is left out"),
    msgid("the chart is left out"),
    msgid("the last one is read"),
    msgid("the last one counts"),
    msgid("read as text"),
    msgid("another language serves"),
    msgid("the best sentence may serve"),
    msgid("the best sentence serves there"),
    msgid("meetings may look alike"),
    msgid("no pages are made in it"),
    msgid("no text is recognised as it"),
    msgid("shares have gaps"),
    msgid("the page there says that it is gone"),
    msgid("the timeline is about no organisation"),
    msgid("nothing is taken out; its tombstone stands"),
    msgid("the first keeps it"),
    msgid("%(words)s keeps it"),
    msgid("%(words)s relative dates stay open"),
    msgid("dated %(words)s by the body"),
    msgid("read as %(words)s with doubt"),
    msgid("read as %(words)s"),
    msgid("its id is '%(words)s'"),
)
"""What the program does about problems, the longer of two that begin alike first."""


@dataclass(frozen=True, slots=True)
class Problem:
    """An Issue for readers."""

    place: str
    done: str
    """What was done, in the page's language; empty where that is not known."""
    message: str
    """The editor's line, in English."""


@dataclass(frozen=True, slots=True)
class Group:
    """The problems of one code."""

    code: str
    name: str
    """What went wrong, in the reader's words."""
    level: Label
    count: str
    problems: tuple[Problem, ...]


def groups(desk: Desk, issues: Iterable[Issue]) -> tuple[Group, ...]:
    """Gather problems by their sort, the gravest first."""
    levels = list(LEVELS)
    ordered = sorted(issues, key=lambda issue: (levels.index(issue.level), issue.code, issue))
    return tuple(_group(desk, code, list(group)) for code, group in groupby(ordered, lambda issue: issue.code))


def _group(desk: Desk, code: str, issues: list[Issue]) -> Group:
    level = issues[0].level
    return Group(
        code,
        desk.say(CODES.get(code, "")),
        Label(desk.say(LEVELS[level]), level),
        desk.count("%(number)s time", "%(number)s times", len(issues)),
        tuple(_problem(desk, issue) for issue in issues),
    )


def _problem(desk: Desk, issue: Issue) -> Problem:
    place = f"{issue.path}:{issue.line}" if issue.line else issue.path
    done = deed(desk, issue.done)
    return Problem(place, done, issue.message if done else f"{issue.message} → {issue.done}")


def deed(desk: Desk, done: str) -> str:
    """Tell what was done in the desk's language; empty where there are no words for it."""
    for pattern, message in _patterns():
        if found := pattern.fullmatch(done):
            return desk.say(message, **found.groupdict())
    return ""


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(re.escape(message).replace(re.escape("%(words)s"), "(?P<words>.+)")), message) for message in DEEDS
    )

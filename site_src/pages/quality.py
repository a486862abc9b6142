"""Quality: every problem that the build met, with its place and what was done; and counts to judge the whole by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from site_src.model import Page
from site_src.pages.cards import disputed
from site_src.pages.desk import Desk
from site_src.pages.frame import framed
from site_src.pages.quality_coverage import coverage, silences
from site_src.pages.quality_problems import LEVELS, groups
from site_src.pages.scales import mark
from site_src.pages.views import Label
from site_src.wording import msgid

GRAINS = {
    "day": msgid("known to the day"),
    "days": msgid("known as a few days"),
    "month": msgid("known to the month"),
    "band": msgid("known as a stretch"),
    "year": msgid("known to the year"),
    "years": msgid("known as several years"),
    "open": msgid("open at one end"),
}


def pages(desk: Desk) -> Iterator[Page]:
    """Plan the page about quality."""
    levels: Counter[str] = Counter(issue.level for issue in desk.timeline.issues)
    yield framed(
        desk,
        "quality.html",
        "quality.html",
        desk.say("Quality"),
        lead=desk.say("What was read, what could not be read, and where the corpus is silent."),
        figures=_figures(desk),
        years=coverage(desk),
        silences=silences(desk),
        levels=[(Label(desk.say(text), level), desk.words.number(levels[level])) for level, text in LEVELS.items()],
        groups=groups(desk, desk.timeline.issues),
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

"""Small corpora of marked articles about the invented league, told and merged."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from site_src import events, languages, statements
from site_src.events import Merged
from site_src.model import Article, Event, Timeline
from site_src.topic.values import Topic
from tests.statements.league import bare
from tests.statements.notation import article

PACK = languages.load(["en"])["en"]
MEETING = "[[Ana Ro|ana-ro|p]] and [[Bo Li|bo-li|p]] met in [[Easton|easton|l]] on {{Wednesday (3/7/2024)|2024-07-03}}."
SIDELINES = (
    "Speaking on the sidelines of the [[League|league|o]] summit in [[Easton|easton|l]] on "
    "{{Wednesday (3/7/2024)|2024-07-03}}, both [[Ana Ro|ana-ro|p]] and [[Bo Li|bo-li|p]] praised the [[League|league|o]]."
)
PLANNED = "[[Westfold|WES|c]] will also join the [[League|league|o]] on {{Thursday|2024-07-04}}."
HELD = "[[Westfold|WES|c]] joined the [[League|league|o]] on {{Thursday|2024-07-04}}."
FOUNDED = "The [[League|league|o]] was founded on {{15 June 2001|2001-06-15}}."
FOUNDED_LATE = "Interests differ since the founding of the [[League|league|o]] in {{2002|2002}}."


def told(*texts: str, published: str = "2024-07-04") -> tuple[Article, ...]:
    """Make articles of marked texts, called a, b, c."""
    return tuple(article(text, id="abcdefghijkl"[at], published=published) for at, text in enumerate(texts))


def merged(articles: Sequence[Article], topic: Topic | None = None) -> Merged:
    """Tell and merge articles."""
    known = topic or bare()
    every = [one for text in articles for one in statements.tell(text, pack=PACK, topic=known)]
    return events.merge(every, articles, known, {"en": PACK})


def timeline(articles: Sequence[Article], topic: Topic | None = None) -> Timeline:
    """Make the timeline of articles."""
    found = merged(articles, topic)
    return Timeline(tuple(articles), found.events, found.claims, found.days, (), date(2024, 7, 4))


def by_id(found: Merged) -> dict[str, Event]:
    return {event.id: event for event in found.events}

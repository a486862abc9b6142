"""References: the sources of a list of entries, numbered as the list cites them, with addresses that can be read on paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from site_src.addresses import folder_of
from site_src.model import Article, Event
from site_src.pages.desk import Desk
from site_src.pages.passages import article_title, links, row_links
from site_src.pages.reports import Report, reports
from site_src.pages.tongues import tongue
from site_src.pages.views import Link


@dataclass(frozen=True, slots=True)
class Reference:
    """A numbered source."""

    number: int
    outlet: str
    title: Link
    date: str
    address: Link
    reports: tuple[Report, ...]
    """The reports that it retells."""


BETWEEN = re.compile(r";(?![^()]*\))")
"""What parts the sources of a table's row; a semicolon in brackets belongs to one of them."""
Numbers = Mapping[str, int]
"""The number of an article, by its id, or of a table's source, by its words."""


def number(events: Iterable[Event]) -> Numbers:
    """Number the sources of a list of entries in the order in which it cites them."""
    keys = dict.fromkeys(key for event in events for key in _keys(event))
    return {key: place for place, key in enumerate(keys, start=1)}


def cited(event: Event, numbers: Numbers) -> str:
    """Name the sources of an entry by their numbers: "1, 4"."""
    return ", ".join(map(str, sorted(numbers[key] for key in dict.fromkeys(_keys(event)))))


def references(desk: Desk, start: str, numbers: Numbers) -> tuple[Reference, ...]:
    """List the numbered sources for the page at `start`."""
    articles = desk.holdings.article_by_id
    return tuple(
        _of_article(desk, start, place, articles[key]) if key in articles else _of_table(desk, place, key)
        for key, place in numbers.items()
    )


def _keys(event: Event) -> Iterable[str]:
    yield from (statement.evidence.article for statement in event.statements)
    for row in event.rows:
        yield from _parts(row.source)


@lru_cache(maxsize=8192)
def _parts(source: str) -> tuple[str, ...]:
    parts = (part.strip() for part in BETWEEN.split(source))
    return tuple(part for part in parts if part)


def _of_article(desk: Desk, start: str, place: int, article: Article) -> Reference:
    key = ("reference", folder_of(start), article.id)
    return Reference(place, *desk.once(key, lambda: _named(desk, start, article)))


def _named(desk: Desk, start: str, article: Article) -> tuple[str, Link, str, Link, tuple[Report, ...]]:
    return (
        desk.outlet(article.text.outlet),
        Link(article_title(desk, article), desk.article_link(start, article.id), article.language or "und"),
        desk.date(article).label,
        _address(article.front.url),
        reports(desk, start, article),
    )


def _of_table(desk: Desk, place: int, words: str) -> Reference:
    return Reference(
        place,
        "",
        Link(""),
        "",
        row_links(desk, words)[0] if ";" not in words else Link(words, lang=tongue(desk, words)),
        (),
    )


def _address(url: str) -> Link:
    return links(url)[0] if url.startswith(("https://", "http://")) else Link("")

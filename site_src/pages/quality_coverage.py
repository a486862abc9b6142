"""Coverage: what the corpus has of each year, and the stretches of which none of its articles tells anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from site_src.model import FIRST_DAY, LAST_DAY, between
from site_src.pages.desk import Desk, event_name
from site_src.pages.holdings import year_of
from site_src.pages.scales import percent
from site_src.pages.views import Link
from site_src.wording.dates import date_words

SILENT = 183
"""Days without a word from which a stretch is named: half a year."""


@dataclass(frozen=True, slots=True)
class Year:
    """What the corpus has of a year."""

    year: str
    articles: str
    """Published in it."""
    told: str
    """Entries that articles tell."""
    tables: str
    """Entries that only tables have."""
    told_width: str
    tables_width: str


@dataclass(frozen=True, slots=True)
class Silence:
    """A stretch of which no article tells."""

    dates: str
    length: str
    before: Link
    """The last entry before it, told by articles."""
    after: Link
    tables: str
    """How many entries of it only tables have; empty if none."""


def coverage(desk: Desk) -> tuple[Year, ...]:
    """Count articles and entries year by year, years without any included."""
    events = desk.holdings.events
    told = Counter(year_of(event) for event in events if event.evidence)
    tables = Counter(year_of(event) for event in events if not event.evidence)
    articles = Counter(
        article.published.when.earliest.year for article in desk.timeline.articles if article.published.when
    )
    years = [year for year in (*told, *tables, *articles) if year]
    most = max((told[year] + tables[year] for year in years), default=1) or 1
    number = desk.words.number
    return tuple(
        Year(
            str(year),
            number(articles[year]),
            number(told[year]),
            number(tables[year]),
            percent(100 * told[year] / most),
            percent(100 * tables[year] / most),
        )
        for year in (range(min(years), max(years) + 1) if years else ())
    )


def silences(desk: Desk) -> tuple[Silence, ...]:
    """Name the stretches of half a year and more of which no article tells: gaps of the corpus, not of history.

    An entry that is known only to its month or year counts for the whole of it.
    """
    return tuple(_silence(desk, first, last, before, after) for first, last, before, after in _stretches(desk))


def _stretches(desk: Desk) -> Iterator[tuple[date, date, str, str]]:
    """Find what lies between the entries that articles tell, with the entry before and the one after."""
    known = [
        (event.when.earliest, event.when.latest, event.id)
        for event in desk.holdings.events
        if event.evidence and event.when.earliest != FIRST_DAY and event.when.latest != LAST_DAY
    ]
    reach: tuple[date, str] | None = None
    for first, last, id in sorted(known):
        if reach and (first - reach[0]).days > SILENT:
            yield reach[0] + timedelta(days=1), first - timedelta(days=1), reach[1], id
        reach = max(reach, (last, id)) if reach else (last, id)


def _silence(desk: Desk, first: date, last: date, before: str, after: str) -> Silence:
    path = desk.path("quality.html")
    whole = between(first, last)
    tables = sum(not event.evidence and event.when.within(whole) for event in desk.holdings.events)
    months = round(whole.days / 30.44)
    return Silence(
        date_words(whole, desk.words).label,
        desk.count("%(number)s month", "%(number)s months", months),
        _entry(desk, path, before),
        _entry(desk, path, after),
        desk.count("%(number)s entry", "%(number)s entries", tables) if tables else "",
    )


def _entry(desk: Desk, path: str, id: str) -> Link:
    return Link(desk.date(desk.holdings.event_by_id[id]).label, desk.link(path, event_name(id)))

"""Timeline -> Page: what every page shows, in finished words, numbers and links.

A page kind is one file with one public function `pages(desk)`; the row below says which exist and in which order.
Templates compute nothing: each context holds all that its template prints.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_src.languages.pack import LanguagePack
from site_src.model import Booklet, Chart, Document, Issue, Page, Timeline
from site_src.pages import (
    booklets,
    changes,
    chart_room,
    chronology,
    claims,
    corrections,
    countries,
    departed,
    disagreements,
    entities,
    entries,
    glossary,
    head,
    home,
    indexes,
    licences,
    method,
    missing,
    outlets,
    own,
    own_links,
    periods,
    quality,
    search,
    sources,
    summits,
    tombstones,
)
from site_src.pages.desk import Desk, open_desk
from site_src.pages.holdings import gather, shown
from site_src.topic.values import Topic

__all__ = [
    "KINDS",
    "Desk",
    "Part",
    "count",
    "documents",
    "open_desks",
    "parts",
    "plan",
    "planned",
    "shown",
    "tell_booklets",
]

KINDS: tuple[Callable[..., Iterator[Page]], ...] = (
    home.pages,
    chronology.pages,
    periods.pages,
    indexes.pages,
    entries.pages,
    countries.pages,
    entities.pages,
    summits.pages,
    sources.pages,
    outlets.pages,
    tombstones.pages,
    chart_room.pages,
    claims.pages,
    disagreements.pages,
    corrections.pages,
    changes.pages,
    departed.pages,
    method.pages,
    quality.pages,
    search.pages,
    own.pages,
    glossary.pages,
    licences.pages,
    missing.pages,
)


LONG: Mapping[Callable[..., Iterator[Page]], Callable[[Desk], int]] = {
    entries.pages: lambda desk: len(desk.holdings.events),
    sources.pages: lambda desk: len(desk.timeline.articles),
}
"""Kinds with a page for each of many things, and how many these are: they are planned in parts."""
TOGETHER = 100
"""Things of a long kind in one part."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some pages of a site: of one interface language and one kind, of a long kind for some of its things."""

    desk: int
    kind: int
    some: slice | None = None


def open_desks(
    timeline: Timeline,
    topic: Topic,
    packs: Mapping[str, LanguagePack],
    charts: Sequence[Chart],
    *,
    languages: Sequence[str],
) -> tuple[Desk, ...]:
    """Open the desk of every interface language; the first language stands at the site's root."""
    holdings = gather(timeline, topic)
    return tuple(open_desk(holdings, packs, tuple(charts), language, tuple(languages)) for language in languages)


def parts(desks: Sequence[Desk]) -> tuple[Part, ...]:
    """Cut all pages into parts, in the order in which their files stand."""
    return tuple(
        Part(place, number, some)
        for place, desk in enumerate(desks)
        for number, kind in enumerate(KINDS)
        for some in (_slices(LONG[kind](desk)) if kind in LONG else (None,))
    )


def _slices(many: int) -> Iterator[slice]:
    yield from (slice(start, start + TOGETHER) for start in range(0, max(many, 1), TOGETHER))


def planned(desks: Sequence[Desk], part: Part) -> Iterator[Page]:
    """Plan the pages of a part."""
    desk, kind = desks[part.desk], KINDS[part.kind]
    return head.with_heads(desk, kind(desk) if part.some is None else kind(desk, part.some))


def count(desk: Desk) -> int:
    """Say about how many pages a desk has: those of its long kinds."""
    return sum(many(desk) for many in LONG.values())


def plan(
    timeline: Timeline,
    topic: Topic,
    packs: Mapping[str, LanguagePack],
    charts: Sequence[Chart],
    *,
    languages: Sequence[str],
) -> tuple[Page, ...]:
    """Plan every page of every interface language."""
    desks = open_desks(timeline, topic, packs, charts, languages=languages)
    return tuple(page for part in parts(desks) for page in planned(desks, part))


def documents(desks: Sequence[Desk]) -> tuple[Document, ...]:
    """Tell what readers can search for, in the words of every interface language."""
    return search.documents(desks)


def tell_booklets(desks: Sequence[Desk]) -> tuple[Booklet, ...]:
    """Tell the timeline in each interface language's words, for editions and feeds."""
    return tuple(map(booklets.booklet, desks))


def check_links(timeline: Timeline, topic: Topic, *, own: bool) -> tuple[Issue, ...]:
    """Name the links of the topic's own pages that lead nowhere; `own`: the articles read are the topic's."""
    return own_links.problems(timeline, topic, own=own)

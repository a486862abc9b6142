"""Timeline -> Page: what every page shows, in finished words, numbers and links.

A page kind is one file with one public function `pages(desk)`; the row below says which exist and in which order.
Templates compute nothing: each context holds all that its template prints.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_src.languages.pack import LanguagePack
from site_src.model import Booklet, Chart, Document, Issue, Page, Timeline
from site_src.pages import (
    booklets,
    changes,
    chart_room,
    chronology,
    chronology_browse,
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
from site_src.pages.desk import Desk, Sheet, open_desk
from site_src.pages.holdings import gather, shown
from site_src.pages.linked import Subjects
from site_src.pages.noting import Watch, asked_for, signed
from site_src.pages.noting import watch as watch_desks
from site_src.topic.values import Topic

__all__ = [
    "KINDS",
    "Desk",
    "Part",
    "Sheet",
    "Watch",
    "count",
    "documents",
    "is_of_one",
    "open_desks",
    "parts",
    "plan",
    "planned",
    "sheets",
    "shown",
    "tell_booklets",
    "told",
    "watch",
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
    sources.listing,
    sources.pages,
    outlets.listing,
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


@dataclass(frozen=True, slots=True)
class Long:
    """A kind with a page for each of many things, each of which is planned by itself, if at all."""

    many: Callable[[Desk], int]
    sheets: Callable[[Desk, slice], Iterable[Sheet]]
    page: Callable[..., Page]
    about: Callable[[Desk, Sheet], Subjects] = lambda desk, sheet: Subjects()
    """Says to machines what a page is about."""
    together: int = 100
    """Pages in one part: the fewer, the longer each takes."""


LONG: Mapping[Callable[..., Iterator[Page]], Long] = {
    periods.pages: Long(lambda desk: len(periods.sheets(desk)), periods.sheets, periods.page, together=8),
    indexes.pages: Long(lambda desk: len(indexes.sheets(desk)), indexes.sheets, indexes.page, together=2),
    entries.pages: Long(lambda desk: len(desk.holdings.events), entries.sheets, entries.page, entries.about),
    sources.pages: Long(lambda desk: len(desk.timeline.articles), sources.sheets, sources.page, sources.about),
    outlets.pages: Long(lambda desk: len(desk.holdings.outlets), outlets.sheets, outlets.page),
    disagreements.pages: Long(lambda desk: 1, disagreements.sheets, disagreements.page),
}
"""All of their pages may be listed by search engines."""
SORTS = {**chronology_browse.SORTS, disagreements.DISPUTED: disagreements.disputes}
"""What pages look up that is sorted from all entries."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some pages of a site: of one interface language and one kind, of a long kind some."""

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
        for some in (_slices(LONG[kind].many(desk), LONG[kind].together) if kind in LONG else (None,))
    )


def _slices(many: int, together: int) -> Iterator[slice]:
    yield from (slice(start, start + together) for start in range(0, max(many, 1), together))


def is_of_one(part: Part) -> bool:
    """Tell whether each page of a part shows one thing, an entry or an article: a hundred of them take less than one list."""
    return KINDS[part.kind] in (entries.pages, sources.pages)


def planned(desks: Sequence[Desk], part: Part) -> Iterator[Page]:
    """Plan the pages of a part."""
    desk, kind = desks[part.desk], KINDS[part.kind]
    if part.some is None:
        return head.with_heads(desk, kind(desk))
    return (_page(desk, LONG[kind], sheet) for sheet in LONG[kind].sheets(desk, part.some))


def sheets(desks: Sequence[Desk], part: Part) -> tuple[Sheet, ...]:
    """Lay out the pages of a part of a long kind, without planning them; none of another part."""
    return tuple(LONG[KINDS[part.kind]].sheets(desks[part.desk], part.some)) if part.some is not None else ()


def watch(desks: Sequence[Desk]) -> Watch:
    """Watch what is asked at desks that share their holdings, while pages of long kinds are planned."""
    return watch_desks(desks, SORTS)


def told(watch: Watch, part: Part, sheet: Sheet) -> tuple[Page, tuple[bytes, ...]]:
    """Plan a page at a desk where it is noted what is asked, and give what was, signed."""
    desk, kind = watch.desks[part.desk], LONG[KINDS[part.kind]]
    page, asked = asked_for(desk, lambda: _page(desk, kind, sheet))
    return page, tuple(map(signed, asked))


def _page(desk: Desk, kind: Long, sheet: Sheet) -> Page:
    return head.with_head(desk, kind.page(desk, *sheet.of), kind.about(desk, sheet))


def count(desk: Desk) -> int:
    """Say about how many pages a desk has: those of its long kinds."""
    return sum(kind.many(desk) for kind in LONG.values())


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

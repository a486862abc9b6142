"""Timeline -> Page: what every page shows, in finished words, numbers and links.

A page kind is one file with one public function `pages(desk)`; the row below says which exist and in which order.
Templates compute nothing: each context holds all that its template prints.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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
from site_src.pages.desk import open_desk
from site_src.pages.holdings import gather, shown
from site_src.topic.values import Topic

__all__ = ["KINDS", "documents", "plan", "shown", "tell_booklets"]

KINDS = (
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


def plan(
    timeline: Timeline,
    topic: Topic,
    packs: Mapping[str, LanguagePack],
    charts: Sequence[Chart],
    *,
    languages: Sequence[str],
) -> tuple[Page, ...]:
    """Plan every page of every interface language; the first language stands at the root."""
    holdings = gather(timeline, topic)
    desks = [open_desk(holdings, packs, tuple(charts), language, tuple(languages)) for language in languages]
    return tuple(
        page for desk in desks for page in head.with_heads(desk, (page for kind in KINDS for page in kind(desk)))
    )


def documents(
    timeline: Timeline, topic: Topic, packs: Mapping[str, LanguagePack], *, languages: Sequence[str]
) -> tuple[Document, ...]:
    """Tell what readers can search for, in the words of every interface language."""
    holdings = gather(timeline, topic)
    return search.documents([open_desk(holdings, packs, (), language, tuple(languages)) for language in languages])


def tell_booklets(
    timeline: Timeline,
    topic: Topic,
    packs: Mapping[str, LanguagePack],
    *,
    languages: Sequence[str],
    charts: Sequence[Chart] = (),
) -> tuple[Booklet, ...]:
    """Tell the timeline in each interface language's words, for editions and feeds."""
    holdings = gather(timeline, topic)
    return tuple(
        booklets.booklet(open_desk(holdings, packs, tuple(charts), language, tuple(languages)))
        for language in languages
    )


def check_links(timeline: Timeline, topic: Topic, *, own: bool) -> tuple[Issue, ...]:
    """Name the links of the topic's own pages that lead nowhere; `own`: the articles read are the topic's."""
    return own_links.problems(timeline, topic, own=own)

"""An entry's sources as a numbered list with readable addresses: what stays of an entry on paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from site_src.model import Article, Event
from site_src.pages.accounts import Contest
from site_src.pages.desk import Desk
from site_src.pages.passages import article_title, copies
from site_src.pages.reports import Report, reports, web
from site_src.pages.views import Link, Passage
from site_src.wording.dates import DateWords


@dataclass(frozen=True, slots=True)
class Source:
    """An article that an entry rests on."""

    number: str
    title: Link
    outlet: Link
    date: DateWords
    url: str
    """Its own address on the web; empty if it has none."""
    reports: tuple[Report, ...]
    """Those that it tells again."""
    copies: tuple[Link, ...] = ()
    """Of it in archives."""


def sources_of(desk: Desk, start: str, event: Event) -> tuple[Source, ...]:
    """Number the articles that an entry rests on, the oldest first."""
    ids = {evidence.article for evidence in event.evidence}
    ids |= {proof.article for accounts in event.accounts.values() for one in accounts for proof in one.evidence}
    articles = sorted((desk.holdings.article_by_id[id] for id in ids), key=_first)
    return tuple(_source(desk, start, str(number), article) for number, article in enumerate(articles, start=1))


def numbered(passages: Iterable[Passage], sources: Iterable[Source]) -> tuple[Passage, ...]:
    """Give each passage the number of its article."""
    numbers = {one.title.href: one.number for one in sources}
    return tuple(_numbered(passage, numbers) for passage in passages)


def numbered_contests(contests: Iterable[Contest], sources: Iterable[Source]) -> tuple[Contest, ...]:
    """Give each passage of accounts that differ the number of its article."""
    numbers = {one.title.href: one.number for one in sources}
    return tuple(
        replace(
            contest,
            versions=tuple(
                replace(version, passages=tuple(_numbered(passage, numbers) for passage in version.passages))
                for version in contest.versions
            ),
        )
        for contest in contests
    )


def _numbered(passage: Passage, numbers: Mapping[str, str]) -> Passage:
    return replace(passage, number=numbers.get(passage.article.href, ""))


def _first(article: Article) -> tuple[str, str]:
    when = article.published.when
    return (when.earliest.isoformat() if when else "9999", article.id)


def _source(desk: Desk, start: str, number: str, article: Article) -> Source:
    lang = "" if article.language == desk.language else article.language or "und"
    return Source(
        number,
        Link(article_title(desk, article), desk.article_link(start, article.id), lang),
        desk.outlet_view(start, article.text.outlet),
        desk.date(article),
        web(article.front.url),
        reports(desk, start, article),
        copies(desk, article.front.archive),
    )

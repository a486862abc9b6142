"""Outlets: who reports, what of it stands here, and what the data say of the figures that it prints.

A report that is only told again in other words is named as such: none of those words are shown as the outlet's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from site_src.model import LAST_DAY, Article, Claim, Event, Page, in_month
from site_src.pages.cards import card
from site_src.pages.desk import ALL, Desk, Sheet, outlet_name
from site_src.pages.disputes import expected, verdict_view
from site_src.pages.frame import framed
from site_src.pages.holdings import in_time
from site_src.pages.passages import article_title
from site_src.pages.reports import Report, reports, web
from site_src.pages.rooms import TELLERS, rooms
from site_src.pages.scales import percent
from site_src.pages.views import Link
from site_src.wording.dates import DateWords, date_words

FEW = 4
"""Articles from which a count by month says more than the list."""
MANY = 24
"""Months from which their counts are folded away."""


@dataclass(frozen=True, slots=True)
class Teller:
    """An outlet in the list of all."""

    link: Link
    counted: str


@dataclass(frozen=True, slots=True)
class Told:
    """An article by an outlet, or one that tells its report again."""

    link: Link
    date: DateWords
    by: Link | None
    """Who tells it again; None for the outlet's own."""
    reports: tuple[Report, ...]
    """The outlet's reports that it tells again."""


@dataclass(frozen=True, slots=True)
class Month:
    """How many articles a month has."""

    name: str
    number: str
    width: str


def pages(desk: Desk) -> Iterator[Page]:
    """Plan a page for each outlet."""
    return (page(desk, *sheet.of) for sheet in sheets(desk))


def sheets(desk: Desk, some: slice = ALL) -> tuple[Sheet, ...]:
    """Lay out a sheet for each outlet, or for some of them."""
    return tuple(Sheet(desk.path(outlet_name(id)), (id,)) for id in desk.holdings.outlets)[some]


def listing(desk: Desk) -> Iterator[Page]:
    """Plan the list of outlets."""
    path = desk.path("outlets/index.html")
    names = sorted(desk.holdings.outlets, key=lambda id: (desk.outlet(id).casefold(), id))
    own = [id for id in names if _own(desk, id)]
    yield framed(
        desk,
        "outlets/index.html",
        "outlets.html",
        desk.say("Outlets"),
        lead=desk.say("Whose articles were read, and whose reports are told again in them."),
        rooms=rooms(desk, path, TELLERS),
        own=[_teller(desk, path, id) for id in own],
        others=[_teller(desk, path, id) for id in names if id not in own],
    )


def page(desk: Desk, id: str) -> Page:
    """Plan the page of an outlet."""
    name = outlet_name(id)
    path = desk.path(name)
    own, others = _own(desk, id), _others(desk, id)
    row = desk.topic.outlets.get(id)
    return framed(
        desk,
        name,
        "outlet.html",
        desk.outlet(id),
        lead=_counted(desk, id),
        trail=(("outlets/index.html", desk.say("Outlets")),),
        agency=bool(row and row.agency),
        known=row is not None,
        retells=bool(own) and all(article.front.retells for article in own),
        url=web(row.url) if row else "",
        also=", ".join(one for one in dict.fromkeys(row.aliases) if one != row.name) if row else "",
        licence=row.licence if row else "",
        full_text=bool(row and row.full_text),
        articles=[_told(desk, path, article, id) for article in own],
        retold=[_told(desk, path, article, id) for article in others],
        months=_months(desk, own) if len(own) >= FEW else (),
        many=MANY,
        entries=[card(desk, path, event) for event in _events(desk, (*own, *others))],
        claims=[verdict_view(desk, path, claim) for claim in _claims(desk, (*own, *others))],
        second_hand=bool(others) and not own,
    )


def _own(desk: Desk, id: str) -> tuple[Article, ...]:
    return _ordered(one for one in desk.holdings.articles_of_outlet.get(id, ()) if one.text.outlet == id)


def _others(desk: Desk, id: str) -> tuple[Article, ...]:
    """List the articles of others that print or tell again what an outlet reported."""
    return _ordered(one for one in desk.holdings.articles_of_outlet.get(id, ()) if one.text.outlet != id)


def _ordered(articles: Iterator[Article]) -> tuple[Article, ...]:
    return tuple(sorted(articles, key=_by_date))


def _by_date(article: Article) -> tuple[object, ...]:
    when = article.published.when
    return (when.earliest if when else LAST_DAY, article.id)


def _teller(desk: Desk, start: str, id: str) -> Teller:
    return Teller(Link(desk.outlet(id), desk.link(start, outlet_name(id))), _counted(desk, id))


def _counted(desk: Desk, id: str) -> str:
    """Count an outlet's articles, the others that tell its reports again, and the entries that rest on both."""
    own, others = _own(desk, id), _others(desk, id)
    entries = len(_events(desk, (*own, *others)))
    parts = (
        desk.count("%(number)s article", "%(number)s articles", len(own)) if own else "",
        desk.count("told again in %(number)s article", "told again in %(number)s articles", len(others))
        if others
        else "",
        desk.count("%(number)s entry", "%(number)s entries", entries) if entries else "",
    )
    return " · ".join(part for part in parts if part)


def _told(desk: Desk, start: str, article: Article, id: str) -> Told:
    lang = "" if article.language == desk.language else article.language or "und"
    mine = desk.holdings.outlet_id
    told = zip(article.front.retells, reports(desk, start, article), strict=True)
    return Told(
        Link(article_title(desk, article), desk.article_link(start, article.id), lang),
        desk.date(article),
        None if article.text.outlet == id else desk.outlet_view(start, article.text.outlet),
        tuple(report for retold, report in told if article.text.outlet == id or mine(retold.outlet) == id),
    )


def _events(desk: Desk, articles: tuple[Article, ...]) -> list[Event]:
    """List the entries that rest on some articles, in order of time."""
    found = {event.id: event for article in articles for event in desk.holdings.events_of_article.get(article.id, ())}
    return sorted(found.values(), key=in_time)


def _claims(desk: Desk, articles: tuple[Article, ...]) -> list[Claim]:
    """List the claims that stand in some articles, without those that nobody doubts."""
    ids = {claim.id for article in articles for claim in desk.holdings.claims_of_article.get(article.id, ())}
    if not ids:  # then nobody need go through all claims
        return []
    return [claim for claim in desk.timeline.claims if claim.id in ids and claim.data_check and not expected(claim)]


def _months(desk: Desk, articles: tuple[Article, ...]) -> tuple[Month, ...]:
    """Count articles by the month of their publication; those without one are left out."""
    days = (article.published.when.earliest for article in articles if article.published.when)
    found = Counter((day.year, day.month) for day in days)
    most = max(found.values(), default=1)
    return tuple(
        Month(date_words(in_month(*month), desk.words).label, desk.words.number(number), percent(100 * number / most))
        for month, number in sorted(found.items())
    )

"""Search: what can be found, in the words of every interface language, and the page that finds it.

The page works from scripts alone; without them it says so and offers the lists.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_src.model import FIRST_DAY, LAST_DAY, STEPS, Article, Claim, Document, Event, Page, Sort, When
from site_src.pages.cards import kind_label, title_of
from site_src.pages.desk import Desk, article_name, claim_page, country_name, entity_name, event_name
from site_src.pages.disputes import VERDICTS, as_of, measure_name, said
from site_src.pages.frame import NAVIGATION, framed
from site_src.pages.holdings import countries_of
from site_src.pages.markdown import paragraphs
from site_src.pages.own_texts import Shown, own_page, shown
from site_src.pages.passages import article_title
from site_src.pages.views import Link
from site_src.topic.own_pages import SHARED
from site_src.topic.values import Entity
from site_src.wording import msgid

SORTS: Mapping[Sort, str] = {
    "entry": msgid("Entries"),
    "article": msgid("Articles"),
    "claim": msgid("Claims"),
    "country": msgid("Countries"),
    "person": msgid("People"),
    "organisation": msgid("Organisations"),
    "place": msgid("Places"),
    "page": msgid("Pages"),
}
ONES: Mapping[Sort, str] = {
    "entry": msgid("Entry"),
    "article": msgid("Article"),
    "claim": msgid("Claim"),
    "country": msgid("Country"),
    "person": msgid("Person"),
    "organisation": msgid("Organisation"),
    "place": msgid("Place"),
    "page": msgid("Page"),
}
QUOTES, NAMED = 6, 12
"""The most quotes of an entry or claim that are searched, and the most names that an article is found by."""
PAGES = tuple(name for name in NAVIGATION if name[0] != "charts.html")
"""Lists that readers find without scripts."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a filter: what it is called, as many and as one."""

    value: str
    text: str
    one: str


def pages(desk: Desk) -> Iterator[Page]:
    """Plan the search page."""
    path = desk.path("search.html")
    years = [event.when.earliest.year for event in desk.holdings.events if event.when.earliest != FIRST_DAY]
    yield framed(
        desk,
        "search.html",
        "search.html",
        desk.say("Search"),
        description=desk.say("Search the entries, articles, claims, countries, people, places and pages."),
        sorts=[Choice(sort, desk.say(text), desk.say(ONES[sort])) for sort, text in SORTS.items()],
        kinds=_kinds(desk),
        first=min(years, default=""),
        last=max(years, default=""),
        lists=[Link(desk.say(text), desk.link(path, name)) for name, text in PAGES],
        scripts=("search/words.js", "search-index.js", "search.js"),
        styles=("search.css",),
    )


def _kinds(desk: Desk) -> list[Choice]:
    counted = Counter((label.text, label.code) for label in (kind_label(desk, event) for event in desk.holdings.events))
    return [
        Choice(code, f"{text} ({number})", text)
        for (text, code), number in sorted(counted.items(), key=lambda item: (item[0][0].casefold(), item[0][1]))
    ]


def documents(desks: Sequence[Desk]) -> tuple[Document, ...]:
    """Tell everything that can be found, sort by sort, each in order of time or name."""
    first = desks[0]
    articles = sorted(first.timeline.articles, key=_published)
    return (
        *(_entry(desks, event) for event in first.holdings.events),
        *(_article(desks, article) for article in articles),
        *(_claim(desks, claim) for claim in first.timeline.claims),
        *_entities(desks),
        *_own_pages(desks),
    )


def _entry(desks: Sequence[Desk], event: Event) -> Document:
    first = desks[0]
    ids = dict.fromkeys((*event.actors, event.place, *countries_of(event, first.topic)))
    quotes = dict.fromkeys(
        (first.holdings.article_by_id[one.article].language, " ".join(one.quote.split()))
        for one in (*event.summary.get(first.language, ()), *event.evidence)
    )
    return Document(
        sort="entry",
        address=_everywhere(desks, event_name(event.id)),
        titles={desk.language: _title(desk, event) for desk in desks},
        notes={desk.language: desk.date(event).full for desk in desks},
        names=(*((desk.language, kind_label(desk, event).text) for desk in desks), *_names(desks, ids)),
        texts=tuple(quotes)[:QUOTES],
        years=_years(event.when),
        kind=event.kind,
        # Its importance changes a little with every article, and nobody finds another page for it.
        weight=round(STEPS * first.holdings.importance[event.id]) / STEPS,
    )


def _article(desks: Sequence[Desk], article: Article) -> Document:
    named = dict.fromkeys(one.entity for one in article.mentions.entities if one.entity)
    told = ((article.language, f"{one.outlet}: {one.title}") for one in article.front.retells)
    writers = ((article.language, name) for name in article.front.authors)
    return Document(
        sort="article",
        address=_everywhere(desks, article_name(article.id)),
        titles={desk.language: (article_title(desk, article), article.language) for desk in desks},
        notes={desk.language: _note(desk.outlet(article.text.outlet), desk.date(article).full) for desk in desks},
        names=(*told, *writers, *_names(desks, tuple(named)[:NAMED])),
        years=_years(article.published.when),
        weight=0.3,
    )


def _claim(desks: Sequence[Desk], claim: Claim) -> Document:
    holdings, check = desks[0].holdings, claim.data_check
    quotes = dict.fromkeys(
        (holdings.article_by_id[one.article].language, " ".join(one.quote.split())) for one in claim.evidence
    )
    return Document(
        sort="claim",
        address=_everywhere(desks, f"{claim_page(claim)}#claim-{claim.id}"),
        titles={desk.language: (_claimed(desk, claim), desk.language) for desk in desks},
        notes={desk.language: as_of(desk, claim) for desk in desks},
        names=tuple((desk.language, desk.say(VERDICTS[check.verdict])) for desk in desks if check),
        texts=tuple(quotes)[:QUOTES],
        years=_years(claim.as_of),
        weight=0.4,
    )


def _claimed(desk: Desk, claim: Claim) -> str:
    """Title a claim; some tell their subject with what they say."""
    subject, told = desk.name(claim.subject), said(desk, claim)
    return told if told.startswith(f"{subject}:") else f"{subject}: {measure_name(desk, claim)}, {told}"


def _entities(desks: Sequence[Desk]) -> Iterator[Document]:
    """Tell the countries, people, organisations and places that have a page."""
    holdings = desks[0].holdings
    for sort in ("country", "person", "organisation", "place"):
        known = holdings.countries if sort == "country" else holdings.entities
        found = [one for one in known.values() if one.kind == sort and one.names]
        for entity in sorted(found, key=lambda one: (desks[0].name(one.id).casefold(), one.id)):
            yield _entity(desks, entity, sort)


def _entity(desks: Sequence[Desk], entity: Entity, sort: Sort) -> Document:
    return Document(
        sort=sort,
        address=_everywhere(desks, country_name(entity.id) if sort == "country" else entity_name(entity)),
        titles={desk.language: (desk.name(entity.id), desk.language) for desk in desks},
        notes={desk.language: _note(desk.text(entity.role), _country(desk, entity)) for desk in desks},
        names=tuple((alias.language or desks[0].language, alias.text) for alias in entity.aliases if not alias.slip),
        weight=1.0,
    )


def _own_pages(desks: Sequence[Desk]) -> Iterator[Document]:
    """Tell the topic's own pages with their paragraphs, in the words of every language that has them."""
    first = desks[0]
    for name in (*SHARED, *sorted({*first.topic.pages} - {*SHARED})):
        found = {desk.language: text for desk in desks if (text := shown(desk, name)) and text.text.title}
        if len(found) == len(desks):
            yield _own_page(desks, name, found)


def _own_page(desks: Sequence[Desk], name: str, found: Mapping[str, Shown]) -> Document:
    tongues = {code: one.lang or code for code, one in found.items()}
    lines = {code: (one.text.lead, *paragraphs(one.text.body)) for code, one in found.items()}
    words = dict.fromkeys((tongues[code], line) for code, some in lines.items() for line in some if line)
    return Document(
        sort="page",
        address=_everywhere(desks, own_page(name)),
        titles={code: (one.text.title, tongues[code]) for code, one in found.items()},
        notes={},
        texts=tuple(words),
        weight=0.5,
    )


def _everywhere(desks: Sequence[Desk], name: str) -> dict[str, str]:
    return {desk.language: name for desk in desks}


def _title(desk: Desk, event: Event) -> tuple[str, str]:
    title, lang = title_of(desk, event)
    return title, lang or desk.language


def _names(desks: Sequence[Desk], ids: Sequence[str] | Mapping[str, None]) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys((desk.language, desk.name(id)) for id in ids if id for desk in desks))


def _country(desk: Desk, entity: Entity) -> str:
    return desk.name(entity.country) if entity.country and entity.country != entity.id else ""


def _note(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _years(when: When | None) -> tuple[int, int]:
    """Give the years of a stretch, an open end by the other one; zeros where nothing is known."""
    if when is None:
        return (0, 0)
    known = [day.year for day in (when.earliest, when.latest) if day not in (FIRST_DAY, LAST_DAY)]
    return (known[0], known[-1]) if known else (0, 0)


def _published(article: Article) -> tuple[object, ...]:
    when = article.published.when
    return (when.earliest if when else LAST_DAY, article.id)

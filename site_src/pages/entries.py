"""One page per entry: when, and why then; who says so, in which words; who differs; what the data say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_src.addresses import relative
from site_src.model import Event, Join, Page
from site_src.pages.accounts import contests, quoted, rows_beside, settled
from site_src.pages.cards import actor_links, card, kind_label, labels, source_count, title_of, tongue
from site_src.pages.citing import cite_event
from site_src.pages.corrections import changes_of
from site_src.pages.curated import without_editors, written
from site_src.pages.desk import ALL, Desk, Sheet, event_name
from site_src.pages.disputes import verdicts_within
from site_src.pages.folds import folds
from site_src.pages.frame import framed
from site_src.pages.holdings import year_of
from site_src.pages.linked import Subjects
from site_src.pages.passages import passages_of_event, retelling, row_place, row_sources, summary_of_event
from site_src.pages.reasons import Told, reason
from site_src.pages.rulers import ruler
from site_src.pages.scales import mark
from site_src.pages.sources_numbered import numbered, numbered_contests, sources_of
from site_src.pages.summits import place_in_series
from site_src.pages.views import Card, Link
from site_src.wording import msgid
from site_src.wording.dates import date_words

RELATIONS = {
    "planned-for": msgid("planned for"),
    "held-as": msgid("held as"),
    "finer": msgid("told more exactly"),
    "coarser": msgid("told less exactly"),
    "same-meeting": msgid("at the same meeting"),
}
"""How another entry is related to this one."""


@dataclass(frozen=True, slots=True)
class Why:
    """Why the day is this day, by one article."""

    words: str
    lang: str
    """The language of the words."""
    outlet: str
    date: str
    how: Told


@dataclass(frozen=True, slots=True)
class Because:
    """A feature's word on a join and how much it weighs: "+0,6"."""

    told: Told
    weight: str


@dataclass(frozen=True, slots=True)
class Together:
    """Why two reports stand in one entry."""

    left: str
    right: str
    score: str
    reasons: tuple[Because, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Another entry and how it is related."""

    relation: str
    card: Card


def pages(desk: Desk) -> Iterator[Page]:
    """Plan the page of every entry that has one."""
    return (page(desk, *sheet.of) for sheet in sheets(desk))


def sheets(desk: Desk, some: slice = ALL) -> Iterator[Sheet]:
    """Lay out a sheet for every entry that has a page, or for some of them: with its neighbours in time."""
    events = desk.holdings.events
    for number in range(len(events))[some]:
        earlier = events[number - 1].id if number else ""
        later = events[number + 1].id if number + 1 < len(events) else ""
        yield Sheet(desk.event_path(events[number].id), (events[number].id, earlier, later))


def about(desk: Desk, sheet: Sheet) -> Subjects:
    """Say that a page is about its entry."""
    return Subjects(events={sheet.path: desk.holdings.event_by_id[sheet.of[0]]})


def page(desk: Desk, id: str, before: str, after: str) -> Page:
    """Plan one entry's page, between its neighbours in time."""
    known = desk.holdings.event_by_id
    event, earlier, later = known[id], known.get(before), known.get(after)
    path = desk.event_path(id)
    title, lang = title_of(desk, event)
    date = desk.date(event)
    beside = rows_beside(event)
    articles = sources_of(desk, path, event)
    return framed(
        desk,
        event_name(event.id),
        "entry.html",
        title,
        title_lang=lang,
        description=f"{date.full}: {title}",
        trail=(("timeline.html", desk.say("Timeline")), (f"timeline.html#y{year_of(event)}", str(year_of(event)))),
        date=date,
        mark=mark(event.when),
        stance=event.stance,
        ruler=ruler(desk, event.when),
        whys=_whys(desk, event),
        kind=kind_label(desk, event),
        labels=labels(desk, event),
        actors=actor_links(desk, path, event),
        places=_places(desk, path, event),
        series=place_in_series(desk, path, event),
        sources=source_count(desk, event),
        folds=folds(desk, path, event),
        summary=summary_of_event(desk, path, event),
        passages=numbered(passages_of_event(desk, path, event, without=quoted(event)), articles),
        rows=row_sources(desk, [row for row in without_editors(event.rows) if row not in beside]),
        written=written(desk, event),
        changes=changes_of(desk, path, event),
        contests=numbered_contests(contests(desk, path, event), articles),
        settled=settled(desk, event),
        tongue=tongue(desk, lang),
        joins=[_together(desk, event, join) for join in event.joins],
        claims=verdicts_within(
            desk, path, desk.holdings.claims_of_event.get(event.id, ()), {one.article for one in event.evidence}
        ),
        related=_related(desk, path, event),
        earlier=card(desk, path, earlier) if earlier else None,
        later=card(desk, path, later) if later else None,
        confidence=f"{desk.words.number(min(99, round(100 * event.confidence)), digits=0)}%",
        articles=articles,
        citing=cite_event(desk, event),
        scripts=("cite.js",),
        data_href=relative(path, "data/events.json"),
        permalink=event.id,
    )


def _whys(desk: Desk, event: Event) -> tuple[Why, ...]:
    """List each article's own words for the date and how they were read, equal ones once."""
    found: dict[tuple[str, str, Told], Why] = {}
    for statement in event.statements:
        if statement.when is None or not statement.when_how:
            continue
        article = desk.holdings.article_by_id[statement.evidence.article]
        outlet = desk.outlet(article.text.outlet)
        why = Why(
            statement.when.text,
            article.language or "und",
            outlet,
            date_words(statement.when, desk.words).full,
            reason(desk, statement.when_how),
        )
        found.setdefault((why.words, why.outlet, why.how), why)
    return tuple(found.values())


def _places(desk: Desk, path: str, event: Event) -> tuple[Link, ...]:
    """Link an entry's place and the country in which it lies."""
    entity = desk.topic.entities.get(event.place)
    ids = (event.place, entity.country if entity and entity.kind != "country" else "")
    return tuple(Link(desk.name(id), desk.entity_link(path, id)) for id in ids if id)


def _together(desk: Desk, event: Event, join: Join) -> Together:
    return Together(
        _side(desk, event, join.left),
        _side(desk, event, join.right),
        desk.words.number(join.score, digits=2),
        tuple(
            Because(
                reason(desk, one.sentence),
                f"{'+' if one.score >= 0 else '−'}{desk.words.number(abs(one.score), digits=2)}",
            )
            for one in join.reasons
        ),
    )


def _side(desk: Desk, event: Event, id: str) -> str:
    """Name one side of a join: a statement's outlet and date, or a table's row."""
    for statement in event.statements:
        if statement.id == id:
            article = desk.holdings.article_by_id[statement.evidence.article]
            outlet = ", ".join((desk.outlet(article.text.outlet), retelling(desk, article))).removesuffix(", ")
            return f"{outlet}, {desk.date(article).label}"
    table, _, line = id.rpartition(":")
    return row_place(desk, table, (int(line),)) if table and line.isdigit() else id


def _related(desk: Desk, path: str, event: Event) -> tuple[Related, ...]:
    known = desk.holdings.event_by_id
    return tuple(
        Related(desk.say(RELATIONS.get(relation, relation)), card(desk, path, known[id]))
        for id, relation in event.related
        if id in known
    )

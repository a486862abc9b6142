"""Booklets: the timeline in one language's finished words, for what is read outside the site's pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from site_src.addresses import file_name
from site_src.model import (
    Article,
    Booklet,
    Change,
    Chart,
    Checked,
    Cited,
    Claim,
    Differing,
    Drawing,
    Event,
    Figures,
    Quoted,
    Reading,
    Retold,
    Row,
)
from site_src.pages import changes, curated
from site_src.pages.accounts import contests
from site_src.pages.cards import kind_label, labels, title_of
from site_src.pages.chart_room import chart_view
from site_src.pages.corrections import DEEDS, PAGE
from site_src.pages.desk import Desk
from site_src.pages.disputes import verdict_view
from site_src.pages.edtf import read_edtf
from site_src.pages.holdings import countries_of, year_of
from site_src.pages.passages import article_title, passages_of_claim, passages_of_event, retelling, row_sources
from site_src.pages.views import Passage
from site_src.wording.dates import date_words

ROOT = "index.html"
"""Links of a booklet count from here."""
ALL = ("index.html", "timeline.html", "articles/index.html", "claims.html", "quality.html", "search.html")
"""Pages that every article changes."""


def booklet(desk: Desk) -> Booklet:
    """Write the booklet of the desk's language."""
    numbers = _numbers(desk)
    readings = tuple(_reading(desk, event, numbers) for event in desk.holdings.events)
    topic = desk.topic
    return Booklet(
        language=desk.language,
        folder=desk.path(""),
        title=desk.text(topic.title),
        subtitle=desk.text(topic.subtitle),
        description=desk.text(topic.description),
        readings=readings,
        sources=tuple(_sources(desk, numbers)),
        claims=tuple(_checked(desk, claim, numbers) for claim in desk.timeline.claims),
        charts=tuple(_drawing(desk, chart) for chart in desk.charts),
        changes=tuple(_changes(desk)),
        countries={id: desk.name(id) for id in desk.holdings.countries},
        country_pages={id: desk.country_path(id) for id in desk.holdings.countries},
        corrections=desk.say("Corrections"),
        newest=_newest(desk, readings),
        as_of=desk.timeline.as_of,
        base_url=topic.base_url.rstrip("/"),
        tag=topic.tag,
        news=tuple(changes.news(desk)),
        what_changed=desk.say("What changed"),
    )


Key = str | Retold
"""A source: an article by its page, or a report that an editor names."""
Numbers = Mapping[Key, int]


def _numbers(desk: Desk) -> Numbers:
    """Number the sources in the order in which entries, and then claims, cite them; articles that none cites come last."""
    keys: dict[Key, None] = {}
    for event in desk.holdings.events:
        keys.update(dict.fromkeys(desk.article_path(proof.article) for proof in event.evidence))
        keys.update(dict.fromkeys(source for entry in event.curated for source in entry.sources))
    for claim in desk.timeline.claims:
        keys.update(dict.fromkeys(desk.article_path(proof.article) for proof in claim.evidence))
    keys.update(dict.fromkeys(desk.article_path(article.id) for article in desk.timeline.articles))
    return {key: number for number, key in enumerate(keys, 1)}


def _sources(desk: Desk, numbers: Numbers) -> Iterator[Cited]:
    articles = {desk.article_path(article.id): article for article in desk.timeline.articles}
    for key, number in numbers.items():
        yield _article(desk, articles[key], number) if isinstance(key, str) else _report(desk, key, number)


def _article(desk: Desk, article: Article, number: int) -> Cited:
    dated = desk.date(article)
    return Cited(
        number=number,
        page=desk.article_path(article.id),
        outlet=desk.outlet(article.text.outlet),
        title=article_title(desk, article),
        lang=article.language or "und",
        published=dated.label,
        edtf=dated.edtf,
        url=_web(article.front.url),
        retold=retelling(desk, article),
        archive=_web(article.front.archive),
    )


def _report(desk: Desk, report: Retold, number: int) -> Cited:
    when = read_edtf(report.date)
    words = date_words(when, desk.words).label if when else report.date
    outlet = curated.outlet_name(desk, report.outlet)
    return Cited(
        number,
        "",
        outlet,
        report.title or report.url,
        desk.language,
        words,
        report.date,
        _web(report.url),
        "",
        _web(report.archive),
    )


def _web(url: str) -> str:
    return url if url.startswith(("https://", "http://")) else ""


def _reading(desk: Desk, event: Event, numbers: Numbers) -> Reading:
    title, lang = title_of(desk, event)
    kind = kind_label(desk, event)
    return Reading(
        id=event.id,
        page=desk.event_path(event.id),
        when=event.when,
        dated=desk.date(event).full,
        year=year_of(event),
        title=title,
        lang=lang or desk.language,
        kind=event.kind,
        kind_name=kind.text,
        stance=event.stance,
        labels=tuple(label.text for label in labels(desk, event)),
        actors=tuple(desk.name(id) for id in event.actors),
        place=desk.name(event.place) if event.place else "",
        countries=countries_of(event, desk.topic),
        quotes=_quotes(desk, passages_of_event(desk, ROOT, event), numbers),
        differing=_differing(desk, event),
        written=tuple(
            (text.body, tuple(numbers[source] for source in entry.sources))
            for text, entry in zip(curated.written(desk, event), event.curated, strict=True)
        ),
        rows=_rows(desk, curated.without_editors(event.rows)),
        told=_told(desk, event),
        importance=desk.holdings.importance[event.id],
    )


def _quotes(desk: Desk, passages: Iterable[Passage], numbers: Numbers) -> tuple[Quoted, ...]:
    return tuple(
        Quoted(
            one.before,
            one.quote,
            one.after,
            one.lang,
            numbers[one.article.href],
            one.speaker,
            one.stance.text if one.stance else "",
        )
        for one in passages
    )


def _differing(desk: Desk, event: Event) -> tuple[Differing, ...]:
    return tuple(
        Differing(one.name, tuple((version.value, version.preferred) for version in one.versions))
        for one in contests(desk, ROOT, event)
        if one.differs
    )


def _rows(desk: Desk, rows: Iterable[Row]) -> tuple[str, ...]:
    return tuple("; ".join((one.place, *(link.text for link in one.sources))) for one in row_sources(desk, rows))


def _checked(desk: Desk, claim: Claim, numbers: Numbers) -> Checked:
    view = verdict_view(desk, ROOT, claim)
    return Checked(
        id=claim.id,
        name=f"{view.subject}: {view.measure}",
        said=", ".join(part for part in (view.said, view.as_of) if part),
        verdict=view.verdict.text if view.verdict else "",
        found=", ".join(part for part in (view.found, view.found_note) if part),
        quotes=_quotes(desk, passages_of_claim(desk, ROOT, claim), numbers),
    )


def _drawing(desk: Desk, chart: Chart) -> Drawing:
    view = chart_view(desk, desk.path("charts.html"), chart)
    tables = tuple(
        Figures(one.id, one.title, one.columns, tuple(tuple(cell.text for cell in row.cells) for row in one.rows))
        for one in view.tables
    )
    return Drawing(view.id, view.title, view.subtitle, view.summary, view.svg, tables, view.notes, view.sources)


def _changes(desk: Desk) -> Iterator[Change]:
    """Tell the corrections that hold, the newest first."""
    held = [one.correction for one in desk.timeline.corrections if one.state == "applied"]
    for one in sorted(held, key=lambda change: (change.made, change.id), reverse=True):
        page = f"{desk.path(PAGE)}#{file_name(one.id)}"
        yield Change(one.id, page, desk.say(DEEDS[one.does]), desk.text(one.reason), date.fromisoformat(one.made))


# --- The newest date among what a page is made of ---------------------------------------------------------------------


def _told(desk: Desk, event: Event) -> date | None:
    """Give the newest date of an entry's articles, corrections and editors' sources; None if there are none."""
    articles = (desk.holdings.article_by_id[proof.article] for proof in event.evidence)
    days = [day for article in articles if (day := _published(desk, article))]
    days += [date.fromisoformat(change.made) for change in event.corrections]
    reports = (read_edtf(source.date) for entry in event.curated for source in entry.sources)
    days += [min(when.latest, desk.timeline.as_of) for when in reports if when]
    return max(days, default=None)


def _published(desk: Desk, article: Article) -> date | None:
    """Give the last day on which an article can have been published, not after the site's own date."""
    when = article.published.when
    return min(when.latest, desk.timeline.as_of) if when else None


def _newest(desk: Desk, readings: Iterable[Reading]) -> Mapping[str, date]:
    found: dict[str, date] = {}

    def take(page: str, day: date | None) -> None:
        if day:
            found[page] = max(day, found.get(page, day))

    for reading in readings:
        for page in (
            reading.page,
            *(desk.country_path(id) for id in reading.countries if id in desk.holdings.countries),
        ):
            take(page, reading.told)
    for article in desk.timeline.articles:
        take(desk.article_path(article.id), _published(desk, article))
    for told in desk.timeline.corrections:
        take(desk.path(PAGE), date.fromisoformat(told.correction.made))
    for release in desk.timeline.past.releases:
        take(desk.path(changes.PAGE), release.release.day)
    for name in ALL:
        take(desk.path(name), max(found.values(), default=None))
    return found

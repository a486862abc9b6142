"""What a page says of itself to machines: schema.org as JSON-LD, in a script of data that no policy need allow.

Only what the page shows: an entry is a WebPage that cites news articles, not an article; a retelling cites the reports that it
retells; a ClaimReview stands only where the verdict was computed from the tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from site_src.model import Article, Chart, Claim, Event, Page, Retold
from site_src.notation import compact
from site_src.pages.cards import title_of
from site_src.pages.curated import outlet_name
from site_src.pages.desk import Desk, claim_page
from site_src.pages.disputes import verdict_view
from site_src.pages.passages import article_title

Data = dict[str, object]
MOST = 100
"""Entries of an ItemList: the most important ones."""
_ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class Subjects:
    """What the pages of one language are about, by their paths."""

    events: Mapping[str, Event] = field(default_factory=dict)
    articles: Mapping[str, Article] = field(default_factory=dict)
    countries: Mapping[str, str] = field(default_factory=dict)
    claims: Mapping[str, list[Claim]] = field(default_factory=dict)
    """Those that the tables check, by their pages' names."""


def subjects(desk: Desk) -> Subjects:
    """Find what each page of the desk is about."""
    return desk.once(("subjects",), lambda: _subjects(desk))


def _subjects(desk: Desk) -> Subjects:
    checked: dict[str, list[Claim]] = {}
    for claim in desk.timeline.claims:
        if claim.data_check:
            checked.setdefault(claim_page(claim), []).append(claim)
    return Subjects(
        {desk.event_path(event.id): event for event in desk.holdings.events},
        {desk.article_path(article.id): article for article in desk.timeline.articles},
        {desk.country_path(id): id for id in desk.holdings.countries},
        checked,
    )


def linked(desk: Desk, page: Page, known: Subjects) -> str:
    """Describe a page as the text of a JSON-LD script; empty for one that machines shall not keep."""
    if page.context["robots"] or page.context["name"] == "404.html":
        return ""
    graph = [_page(desk, page, known), *_trail(desk, page), *_more(desk, page, known)]
    text = compact({"@context": "https://schema.org", "@graph": graph})
    # Nothing in it may end the script.
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def absolute(desk: Desk, path: str) -> str:
    """Give a page's public address."""
    base = desk.topic.base_url.rstrip("/")
    return f"{base}/{'' if path == 'index.html' else path}"


def _page(desk: Desk, page: Page, known: Subjects) -> Data:
    url = absolute(desk, page.path)
    found: Data = {
        "@type": "WebPage",
        "@id": url,
        "url": url,
        "name": page.context["title"],
        "description": page.context["description"],
        "inLanguage": desk.language,
        "isPartOf": _site(desk),
    }
    if page.path in known.events:
        return found | _of_event(desk, known.events[page.path])
    if page.path in known.articles:
        return found | {"mainEntity": _of_article(desk, known.articles[page.path])}
    return found


def _site(desk: Desk) -> Data:
    url = absolute(desk, desk.path("index.html"))
    return {"@type": "WebSite", "@id": f"{url}#site", "url": url, "name": desk.text(desk.topic.title)}


def _trail(desk: Desk, page: Page) -> Iterator[Data]:
    """Name the pages above a page, and itself."""
    above = page.context["trail"]
    if not isinstance(above, tuple) or not above:
        return
    names = [*((link.text, _resolved(page.path, link.href)) for link in above), (page.context["title"], page.path)]
    yield {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": absolute(desk, path)}
            for number, (name, path) in enumerate(names, 1)
        ],
    }


def _resolved(start: str, href: str) -> str:
    """Give the path that a relative link leads to."""
    parts = start.split("/")[:-1]
    for part in href.split("/"):
        parts = parts[:-1] if part == ".." else [*parts, part]
    return "/".join(parts)


def _more(desk: Desk, page: Page, known: Subjects) -> Iterator[Data]:
    name = page.context["name"]
    if name == "timeline.html":
        yield _list(desk, desk.holdings.events)
    if page.path in known.countries:
        yield _list(desk, desk.holdings.events_of_country.get(known.countries[page.path], ()))
    if name == "index.html":
        yield _dataset(desk)
    if name == "charts.html":
        yield from (_chart(desk, chart) for chart in desk.charts)
    reviewed = known.claims.get(str(name), [])
    if reviewed:
        yield _publisher(desk)
        yield from (_review(desk, page, claim) for claim in reviewed)


# --- Entries and articles --------------------------------------------------------------------------------------------


def _of_event(desk: Desk, event: Event) -> Data:
    entity = desk.topic.entities.get(event.place)
    about: Data = {"@type": "Event", "name": title_of(desk, event)[0]}
    if _ISO.fullmatch(event.when.edtf) and event.stance != "denied":
        about["startDate"] = event.when.edtf
    if event.place:
        kind = "Country" if entity and entity.kind == "country" else "Place"
        about["location"] = {"@type": kind, "name": desk.name(event.place)}
    articles = [desk.holdings.article_by_id[id] for id in dict.fromkeys(proof.article for proof in event.evidence)]
    reports = [source for entry in event.curated for source in entry.sources]
    cited = [*(_of_article(desk, one) for one in articles), *(_report(desk, one) for one in reports)]
    return {"about": about, **({"citation": cited} if cited else {})}


def _of_article(desk: Desk, article: Article) -> Data:
    """Describe an article as its outlet's; a retelling is this site's and rests on the reports that it retells."""
    return desk.once(("linked", article.id), lambda: _reported(desk, article))


def _reported(desk: Desk, article: Article) -> Data:
    url = article.front.url if article.front.url.startswith(("https://", "http://")) else ""
    when = article.published.when
    found: Data = {"@type": "NewsArticle", "headline": article_title(desk, article)}
    if article.language:
        found["inLanguage"] = article.language
    if when and _ISO.fullmatch(when.edtf):
        found["datePublished"] = when.edtf
    if article.front.retells:
        based = [_report(desk, one) for one in article.front.retells]
        return found | {"@type": "Article", "publisher": _publisher(desk), "isBasedOn": based}
    outlet = {"@type": "Organization", "name": desk.outlet(article.text.outlet)} if article.text.outlet else {}
    return found | ({"publisher": outlet} if outlet else {}) | ({"url": url} if url else {})


def _report(desk: Desk, report: Retold) -> Data:
    found: Data = {
        "@type": "NewsArticle",
        "publisher": {"@type": "Organization", "name": outlet_name(desk, report.outlet)},
    }
    if report.title:
        found["headline"] = report.title
    if _ISO.fullmatch(report.date):
        found["datePublished"] = report.date
    if report.url.startswith(("https://", "http://")):
        found["url"] = report.url
    if report.archive.startswith(("https://", "http://")):
        found["archivedAt"] = report.archive
    return found


def _publisher(desk: Desk) -> Data:
    url = absolute(desk, desk.path("index.html"))
    return {"@type": "Organization", "@id": f"{url}#publisher", "name": desk.text(desk.topic.title), "url": url}


# --- Lists, data, claims ---------------------------------------------------------------------------------------------


def _list(desk: Desk, events: Iterable[Event]) -> Data:
    """List entries in order of time, where there are many the most important ones."""
    every, importance = list(events), desk.holdings.importance
    chosen = {one.id for one in sorted(every, key=lambda one: (-importance[one.id], one.id))[:MOST]}
    shown = [one for one in every if one.id in chosen]
    return {
        "@type": "ItemList",
        "numberOfItems": len(shown),
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": place,
                "url": absolute(desk, desk.event_path(one.id)),
                "name": title_of(desk, one)[0],
            }
            for place, one in enumerate(shown, 1)
        ],
    }


def _dataset(desk: Desk) -> Data:
    formats = (("data/events.json", "application/json"), ("data/events.csv", "text/csv"))
    return {
        "@type": "Dataset",
        "name": desk.text(desk.topic.title),
        "description": desk.text(desk.topic.description),
        "url": absolute(desk, desk.path("index.html")),
        "dateModified": desk.timeline.as_of.isoformat(),
        "creator": _publisher(desk),
        "distribution": [_download(desk, path, kind) for path, kind in formats],
    }


def _chart(desk: Desk, chart: Chart) -> Data:
    kinds = {"csv": "text/csv", "json": "application/json"}
    return {
        "@type": "Dataset",
        "name": desk.text(chart.title),
        "description": desk.text(chart.summary),
        "url": f"{absolute(desk, desk.path('charts.html'))}#{chart.id}",
        "creator": _publisher(desk),
        "distribution": [
            _download(desk, path, kinds[path.rpartition(".")[2]])
            for path in chart.downloads
            if path.rpartition(".")[2] in kinds
        ],
    }


def _download(desk: Desk, path: str, kind: str) -> Data:
    return {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": absolute(desk, path)}


def _review(desk: Desk, page: Page, claim: Claim) -> Data:
    """Review a claim whose verdict the tables computed, in the words of the page; it has no number of stars."""
    view = verdict_view(desk, page.path, claim)
    articles = dict.fromkeys(proof.article for proof in claim.evidence)
    return {
        "@type": "ClaimReview",
        "url": f"{absolute(desk, page.path)}#{view.anchor}",
        "claimReviewed": f"{view.subject}: {view.measure}, {view.said}",
        "author": {"@id": _publisher(desk)["@id"]},
        "itemReviewed": {
            "@type": "Claim",
            "appearance": [{"@type": "WebPage", "url": absolute(desk, desk.article_path(one))} for one in articles],
        },
        "reviewRating": {"@type": "Rating", "alternateName": view.verdict.text if view.verdict else ""},
    }

"""The home page: what this is, key figures, what matters most, a chart, and how to read the marks."""

from __future__ import annotations

from collections.abc import Iterator

from site_src.model import Event, Page
from site_src.pages.cards import card
from site_src.pages.chart_room import chart_view
from site_src.pages.chronology_strip import strip
from site_src.pages.desk import Desk, series_name
from site_src.pages.disputes import most_telling, verdict_view
from site_src.pages.frame import framed
from site_src.pages.holdings import in_time, year_of
from site_src.pages.legend import legend
from site_src.pages.rooms import EVERYTHING, rooms
from site_src.pages.views import Link

IMPORTANT, LATEST, CHECKED = 5, 6, 5
"""How many entries and checked figures the home page shows."""


def pages(desk: Desk) -> Iterator[Page]:
    """Plan the home page."""
    path = desk.path("index.html")
    events = desk.holdings.events
    weight = desk.holdings.importance
    important = sorted(sorted(events, key=lambda event: (-weight[event.id], event.id))[:IMPORTANT], key=in_time)
    checked = most_telling(desk.timeline.claims, CHECKED)
    yield framed(
        desk,
        "index.html",
        "index.html",
        desk.text(desk.topic.title),
        description=desk.text(desk.topic.description),
        lead=desk.text(desk.topic.subtitle),
        introduction=desk.text(desk.topic.description),
        figures=figures(desk),
        styles=("charts.css",) if desk.charts else (),
        strip=strip(desk, path, "timeline.html"),
        important=[card(desk, path, event) for event in important],
        latest=[card(desk, path, event) for event in latest(events)],
        checked=[verdict_view(desk, path, claim) for claim in checked],
        chart=chart_view(desk, path, desk.charts[0]) if desk.charts else None,
        chart_href=desk.link(path, "charts.html"),
        claims_href=desk.link(path, "claims.html"),
        timeline_href=desk.link(path, "timeline.html"),
        method_href=desk.link(path, "method.html"),
        rooms=rooms(desk, path, EVERYTHING),
        series=[Link(desk.text(one.names), desk.link(path, series_name(one.id))) for one in desk.topic.series],
        legend=legend(desk),
    )


def figures(desk: Desk) -> tuple[tuple[str, str], ...]:
    """Count what the site holds, as (number, what it counts)."""
    events, articles = desk.holdings.events, desk.timeline.articles
    years = [year for year in map(year_of, events) if year]
    origins = {origin for article in articles for origin in article.origins}
    claims = len(desk.timeline.claims)
    counts = [
        (len(events), desk.noun("entry", "entries", len(events))),
        (len(articles), desk.noun("article", "articles", len(articles))),
        (len(origins), desk.noun("independent origin", "independent origins", len(origins))),
        (claims, desk.noun("figure compared", "figures compared", claims)),
    ]
    found = [(desk.words.number(number), text) for number, text in counts if number]
    if years:
        found.append(
            (f"{min(years)}–{max(years)}" if min(years) < max(years) else str(years[0]), desk.say("years covered"))
        )
    return tuple(found)


def latest(events: tuple[Event, ...]) -> list[Event]:
    """Choose the entries that happened last, the newest first; plans that never come to an end are left out."""
    told = [event for event in events if event.stance in ("told", "recalled")]
    return list(reversed(sorted(told, key=lambda event: (event.when.latest, in_time(event)))[-LATEST:]))

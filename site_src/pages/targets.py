"""What links in a topic's own pages can name: by sort and id, the page that answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from site_src.addresses import file_name, relative
from site_src.pages.cards import title_of
from site_src.pages.chronology_browse import KINDS
from site_src.pages.desk import (
    Desk,
    article_name,
    country_name,
    event_name,
    outlet_name,
    person_name,
    series_name,
)
from site_src.pages.holdings import Holdings
from site_src.pages.markdown import Follow, Followed, OwnLink
from site_src.pages.own_texts import menu, own_page
from site_src.pages.passages import article_title
from site_src.topic.own_pages import SHARED
from site_src.wording import msgid

PAGES = {
    "index": ("index.html", msgid("Timeline")),
    "timeline": ("timeline.html", msgid("Timeline")),
    "charts": ("charts.html", msgid("Charts")),
    "claims": ("claims.html", msgid("Claims")),
    "disagreements": ("disagreements.html", msgid("Disagreements")),
    "corrections": ("corrections.html", msgid("Corrections")),
    "countries": ("countries/index.html", msgid("Countries")),
    "people": ("people/index.html", msgid("People")),
    "series": ("series/index.html", msgid("Meetings")),
    "articles": ("articles/index.html", msgid("Articles")),
    "outlets": ("outlets/index.html", msgid("Outlets")),
    "method": ("method.html", msgid("How it is made")),
    "quality": ("quality.html", msgid("Quality")),
    "search": ("search.html", msgid("Search")),
}
"""Pages of every site by the names that links use."""
Known = Mapping[str, Mapping[str, str]]
"""By sort and id, the page that answers, without its language's folder."""


def known_targets(holdings: Holdings) -> Known:
    """Gather everything that a link can name."""
    topic = holdings.topic
    kinds = {event.kind for event in holdings.events}
    charts = {name.replace(":", "-").replace("_", "-"): f"{PAGES['charts'][0]}#" for name in topic.charts}
    return {
        "entry": {id: event_name(now) for id, now in entries_now(holdings).items()},
        "country": _pages(holdings.countries, country_name),
        "person": _pages(holdings.people, person_name),
        "series": _pages((one.id for one in topic.series), series_name),
        "outlet": _pages(holdings.outlets, outlet_name),
        "article": _pages(holdings.article_by_id, article_name),
        "kind": _pages(sorted(kinds), lambda id: f"{KINDS}/{file_name(id)}.html"),
        "chart": {id: f"{page}{id}" for id, page in charts.items()},
        "page": {
            **{name: page for name, (page, _) in PAGES.items()},
            **_pages((*SHARED, *topic.pages), own_page),
        },
    }


def entries_now(holdings: Holdings) -> Mapping[str, str]:
    """Give by address the entry that answers to it: itself, or the one that follows an address that was published."""
    there = holdings.event_by_id
    return {left.address: left.to for left in holdings.timeline.past.left if left.to in there} | {
        id: id for id in there
    }


def follower(desk: Desk, start: str, numbers: Mapping[str, int]) -> Follow:
    """Make the follower of links on the page at `start`; `numbers` are those of its list of entries."""
    known = known_targets(desk.holdings)
    drawn, now = {chart.id for chart in desk.charts}, entries_now(desk.holdings)

    def follow(link: OwnLink) -> Followed | None:
        page = known.get(link.sort, {}).get(link.id)
        if page is None or (link.sort == "chart" and link.id not in drawn):
            return None
        number = numbers.get(now[link.id]) if link.sort == "entry" else None
        return Followed(relative(start, desk.path(page)), _name(desk, link), str(number) if number else "")

    return follow


def _pages(ids: Iterable[str], name: Callable[[str], str]) -> dict[str, str]:
    return {id: name(id) for id in ids}


def _name(desk: Desk, link: OwnLink) -> str:
    """Call what a link names, in the desk's words."""
    if link.sort == "entry":
        event = desk.holdings.event_by_id[entries_now(desk.holdings)[link.id]]
        return f"{desk.date(event).label}: {title_of(desk, event)[0]}"
    if link.sort == "page":
        return desk.say(PAGES[link.id][1]) if link.id in PAGES else menu(desk, link.id)
    if link.sort == "article":
        return article_title(desk, desk.holdings.article_by_id[link.id])
    if link.sort == "outlet":
        return desk.outlet(link.id)
    if link.sort in ("country", "person"):
        return desk.name(link.id)
    titles = {
        "chart": {chart.id: chart.title for chart in desk.charts},
        "series": {one.id: one.names for one in desk.topic.series},
        "kind": {one.id: one.names for one in desk.topic.kinds},
    }
    return desk.text(titles[link.sort].get(link.id, {})) or link.id

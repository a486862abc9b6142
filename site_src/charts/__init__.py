"""Charts a reader can check: a picture, the words, the figures behind them, and an interactive figure on request.

What a page with charts must hold (docs/charts.md has the whole):

- in its head `<link rel="stylesheet" href="ROOT/assets/charts.css">` and, deferred, `ROOT/assets/charts.js`;
- for each chart an element with class `chart` and id `chart-ID`, with nothing in it but `chart.svg[language]`;
- the policy of `Bundle.csp`.

The script does the rest: it loads figure, styles and Plotly only when a chart is in view and its reader moves, or its button is pressed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from site_src.cache import Cache
from site_src.charts import given, links, remembered
from site_src.charts.bundles import Bundle, BundleMissing
from site_src.charts.bundles import choose as bundle
from site_src.charts.kinds import ACTORS, Order, Subject
from site_src.charts.outlines import Atlas
from site_src.charts.outlines import find as atlas
from site_src.charts.outputs import files
from site_src.charts.series import membership_csv, shares_csv
from site_src.model import Article, Chart, Claim, Event
from site_src.topic.values import Topic

__all__ = [
    "KINDS",
    "Atlas",
    "Bundle",
    "BundleMissing",
    "UnknownChart",
    "atlas",
    "bundle",
    "draw",
    "files",
    "membership_csv",
    "shares_csv",
]

KINDS: Mapping[str, tuple[str, ...]] = {
    "membership": ("links",),
    "shares": ("links", "stated"),
    "by-country": ("links",),
    "sums": ("links", "stated"),
    "status-lanes": ("links",),
    "map": ("links", "atlas"),
    "entries": ("entries",),
    "articles": ("reports",),
    "meetings": ("entries",),
}
"""What `topic.charts` can name, alone or with an indicator (`sums:ID`), and what each is given beside the topic's tables."""
OPTIONS: Mapping[str, tuple[str, ...]] = {"meetings": ACTORS}
"""What kinds can be of that are of no indicator (`meetings:people`)."""


class UnknownChart(Exception):
    """The topic asks for a chart kind that there is none of."""


def draw(
    topic: Topic,
    events: Sequence[Event],
    *,
    languages: Sequence[str],
    claims: Sequence[Claim] = (),
    articles: Sequence[Article] = (),
    atlas: Atlas | None = None,
    memory: Cache | None = None,
) -> tuple[Chart, ...]:
    """Draw the charts that the topic chooses, in its order; with a memory only those that it does not know.

    Raises `UnknownChart`.
    """
    asked = [(name.partition(":")[0], name.partition(":")[2]) for name in topic.charts]
    unknown = [kind for kind, _ in asked if kind not in KINDS]
    if unknown:
        raise UnknownChart(f"site.toml: no chart kind {', '.join(unknown)}; there are {', '.join(KINDS)}")
    for kind, of in asked:
        allowed = OPTIONS.get(kind, tuple(topic.indicators))
        if of and of not in allowed:
            what = f"{kind} of" if kind in OPTIONS else "indicator"
            raise UnknownChart(f"site.toml: no {what} {of}; there are {', '.join(allowed)}")
    whole = Subject(
        given.tables(topic),
        links.of(topic, events),
        tuple(languages),
        given.stated(topic, claims, articles),
        given.reports(articles),
        tuple(map(given.Entry.of, events)),
        atlas=atlas,
    )
    bare = Subject(whole.topic, {}, whole.languages)
    orders = [Order(kind, replace(bare, of=of, **_given(whole, kind))) for kind, of in asked]
    drawn = remembered.draw(orders, memory, topic.folder) if memory else map(remembered.drawn, orders)
    return tuple(chart for chart in drawn if chart is not None)


def _given(whole: Subject, kind: str) -> dict[str, Any]:
    return {name: getattr(whole, name) for name in KINDS[kind]}

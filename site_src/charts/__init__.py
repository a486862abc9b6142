"""Charts a reader can check: a picture, the words, the figures behind them, and an interactive figure on request.

What a page with charts must hold (docs/charts.md has the whole):

- in its head `<link rel="stylesheet" href="ROOT/assets/charts.css">` and, deferred, `ROOT/assets/charts.js`;
- for each chart an element with class `chart` and id `chart-ID`, with nothing in it but `chart.svg[language]`;
- the policy of `Bundle.csp`.

The script does the rest: it loads figure, styles and Plotly only when a chart is in view and its reader moves, or its button is pressed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from site_src.charts import corpus, lanes, links, meetings, membership, shares, stack, worldmap
from site_src.charts.bundles import Bundle, BundleMissing
from site_src.charts.bundles import choose as bundle
from site_src.charts.kinds import Subject
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

KINDS: Mapping[str, Callable[[Subject], Chart | None]] = {
    "membership": membership.draw,
    "shares": shares.draw,
    "by-country": stack.by_country,
    "sums": stack.sums,
    "status-lanes": lanes.draw,
    "map": worldmap.draw,
    "entries": corpus.entries,
    "articles": corpus.articles,
    "meetings": meetings.draw,
}
"""What `topic.charts` can name, alone or with an indicator (`sums:ID`). A kind is one function; it gives None where the topic has nothing for it to draw."""
OPTIONS: Mapping[str, tuple[str, ...]] = {"meetings": meetings.ACTORS}
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
) -> tuple[Chart, ...]:
    """Draw the charts that the topic chooses, in its order. Raises `UnknownChart`."""
    asked = [(name.partition(":")[0], name.partition(":")[2]) for name in topic.charts]
    unknown = [kind for kind, _ in asked if kind not in KINDS]
    if unknown:
        raise UnknownChart(f"site.toml: no chart kind {', '.join(unknown)}; there are {', '.join(KINDS)}")
    for kind, of in asked:
        allowed = OPTIONS.get(kind, tuple(topic.indicators))
        if of and of not in allowed:
            what = f"{kind} of" if kind in OPTIONS else "indicator"
            raise UnknownChart(f"site.toml: no {what} {of}; there are {', '.join(allowed)}")
    told = tuple(events)
    subject = Subject(
        topic, links.of(topic, events), tuple(languages), tuple(claims), tuple(articles), told, atlas=atlas
    )
    drawn = (KINDS[kind](replace(subject, of=of)) for kind, of in asked)
    return tuple(chart for chart in drawn if chart is not None)

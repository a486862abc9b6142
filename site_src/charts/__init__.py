"""Charts a reader can check: a picture, the words, the figures behind them, and an interactive figure on request.

What a page with charts must hold (docs/charts.md has the whole):

- in its head `<link rel="stylesheet" href="ROOT/assets/charts.css">` and, deferred, `ROOT/assets/charts.js`;
- for each chart an element with class `chart` and id `chart-ID`, with nothing in it but `chart.svg[language]`;
- the policy of `Bundle.csp`.

The script does the rest: it loads figure, styles and Plotly only when a chart is in view and its reader moves, or its button is pressed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from site_src.charts import lanes, links, membership, shares
from site_src.charts.bundles import Bundle, BundleMissing
from site_src.charts.bundles import choose as bundle
from site_src.charts.kinds import Subject
from site_src.charts.outputs import files
from site_src.charts.series import membership_csv, shares_csv
from site_src.model import Article, Chart, Claim, Event
from site_src.topic.values import Topic

__all__ = [
    "KINDS",
    "Bundle",
    "BundleMissing",
    "UnknownChart",
    "bundle",
    "draw",
    "files",
    "membership_csv",
    "shares_csv",
]

KINDS: Mapping[str, Callable[[Subject], Chart | None]] = {
    "membership": membership.draw,
    "shares": shares.draw,
    "status-lanes": lanes.draw,
}
"""What `topic.charts` can name. A kind is one function; it gives None where the topic has nothing for it to draw."""


class UnknownChart(Exception):
    """The topic asks for a chart kind that there is none of."""


def draw(
    topic: Topic,
    events: Sequence[Event],
    *,
    languages: Sequence[str],
    claims: Sequence[Claim] = (),
    articles: Sequence[Article] = (),
) -> tuple[Chart, ...]:
    """Draw the charts that the topic chooses, in its order. Raises `UnknownChart`."""
    unknown = [kind for kind in topic.charts if kind not in KINDS]
    if unknown:
        raise UnknownChart(f"site.toml: no chart kind {', '.join(unknown)}; there are {', '.join(KINDS)}")
    subject = Subject(topic, links.of(topic, events), tuple(languages), tuple(claims), tuple(articles), tuple(events))
    return tuple(chart for kind in topic.charts if (chart := KINDS[kind](subject)) is not None)

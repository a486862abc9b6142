"""A subject -> its chart: what draws each kind. It is loaded when something is drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from site_src.charts import corpus, lanes, meetings, membership, shares, stack, worldmap
from site_src.charts.kinds import Subject
from site_src.model import Chart

DRAWS: Mapping[str, Callable[[Subject], Chart | None]] = {
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
"""A kind is one function; it gives None where the topic has nothing for it to draw."""

"""The interactive figure of shares."""

from __future__ import annotations

from typing import Any

from site_src.charts import figure
from site_src.charts.shares import words
from site_src.charts.shares.world import Part, World
from site_src.charts.words import Speech


def as_json(world: World, speech: Speech) -> str:
    """Give the shares as a Plotly figure; a missing year is a gap in the line."""
    first = world.years[0] - 0.5
    layout: dict[str, Any] = {
        "xaxis": {"range": [first, world.years[-1] + 0.5], "tickformat": "d"},
        "yaxis": {"rangemode": "tozero", "ticksuffix": "%"},
    }
    layout |= figure.notes({join.year: "+ " + world.subject.countries(join.gained, speech) for join in world.joins})
    if world.early:
        layout["shapes"] += figure.set_apart(first, world.early + 0.5)
    return figure.as_json("shares", [_trace(world, part, speech) for part in world.parts], layout, speech)


def _trace(world: World, part: Part, speech: Speech) -> dict[str, Any]:
    entries = {join.year: join.href for join in world.joins}
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": words.head(part, speech),
        "x": list(part.shares),
        "y": [None if share is None else round(share, 2) for share in part.shares.values()],
        "text": [words.point(world, part, year, speech) if year in part.known else "" for year in part.shares],
        "customdata": [entries.get(year, "") for year in part.shares],
        "connectgaps": False,
        "line": {"width": 2.5},
        "marker": {"size": 5},
        "series": part.series,
    }

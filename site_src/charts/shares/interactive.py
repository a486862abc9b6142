"""The interactive figure of shares."""

from __future__ import annotations

from typing import Any

from site_src.addresses import chart_row
from site_src.charts import claims, figure
from site_src.charts.given import Stated
from site_src.charts.shares import words
from site_src.charts.shares.world import ID, Part, World
from site_src.charts.switches import THROUGHOUT
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
    traces = [_trace(world, part, speech) for part in world.parts]
    traces += figure.named_once([_throughout(world, part, speech) for part in world.parts if part.throughout])
    traces += figure.named_once([_stated(world, part, speech) for part in world.parts if _told(world, part)])
    return figure.as_json(ID, traces, layout, speech)


def _throughout(world: World, part: Part, speech: Speech) -> dict[str, Any]:
    """Give what today's members had as a dashed line."""
    return {
        "type": "scatter",
        "mode": "lines",
        "name": words.if_today(world, speech),
        "x": list(part.throughout),
        "y": [None if share is None else round(share, 2) for share in part.throughout.values()],
        "text": [
            "" if share is None else words.point_if_today(world, part, year, speech)
            for year, share in part.throughout.items()
        ],
        "customdata": [chart_row(ID, 1, row) for row, _ in enumerate(part.throughout, 1)],
        "connectgaps": False,
        "line": {"width": 1.5, "dash": "dash"},
        "series": part.series,
        "layer": THROUGHOUT,
    }


def _told(world: World, part: Part) -> list[Stated]:
    return [one for one in world.stated if one.check.measure == part.indicator.id]


def _stated(world: World, part: Part, speech: Speech) -> dict[str, Any]:
    told = _told(world, part)
    return claims.trace(told, [words.stated(one, world, speech) for one in told], part.series, speech)


def _trace(world: World, part: Part, speech: Speech) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": words.head(part, speech) + world.footnote(part),
        "x": list(part.shares),
        "y": [None if share is None else round(share, 2) for share in part.shares.values()],
        "text": [words.point(world, part, year, speech) if year in part.known else "" for year in part.shares],
        "customdata": [world.target(year) for year in part.shares],
        "connectgaps": False,
        "line": {"width": 2.5},
        "marker": {"size": 5},
        "series": part.series,
    }

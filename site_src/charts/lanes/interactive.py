"""The interactive figure of lanes: bars laid on a calendar."""

from __future__ import annotations

from typing import Any

from site_src.charts import figure
from site_src.charts.lanes import words
from site_src.charts.lanes.spells import ID, Lanes
from site_src.charts.switches import DECIDED, IN_FORCE
from site_src.charts.words import Speech
from site_src.topic.values import Status

DAY = 86_400_000
"""Milliseconds: Plotly counts the length of a bar on a calendar in them."""


def as_json(lanes: Lanes, speech: Speech) -> str:
    """Give the lanes as a Plotly figure: one trace a status, so that the legend can hide it."""
    views = (IN_FORCE, DECIDED) if any(lane.decided for lane in lanes.lanes) else ("",)
    traces = [_trace(lanes, status, series, view, speech) for view in views for status, series in lanes.statuses]
    layout: dict[str, Any] = {
        "barmode": "overlay",
        "bargap": 0.4,
        "xaxis": {"type": "date", "range": [lanes.start.isoformat(), lanes.end.isoformat()], "tickformat": "%Y"},
        "yaxis": {
            "autorange": "reversed",
            "automargin": True,
            "dtick": 1,
            "categoryorder": "array",
            "categoryarray": [speech.name(lanes.subject.country(lane.country)) for lane in lanes.lanes],
        },
    }
    return figure.as_json(ID, traces, layout, speech)


def _trace(lanes: Lanes, status: Status, series: int, view: str, speech: Speech) -> dict[str, Any]:
    parts = [
        (lane.country, part)
        for lane in lanes.lanes
        for part in (lane.decided if view == DECIDED else lane.stretches)
        if part.status.id == status.id
    ]
    return {
        "type": "bar",
        "orientation": "h",
        "name": speech.name(status.names),
        "y": [speech.name(lanes.subject.country(country)) for country, _ in parts],
        "base": [part.sure.isoformat() for _, part in parts],
        "x": [max((part.last - part.sure).days, 1) * DAY for _, part in parts],
        "text": [words.stretch(lanes, country, part, speech) for country, part in parts],
        "textposition": "none",
        "customdata": [part.target for _, part in parts],
        "series": series,
        **({"layer": view, "visible": view != DECIDED} if view else {}),
    }

"""The interactive figure of membership."""

from __future__ import annotations

from typing import Any

from site_src.charts import figure
from site_src.charts.links import behind
from site_src.charts.membership import words
from site_src.charts.membership.growth import ID, Growth, Stair
from site_src.charts.membership.tables import row_of
from site_src.charts.words import Speech


def as_json(growth: Growth, speech: Speech) -> str:
    """Give the steps as a Plotly figure; each point carries its sentence and the entry, else the row, behind it."""
    layout: dict[str, Any] = {
        "xaxis": {"type": "date", "range": [growth.start.isoformat(), growth.end.isoformat()], "tickformat": "%Y"},
        "yaxis": {"rangemode": "tozero", "title": {"text": speech.say("countries")}},
    }
    if growth.forerunner:
        layout["shapes"] = figure.set_apart(growth.start.isoformat(), growth.founded.isoformat())
    return figure.as_json(ID, [_trace(growth, stair, speech) for stair in growth.all], layout, speech)


def _trace(growth: Growth, stair: Stair, speech: Speech) -> dict[str, Any]:
    points = [
        (
            change.day.isoformat(),
            # a line that ends stands at its last height where its last country left
            change.count or stair.changes[number - 1].count,
            words.change(growth, stair, change, speech),
            behind(growth.subject.links, [spell.row for spell in change.spells]) or row_of(growth, change.day.year),
        )
        for number, change in enumerate(stair.changes)
    ]
    if stair.last:
        points.append(
            (growth.end.isoformat(), stair.last, words.today(growth, stair, speech), row_of(growth, growth.end.year))
        )
    days, counts, texts, links = zip(*points, strict=True)
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": speech.name(stair.status.plural),
        "x": list(days),
        "y": list(counts),
        "text": list(texts),
        "customdata": list(links),
        "line": {"shape": "hv", "width": 2.5, "dash": "solid" if stair.series else "dot"},
        "series": stair.series,
    }

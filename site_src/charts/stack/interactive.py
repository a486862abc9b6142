"""The interactive figure of a pile: stacked bars, the dashed line of today's members, the diamonds of claims."""

from __future__ import annotations

from typing import Any

from site_src.charts import claims, figure
from site_src.charts.stack import words
from site_src.charts.stack.pile import Layer, Pile, Unit
from site_src.charts.switches import THROUGHOUT
from site_src.charts.words import Speech


def as_json(pile: Pile, speech: Speech) -> str:
    """Give the piles as a Plotly figure; a year without figures has no bar."""
    first, last = pile.years[0] - 0.6, pile.years[-1] + 0.6
    layout: dict[str, Any] = {
        "barmode": "stack",
        "bargap": 0.2,
        "xaxis": {"range": [first, last], "tickformat": "d"},
        "yaxis": {"rangemode": "tozero", **({"ticksuffix": "%"} if pile.unit is Unit.PERCENT else {})},
    }
    layout |= figure.notes({join.year: "+ " + pile.subject.countries(join.gained, speech) for join in pile.joins})
    if pile.early:
        layout["shapes"] += figure.set_apart(first, pile.early + 0.5)
    traces = [_layer(pile, layer, speech) for layer in pile.layers]
    traces += [_throughout(pile, speech)] if pile.throughout else []
    if pile.stated:
        texts = [words.stated(one, pile, speech) for one in pile.stated]
        traces.append(claims.trace(pile.stated, texts, 0, speech))
    return figure.as_json(pile.id, traces, layout, speech)


def _layer(pile: Pile, layer: Layer, speech: Speech) -> dict[str, Any]:
    years = [year for year in pile.heights if pile.part(layer, year)]
    entries = {join.year: join.href for join in pile.joins if set(join.gained) & set(layer.countries)}
    return {
        "type": "bar",
        "name": words.name(pile, layer, speech),
        "x": years,
        "y": [pile.rounded(pile.part(layer, year)) for year in years],
        "text": [words.point(pile, layer, year, speech) for year in years],
        "textposition": "none",
        "customdata": [entries.get(year) or pile.row(year) for year in years],
        "series": layer.series,
    }


def _throughout(pile: Pile, speech: Speech) -> dict[str, Any]:
    """Give what today's members had as a dashed line, broken at gaps."""
    return {
        "type": "scatter",
        "mode": "lines",
        "name": words.if_today(pile, speech),
        "x": list(pile.years),
        "y": [pile.rounded(pile.throughout[year]) if year in pile.throughout else None for year in pile.years],
        "text": [words.point_if_today(pile, year, speech) if year in pile.throughout else "" for year in pile.years],
        "customdata": [pile.row(year) for year in pile.years],
        "connectgaps": False,
        "line": {"width": 2, "dash": "dash"},
        "series": 0,
        "layer": THROUGHOUT,
    }

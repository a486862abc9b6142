"""Interactive figures: built and validated by `plotly.graph_objects`, printed as JSON with the same bytes each time.

Only trace kinds that the basic bundle draws are let through: that bundle silently draws any other as a scatter.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from site_src.charts.palette import LIGHT
from site_src.charts.words import Speech

DRAWN = frozenset(["scatter", "bar", "pie"])
"""The trace kinds of `plotly.js-basic-dist-min`."""

CONFIG: Mapping[str, Any] = {
    "displaylogo": False,
    "modeBarButtonsToRemove": ["lasso2d", "select2d", "autoScale2d", "sendDataToCloud"],
    "plotlyServerURL": "",
    "responsive": True,
    "scrollZoom": False,
    "showEditInChartStudio": False,
    "showLink": False,
    "showSendToCloud": False,
}
"""No button sends data anywhere."""


class NotDrawn(Exception):
    """A chart kind asks for a trace that the small bundle would draw as something else."""


def as_json(id: str, traces: Sequence[Mapping[str, Any]], layout: Mapping[str, Any], speech: Speech) -> str:
    """Validate a figure and print it. Each trace names its `series`, the number of its colour.

    Raises `NotDrawn` for a trace kind outside `DRAWN`, and what Plotly raises for anything that it does not know.
    """
    import plotly.graph_objects as go

    for trace in traces:
        if trace["type"] not in DRAWN:
            raise NotDrawn(f"chart {id}: plotly's basic bundle cannot draw a {trace['type']} trace")
    full = [_trace(id, number, trace) for number, trace in enumerate(traces)]
    drawn = go.Figure(data=full, layout={**_layout(id, speech), **layout}).to_plotly_json()
    drawn["layout"].pop("template", None)
    if "title" in drawn["layout"]:
        raise ValueError(f"chart {id}: the title stands on the page, not in the figure")
    whole = {"config": dict(CONFIG), "data": drawn["data"], "layout": drawn["layout"], "words": _words(speech)}
    return json.dumps(whole, ensure_ascii=True, sort_keys=True, separators=(",", ":"), allow_nan=False)


def _trace(id: str, number: int, trace: Mapping[str, Any]) -> dict[str, Any]:
    series = trace["series"]
    told = {key: value for key, value in trace.items() if key not in ("series", "layer")}
    told.update(
        uid=f"{id}-{number}",
        meta={"series": series, **({"layer": trace["layer"]} if "layer" in trace else {})},
        hovertemplate="%{hovertext}<extra></extra>",
    )
    told["hovertext"] = [_folded(text, 36) for text in trace["text"]]
    told["name"] = _folded(trace.get("name", ""), 28)
    if trace["type"] == "scatter":
        told["line"] = {"color": LIGHT[series], **trace.get("line", {})}
        told["cliponaxis"] = False
    told["marker"] = {"color": LIGHT[series], **trace.get("marker", {})}
    return told


def _folded(text: str, letters: int) -> str:
    """Break a sentence for a small label; Plotly reads some tags, so signs that make tags are escaped."""
    return "<br>".join(escape(line, quote=False) for line in textwrap.wrap(text, letters))


def _layout(id: str, speech: Speech) -> dict[str, Any]:
    """Give what all figures share: no colours and no fonts of Plotly's own, no motion, room for a legend above."""
    return {
        "uirevision": id,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": "inherit", "size": 13},
        "margin": {"l": 48, "r": 16, "t": 8, "b": 36},
        "legend": {"orientation": "h", "x": 0, "y": 1.02, "xanchor": "left", "yanchor": "bottom"},
        "hovermode": "closest",
        "dragmode": False,
        "separators": speech.separators,
        "showlegend": True,
    }


def named_once(traces: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Let traces of one layer have one line of the legend."""
    return [{**trace, "showlegend": number == 0} for number, trace in enumerate(traces)]


def set_apart(start: object, end: object) -> list[dict[str, Any]]:
    """Shade a stretch of the axis below."""
    area = {"type": "rect", "xref": "x", "yref": "paper", "x0": start, "x1": end, "y0": 0, "y1": 1, "layer": "below"}
    return [{**area, "line": {"width": 0}, "fillcolor": "rgba(128,128,128,0.12)"}]


def notes(places: Mapping[int, str]) -> dict[str, list[dict[str, Any]]]:
    """Draw an upright line with words at each place of the axis below."""
    lines = [
        {
            "type": "line",
            "xref": "x",
            "yref": "paper",
            "x0": x,
            "x1": x,
            "y0": 0,
            "y1": 1,
            "line": {"width": 1, "dash": "dot"},
        }
        for x in places
    ]
    words = [
        {"x": x, "y": 0.01, "xref": "x", "yref": "paper", "xanchor": "right", "yanchor": "bottom", "textangle": -90}
        | {"showarrow": False, "text": escape(text, quote=False), "font": {"size": 12}}
        for x, text in places.items()
    ]
    return {"shapes": lines, "annotations": words}


def _words(speech: Speech) -> dict[str, str]:
    """What the script says to readers of the interactive chart."""
    return {
        "keys": speech.say(
            "Interactive chart. The arrow keys move from point to point; Enter opens the entry behind it."
        )
    }

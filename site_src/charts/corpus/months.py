"""Articles by month and outlet: the picture, the interactive figure, the table."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from site_src.charts import figure, labels
from site_src.charts.corpus import words
from site_src.charts.corpus.counts import SHOWN, Month, Months
from site_src.charts.picture import Bar, Frame, Label, Picture, Tick
from site_src.charts.scale import Scale, decimal_year, year_ticks
from site_src.charts.words import Speech
from site_src.model import ChartTable, in_month

ROW = 19.0
STROKE = 12.0
DAY = 86_400_000
"""Milliseconds: Plotly counts the length of a bar on a calendar in them."""
Row = tuple[str, Mapping[Month, int]]


def rows(counts: Months, speech: Speech) -> list[Row]:
    """Give the busiest outlets a row each, and one to all others."""
    found: list[Row] = [
        (outlet, {month: len(articles) for month, articles in sorted(counts.found[outlet].items())})
        for outlet in counts.outlets[:SHOWN]
    ]
    if len(counts.outlets) > SHOWN:
        together: dict[Month, int] = {}
        for outlet in counts.outlets[SHOWN:]:
            for month, articles in counts.found[outlet].items():
                together[month] = together.get(month, 0) + len(articles)
        found.append((words.rest(counts, speech), dict(sorted(together.items()))))
    return found


def picture(counts: Months, speech: Speech, frame: Frame) -> Picture:
    """Draw a row for each outlet, a stroke for each month with an article."""
    drawn = rows(counts, speech)
    letters = 30 if frame.variant == "wide" else 17
    names = [name if len(name) <= letters else f"{name[: letters - 1]}…" for name, _ in drawn]
    room = max(labels.width(name, frame.size) for name in names) + 10
    frame = replace(
        frame, left=min(room, frame.width / 2.2), right=12, top=8, height=8 + len(drawn) * ROW + frame.bottom
    )
    left, top, right, _ = frame.inner
    across = Scale((counts.first[0], counts.last[0] + 1), (left, right))
    bars = tuple(
        Bar(
            x,
            top + row * ROW + (ROW - STROKE) / 2,
            max(end - x, 2.5),
            STROKE,
            1,
            words.stroke(name, month, many, speech),
        )
        for row, (name, months) in enumerate(drawn)
        for month, many in months.items()
        for x, end in [(across(decimal_year(_first(month))), across(decimal_year(_last(month))))]
    )
    every = 7 if frame.variant == "wide" else 4
    return Picture(
        id="articles",
        frame=frame,
        title=words.articles(counts, speech),
        description=words.articles_summary(counts, speech),
        across=tuple(Tick(across(year), str(year)) for year in year_ticks(counts.first[0], counts.last[0], every)),
        bars=bars,
        labels=tuple(
            Label(left - 8, top + row * ROW + ROW / 2 + frame.size * 0.35, name, "end")
            for row, name in enumerate(names)
        ),
    )


def as_json(counts: Months, speech: Speech) -> str:
    """Give the strokes as a Plotly figure: one trace, bars laid on a calendar."""
    drawn, targets = rows(counts, speech), counts.targets
    points = [(name, month, many) for name, months in drawn for month, many in months.items()]
    trace = {
        "type": "bar",
        "orientation": "h",
        "name": speech.say("Articles"),
        "showlegend": False,
        "y": [name for name, _, _ in points],
        "base": [_first(month).isoformat() for _, month, _ in points],
        "x": [max((_last(month) - _first(month)).days, 1) * DAY for _, month, _ in points],
        "text": [words.stroke(name, month, many, speech) for name, month, many in points],
        "textposition": "none",
        "customdata": [targets.get((month, name)) or targets[month, ""] for name, month, _ in points],
        "series": 1,
    }
    layout: dict[str, Any] = {
        "barmode": "overlay",
        "bargap": 0.3,
        "xaxis": {
            "type": "date",
            "range": [f"{counts.first[0]}-01-01", f"{counts.last[0] + 1}-01-01"],
            "tickformat": "%Y",
        },
        "yaxis": {
            "autorange": "reversed",
            "automargin": True,
            "dtick": 1,
            "categoryorder": "array",
            "categoryarray": [name for name, _ in drawn],
        },
    }
    return figure.as_json("articles", [trace], layout, speech)


def table(counts: Months) -> ChartTable:
    """List every outlet's months, oldest first, each with its first article behind it."""
    subject = counts.subject
    heads = (
        subject.say(lambda speech: speech.say("Month")),
        subject.say(lambda speech: speech.say("Outlet")),
        subject.say(lambda speech: speech.say("Articles")),
    )
    cells = tuple((in_month(*month).edtf, outlet, len(articles)) for month, outlet, articles in counts.rows)
    return ChartTable(
        heads, cells, ("when", "text", "count"), links=tuple(articles[0] for _, _, articles in counts.rows)
    )


def _first(month: Month) -> date:
    return date(*month, 1)


def _last(month: Month) -> date:
    return date(*month, calendar.monthrange(*month)[1])

"""Entries by year: the picture, the interactive figure, the table."""

from __future__ import annotations

from typing import Any

from site_src.charts import figure, labels
from site_src.charts.corpus import words
from site_src.charts.corpus.counts import Years, kind_name
from site_src.charts.picture import Bar, Frame, Picture, Tick
from site_src.charts.scale import Scale, ticks, year_ticks
from site_src.charts.words import Speech
from site_src.model import ChartTable

BREADTH = 0.8
"""A column's breadth, in years."""


def picture(counts: Years, speech: Speech, frame: Frame) -> Picture:
    """Draw a column for each year; a year without entries stays empty."""
    left, top, right, bottom = frame.inner
    first, last = counts.years[0], counts.years[-1]
    levels = ticks(max(counts.total(year) for year in counts.years))
    across, upright = Scale((first - 0.6, last + 0.6), (left, right)), Scale((0, levels[-1]), (bottom, top))
    bars = []
    for year in counts.years:
        foot = 0
        for kinds, series in counts.layers:
            if many := counts.of(kinds, year):
                high = upright(foot + many)
                told = words.column(counts, kinds, year, speech) if frame.variant == "wide" else ""
                start, breadth = across(year - BREADTH / 2), across(BREADTH) - across(0)
                bars.append(Bar(start, high, breadth, upright(foot) - high, series, told))
            foot += many
    return Picture(
        id="entries",
        frame=frame,
        title=words.entries(counts, speech),
        description=words.entries_summary(counts, speech),
        across=tuple(
            Tick(across(year), str(year)) for year in year_ticks(first, last, 7 if frame.variant == "wide" else 4)
        ),
        upright=tuple(Tick(upright(level), speech.number(level)) for level in levels),
        bars=tuple(bars),
        labels=labels.ends(frame, _names(counts, speech, upright)),
    )


def _names(counts: Years, speech: Speech, upright: Scale) -> list[tuple[float, int, str, str]]:
    """Name the layers from the top of the plot down, the uppermost first, each with its number."""
    height = upright.values[1]
    found = []
    for place, (kinds, series) in enumerate(reversed(counts.layers)):
        many = sum(counts.of(kinds, year) for year in counts.years)
        y = upright(height * (1 - place / max(len(counts.layers), 1)))
        found.append((y, series, speech.number(many), words.layer_name(counts, kinds, speech)))
    return found


def as_json(counts: Years, speech: Speech) -> str:
    """Give the columns as a Plotly figure."""
    layout: dict[str, Any] = {
        "barmode": "stack",
        "bargap": 0.2,
        "xaxis": {"range": [counts.years[0] - 0.6, counts.years[-1] + 0.6], "tickformat": "d"},
        "yaxis": {"rangemode": "tozero"},
    }
    traces = []
    for kinds, series in counts.layers:
        years = [year for year in counts.years if counts.of(kinds, year)]
        trace = {
            "type": "bar",
            "name": words.layer_name(counts, kinds, speech),
            "x": years,
            "y": [counts.of(kinds, year) for year in years],
            "text": [words.column(counts, kinds, year, speech) for year in years],
            "textposition": "none",
            "customdata": [counts.target(kinds, year) for year in years],
            "series": series,
        }
        traces.append(trace)
    return figure.as_json("entries", traces, layout, speech)


def table(counts: Years) -> ChartTable:
    """Count each kind in each year, with the page of the year behind it."""
    subject = counts.subject
    kinds = [kind for layer, _ in counts.layers for kind in layer]
    rows = tuple((year, counts.total(year), *(counts.of((kind,), year) for kind in kinds)) for year in counts.years)
    heads = (
        subject.say(lambda speech: speech.say("Year")),
        subject.say(lambda speech: speech.say("All kinds")),
        *(kind_name(subject, kind) for kind in kinds),
    )
    behind = tuple(counts.page(year) for year in counts.years)
    return ChartTable(heads, rows, ("year", *("count" for _ in heads[1:])), links=behind)

"""The picture of lanes: a row a country, a bar a status, exact to the day."""

from __future__ import annotations

from dataclasses import replace

from site_src.charts import labels
from site_src.charts.lanes import words
from site_src.charts.lanes.spells import Lane, Lanes, Stretch
from site_src.charts.picture import Bar, Frame, Label, Picture, Tick
from site_src.charts.scale import Scale, decimal_year, year_ticks
from site_src.charts.words import Speech

ROW = 19.0
BAR = 11.0


def picture(lanes: Lanes, speech: Speech, frame: Frame) -> Picture:
    """Draw the lanes; the names stand left of them, the statuses' names above in their colours."""
    names = [speech.name(lanes.subject.country(lane.country)) for lane in lanes.lanes]
    room = max(labels.width(name, frame.size) for name in names) + 10
    swatches, key = _key(lanes, speech, frame)
    top = key[-1].y + 12
    frame = replace(
        frame, left=min(room, frame.width / 2.5), right=12, top=top, height=top + len(names) * ROW + frame.bottom
    )
    left, _, right, _ = frame.inner
    across = Scale((decimal_year(lanes.start), decimal_year(lanes.end)), (left, right))
    every = 7 if frame.variant == "wide" else 4
    return Picture(
        id="status-lanes",
        frame=frame,
        title=words.title(lanes, speech),
        description=words.summary(lanes, speech),
        across=tuple(Tick(across(year), str(year)) for year in year_ticks(lanes.start.year, lanes.end.year, every)),
        bars=swatches
        + tuple(
            bar
            for row, lane in enumerate(lanes.lanes)
            for part in lane.stretches
            for bar in _bars(lanes, lane, part, top + row * ROW + (ROW - BAR) / 2, across, speech)
        ),
        labels=(*key, *(_name(name, left, top + row * ROW, frame) for row, name in enumerate(names))),
    )


def _name(name: str, left: float, y: float, frame: Frame) -> Label:
    return Label(left - 8, y + ROW / 2 + frame.size * 0.35, name, "end")


def _bars(lanes: Lanes, lane: Lane, part: Stretch, y: float, across: Scale, speech: Speech) -> list[Bar]:
    """Draw a stretch; where only a month or a year is known, its possible beginning pale before it."""
    told = words.stretch(lanes, lane.country, part, speech)
    first, sure, last = (across(decimal_year(day)) for day in (part.first, part.sure, part.last))
    pale = [Bar(first, y, sure - first, BAR, part.series, told, vague=True)] if sure - first > 0.5 else []
    return [*pale, Bar(sure, y, max(last - sure, 1.5), BAR, part.series, told)]


def _key(lanes: Lanes, speech: Speech, frame: Frame) -> tuple[tuple[Bar, ...], tuple[Label, ...]]:
    """Name the statuses beside a piece of their colour, in as many rows as they need."""
    x, y = 0.0, frame.size + 2
    bars: list[Bar] = []
    texts: list[Label] = []
    for status, series in lanes.statuses:
        text = speech.name(status.names)
        wide = BAR + 6 + labels.width(text, frame.size) * 1.1
        if texts and x + wide > frame.width:
            x, y = 0.0, y + frame.size * 1.6
        bars.append(Bar(x, y - BAR + 1, BAR, BAR, series))
        texts.append(Label(x + BAR + 6, y, text))
        x += wide + 16
    return tuple(bars), tuple(texts)

"""The picture of lanes: a row a country, a bar a status, exact to the day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from site_src.charts import labels
from site_src.charts.lanes import words
from site_src.charts.lanes.spells import ID, Lane, Lanes, Stretch
from site_src.charts.picture import REACH, Bar, Frame, Label, Picture, Tick
from site_src.charts.scale import Scale, decimal_year, year_ticks
from site_src.charts.switches import DECIDED, IN_FORCE
from site_src.charts.words import Speech

ROW = 24.0
"""As high as a target must be, for each bar leads to the entry or row behind it (WCAG 2.2, 2.5.8)."""
BAR = 12.0


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
        id=ID,
        frame=frame,
        title=words.title(lanes, speech),
        description=words.summary(lanes, speech),
        across=tuple(Tick(across(year), str(year)) for year in year_ticks(lanes.start.year, lanes.end.year, every)),
        bars=(*swatches, *_lanes(lanes, top + (ROW - BAR) / 2, across, speech)),
        labels=(*key, *(_name(name, left, top + row * ROW, frame) for row, name in enumerate(names))),
        closed=(DECIDED,),
    )


def _lanes(lanes: Lanes, y: float, across: Scale, speech: Speech) -> Iterator[Bar]:
    """Draw each lane by both days, one of which is shown; where no decision is known, by one, which always is."""
    for row, lane in enumerate(lanes.lanes):
        for layer, stretches in ((IN_FORCE, lane.stretches), (DECIDED, lane.decided)):
            for part in stretches:
                for bar in _bars(lanes, lane, part, y + row * ROW, across, speech):
                    yield replace(bar, layer=layer if lane.decided else "")


def _name(name: str, left: float, y: float, frame: Frame) -> Label:
    return Label(left - 8, y + ROW / 2 + frame.size * 0.35, name, "end")


def _bars(lanes: Lanes, lane: Lane, part: Stretch, y: float, across: Scale, speech: Speech) -> list[Bar]:
    """Draw a stretch; where only a month or a year is known, its possible beginning pale before it."""
    told = words.stretch(lanes, lane.country, part, speech)
    first, sure, last = (across(decimal_year(day)) for day in (part.first, part.sure, part.last))
    pale = [Bar(first, y, sure - first, BAR, part.series, told, vague=True)] if sure - first > 0.5 else []
    wide = max(last - sure, 1.5)
    # a short bar beside another is too small for a finger; the table has its link
    href = part.target if wide >= REACH or len(lane.stretches) == 1 else ""
    return [*pale, Bar(sure, y, wide, BAR, part.series, told, href=href, reach=(ROW - BAR) / 2)]


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

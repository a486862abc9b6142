"""The picture of a pile: a pillar for each year, cut into its layers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from site_src.charts import claims, joins, key, labels
from site_src.charts.picture import Band, Bar, Frame, Label, Line, Mark, Picture, Tick
from site_src.charts.scale import Scale, ticks, year_ticks
from site_src.charts.stack import words
from site_src.charts.stack.pile import Pile, Unit
from site_src.charts.switches import THROUGHOUT
from site_src.charts.words import Speech

BREADTH = 0.8
"""A pillar's breadth, in years: the rest is the gap between two."""


def picture(pile: Pile, speech: Speech, frame: Frame) -> Picture:
    """Draw the pillars; a year without figures stays empty."""
    signs = key.lay(words.key(pile, speech), frame)
    above = joins.room(pile.joins) + signs.height
    frame = replace(frame, top=frame.top + above, height=frame.height + above)
    left, top, right, bottom = frame.inner
    levels = ticks(pile.highest)
    across = Scale((pile.years[0] - 0.6, pile.years[-1] + 0.6), (left, right))
    upright = Scale((0, levels[-1]), (bottom, top))
    notes, rules = joins.notes(pile.subject, pile.joins, speech, frame, across, signs.height)
    every = 7 if frame.variant == "wide" else 4
    return Picture(
        id=pile.id,
        frame=frame,
        title=words.title(pile, speech),
        description=words.summary(pile, speech),
        across=tuple(Tick(across(year), str(year)) for year in year_ticks(pile.years[0], pile.years[-1], every)),
        upright=tuple(Tick(upright(level), _level(pile, level, speech)) for level in levels),
        bands=(Band(left, across(pile.early + 0.5) - left),) if pile.early else (),
        rules=rules,
        bars=tuple(_pillars(pile, speech, frame, across, upright)),
        lines=(*signs.lines, *_throughout(pile, across, upright)),
        marks=(*signs.marks, *_stated(pile, speech, across, upright)),
        labels=(*signs.labels, *_ends(pile, speech, frame, upright), *notes),
    )


def _level(pile: Pile, level: float, speech: Speech) -> str:
    return speech.percent(level, 0) if pile.unit is Unit.PERCENT else speech.short(level)


def _pillars(pile: Pile, speech: Speech, frame: Frame, across: Scale, upright: Scale) -> Iterator[Bar]:
    """Cut each year's pillar; only the wide picture has words for each piece, since nobody hovers on a phone."""
    for year in pile.heights:
        start, breadth, foot = across(year - BREADTH / 2), across(BREADTH) - across(0), 0.0
        for layer in pile.layers:
            part = pile.part(layer, year)
            if part:
                low, high = upright(foot), upright(foot + part)
                told = words.point(pile, layer, year, speech) if frame.variant == "wide" else ""
                yield Bar(start, high, breadth, max(low - high, 0.4), layer.series, told)
            foot += part


def _throughout(pile: Pile, across: Scale, upright: Scale) -> list[Line]:
    """Draw what today's members had, dashed, broken at gaps."""
    runs: list[list[tuple[float, float]]] = [[]]
    for year in pile.years:
        if year in pile.throughout:
            runs[-1].append((across(year), upright(pile.throughout[year])))
        else:
            runs.append([])
    return [Line(tuple(run), 0, "dashed", THROUGHOUT) for run in runs if len(run) > 1]


def _stated(pile: Pile, speech: Speech, across: Scale, upright: Scale) -> tuple[Mark, ...]:
    marks = [
        claims.mark(one, across(one.check.year), upright(one.value), 0, words.stated(one, pile, speech))
        for one in pile.stated
    ]
    return claims.gathered(marks, f"charts.html#{pile.id}-table-2", speech)


def _ends(pile: Pile, speech: Speech, frame: Frame, upright: Scale) -> tuple[Label, ...]:
    """Name the layers beside the newest pillar, each at its middle."""
    told, foot = [], 0.0
    for layer in pile.layers:
        part = pile.part(layer, pile.last)
        if part:
            name = words.name(pile, layer, speech)
            told.append((upright(foot + part / 2), layer.series, words.shortly(pile, speech, part), name))
        foot += part
    return labels.ends(frame, told)

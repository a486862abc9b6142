"""The picture of membership: steps at the day of change, each accession marked and linked."""

from __future__ import annotations

from site_src.charts import labels
from site_src.charts.links import behind
from site_src.charts.membership import words
from site_src.charts.membership.growth import ID, Growth, Stair
from site_src.charts.picture import Band, Frame, Label, Line, Mark, Picture, Tick
from site_src.charts.scale import Scale, decimal_year, ticks, year_ticks
from site_src.charts.words import Speech


def picture(growth: Growth, speech: Speech, frame: Frame) -> Picture:
    """Draw the steps; the forerunner's time is shaded, its line dashed."""
    left, top, right, bottom = frame.inner
    across = Scale((decimal_year(growth.start) - 0.4, decimal_year(growth.end)), (left, right))
    counts = ticks(max(change.count for stair in growth.all for change in stair.changes))
    upright = Scale((0, counts[-1]), (bottom, top))
    lines = tuple(_line(growth, stair, across, upright) for stair in (*growth.all[:1], *reversed(growth.all[1:])))
    marks = [
        _mark(growth, stair, number, speech, across, upright) for stair in growth.stairs for number in _gains(stair)
    ]
    named = [(_mark(growth, growth.full, n, speech, across, upright), words.short(growth, growth.full.changes[n], speech))
             for n in _gains(growth.full)]  # fmt: skip
    kept = (*_ends(growth, speech, frame, upright), *_early(growth, speech, frame))
    every = 7 if frame.variant == "wide" else 4
    return Picture(
        id=ID,
        frame=frame,
        title=words.title(growth, speech),
        description=words.summary(growth, speech),
        across=tuple(Tick(across(year), str(year)) for year in year_ticks(growth.start.year, growth.end.year, every)),
        upright=tuple(Tick(upright(count), speech.number(count)) for count in counts),
        bands=(Band(left, across(decimal_year(growth.founded)) - left),) if growth.forerunner else (),
        lines=lines,
        marks=tuple(marks),
        labels=(*kept, *labels.beside(named, marks, lines, frame, kept)),
    )


def _gains(stair: Stair) -> list[int]:
    return [number for number, change in enumerate(stair.changes) if change.gained]


def _line(growth: Growth, stair: Stair, across: Scale, upright: Scale) -> Line:
    """Give the corners of the steps; a line ends where its last country left."""
    points: list[tuple[float, float]] = []
    for change in stair.changes:
        x = across(decimal_year(change.day))
        if points:
            points.append((x, points[-1][1]))
        if change.count:
            points.append((x, upright(change.count)))
    if stair.last:
        points.append((across(decimal_year(growth.end)), upright(stair.last)))
    return Line(tuple(points), stair.series, "solid" if stair.series else "dashed")


def _mark(growth: Growth, stair: Stair, number: int, speech: Speech, across: Scale, upright: Scale) -> Mark:
    """Mark a day on which countries came: large for full members, small for the others."""
    change = stair.changes[number]
    link = behind(growth.subject.links, [spell.row for spell in change.spells])
    told, radius = words.change(growth, stair, change, speech), 5 if stair is growth.full else 3
    return Mark(across(decimal_year(change.day)), upright(change.count), stair.series, told, link, radius)


def _ends(growth: Growth, speech: Speech, frame: Frame, upright: Scale) -> tuple[Label, ...]:
    living = [stair for stair in growth.stairs if stair.last]
    told = [
        (upright(stair.last), stair.series, speech.number(stair.last), speech.inside(stair.status.plural))
        for stair in living
    ]
    return labels.ends(frame, told)


def _early(growth: Growth, speech: Speech, frame: Frame) -> tuple[Label, ...]:
    if not growth.forerunner:
        return ()
    left, top, _, _ = frame.inner
    return (Label(left + 6, top + frame.size + 2, speech.name(growth.forerunner.status.names)),)

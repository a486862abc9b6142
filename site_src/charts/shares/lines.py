"""The picture of shares: a line an indicator, broken at gaps, with a note above for every year that members joined."""

from __future__ import annotations

from dataclasses import replace

from site_src.charts import claims, joins, key, labels
from site_src.charts.kinds import forerunner
from site_src.charts.picture import Band, Frame, Label, Line, Mark, Picture, Tick
from site_src.charts.scale import Scale, ticks, year_ticks
from site_src.charts.shares import words
from site_src.charts.shares.world import ID, Part, World
from site_src.charts.switches import THROUGHOUT
from site_src.charts.words import Speech


def picture(world: World, speech: Speech, frame: Frame) -> Picture:
    """Draw the shares; the line to a year in which members joined is faint, for it is no growth."""
    signs = key.lay(words.key(world, speech), frame)
    across = _across(world, frame)
    notes, rules = joins.notes(world.subject, world.joins, speech, frame, across, signs.height)
    above = joins.room(world.joins) + signs.height
    frame = replace(frame, top=frame.top + above, height=frame.height + above)
    left, top, _, bottom = frame.inner
    levels = ticks(world.highest)
    upright = Scale((0, levels[-1]), (bottom, top))
    every = 7 if frame.variant == "wide" else 4
    return Picture(
        id=ID,
        frame=frame,
        title=words.title(world, speech),
        description=words.summary(world, speech),
        across=tuple(Tick(across(year), str(year)) for year in year_ticks(world.years[0], world.years[-1], every)),
        upright=tuple(Tick(upright(level), speech.percent(level, 0)) for level in levels),
        bands=(Band(left, across(world.early + 0.5) - left),) if world.early else (),
        rules=rules,
        lines=(
            *signs.lines,
            *(line for part in world.parts for line in _throughout(part, across, upright)),
            *(line for part in world.parts for line in _lines(world, part, across, upright)),
        ),
        marks=(
            *signs.marks,
            *(_dot(world, part, year, speech, across, upright) for part in world.parts for year in part.known),
            *_stated(world, speech, frame, across, upright),
        ),
        labels=(*signs.labels, *_early(world, speech, frame), *_ends(world, speech, frame, upright), *notes),
    )


def _across(world: World, frame: Frame) -> Scale:
    left, _, right, _ = frame.inner
    return Scale((world.years[0] - 0.5, world.years[-1]), (left, right))


def _early(world: World, speech: Speech, frame: Frame) -> tuple[Label, ...]:
    status = forerunner(world.subject.topic)
    if not world.early or status is None:
        return ()
    return (Label(frame.left + 6, frame.top + frame.size + 2, speech.name(status.names)),)


def _ends(world: World, speech: Speech, frame: Frame, upright: Scale) -> tuple[Label, ...]:
    told = []
    for part in world.parts:
        year, share = part.last
        derived = [speech.say("derived")] if part.indicator.derived else []
        measure = speech.inside(part.indicator.names) + world.footnote(part)
        name = ", ".join([measure, *derived, *([str(year)] * (year != world.years[-1]))])
        told.append((upright(share), part.series, speech.percent(share), name))
    return labels.ends(frame, told)


def _dot(world: World, part: Part, year: int, speech: Speech, across: Scale, upright: Scale) -> Mark:
    place = across(year), upright(part.known[year])
    return Mark(*place, part.series, words.point(world, part, year, speech), radius=2.2)


def _stated(world: World, speech: Speech, frame: Frame, across: Scale, upright: Scale) -> tuple[Mark, ...]:
    """Mark what the press states, each linked to its verdict; crowded ones to the table of all."""
    radius = 4 if frame.variant == "wide" else 3.2
    marks = [
        claims.mark(
            one,
            across(one.check.year),
            upright(one.value),
            world.part(one.check.measure).series,
            words.stated(one, world, speech),
            radius,
        )
        for one in world.stated
    ]
    return claims.gathered(marks, f"charts.html#{ID}-table-2", speech)


def _throughout(part: Part, across: Scale, upright: Scale) -> list[Line]:
    """Draw what today's members had, dashed, broken at gaps."""
    runs: list[list[tuple[float, float]]] = [[]]
    for year, share in part.throughout.items():
        if share is None:
            runs.append([])
        else:
            runs[-1].append((across(year), upright(share)))
    return [Line(tuple(run), part.series, "dashed", THROUGHOUT) for run in runs if len(run) > 1]


def _lines(world: World, part: Part, across: Scale, upright: Scale) -> list[Line]:
    """Cut one share into runs: solid between years of like membership, faint where members joined, absent at gaps."""
    joined, found = {join.year for join in world.joins}, []
    run: list[tuple[float, float]] = []
    for year, share in part.shares.items():
        point = None if share is None else (across(year), upright(share))
        if run and (point is None or year in joined):
            found.append(Line(tuple(run), part.series))
            found += [Line((run[-1], point), part.series, "faint")] if point else []
            run = []
        run += [point] if point else []
    return [line for line in [*found, Line(tuple(run), part.series)] if len(line.points) > 1]

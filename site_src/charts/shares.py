"""What share of the world the members stand for, year by year, with the membership of each year's end.

A year in which the world or a member lacks a figure is a gap, in picture, figure and table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from site_src.charts import figure, labels
from site_src.charts.kinds import FRAMES, Subject, countries
from site_src.charts.links import behind
from site_src.charts.picture import Band, Frame, Label, Line, Mark, Picture, Rule, Tick, draw
from site_src.charts.scale import Scale, ticks, year_ticks
from site_src.charts.words import Speech, in_each, speak
from site_src.model import Chart, ChartTable, Words
from site_src.topic import figures
from site_src.topic.values import Indicator

ID = "shares"


@dataclass(frozen=True, slots=True)
class Part:
    """An indicator and the members' share of it in each year; None where it has a gap."""

    indicator: Indicator
    series: int
    shares: dict[int, float | None]

    @property
    def last(self) -> tuple[int, float]:
        """The newest year that has a share."""
        return max((year, share) for year, share in self.shares.items() if share is not None)


@dataclass(frozen=True, slots=True)
class Join:
    """A year at whose end there are members that were none a year before: the reason for a jump."""

    year: int
    gained: tuple[str, ...]
    href: str


@dataclass(frozen=True, slots=True)
class World:
    """All that the chart shows."""

    subject: Subject
    years: tuple[int, ...]
    parts: tuple[Part, ...]
    joins: tuple[Join, ...]
    forerunner_until: int
    """The last year for which the forerunner stands in; 0 if it never does."""


def shares(subject: Subject) -> Chart | None:
    """Draw the members' share of the world; None where no indicator gives one."""
    world = _gather(subject)
    if world is None:
        return None
    said = subject.languages
    title = in_each(said, lambda speech: _title(world, speech))
    summary = in_each(said, lambda speech: _summary(world, speech))
    pictures = {
        frame.variant: {
            language: draw(_picture(world, speak(language), frame, title[language], summary[language])) for language in said
        }
        for frame in FRAMES
    }
    return Chart(
        id=ID,
        title=title,
        subtitle=in_each(
            said,
            lambda speech: speech.say(
                "Members' share of the world total in percent, by year, with the membership at each year's end. Source: %(sources)s.",
                sources="; ".join(dict.fromkeys(part.indicator.source for part in world.parts)),
            ),
        ),
        summary=summary,
        svg=pictures["wide"],
        narrow=pictures["narrow"],
        figure={language: _figure(world, speak(language)) for language in said},
        tables=(_table(world),),
        notes=_notes(world),
        sources=tuple(in_each(said, lambda speech, part=part: _source(part.indicator, speech)) for part in world.parts),  # type: ignore[misc]
        downloads=("data/shares.csv",),
    )


def measured(subject_topic: Any) -> tuple[Indicator, ...]:
    """List the indicators of which a share of the world can be taken, in the topic's order."""
    return tuple(series for series in subject_topic.indicators.values() if series.values.get(figures.WORLD))


def _gather(subject: Subject) -> World | None:
    topic = subject.topic
    found = []
    for series, indicator in enumerate(measured(topic), 1):
        known = {year: figures.share(topic, indicator.id, year) for year in figures.years(topic, indicator.id)}
        if any(share is not None for share in known.values()):
            found.append(Part(indicator, series, known))
    years = sorted({year for part in found for year, share in part.shares.items() if share is not None})
    if not years:
        return None
    span = tuple(range(years[0], years[-1] + 1))
    whole = tuple(Part(part.indicator, part.series, {year: part.shares.get(year) for year in span}) for part in found)
    founded = figures.founded(topic)
    until = founded.year - 1 if founded and figures.members_of_year(topic, founded.year - 1) else 0
    return World(subject, span, whole, _joins(subject, span), until)


def _joins(subject: Subject, years: tuple[int, ...]) -> tuple[Join, ...]:
    topic, member = subject.topic, figures.full(subject.topic)
    found = []
    for year in years[1:]:
        gained = tuple(
            id for id in figures.members_of_year(topic, year) if id not in figures.members_of_year(topic, year - 1)
        )
        if gained:
            rows = [
                spell.row
                for spell in topic.spells
                if member and spell.status == member.id and spell.country in gained and figures.begins(spell).year == year
            ]
            found.append(Join(year, gained, behind(subject.links, rows)))
    return tuple(found)


# --- Words ----------------------------------------------------------------------------------------------------------


def _title(world: World, speech: Speech) -> str:
    year = min(part.last[0] for part in world.parts)
    told = [
        speech.say("%(share)s of world %(measure)s", share=speech.percent(share), measure=speech.inside(part.indicator.names))
        for part in world.parts
        if (share := part.shares[year]) is not None
    ]
    return speech.say("In %(year)s the members stood for %(shares)s", year=year, shares=speech.several(told))


def _summary(world: World, speech: Speech) -> str:
    sentences = []
    for part in world.parts:
        known = [(year, share) for year, share in part.shares.items() if share is not None]
        (first, start), (last, end), (peak, high) = known[0], known[-1], max(known, key=lambda pair: (pair[1], -pair[0]))
        sentences.append(
            speech.say(
                "%(measure)s: %(start)s in %(first)s, %(end)s in %(last)s, at most %(high)s in %(peak)s.",
                measure=speech.name(part.indicator.names),
                first=first,
                start=speech.percent(start),
                last=last,
                end=speech.percent(end),
                high=speech.percent(high),
                peak=peak,
            )
        )
    sentences += [_jump(world, join, speech) for join in world.joins]
    return " ".join(sentences)


def _jump(world: World, join: Join, speech: Speech) -> str:
    return speech.say("%(year)s: joined by %(countries)s.", year=join.year, countries=countries(world.subject, join.gained, speech))


def _point(part: Part, year: int, share: float, world: World, speech: Speech) -> str:
    members = len(figures.members_of_year(world.subject.topic, year))
    told = speech.count(
        "%(year)s, %(measure)s: %(share)s (%(number)s country)",
        "%(year)s, %(measure)s: %(share)s (%(number)s countries)",
        members,
        year=year,
        measure=speech.inside(part.indicator.names),
        share=speech.percent(share),
    )
    return f"{told} — {speech.say('derived')}" if part.indicator.derived else told


def _source(indicator: Indicator, speech: Speech) -> str:
    return speech.say(
        "%(measure)s: %(source)s, series %(code)s, as of %(vintage)s, %(licence)s.",
        measure=speech.name(indicator.names),
        source=indicator.source,
        code=indicator.code,
        vintage=indicator.vintage,
        licence=indicator.licence,
    )


def _notes(world: World) -> tuple[Words, ...]:
    said, topic = world.subject.languages, world.subject.topic
    notes = [in_each(said, lambda speech: speech.say("Each year counts the countries that were members at its end."))]
    if world.forerunner_until:
        status = next(status for status in topic.statuses if status.id == figures.FORERUNNER)
        notes.append(
            in_each(
                said,
                lambda speech: speech.say(
                    "Until %(year)s: the states of the forerunner, %(forerunner)s.",
                    year=world.forerunner_until,
                    forerunner=speech.name(status.names),
                ),
            )
        )
    for part in world.parts:
        if part.indicator.derived:
            notes.append(in_each(said, lambda speech, part=part: _derived(part, speech)))  # type: ignore[misc]
        gaps = tuple(year for year, share in part.shares.items() if share is None)
        if gaps:
            notes.append(in_each(said, lambda speech, part=part, gaps=gaps: _gap(world, part, gaps, speech)))  # type: ignore[misc]
    return tuple(notes)


def _derived(part: Part, speech: Speech) -> str:
    return speech.say(
        "%(measure)s is derived: %(how)s.", measure=speech.name(part.indicator.names), how=speech.name(part.indicator.derived)
    )


def _gap(world: World, part: Part, gaps: tuple[int, ...], speech: Speech) -> str:
    """Name the years without a share and whose figures are missing."""
    lacking: list[str] = []
    for year in gaps:
        found = figures.total(world.subject.topic, part.indicator.id, year)
        lacking += found.missing if found else ()
    whose = countries(world.subject, sorted(set(lacking)), speech) if lacking else speech.say("no figures published")
    return speech.say(
        "%(measure)s: no share for %(years)s (missing: %(whose)s).",
        measure=speech.name(part.indicator.names),
        years=", ".join(_runs(gaps)),
        whose=whose,
    )


def _runs(years: tuple[int, ...]) -> list[str]:
    """Fold years that follow one another: 1996–1999, 2025."""
    runs: list[list[int]] = []
    for year in years:
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]


def _table(world: World) -> ChartTable:
    said, topic = world.subject.languages, world.subject.topic
    rows = tuple(
        (year, *(_rounded(part.shares[year]) for part in world.parts), len(figures.members_of_year(topic, year)))
        for year in world.years
    )
    heads = [in_each(said, lambda speech: speech.say("Year"))]
    heads += [in_each(said, lambda speech, part=part: _head(part, speech)) for part in world.parts]  # type: ignore[misc]
    heads.append(in_each(said, lambda speech: speech.say("Countries")))
    return ChartTable(tuple(heads), rows, ("year", *("percent" for _ in world.parts), "count"))


def _head(part: Part, speech: Speech) -> str:
    name = speech.name(part.indicator.names)
    return f"{name} ({speech.say('derived')})" if part.indicator.derived else name


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 2)


# --- Picture --------------------------------------------------------------------------------------------------------


def _picture(world: World, speech: Speech, frame: Frame, title: str, summary: str) -> Picture:
    notes, frame = _headroom(world, speech, frame)
    left, top, right, bottom = frame.inner
    across = Scale((world.years[0] - 0.5, world.years[-1]), (left, right))
    high = ticks(max(part.last[1] for part in world.parts) if not world.joins else _highest(world))
    upright = Scale((0, high[-1]), (bottom, top))
    joined = {join.year for join in world.joins}
    lines = tuple(line for part in world.parts for line in _lines(part, joined, across, upright))
    dots = tuple(
        Mark(across(year), upright(share), part.series, _point(part, year, share, world, speech), radius=2.2)
        for part in world.parts
        for year, share in part.shares.items()
        if share is not None
    )
    bands: tuple[Band, ...] = ()
    fore: tuple[Label, ...] = ()
    if world.forerunner_until:
        edge = across(world.forerunner_until + 0.5)
        bands = (Band(left, edge - left, ""),)
        status = next(status for status in world.subject.topic.statuses if status.id == figures.FORERUNNER)
        fore = (Label(left + 6, top + frame.size + 2, speech.name(status.names)),)
    told = [
        (upright(part.last[1]), part.series, speech.percent(part.last[1]), speech.inside(part.indicator.names))
        for part in world.parts
    ]
    return Picture(
        id=ID,
        frame=frame,
        title=title,
        description=summary,
        across=tuple(
            Tick(across(year), str(year))
            for year in year_ticks(world.years[0], world.years[-1], 7 if frame.variant == "wide" else 4)
        ),
        upright=tuple(Tick(upright(value), speech.percent(value, 0)) for value in high),
        bands=bands,
        rules=tuple(Rule(label.x + 3, label.y - frame.size * 0.7) for label in notes),
        lines=lines,
        marks=dots,
        labels=(*fore, *labels.ends(frame, told), *notes),
    )


def _highest(world: World) -> float:
    return max(share for part in world.parts for share in part.shares.values() if share is not None)


ROW = 25.0
"""The height of a note above the plot: far enough from the next for a finger."""


def _headroom(world: World, speech: Speech, frame: Frame) -> tuple[tuple[Label, ...], Frame]:
    """Write who joined above the plot, each year's note in a row of its own, and make room for the rows.

    The newest stands highest, so that no rule runs through an older note.
    """
    from dataclasses import replace

    left, _, right, _ = frame.inner
    across = Scale((world.years[0] - 0.5, world.years[-1]), (left, right))
    notes = []
    for row, join in enumerate(reversed(world.joins)):
        x = across(join.year) - 3
        text = f"{join.year}: + {countries(world.subject, join.gained, speech)}"
        if labels.width(text, frame.size) > x - 2:
            text = f"{join.year}: + {len(join.gained)}"
        anchored = labels.width(text, frame.size) <= x - 2
        notes.append(Label(x if anchored else x + 6, frame.size + row * ROW, text, "end" if anchored else "start", href=join.href))
    room = replace(frame, top=frame.top + len(notes) * ROW - 8, height=frame.height + len(notes) * ROW - 8)
    return tuple(notes), room


def _lines(part: Part, joined: set[int], across: Scale, upright: Scale) -> list[Line]:
    """Draw one share: whole between years of like membership, faint where an accession makes it jump, absent at gaps."""
    found: list[Line] = []
    run: list[tuple[float, float]] = []
    for year, share in part.shares.items():
        if share is None:
            found += [Line(tuple(run), part.series)] if len(run) > 1 else []
            run = []
            continue
        point = (across(year), upright(share))
        if run and year in joined:
            found += [Line(tuple(run), part.series)] if len(run) > 1 else []
            found.append(Line((run[-1], point), part.series, "faint"))
            run = []
        run.append(point)
    return found + ([Line(tuple(run), part.series)] if len(run) > 1 else [])


# --- Plotly ---------------------------------------------------------------------------------------------------------


def _figure(world: World, speech: Speech) -> str:
    traces: list[dict[str, Any]] = []
    for part in world.parts:
        known = {year: share for year, share in part.shares.items()}
        traces.append(
            {
                "type": "scatter",
                "mode": "lines+markers",
                "name": _head(part, speech),
                "x": list(known),
                "y": [None if share is None else round(share, 2) for share in known.values()],
                "text": ["" if share is None else _point(part, year, share, world, speech) for year, share in known.items()],
                "connectgaps": False,
                "line": {"width": 2.5},
                "marker": {"size": 5},
                "series": part.series,
            }
        )
    first = world.years[0] - 0.5
    layout: dict[str, Any] = {
        "xaxis": {"range": [first, world.years[-1] + 0.5], "tickformat": "d"},
        "yaxis": {"rangemode": "tozero", "ticksuffix": "%"},
        "shapes": figure.set_apart(first, world.forerunner_until + 0.5) if world.forerunner_until else [],
    }
    return figure.as_json(ID, traces, layout, speech)

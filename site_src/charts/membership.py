"""How the membership grew: each counted status through time, as steps at the day of change.

The steps end at the newest day that the tables know (`figures.known_until`); the forerunner's time is set apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from site_src.charts import figure, labels
from site_src.charts.kinds import FRAMES, Subject, countries, first_day
from site_src.charts.links import behind
from site_src.charts.picture import Band, Frame, Label, Line, Mark, Picture, Tick, draw
from site_src.charts.scale import Scale, decimal_year, ticks, year_ticks
from site_src.charts.words import Speech, in_each, speak
from site_src.model import Chart, ChartTable, on_day
from site_src.topic import figures
from site_src.topic.figures import Change
from site_src.topic.values import Status

ID = "membership"
NAMED = 3
"""More countries than these on one day are counted, not named, beside their mark."""


@dataclass(frozen=True, slots=True)
class Stair:
    """A status and its steps."""

    status: Status
    series: int
    changes: tuple[Change, ...]

    @property
    def last(self) -> int:
        return self.changes[-1].count


@dataclass(frozen=True, slots=True)
class Growth:
    """All that the chart shows."""

    subject: Subject
    start: date
    end: date
    founded: date
    full: Stair
    stairs: tuple[Stair, ...]
    """The counted statuses, the full members first."""
    forerunner: Stair | None


def membership(subject: Subject) -> Chart | None:
    """Draw the growth of membership; None where the tables know no members."""
    growth = _grow(subject)
    if growth is None:
        return None
    said = subject.languages
    title = in_each(said, lambda speech: _title(growth, speech))
    summary = in_each(said, lambda speech: _summary(growth, speech))
    pictures = {
        frame.variant: {
            language: draw(_picture(growth, speak(language), frame, title[language], summary[language])) for language in said
        }
        for frame in FRAMES
    }
    return Chart(
        id=ID,
        title=title,
        subtitle=in_each(
            said,
            lambda speech: speech.say(
                "Number of countries by status, in steps at the day of change. As known on %(day)s.", day=speech.day(growth.end)
            ),
        ),
        summary=summary,
        svg=pictures["wide"],
        narrow=pictures["narrow"],
        figure={language: _figure(growth, speak(language)) for language in said},
        tables=(_by_year(growth), _by_change(growth)),
        notes=_notes(growth),
        sources=(in_each(said, lambda speech: speech.say("The topic's table of membership; each row names its own source.")),),
        downloads=("data/membership.csv",),
    )


def _grow(subject: Subject) -> Growth | None:
    topic = subject.topic
    full, start, founded = figures.full(topic), first_day(topic), figures.founded(topic)
    end = figures.known_until(topic)
    if full is None or start is None or founded is None or end is None:
        return None
    counted = [status for status in topic.statuses if status.counts and status.id != figures.FORERUNNER]
    stairs = [Stair(status, series, figures.changes(topic, status.id)) for series, status in enumerate(counted, 1)]
    before = [
        Stair(status, 0, figures.changes(topic, status.id)) for status in topic.statuses if status.id == figures.FORERUNNER
    ]
    forerunner = next((stair for stair in before if stair.changes), None)
    return Growth(subject, start, end, founded, stairs[0], tuple(stair for stair in stairs if stair.changes), forerunner)


# --- Words ----------------------------------------------------------------------------------------------------------


def _title(growth: Growth, speech: Speech) -> str:
    first, last = growth.full.changes[0], growth.full.changes[-1]
    if len(growth.full.changes) == 1:
        return speech.count("%(number)s member since %(year)s", "%(number)s members since %(year)s", last.count, year=last.day.year)
    return speech.count(
        "From %(first)s founders in %(start)s to %(number)s member in %(end)s",
        "From %(first)s founders in %(start)s to %(number)s members in %(end)s",
        last.count,
        first=speech.number(first.count),
        start=first.day.year,
        end=last.day.year,
    )


def _summary(growth: Growth, speech: Speech) -> str:
    sentences = []
    if growth.forerunner:
        first = growth.forerunner.changes[0]
        sentences.append(
            speech.say(
                "%(forerunner)s: %(count)s countries from %(day)s.",
                forerunner=speech.name(growth.forerunner.status.names),
                count=speech.number(first.count),
                day=speech.day(first.day),
            )
        )
    for stair in growth.stairs:
        steps = [f"{speech.number(change.count)} ({speech.day(change.day)})" for change in stair.changes]
        sentences.append(
            speech.say("%(status)s: %(steps)s.", status=speech.name(stair.status.names), steps=", ".join(steps))
        )
    return " ".join(sentences)


def _change(growth: Growth, stair: Stair, change: Change, speech: Speech) -> str:
    """Say a change whole: day, status, who came, who left, and the count from then on."""
    parts = []
    if change.gained:
        parts.append("+ " + countries(growth.subject, change.gained, speech))
    if change.lost:
        parts.append("− " + countries(growth.subject, change.lost, speech))
    return speech.say(
        "%(day)s, %(status)s: %(countries)s. Now %(count)s.",
        day=_day(change, speech),
        status=speech.inside(stair.status.names),
        countries="; ".join(parts),
        count=speech.number(change.count),
    )


def _day(change: Change, speech: Speech) -> str:
    """Word the day as exactly as the table knows it: a spell since "May 2010" is not said to begin on the 31st."""
    vague = next((spell.start for spell in change.spells if spell.start.days > 1), None)
    return speech.when(vague) if vague else speech.day(change.day)


def _notes(growth: Growth) -> tuple[dict[str, str], ...]:
    said = growth.subject.languages
    vague = [change for stair in growth.stairs for change in stair.changes if any(spell.start.days > 1 for spell in change.spells)]
    notes = []
    if vague:
        notes.append(
            in_each(
                said,
                lambda speech: speech.say(
                    "Where only a month or a year is known, the step stands at its last day: %(which)s.",
                    which="; ".join(f"{countries(growth.subject, change.gained, speech)} ({_day(change, speech)})" for change in vague),
                ),
            )
        )
    notes.append(
        in_each(said, lambda speech: speech.say("The steps show when a status came into force; it may have been decided earlier."))
    )
    return tuple(dict(note) for note in notes)


# --- Tables ---------------------------------------------------------------------------------------------------------


def _by_year(growth: Growth) -> ChartTable:
    topic, said = growth.subject.topic, growth.subject.languages
    shown = ([growth.forerunner] if growth.forerunner else []) + list(growth.stairs)
    rows = [
        (year, *(figures.count_on(topic, stair.status.id, date(year, 12, 31)) for stair in shown))
        for year in range(growth.start.year, growth.end.year + 1)
    ]
    heads = (in_each(said, lambda speech: speech.say("Year's end")), *(stair.status.names for stair in shown))
    return ChartTable(heads, tuple(rows), ("year", *("count" for _ in shown)))


def _by_change(growth: Growth) -> ChartTable:
    said, subject = growth.subject.languages, growth.subject
    found = []
    for stair in (*growth.stairs, *([growth.forerunner] if growth.forerunner else [])):
        for change in stair.changes:
            for id, spell in zip(change.gained, change.spells, strict=True):
                names = in_each(said, lambda speech, id=id: countries(subject, (id,), speech))  # type: ignore[misc]
                when = spell.start.edtf if spell.start.days > 1 else on_day(change.day).edtf
                row = (when, names, stair.status.names, change.count)
                found.append((change.day, stair.series, id, row, behind(subject.links, (spell.row,))))
    found.sort(key=lambda item: item[:3])
    heads = ("In force", "Country", "Status", "Countries with it then")
    return ChartTable(
        tuple(in_each(said, lambda speech, head=head: speech.say(head)) for head in heads),  # type: ignore[misc]
        tuple(row for _, _, _, row, _ in found),
        ("when", "words", "words", "count"),
        in_each(said, lambda speech: speech.say("Each change")),
        tuple(link for *_, link in found),
    )


# --- Picture --------------------------------------------------------------------------------------------------------


def _picture(growth: Growth, speech: Speech, frame: Frame, title: str, summary: str) -> Picture:
    left, top, right, bottom = frame.inner
    across = Scale((decimal_year(growth.start) - 0.4, decimal_year(growth.end)), (left, right))
    high = ticks(max(change.count for stair in growth.stairs for change in stair.changes))
    upright = Scale((0, high[-1]), (bottom, top))
    lines = [Line(_steps(growth, stair, across, upright), stair.series) for stair in reversed(growth.stairs)]
    bands: tuple[Band, ...] = ()
    if growth.forerunner:
        lines.insert(0, Line(_steps(growth, growth.forerunner, across, upright), 0, "dashed"))
        edge = across(decimal_year(growth.founded))
        bands = (Band(left, edge - left, ""),)
    named = _end_labels(growth, speech, frame, upright)
    fore = _fore_label(growth, speech, frame)
    marks, texts = _marks(growth, speech, across, upright)
    kept = (*named, *fore)
    return Picture(
        id=ID,
        frame=frame,
        title=title,
        description=summary,
        across=tuple(
            Tick(across(year), str(year))
            for year in year_ticks(growth.start.year, growth.end.year, 7 if frame.variant == "wide" else 4)
        ),
        upright=tuple(Tick(upright(value), speech.number(value)) for value in high),
        bands=bands,
        lines=tuple(lines),
        marks=marks,
        labels=(*kept, *labels.beside(tuple(zip(marks, texts, strict=False)), lines, frame, kept)),
    )


def _steps(growth: Growth, stair: Stair, across: Scale, upright: Scale) -> tuple[tuple[float, float], ...]:
    """Give the corners of the steps; a line ends where its last country left."""
    points = []
    height = upright(stair.changes[0].count)
    for change in stair.changes:
        x = across(decimal_year(change.day))
        points += [(x, height)] if points else []
        height = upright(change.count)
        if change.count:
            points.append((x, height))
    if stair.last:
        points.append((across(decimal_year(growth.end)), height))
    return tuple(points)


def _marks(growth: Growth, speech: Speech, across: Scale, upright: Scale) -> tuple[tuple[Mark, ...], tuple[str, ...]]:
    """Mark every accession; those of full members first, large and named."""
    marks, texts = [], []
    for stair in growth.stairs:
        for change in stair.changes:
            if change.gained:
                where = across(decimal_year(change.day)), upright(change.count)
                full = stair is growth.full or stair.series == growth.full.series
                link = behind(growth.subject.links, [spell.row for spell in change.spells])
                marks.append(Mark(*where, stair.series, _change(growth, stair, change, speech), link, 5 if full else 3))
                if full:
                    texts.append(_short(growth, change, speech))
    return tuple(marks), tuple(texts)


def _short(growth: Growth, change: Change, speech: Speech) -> str:
    names = countries(growth.subject, change.gained, speech)
    if len(change.gained) > NAMED:
        names = speech.count("%(number)s country", "%(number)s countries", len(change.gained))
    return f"{names}, {change.day.year}"


def _end_labels(growth: Growth, speech: Speech, frame: Frame, upright: Scale) -> tuple[Label, ...]:
    living = [stair for stair in growth.stairs if stair.last]
    told = [(upright(stair.last), stair.series, speech.number(stair.last), speech.inside(stair.status.names)) for stair in living]
    return labels.ends(frame, told)


def _fore_label(growth: Growth, speech: Speech, frame: Frame) -> tuple[Label, ...]:
    if not growth.forerunner:
        return ()
    left, top, _, _ = frame.inner
    return (Label(left + 6, top + frame.size + 2, speech.name(growth.forerunner.status.names)),)


# --- Plotly ---------------------------------------------------------------------------------------------------------


def _figure(growth: Growth, speech: Speech) -> str:
    shown = ([growth.forerunner] if growth.forerunner else []) + list(growth.stairs)
    traces = [_trace(growth, stair, speech) for stair in shown]
    layout: dict[str, Any] = {
        "xaxis": {"type": "date", "range": [growth.start.isoformat(), growth.end.isoformat()], "tickformat": "%Y"},
        "yaxis": {"rangemode": "tozero", "title": {"text": speech.say("countries")}},
        "shapes": figure.set_apart(growth.start.isoformat(), growth.founded.isoformat()) if growth.forerunner else [],
    }
    return figure.as_json(ID, traces, layout, speech)


def _trace(growth: Growth, stair: Stair, speech: Speech) -> dict[str, Any]:
    steps = [change for change in stair.changes if change.count]
    days = [change.day.isoformat() for change in steps]
    counts: list[int | None] = [change.count for change in steps]
    texts = [_change(growth, stair, change, speech) for change in steps]
    links = [behind(growth.subject.links, [spell.row for spell in change.spells]) for change in steps]
    if stair.last:
        days.append(growth.end.isoformat())
        counts.append(stair.last)
        day, status = speech.day(growth.end), speech.inside(stair.status.names)
        texts.append(speech.say("%(day)s, %(status)s: %(count)s.", day=day, status=status, count=speech.number(stair.last)))
        links.append("")
    elif len(stair.changes) > len(steps):
        days.append(stair.changes[-1].day.isoformat())
        counts.append(steps[-1].count)
        texts.append(_change(growth, stair, stair.changes[-1], speech))
        links.append("")
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": speech.name(stair.status.names),
        "x": days,
        "y": counts,
        "text": texts,
        "customdata": links,
        "line": {"shape": "hv", "width": 2.5, "dash": "dot" if stair.series == 0 else "solid"},
        "series": stair.series,
    }

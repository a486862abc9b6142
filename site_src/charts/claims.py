"""What the press states, as marks on a chart: at the year and the measure that the claim was checked against.

A claim of a share or a sum stands as high as what is stated, beside the line of what the tables give. Claims about a
single country are left out: they are no point of the members' line.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from site_src.charts.given import Report, Stated
from site_src.charts.key import Sign
from site_src.charts.kinds import Subject
from site_src.charts.picture import REACH, Mark
from site_src.charts.switches import CLAIMS
from site_src.charts.words import Speech
from site_src.model import ChartTable
from site_src.wording import msgid

VERDICTS = {
    "holds": msgid("the data agree"),
    "holds-other-measure": msgid("the data agree only by this measure, which plain words do not mean"),
    "held-other-year": msgid("true of this year, not of the year that it is said of"),
    "does-not-hold": msgid("the data do not agree"),
}
COMPARATORS = {
    ">": msgid("more than %(amount)s"),
    "<": msgid("less than %(amount)s"),
    ">=": msgid("at least %(amount)s"),
    "<=": msgid("at most %(amount)s"),
    "~": msgid("about %(amount)s"),
}
Amount = Callable[[Speech, float], str]
"""Writes a figure in the chart's unit."""


def stated(subject: Subject, computes: str) -> tuple[Stated, ...]:
    """List what is stated of a `share` or a `sum`."""
    measures = {measure.id for measure in subject.topic.measures if measure.computes == computes}
    return tuple(one for one in subject.stated if one.attribute in measures)


def said(one: Stated, speech: Speech, amount: Amount) -> str:
    """Write the stated figure as it is stated: "more than 30%", "35% to 40%"."""
    low = amount(speech, one.value)
    if one.upper is not None:
        return speech.say("%(low)s to %(high)s", low=low, high=amount(speech, one.upper))
    words = COMPARATORS.get(one.comparator)
    return speech.say(words, amount=low) if words else low


def reports(subject: Subject, one: Stated, speech: Speech) -> str:
    """Name who states it and when: an outlet, or the reports that a retelling tells again."""
    return "; ".join(dict.fromkeys(_report(subject, report, speech) for report in one.reports))


def _report(subject: Subject, report: Report, speech: Speech) -> str:
    outlets = subject.topic.outlets
    names = [outlets[id].name if id in outlets else id for id in report.outlets if id]
    who = ", ".join(names) or speech.say("unknown outlet")
    who = speech.say("%(outlets)s, retold", outlets=who) if report.retold else who
    return f"{who}, {speech.when(report.when)}" if report.when else who


def sentence(subject: Subject, one: Stated, speech: Speech, amount: Amount) -> str:
    """Say a claim whole: who, when, what, and what the tables give for which year and measure."""
    indicator = subject.topic.indicators[one.check.measure]
    return speech.say(
        "%(reports)s: %(said)s. %(measure)s in %(year)s: %(found)s – %(verdict)s.",
        reports=reports(subject, one, speech),
        said=said(one, speech, amount),
        measure=speech.name(indicator.names),
        year=one.check.year,
        found=amount(speech, one.check.value),
        verdict=verdict(one, speech),
    )


def verdict(one: Stated, speech: Speech) -> str:
    """Word the verdict; a claim of other countries than the year's members names them."""
    words = speech.say(VERDICTS[one.check.verdict])
    return f"{words}; {speech.say('of other states than the members')}" if one.of_others else words


def mark(one: Stated, x: float, y: float, series: int, told: str, radius: float = 4) -> Mark:
    """Mark a claim; hollow if the tables do not bear it out."""
    return Mark(x, y, series, told, one.href, radius, "diamond", hollow=not one.bears_out, layer=CLAIMS)


def trace(found: Sequence[Stated], texts: Sequence[str], series: int, speech: Speech) -> dict[str, Any]:
    """Give claims as points of a Plotly figure, each with its verdict behind it."""
    return {
        "type": "scatter",
        "mode": "markers",
        "name": speech.say("What the press states"),
        "x": [one.check.year for one in found],
        "y": [one.value for one in found],
        "text": list(texts),
        "customdata": [one.href for one in found],
        "marker": {"size": 10, "symbol": ["diamond" if one.bears_out else "diamond-open" for one in found]},
        "series": series,
        "layer": CLAIMS,
    }


def key(found: Sequence[Stated], speech: Speech) -> list[tuple[Sign, int, str]]:
    """Explain the marks."""
    signs: list[tuple[Sign, int, str]] = []
    if any(one.bears_out for one in found):
        signs.append(("diamond", 0, speech.say("stated in the press, borne out by the data")))
    if any(not one.bears_out for one in found):
        signs.append(("hollow", 0, speech.say("stated in the press, not borne out")))
    return signs


def gathered(marks: Sequence[Mark], table: str, speech: Speech) -> tuple[Mark, ...]:
    """Let marks that stand too close for a finger share one link, which leads to the table and tells of them all."""
    groups: list[list[Mark]] = []
    for mark in marks:
        near = (group for group in groups if _near(group[0], mark))
        group = next(near, None)
        if group is None:
            groups.append([mark])
        else:
            group.append(mark)
    return tuple(mark for group in groups for mark in _shared(group, table, speech))


def _near(one: Mark, other: Mark) -> bool:
    return (one.x - other.x) ** 2 + (one.y - other.y) ** 2 < REACH**2


def _shared(group: list[Mark], table: str, speech: Speech) -> list[Mark]:
    if len(group) == 1:
        return group
    head = speech.count("%(number)s claim", "%(number)s claims", len(group))
    told = f"{head}: " + " ".join(mark.title for mark in group)
    return [replace(group[0], href=table, title=told), *(replace(mark, href="") for mark in group[1:])]


def table(subject: Subject, found: Sequence[Stated], amount: Amount) -> ChartTable:
    """List the claims, each with the page of its verdict behind it."""
    say, indicators = subject.say, subject.topic.indicators
    rows = tuple(
        (
            say(partial(reports, subject, one)),
            say(partial(_said, one, amount)),
            indicators[one.check.measure].names,
            one.check.year,
            say(partial(_found, one, amount)),
            say(partial(verdict, one)),
        )
        for one in found
    )
    heads = ("Who says it, and when", "Stated", "Measure", "Year", "In the data", "Verdict")
    return ChartTable(
        tuple(say(partial(_message, head)) for head in heads),
        rows,
        ("words", "words", "words", "year", "words", "words"),
        say(partial(_message, "What the press states")),
        tuple(one.href for one in found),
    )


def _said(one: Stated, amount: Amount, speech: Speech) -> str:
    return said(one, speech, amount)


def _found(one: Stated, amount: Amount, speech: Speech) -> str:
    return amount(speech, one.check.value)


def _message(message: str, speech: Speech) -> str:
    return speech.say(message)

"""What a reader must know before trusting a figure of an indicator: whose it is, how it was made, where it lacks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from site_src.charts.kinds import Subject, forerunner
from site_src.charts.words import Speech
from site_src.model import Words
from site_src.topic import figures
from site_src.topic.values import Indicator

SIGNS = "¹²³⁴⁵⁶⁷⁸⁹"


def source(indicator: Indicator, speech: Speech) -> str:
    """Attribute a series: publisher, series, vintage, licence."""
    return speech.say(
        "%(measure)s: %(source)s, series %(code)s, as of %(vintage)s, %(licence)s",
        measure=speech.name(indicator.names),
        source=indicator.source,
        code=indicator.code,
        vintage=indicator.vintage,
        licence=indicator.licence,
    )


def counted(subject: Subject, early: int) -> list[Words]:
    """Say who is counted in a year; `early` is the last year for which the forerunner's states stand in, or 0."""
    say, before = subject.say, forerunner(subject.topic)
    found = [say(lambda speech: speech.say("Each year counts the countries that were members at its end."))]
    if early and before:
        words = "Until %(year)s: the states of the forerunner, %(forerunner)s."
        found.append(say(lambda speech: speech.say(words, year=early, forerunner=speech.name(before.names))))
    return found


def footnote(indicator: Indicator, shown: Sequence[Indicator]) -> str:
    """Give the sign of the note on where an indicator's figures break: ¹ for the first of a chart's that has one."""
    broken = [one.id for one in shown if one.breaks]
    return SIGNS[broken.index(indicator.id) % len(SIGNS)] if indicator.breaks else ""


def of(subject: Subject, indicator: Indicator, gaps: Sequence[int], sign: str = "") -> list[Words]:
    """Define an indicator, and say how it was derived, where its figures break (a footnote), and why it has gaps."""
    found = [subject.say(partial(definition, indicator))] if indicator.definition else []
    found += [subject.say(partial(_derived, indicator))] if indicator.derived else []
    found += [subject.say(partial(_breaks, indicator, sign))] if indicator.breaks else []
    return found + ([subject.say(partial(_gap, subject, indicator, gaps))] if gaps else [])


def definition(indicator: Indicator, speech: Speech) -> str:
    """Define an indicator: what is counted, in which unit."""
    return speech.say(
        "%(measure)s (%(unit)s): %(definition)s",
        measure=speech.name(indicator.names),
        unit=speech.name(indicator.units),
        definition=speech.name(indicator.definition),
    )


def _derived(indicator: Indicator, speech: Speech) -> str:
    """Repeat how the topic says that a series was computed."""
    return f"{speech.name(indicator.names)} — {speech.name(indicator.derived)}"


def _breaks(indicator: Indicator, sign: str, speech: Speech) -> str:
    """Repeat which of its figures the topic says not to compare."""
    return f"{sign} {speech.name(indicator.names)} — {speech.name(indicator.breaks)}".lstrip()


def _gap(subject: Subject, indicator: Indicator, gaps: Sequence[int], speech: Speech) -> str:
    """Name the years without a figure, and the countries that lack one."""
    sums = [figures.total(subject.topic, indicator.id, year) for year in gaps]
    lacking = sorted({country for found in sums if found for country in found.missing})
    name, years = speech.name(indicator.names), ", ".join(_runs(gaps))
    if not lacking:
        return speech.say("%(measure)s: no figures for %(years)s.", measure=name, years=years)
    words = "%(measure)s: no share for %(years)s, for want of figures of %(countries)s."
    return speech.say(words, measure=name, years=years, countries=subject.countries(lacking, speech))


def _runs(years: Sequence[int]) -> list[str]:
    """Fold years that follow one another: 1996–1999, 2025."""
    runs: list[list[int]] = []
    for year in years:
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]

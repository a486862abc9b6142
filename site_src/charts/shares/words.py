"""What the chart of shares says: the finding, the text alternative, each point, and what its figures lack."""

from __future__ import annotations

from functools import partial

from site_src.charts.kinds import forerunner
from site_src.charts.shares.world import Join, Part, World
from site_src.charts.words import Speech
from site_src.model import Words
from site_src.topic import figures
from site_src.topic.values import Indicator


def title(world: World, speech: Speech) -> str:
    """Say every share of the newest year that has them all."""
    year = min(part.last[0] for part in world.parts)
    told = [
        speech.say(
            "%(share)s of world %(measure)s", share=speech.percent(share), measure=speech.inside(part.indicator.names)
        )
        for part in world.parts
        if (share := part.shares[year]) is not None
    ]
    return speech.say("In %(year)s the members stood for %(shares)s", year=year, shares=speech.several(told))


def subtitle(world: World, speech: Speech) -> str:
    """Say the unit, whose membership is counted, and who publishes the figures."""
    return speech.say(
        "Members' share of the world total in percent, by year, with the membership at each year's end. Source: %(sources)s.",
        sources="; ".join(dict.fromkeys(part.indicator.source for part in world.parts)),
    )


def summary(world: World, speech: Speech) -> str:
    """Tell the picture in words: ends and peak of each line, and who joined when."""
    return " ".join(
        [*(_course(part, speech) for part in world.parts), *(_joined(world, join, speech) for join in world.joins)]
    )


def _course(part: Part, speech: Speech) -> str:
    (first, start), (last, end) = min(part.known.items()), part.last
    peak, high = max(part.known.items(), key=lambda pair: (pair[1], -pair[0]))
    return speech.say(
        "%(measure)s: %(start)s in %(first)s, %(end)s in %(last)s, at most %(high)s in %(peak)s.",
        measure=speech.name(part.indicator.names),
        first=first,
        start=speech.percent(start),
        last=last,
        end=speech.percent(end),
        high=speech.percent(high),
        peak=peak,
    )


def _joined(world: World, join: Join, speech: Speech) -> str:
    who = world.subject.countries(join.gained, speech)
    return speech.say("%(year)s: joined by %(countries)s.", year=join.year, countries=who)


def point(world: World, part: Part, year: int, speech: Speech) -> str:
    """Say one year's share whole: year, measure, share, and of how many countries."""
    told = speech.count(
        "%(year)s, %(measure)s: %(share)s (%(number)s country)",
        "%(year)s, %(measure)s: %(share)s (%(number)s countries)",
        len(figures.members_of_year(world.subject.topic, year)),
        year=year,
        measure=speech.inside(part.indicator.names),
        share=speech.percent(part.known[year], 2),
    )
    return f"{told} — {speech.say('derived')}" if part.indicator.derived else told


def head(part: Part, speech: Speech) -> str:
    """Name a series, with the word "derived" where the publisher does not state it so."""
    name = speech.name(part.indicator.names)
    return f"{name} ({speech.say('derived')})" if part.indicator.derived else name


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


def notes(world: World) -> tuple[Words, ...]:
    """Say what the lines count, which are derived, and where and why there are gaps."""
    say, early = world.subject.say, forerunner(world.subject.topic)
    found = [say(lambda speech: speech.say("Each year counts the countries that were members at its end."))]
    if world.early and early:
        words = "Until %(year)s: the states of the forerunner, %(forerunner)s."
        found.append(say(lambda speech: speech.say(words, year=world.early, forerunner=speech.name(early.names))))
    found += [say(partial(_derived, part)) for part in world.parts if part.indicator.derived]
    found += [say(partial(_gap, world, part)) for part in world.parts if None in part.shares.values()]
    return tuple(found)


def _derived(part: Part, speech: Speech) -> str:
    """Repeat how the topic says that a series was computed."""
    return f"{speech.name(part.indicator.names)} — {speech.name(part.indicator.derived)}"


def _gap(world: World, part: Part, speech: Speech) -> str:
    """Name the years without a share, and the countries whose figures are missing."""
    gaps = [year for year, share in part.shares.items() if share is None]
    sums = [figures.total(world.subject.topic, part.indicator.id, year) for year in gaps]
    lacking = sorted({country for found in sums if found for country in found.missing})
    name, years = speech.name(part.indicator.names), ", ".join(_runs(gaps))
    if not lacking:
        return speech.say("%(measure)s: no figures for %(years)s.", measure=name, years=years)
    whose = world.subject.countries(lacking, speech)
    words = "%(measure)s: no share for %(years)s, for want of figures of %(countries)s."
    return speech.say(words, measure=name, years=years, countries=whose)


def _runs(years: list[int]) -> list[str]:
    """Fold years that follow one another: 1996–1999, 2025."""
    runs: list[list[int]] = []
    for year in years:
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]

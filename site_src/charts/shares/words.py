"""What the chart of shares says: the finding, the text alternative, each point, and what its figures lack."""

from __future__ import annotations

from functools import partial

from site_src.charts import claims, remarks
from site_src.charts.given import Stated
from site_src.charts.joins import Join
from site_src.charts.key import Sign
from site_src.charts.shares.world import Part, World
from site_src.charts.words import Speech
from site_src.model import Words
from site_src.topic import figures


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
        [
            *(_course(part, speech) for part in world.parts),
            *(_joined(world, join, speech) for join in world.joins),
            *(_counted(world, speech) if world.stated else ()),
        ]
    )


def _counted(world: World, speech: Speech) -> list[str]:
    """Count the claims and those that the tables do not bear out."""
    wrong = sum(not one.bears_out for one in world.stated)
    told = speech.count(
        "The press states %(number)s share that can be checked; the data do not bear out %(wrong)s.",
        "The press states %(number)s shares that can be checked; the data do not bear out %(wrong)s of them.",
        len(world.stated),
        wrong=speech.number(wrong),
    )
    return [told]


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
        share=speech.percent(round(part.known[year], 2), 2),
    )
    return f"{told} — {speech.say('derived')}" if part.indicator.derived else told


def if_today(world: World, speech: Speech) -> str:
    """Name the dashed line."""
    return speech.count(
        "if today's %(number)s member had been one throughout",
        "if today's %(number)s members had been members throughout",
        len(world.today),
    )


def point_if_today(world: World, part: Part, year: int, speech: Speech) -> str:
    """Say what today's members had in a year."""
    share = part.throughout[year]
    return speech.say(
        "%(year)s, %(measure)s: %(share)s, %(condition)s",
        year=year,
        measure=speech.inside(part.indicator.names),
        share=speech.percent(round(share or 0.0, 2), 2),
        condition=if_today(world, speech),
    )


def stated(one: Stated, world: World, speech: Speech) -> str:
    """Say a claim whole."""
    return claims.sentence(world.subject, one, speech, percent)


def percent(speech: Speech, value: float) -> str:
    """Write a share as claims do: no more decimals than it needs."""
    return speech.percent(value, 0 if float(value).is_integer() else 1)


def key(world: World, speech: Speech) -> list[tuple[Sign, int, str]]:
    """Explain the signs that are no series."""
    dashed: list[tuple[Sign, int, str]] = [("dashed", 0, if_today(world, speech))] if world.varies else []
    return dashed + claims.key(world.stated, speech)


def head(part: Part, speech: Speech) -> str:
    """Name a series, with the word "derived" where the publisher does not state it so."""
    name = speech.name(part.indicator.names)
    return f"{name} ({speech.say('derived')})" if part.indicator.derived else name


def head_if_today(part: Part, speech: Speech) -> str:
    """Name the column of what today's members had."""
    return speech.say("%(measure)s, today's members throughout", measure=head(part, speech))


def notes(world: World) -> tuple[Words, ...]:
    """Say what the lines count, which are derived, and where and why there are gaps."""
    found = remarks.counted(world.subject, world.early)
    found += [world.subject.say(partial(_condition, world))] if world.varies else []
    for part in world.parts:
        gaps = [year for year in world.years if year not in part.known]
        found += remarks.of(world.subject, part.indicator, gaps, world.footnote(part))
    return tuple(found)


def _condition(world: World, speech: Speech) -> str:
    """Say whom the dashed line counts, and where it is broken."""
    gaps = [year for part in world.parts for year in part.known if part.throughout and part.throughout[year] is None]
    words = "The dashed line counts %(countries)s in every year."
    told = speech.say(words, countries=world.subject.countries(world.today, speech))
    broken = speech.say("It is broken where one of them has no figure.")
    return f"{told} {broken}" if gaps else told

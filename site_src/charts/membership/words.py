"""What the chart of membership says: the finding, the text alternative, each change in a sentence."""

from __future__ import annotations

from site_src.charts.membership.growth import Growth, Stair
from site_src.charts.words import Speech
from site_src.model import Words
from site_src.topic.figures import Change

NAMED = 3
"""More countries than these on one day are counted, not named, beside their mark."""


def title(growth: Growth, speech: Speech) -> str:
    """Say what became of the founders."""
    first, last = growth.full.changes[0], growth.full.changes[-1]
    if first is last:
        return speech.count(
            "%(number)s member since %(year)s", "%(number)s members since %(year)s", last.count, year=last.day.year
        )
    return speech.count(
        "From %(first)s founders in %(start)s to %(number)s member in %(end)s",
        "From %(first)s founders in %(start)s to %(number)s members in %(end)s",
        last.count,
        first=speech.number(first.count),
        start=first.day.year,
        end=last.day.year,
    )


def subtitle(growth: Growth, speech: Speech) -> str:
    """Say what is counted, and how far the tables know."""
    words = "Number of countries by status, in steps at the day of change. As known on %(day)s."
    return speech.say(words, day=speech.day(growth.end))


def summary(growth: Growth, speech: Speech) -> str:
    """Tell the picture in words: every step of every status."""
    sentences = []
    if growth.forerunner:
        first, name = growth.forerunner.changes[0], speech.name(growth.forerunner.status.names)
        words = "%(forerunner)s: %(count)s countries from %(day)s."
        sentences.append(
            speech.say(words, forerunner=name, count=speech.number(first.count), day=speech.day(first.day))
        )
    for stair in growth.stairs:
        steps = ", ".join(f"{speech.number(step.count)} ({day(step, speech)})" for step in stair.changes)
        sentences.append(speech.say("%(status)s: %(steps)s.", status=speech.name(stair.status.plural), steps=steps))
    return " ".join(sentences)


def change(growth: Growth, stair: Stair, step: Change, speech: Speech) -> str:
    """Say a change whole: day, status, who came, who left, and the count from then on."""
    moved = [
        sign + growth.subject.countries(ids, speech) for sign, ids in (("+ ", step.gained), ("− ", step.lost)) if ids
    ]
    return speech.say(
        "%(day)s, %(status)s: %(countries)s. From then on %(count)s.",
        day=day(step, speech),
        status=speech.inside(stair.status.plural),
        countries="; ".join(moved),
        count=speech.number(step.count),
    )


def today(growth: Growth, stair: Stair, speech: Speech) -> str:
    """Say the count at the right end of a line."""
    status, count = speech.inside(stair.status.plural), speech.number(stair.last)
    return speech.say("%(day)s, %(status)s: %(count)s.", day=speech.day(growth.end), status=status, count=count)


def short(growth: Growth, step: Change, speech: Speech) -> tuple[str, ...]:
    """Say who came in a few letters, and in fewer where there is less room."""
    names = growth.subject.countries(step.gained, speech)
    counted = speech.count("%(number)s country", "%(number)s countries", len(step.gained))
    if all(spell.founding for spell in step.spells):
        counted = speech.count("%(number)s founder", "%(number)s founders", len(step.gained))
    fewest = f"+{len(step.gained)}, {step.day.year}"
    return (f"{counted if len(step.gained) > NAMED else names}, {step.day.year}", fewest)


def day(step: Change, speech: Speech) -> str:
    """Word the day as exactly as the table knows it: a spell since "May 2010" is not said to begin on the 31st."""
    vague = next((spell.start for spell in step.spells if spell.start.days > 1), None)
    return speech.when(vague) if vague else speech.day(step.day)


def notes(growth: Growth) -> tuple[Words, ...]:
    """Say what a reader must know before comparing dates."""
    steps = [step for stair in growth.stairs for step in stair.changes]
    vague = [step for step in steps if any(spell.start.days > 1 for spell in step.spells)]

    def vaguely(speech: Speech) -> str:
        which = "; ".join(f"{growth.subject.countries(step.gained, speech)} ({day(step, speech)})" for step in vague)
        return speech.say(
            "Where only a month or a year is known, the step stands at its last day: %(which)s.", which=which
        )

    force = "The steps show when a status came into force; it may have been decided earlier."
    return ((growth.subject.say(vaguely),) if vague else ()) + (growth.subject.say(lambda speech: speech.say(force)),)

"""What the topic's tables add up to: who had which status on a day, and what share of the world that was.

Pure functions over a `Topic`. No figure is ever invented: a country without a value is named in the result, and a share
is only given when every country of the sum has one.

**The day on which a spell begins** is the last day that its words allow: from then on the status surely held. A status
said to hold "since May 2010" counts from 31 May 2010, one that held "by 12 April" from that day, one of which nobody
says when it began never counts. Where a spell ended before that day, it counts on its last day only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from site_src.topic.values import Spell, Status, Topic

WORLD = "WLD"
"""Whose figure is the whole that a share is taken of."""
_WEEK = 8
"""Days, the day itself included, in which a count of states may lag behind a change."""
FORERUNNER = "forerunner"
"""The status of those who met before the organisation was founded."""


@dataclass(frozen=True, slots=True)
class Change:
    """A day on which a status gained or lost countries."""

    day: date
    count: int
    """How many countries have the status from this day on."""
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    spells: tuple[Spell, ...]
    """The spells that begin on this day, in the order of `gained`."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A sum over countries, and whose figures it lacks."""

    value: float
    """In the indicator's unit."""
    countries: tuple[str, ...]
    """Whose figures are in the sum."""
    missing: tuple[str, ...]
    """Who belongs to the sum but has no figure for the year: the value is too low by theirs."""


# --- Membership -----------------------------------------------------------------------------------------------------


def begins(spell: Spell) -> date:
    """Give the first day on which the status surely held; `date.max` if nobody says when it began."""
    latest = spell.start.latest
    return latest if spell.end is None else min(latest, spell.end - timedelta(days=1))


def holds(spell: Spell, day: date) -> bool:
    """Tell whether the status held on a day."""
    return begins(spell) <= day < (spell.end or date.max)


def full(topic: Topic) -> Status | None:
    """Give the status of full members: the first of the ladder that counts and is not the forerunner's."""
    return next((status for status in topic.statuses if status.counts and status.id != FORERUNNER), None)


def founded(topic: Topic) -> date | None:
    """Give the day on which the organisation had its first full members."""
    member = full(topic)
    days = [begins(spell) for spell in topic.spells if member and spell.status == member.id]
    return min(days, default=None)


def countries_on(topic: Topic, status: str, day: date) -> tuple[str, ...]:
    """List the countries that had a status on a day, by id."""
    return tuple(sorted({spell.country for spell in topic.spells if spell.status == status and holds(spell, day)}))


def count_on(topic: Topic, status: str, day: date) -> int:
    """Count the countries that had a status on a day."""
    return len(countries_on(topic, status, day))


def status_on(topic: Topic, country: str, day: date) -> str:
    """Give a country's highest status on a day, by the order of the topic's ladder; empty if it had none."""
    held = {spell.status for spell in topic.spells if spell.country == country and holds(spell, day)}
    return next((status.id for status in topic.statuses if status.id in held), "")


def changes(topic: Topic, status: str) -> tuple[Change, ...]:
    """List the days on which a status gained or lost a country, in order."""
    spells = [spell for spell in topic.spells if spell.status == status and begins(spell) < date.max]
    days = {begins(spell) for spell in spells} | {spell.end for spell in spells if spell.end}
    found = []
    for day in sorted(days):
        before, now = (set(countries_on(topic, status, on)) for on in (day - timedelta(days=1), day))
        began = {spell.country: spell for spell in spells if begins(spell) == day}
        gained = tuple(sorted(now - before))
        if now != before:
            spells_begun = tuple(began[country] for country in gained)
            found.append(Change(day, len(now), gained, tuple(sorted(before - now)), spells_begun))
    return tuple(found)


def members_of_year(topic: Topic, year: int) -> tuple[str, ...]:
    """List the full members at the end of a year; before the founding, the states of the forerunner."""
    day, member, founding = date(year, 12, 31), full(topic), founded(topic)
    if member is None:
        return ()
    return countries_on(topic, member.id if founding and founding <= day else FORERUNNER, day)


def _tied(topic: Topic, day: date) -> tuple[str, ...]:
    counted = [status.id for status in topic.statuses if status.counts]
    return tuple(sorted({country for status in counted for country in countries_on(topic, status, day)}))


def all_tied(topic: Topic, number: int, day: date) -> tuple[str, ...]:
    """List all who have any status that counts, if there are so many on a day or in the week before it; else nobody."""
    found = (_tied(topic, day - timedelta(days=back)) for back in range(_WEEK))
    return next((tied for tied in found if len(tied) == number), ())


def those_counted(topic: Topic, number: int, day: date) -> tuple[str, ...]:
    """List whom a number of states means on a day; nobody where it is the members of the day, or no known group.

    It may be all who are tied to the organisation, or the members of the nearest other time at which there were so many.
    """
    member = full(topic)
    if member is None or number in (len(members_of_year(topic, day.year)), count_on(topic, member.id, day)):
        return ()
    tied = all_tied(topic, number, day)
    near = sorted(changes(topic, member.id), key=lambda change: (abs(change.day - day), change.day))
    then = next((change.day for change in near if change.count == number), None)
    return tied or (countries_on(topic, member.id, then) if then else ())


def known_until(topic: Topic) -> date | None:
    """Give the newest day of which the tables state a fact: a status, a milestone, or a meeting that was held.

    What the tables say holds at least until then; charts of membership end here, not at a day of the machine's clock.
    """
    days = [begins(spell) for spell in topic.spells] + [spell.end for spell in topic.spells if spell.end]
    days += [milestone.when.latest for milestone in topic.milestones]
    days += [
        meeting.when.latest
        for series in topic.series
        if series.organisation == topic.organisation
        for meeting in series.meetings
        if meeting.format != "planned"
    ]
    return max((day for day in days if day < date.max), default=None)


# --- Indicators -----------------------------------------------------------------------------------------------------


def years(topic: Topic, indicator: str) -> tuple[int, ...]:
    """List the years for which an indicator has any figure; none for an indicator that the topic does not know."""
    series = topic.indicators.get(indicator)
    return tuple(sorted({year for values in series.values.values() for year in values})) if series else ()


def value(topic: Topic, indicator: str, country: str, year: int) -> float | None:
    """Give one figure; None if there is none."""
    series = topic.indicators.get(indicator)
    return series.values.get(country, {}).get(year) if series else None


def total(topic: Topic, indicator: str, year: int, countries: Iterable[str] | None = None) -> Figure | None:
    """Add up the figures of countries in a year, by default of that year's members; None if nobody has one."""
    asked = tuple(sorted(set(members_of_year(topic, year) if countries is None else countries)))
    found = {country: value(topic, indicator, country, year) for country in asked}
    known = {country: figure for country, figure in found.items() if figure is not None}
    if not known:
        return None
    return Figure(sum(known.values()), tuple(known), tuple(country for country in asked if country not in known))


def share(topic: Topic, indicator: str, year: int, countries: Iterable[str] | None = None) -> float | None:
    """Give the percentage of the world that countries (by default the year's members) stand for.

    None if the world or any of the countries has no figure: a sum that lacks somebody is no share.
    `total(...).missing` says who it is.
    """
    part, whole = total(topic, indicator, year, countries), value(topic, indicator, WORLD, year)
    if part is None or part.missing or not whole:
        return None
    return 100 * part.value / whole

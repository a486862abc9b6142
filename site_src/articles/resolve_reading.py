"""What a meaning is read with, and what it comes to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Literal, NamedTuple

from site_src.articles.resolve_told import SMALL_HOURS, WITHIN, Told
from site_src.model import Grain, Meaning, When

Qualifier = Literal["", "~", "?", "%"]


class Context(NamedTuple):
    """What a meaning is read with."""

    clock: date | None
    tense: Callable[[], int]
    """Looked up only where it matters."""
    meetings: Mapping[tuple[str, int], When]
    year_hint: Callable[[Meaning], int | None] | None
    told: tuple[Told, ...] = ()
    """What was told before, the last first, for what counts from it."""
    sentence: int = -1
    """Which sentence this is; -1 outside all."""
    is_said: Callable[[Told], bool] = lambda one: False
    """Tells whether a day is one on which somebody said something."""


class Reading(NamedTuple):
    """What a meaning comes to."""

    value: str = ""
    days: tuple[date, date] | None = None
    grain: Grain = "range"
    qualifier: Qualifier = ""
    how: str = "no clock to count from"
    confidence: float = 0.0

    def when(self, words: str) -> When | None:
        """Give the stretch of days; None where the words name none."""
        return None if self.days is None else When(*self.days, self.grain, self.qualifier, words)


def one_day(day: date, how: str, confidence: float, qualifier: Qualifier = "") -> Reading:
    """Give the reading of a single day."""
    return Reading(day.isoformat(), (day, day), "day", qualifier, how, confidence)


def timed(meaning: Meaning, reading: Reading) -> Reading:
    """Add the part of the day or the time to a day's value."""
    if not reading.value or (reading.grain != "day" and reading.days is not None):
        return reading
    told = time_of(meaning)
    return reading._replace(value=f"{reading.value}T{told}") if told else reading


def time_of(meaning: Meaning) -> str:
    """Give the time or the part of the day as a value writes it; empty if none is told."""
    return f"{meaning.clock}:00" if len(meaning.clock) == 2 else meaning.clock or meaning.part_of_day


FAR = timedelta(days=60)
"""From so long before the clock a day is background, to which only its own and the next sentence belong."""


def _reach(one: Told, context: Context) -> int:
    """Give in how many sentences after a day a time of day may belong to it."""
    return 1 if context.clock is not None and context.clock - one.when.latest > FAR else WITHIN


def day_of_time(context: Context, told: str = "") -> date | None:
    """Give the day that a time of day alone belongs to.

    That is the last day told in its sentence or shortly before, on the side of the clock that the clause tells of;
    a day on which only something was said comes after those on which something happened. Of a stretch of days it is
    the first, or the clock's own where that lies in it. The small hours after a night belong to the next day. Else it
    is the clock's day. `told` is the time of day, `HH:MM`, where one was told.
    """
    days = [
        one
        for one in context.told
        if one.when.grain == "day" and context.sentence - one.sentence <= _reach(one, context)
    ]
    if not days or context.sentence < 0:
        return context.clock
    here = [one for one in days if one.sentence == context.sentence]
    happened = [one for one in days if not context.is_said(one)]
    for one in (*happened, *here):
        day, clock = one.first, context.clock
        if (
            one.sentence != context.sentence
            and clock is not None
            and day < clock <= one.when.latest
            and "/" in one.value
        ):
            return clock
        if (
            one.at_night
            and told
            and int(told[:2]) < SMALL_HOURS
            and (one.moment is None or f"{one.moment:%H:%M}" > told)
        ):
            day += timedelta(days=1)
        if one.sentence == context.sentence or clock is None or not context.tense() * (clock - day).days > 0:
            return day
    return context.clock

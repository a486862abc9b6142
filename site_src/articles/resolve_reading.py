"""What a meaning is read with, and what it comes to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from site_src.model import Grain, Meaning, When

Qualifier = Literal["", "~", "?", "%"]


@dataclass(frozen=True, slots=True)
class Context:
    """What a meaning is read with."""

    clock: date | None
    tense: Callable[[], int]
    """Looked up only where it matters."""
    meetings: Mapping[tuple[str, int], When]
    year_hint: Callable[[Meaning], int | None] | None
    told: When | None = None
    """The last day, month or year told before this one, for what counts from it."""
    told_here: date | None = None
    """The last day told before this one in the same sentence, for a time of day."""


@dataclass(frozen=True, slots=True)
class Reading:
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
    if meaning.clock:
        return replace(reading, value=f"{reading.value}T{meaning.clock}{'' if ':' in meaning.clock else ':00'}")
    return replace(reading, value=f"{reading.value}T{meaning.part_of_day}") if meaning.part_of_day else reading

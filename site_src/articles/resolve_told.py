"""Remember which days an article told before an expression, for what counts from one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from site_src.model import When, on_day

LEVELS = {
    "second": 0, "minute": 0, "hour": 0, "day": 0, "week": 1, "weekend": 1, "month": 2, "quarter": 3, "half": 3,
    "season": 3, "year": 4, "decade": 4, "century": 4,
}  # fmt: skip
"""How coarse a unit is: nothing counts from a stretch coarser than itself."""
KEPT = 12
"""So many told days are remembered."""
WITHIN = 4
"""So many sentences after its day a time of day may stand."""
A_STRETCH = 100
"""The longest stretch of days, in days, whose last day is one to count from."""
LONG = 5
"""The level of a longer stretch: nothing counts from it, but "the same period" is one."""
_CLOCK = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d\Z")
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
EVENING, SMALL_HOURS = 18, 6
"""From the one hour on it is evening, until the other it is the night of the day before: "Monday night ... at 2.30"."""


class Told(NamedTuple):
    """A day, month, year or part of one that the article told."""

    when: When
    value: str
    level: int
    start: int
    sentence: int
    """Which sentence, counted from 0; -1 outside all."""
    pointed: bool = False
    """Whether the words count from the clock, as "last year" does."""
    since: bool = False
    """Whether it only begins what lasts ("in office since 1990"): what is told after it lies in no year of its own."""

    @property
    def first(self) -> date:
        """The first day of what was told; of "3-5 July" the third."""
        begins = self.value.partition("/")[0][:10]
        return date.fromisoformat(begins) if _DAY.match(begins) else self.when.earliest

    @property
    def at_night(self) -> bool:
        """Whether it is a night, or a time late in the evening."""
        moment = self.moment
        return self.value.endswith("TNI") or (moment is not None and moment.hour >= EVENING)

    @property
    def moment(self) -> datetime | None:
        """The day and time; None where no time was told."""
        ends = self.value.rpartition("/")[2]
        if _CLOCK.match(ends) is None or ends[11:13] == "24":
            return None
        return datetime.fromisoformat(ends)


def remembered(
    when: When | None, value: str, start: int, sentence: int, *, pointed: bool = False, since: bool = False
) -> Told | None:
    """Give what is to be remembered of a resolved expression; None where it names no stretch to count from."""
    if when is None:
        return None
    if when.grain != "range":
        return Told(when, value, LEVELS[when.grain], start, sentence, pointed, since)
    if "-W" in value:
        return Told(when, value, 1, start, sentence)
    if "-Q" in value or "-H" in value:
        return Told(when, value, 3, start, sentence)
    if "/" in value and when.days <= A_STRETCH and not when.qualifier:
        return Told(on_day(when.latest), value, 0, start, sentence)
    return Told(when, value, LONG, start, sentence) if "/" in value else None


def to_count_from(told: Sequence[Told], unit: str) -> Told | None:
    """Give what a unit counts from: the last that is no coarser, and for a quarter or half the last of its kind.

    `told` has the last one first.
    """
    level = LEVELS.get(unit, 2)
    alike = (one for one in told if one.level == level and level == 3)
    return next(alike, None) or next((one for one in told if one.level <= level), None)

"""Put day and month told in figures the right way round: "9/11/2001" names two days, and habit says which is meant.

A figure above 12 is no month, and a weekday beside a whole date fits only one of two days: both go before habit.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class InFigures(NamedTuple):
    """A date told in figures, before anybody knows which of the first two is the month."""

    first: int
    second: int
    year: int | None
    weekday: int | None

    def read(self, order: str) -> tuple[int, int]:
        """Give day and month as `dmy` or `mdy` has them."""
        return (self.second, self.first) if order == "mdy" else (self.first, self.second)

    def fits(self, order: str) -> tuple[bool, bool]:
        """Tell whether an order makes it a day, and one that its weekday does not contradict."""
        day, month = self.read(order)
        if not is_day(self.year, month, day):
            return False, False
        return True, not self.weekday or not self.year or self.weekday == date(self.year, month, day).isoweekday()


def order_of(told: Sequence[InFigures], usual: str) -> str:
    """Give the order in which dates that stand together are written: the usual one, unless only the other one fits.

    >>> order_of([InFigures(9, 11, 2001, None)], "mdy"), order_of([InFigures(16, 9, 2022, None)], "mdy")
    ('mdy', 'dmy')
    """
    if all(all(each.fits(usual)) for each in told):
        return usual
    orders = (usual, "dmy" if usual == "mdy" else "mdy")
    return max(orders, key=lambda order: [sum(both) for both in zip(*(each.fits(order) for each in told), strict=True)])


def is_open(told: InFigures) -> bool:
    """Tell whether a weekday might still turn it, once a clock gives the year: "Friday (9/11)"."""
    either = told.first != told.second and told.fits("dmy")[0] and told.fits("mdy")[0]
    return told.weekday is not None and told.year is None and either


def is_day(year: int | None, month: int, day: int) -> bool:
    """Tell whether there is such a day; in an open year there may be a 29 February."""
    if not 1 <= month <= 12 or not 1 <= day <= LONGEST[month - 1]:
        return False
    return not (month == 2 and day == 29 and year is not None and (year % 4 or (year % 100 == 0 and year % 400)))

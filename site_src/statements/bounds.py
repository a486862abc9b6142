"""Read the bounds of a fact that has no day but an order: "a few days before the invasion in 2022".

a few days before, 2022  ->  2021-12-23~/2022-12-31~
two days after, 2024-07-03  ->  2024-07-05
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from site_src.model import FIRST_DAY, Resolved, When, between
from site_src.statements.scenes import Scene
from site_src.statements.zones import Zone, zones

_AMOUNT = re.compile(r"P(T?)([0-9.]+|X)([A-Z])")
_DAYS = {"D": 1, "W": 7, "M": 31, "Y": 366}
_SOME = (1, 9)
"""How many "some" and "a few" are at least and at most."""


def anchor_of(scene: Scene, bound: Resolved) -> Zone | None:
    """Give the dated event that a bound counts from: the first date behind it."""
    return next((zone for zone in zones(scene) if zone.time.expression.start > bound.expression.start), None)


def counted(anchor: When, bound: Resolved) -> When | None:
    """Count a bound from the day of its event; None where it would leave the calendar."""
    found = _AMOUNT.fullmatch(bound.expression.meaning.amount)
    if found is None:
        return None
    hours, number, unit = found.groups()
    some = number == "X"
    least, most = _SOME if some else (float(number), float(number))
    scale = 0 if hours else _DAYS[unit]
    # Less than a day, and months and years, leave a day or a month of doubt.
    near, far = timedelta(days=int(least * scale)), timedelta(days=int(most * scale) + bool(hours))
    try:
        if bound.expression.meaning.edge == "after":
            first, last = anchor.earliest + near, anchor.latest + far
        else:
            first, last = anchor.earliest - far, anchor.latest - near
    except OverflowError:
        return None
    exact = not some and unit in "DW" and not hours
    return between(first, last, bound.expression.text, "" if exact else "~")


def until(day: date, *, since: date = FIRST_DAY, text: str = "") -> When:
    """Give the stretch that ends on a day; its beginning is open where nothing bounds it."""
    return between(min(since, day), day, text)

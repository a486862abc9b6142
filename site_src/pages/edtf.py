"""EDTF as `When.edtf` prints it, read back for readers: tables and accounts keep dates in that form."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from site_src.model import FIRST_DAY, LAST_DAY, When, in_month, in_year, on_day

Qualifier = Literal["", "~", "?", "%"]
QUALIFIERS: dict[str, Qualifier] = {"": "", "~": "~", "?": "?", "%": "%"}

SINGLE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%]?)")
STRETCH = re.compile(r"(\d{4}(?:-\d\d-\d\d)?|\.\.)[~?%]?/(\d{4}(?:-\d\d-\d\d)?|\.\.)([~?%]?)")


def read_edtf(value: str) -> When | None:
    """Read the EDTF of a day, a month, a year or a stretch; None for anything else.

    >>> read_edtf("2022-06-21~/2022-06-30~").days
    10
    >>> read_edtf("soon") is None
    True
    """
    try:
        if found := SINGLE.fullmatch(value):
            return _single(found[1], found[2], found[3], QUALIFIERS[found[4]])
        if found := STRETCH.fullmatch(value):
            first = (
                FIRST_DAY
                if found[1] == ".."
                else date.fromisoformat(found[1] if "-" in found[1] else f"{found[1]}-01-01")
            )
            last = (
                LAST_DAY
                if found[2] == ".."
                else date.fromisoformat(found[2] if "-" in found[2] else f"{found[2]}-12-31")
            )
            return When(first, last, "range", QUALIFIERS[found[3]])
    except ValueError:
        return None
    return None


def _single(year: str, month: str | None, day: str | None, qualifier: Qualifier) -> When:
    if month and day:
        return on_day(date(int(year), int(month), int(day)), "", qualifier)
    return in_month(int(year), int(month), "", qualifier) if month else in_year(int(year), "", qualifier)

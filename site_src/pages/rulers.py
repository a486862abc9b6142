"""The ruler of an entry: its date on a scale of its year, or of several years where it spans more."""

from __future__ import annotations

from datetime import date

from site_src.model import FIRST_DAY, LAST_DAY, When
from site_src.pages.desk import Desk
from site_src.pages.scales import bar, mark, month_ticks, year_ticks
from site_src.pages.views import Scale
from site_src.wording.dates import date_words, month_names


def ruler(desk: Desk, when: When) -> Scale | None:
    """Draw a date to scale; None where nothing is known of it."""
    if when.earliest == FIRST_DAY and when.latest == LAST_DAY:
        return None
    start = when.latest.year if when.earliest == FIRST_DAY else when.earliest.year
    end = start if when.latest == LAST_DAY else when.latest.year
    words = date_words(when, desk.words).full
    first, last = date(start, 1, 1), date(end, 12, 31)
    drawn = bar(max(when.earliest, first), min(when.latest, last), first, last, mark(when))
    ticks = month_ticks(month_names(desk.words), start) if start == end else year_ticks(first, last)
    return Scale(ticks, (drawn,), words)

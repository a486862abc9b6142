"""Resolve time expressions: which day each one names, by its article's clock, its clause's tense and its weekday.

`docs/dates.md` lists the conventions. Nothing is more exact than the words; a contradiction lowers the confidence
and is said in `how`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from site_src.articles.resolve_days import days_of
from site_src.articles.resolve_reading import Context, Reading
from site_src.articles.resolve_tense import tense
from site_src.articles.resolve_years import candidate_years
from site_src.languages.pack import LanguagePack
from site_src.model import Meaning, Resolved, TimeExpression, When
from site_src.topic.values import Series

__all__ = ["candidate_years", "resolve"]

YearHint = Callable[[Meaning], int | None]
"""Gives the year of a day and month told without one where the caller knows it better; None where it does not."""


def resolve(
    source: str,
    sentences: Sequence[tuple[int, int]],
    times: Sequence[TimeExpression],
    *,
    pack: LanguagePack,
    clock: date | None,
    series: Sequence[Series] = (),
    year_hint: YearHint | None = None,
) -> tuple[Resolved, ...]:
    """Give the days of every time expression, one for one and in order.

    `sentences` are spans of `source` in order; a sentence that holds an expression tells its tense. Without a clock,
    what counts from one stays open: `when` is None, and the value shows what is known (`XXXX-06-08`) or is empty.
    """
    starts = [start for start, _ in sentences]
    meetings = {(one.id, meeting.ordinal): meeting.when for one in series for meeting in one.meetings}
    resolved: list[Resolved] = []
    told: When | None = None
    told_in = (-1, -1)
    for time in times:
        at = bisect_right(starts, time.start) - 1
        held = at >= 0 and time.end <= sentences[at][1]
        span = sentences[at] if held else (time.start, time.end)
        here = told.earliest if told is not None and told.grain == "day" and told_in == span else None
        ask = partial(tense, source, span, time.start, time.end, pack)
        resolved.append(_resolved(time, days_of(time.meaning, Context(clock, ask, meetings, year_hint, told, here))))
        when = resolved[-1].when
        if when is not None and when.grain != "range":
            told, told_in = when, span
    return tuple(resolved)


def _resolved(time: TimeExpression, reading: Reading) -> Resolved:
    when = reading.when(time.text)
    return Resolved(time, reading.value, when, reading.how, round(reading.confidence, 2))

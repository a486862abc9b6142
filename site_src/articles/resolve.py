"""Resolve time expressions: which day each one names, by its article's clock, its clause's tense and its weekday.

`docs/dates.md` lists the conventions. Nothing is more exact than the words; a contradiction lowers the confidence
and is said in `how`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache, partial

from site_src.articles.resolve_days import days_of
from site_src.articles.resolve_reading import Context, Reading
from site_src.articles.resolve_tense import SINCE, Mark, grammar, is_said, marks, tense
from site_src.articles.resolve_told import KEPT, Told, remembered
from site_src.articles.resolve_years import candidate_years
from site_src.languages.pack import LanguagePack
from site_src.model import Meaning, Resolved, TimeExpression
from site_src.topic.values import Series

__all__ = ["candidate_years", "resolve"]

_OWNS = ("'s", "’s")
"""What ties a time to the noun behind it."""

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
    marked = cache(lambda at: marks(source, *sentences[at], pack))

    def said(one: Told) -> bool:
        return one.sentence >= 0 and is_said(source, marked(one.sentence), one.start)

    told: tuple[Told, ...] = ()
    resolved: list[Resolved] = []
    for time in times:
        at = bisect_right(starts, time.start) - 1
        at = at if at >= 0 and time.end <= sentences[at][1] else -1
        context = Context(
            clock, partial(_tense, source, time, at, marked, pack, clock), meetings, year_hint, told, at, said
        )
        resolved.append(_resolved(time, days_of(time.meaning, context)))
        when = resolved[-1].when
        # "after last year's summit" begins nothing: the year is the summit's.
        owns = source[time.end : time.end + 2] in _OWNS
        since = when is not None and when.grain == "year" and not owns and context.tense() == SINCE
        note = remembered(
            when, resolved[-1].value, time.start, at, pointed=time.meaning.reads == "relative", since=since
        )
        if note is not None:
            told = (note, *told[: KEPT - 1])
    return tuple(resolved)


def _tense(
    source: str,
    time: TimeExpression,
    sentence: int,
    marked: Callable[[int], tuple[Mark, ...]],
    pack: LanguagePack,
    clock: date | None,
) -> int:
    """Tell whether an expression lies ahead; a quarter without a preposition belongs to a noun, not to the verb.

    "Figures of the first quarter will be out in May" tells of a quarter that is over.
    """
    if sentence < 0:
        return 0
    if time.meaning.reads == "part" and _word_before(source, time.start) not in pack.time.in_time:
        return 0
    meaning = time.meaning.first or time.meaning
    of_week = meaning.weekday is not None and meaning.month is None
    yesterday = of_week and clock is not None and (clock.isoweekday() - (meaning.weekday or 0)) % 7 == 1
    return tense(source, marked(sentence), time.start, time.end, grammar(pack), of_week=of_week, yesterday=yesterday)


def _word_before(source: str, at: int) -> str:
    return source[max(0, at - 20) : at].rstrip().rpartition(" ")[2].lower()


def _resolved(time: TimeExpression, reading: Reading) -> Resolved:
    when = reading.when(time.text)
    return Resolved(time, reading.value, when, reading.how, round(reading.confidence, 2))

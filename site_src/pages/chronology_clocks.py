"""Two clocks: a timeline tells entries by when they happened, or by when they were first reported."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

from site_src.model import LAST_DAY, Event, When
from site_src.pages.desk import Desk
from site_src.pages.holdings import in_time, year_of
from site_src.pages.scales import mark
from site_src.wording import msgid


@dataclass(frozen=True, slots=True)
class Clock:
    """How a timeline tells time, and where its pages stand."""

    code: str
    page: str
    """The name of its timeline."""
    folder: str
    """The folder of its pages of a year."""
    title: str
    unknown: str
    """The section of entries whose time it does not know."""
    when: Callable[[Desk, Event], When | None]


def happened(desk: Desk, event: Event) -> When | None:
    """Tell when an entry happened."""
    return event.when


def reported(desk: Desk, event: Event) -> When | None:
    """Tell when the first dated article that tells an entry was published; None if there is none.

    Of two articles that may be the first, the one that was certainly out earlier counts.
    """
    return desk.once(("reported", event.id), lambda: _first_report(desk, event))


def _first_report(desk: Desk, event: Event) -> When | None:
    found = (desk.holdings.article_by_id[proof.article].published.when for proof in event.evidence)
    dated = [when for when in found if when and when.latest != LAST_DAY]
    return min(dated, key=lambda when: (when.latest, when.earliest), default=None)


HAPPENED = Clock("happened", "timeline.html", "years", msgid("When it happened"), msgid("Date unknown"), happened)
REPORTED = Clock(
    "reported", "reported.html", "reported", msgid("When it was reported"), msgid("In no dated article"), reported
)
CLOCKS = (HAPPENED, REPORTED)


def year_by(desk: Desk, clock: Clock, event: Event) -> int:
    """Give the year under which an entry stands by a clock; 0 if the clock does not know it."""
    if clock is HAPPENED:
        return year_of(event)
    when = clock.when(desk, event)
    return when.latest.year if when else 0


def in_order(desk: Desk, clock: Clock, events: Iterable[Event]) -> tuple[Event, ...]:
    """Put entries in the order of a clock; reports of an unknown day come last."""
    if clock is HAPPENED:
        return tuple(sorted(events, key=in_time))
    return tuple(sorted(events, key=lambda event: (_last(clock.when(desk, event)), in_time(event))))


def by_year(desk: Desk, clock: Clock, events: Iterable[Event]) -> tuple[tuple[int, tuple[Event, ...]], ...]:
    """Group entries by the year under which a clock has them, in order."""
    ordered = in_order(desk, clock, events)
    return tuple((year, tuple(group)) for year, group in groupby(ordered, lambda event: year_by(desk, clock, event)))


def exact(when: When | None) -> bool:
    """Tell whether a time is known to the day: one day, or the days of a meeting from its first to its last."""
    return when is not None and mark(when) in ("day", "days")


def known_by(desk: Desk, event: Event) -> str:
    """Give the day by which an entry was first reported, ISO; empty if no dated article tells it."""
    when = reported(desk, event)
    return when.latest.isoformat() if when else ""


def _last(when: When | None) -> object:
    return when.latest if when else LAST_DAY

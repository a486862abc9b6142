"""The strip over a timeline: how its entries lie over the years, each column a link to its year."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from site_src.addresses import relative
from site_src.pages.chronology_clocks import HAPPENED, Clock, exact, year_by
from site_src.pages.desk import Desk
from site_src.pages.scales import percent

FINE, COARSE = 40, 10
"""The most columns of the strip on wide and narrow screens: each is a link and needs its 24 pixels. A longer span is
counted in two, five, ten years and so on."""
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the strip: how many entries some years have, and how many of them are known to the day."""

    start: str
    """Its first year."""
    end: str
    """Its last year."""
    href: str
    text: str
    exact: str
    height: str
    labelled: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """The strip twice: many columns for wide screens, few for narrow ones; one of them is shown."""

    fine: tuple[Column, ...]
    coarse: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class _Counts:
    """How many entries a year has, and how many of them are known to the day."""

    all: Counter[int]
    exact: Counter[int]
    page: str


def strip(desk: Desk, start: str, target: str = HAPPENED.page, clock: Clock = HAPPENED) -> Strip | None:
    """Count the entries by year over the whole span, each column a link to its year on the page `target`."""
    dated = [(year, event) for event in desk.holdings.events if (year := year_by(desk, clock, event))]
    if not dated:
        return None
    page = relative(start, desk.path(target)) if start != desk.path(target) else ""
    known = Counter(year for year, event in dated if exact(clock.when(desk, event)))
    counts = _Counts(Counter(year for year, _ in dated), known, page)
    return Strip(_columns(desk, counts, FINE), _columns(desk, counts, COARSE))


def _columns(desk: Desk, counts: _Counts, most: int) -> tuple[Column, ...]:
    first, last = min(counts.all), max(counts.all)
    step = next(step for step in STEPS if last // step - first // step < most)
    bins = [range(year, year + step) for year in range(first - first % step, last + 1, step)]
    highest = max(sum(counts.all[year] for year in bin) for bin in bins)
    return tuple(_column(desk, counts, bin, highest) for bin in bins)


def _column(desk: Desk, counts: _Counts, bin: range, highest: int) -> Column:
    count = sum(counts.all[year] for year in bin)
    name = str(bin[0]) if len(bin) == 1 else f"{bin[0]}–{bin[-1]}"
    entries = desk.count("%(number)s entry", "%(number)s entries", count)
    target = next((year for year in bin if counts.all[year]), None)
    return Column(
        start=str(bin[0]),
        end=str(bin[-1]),
        href=f"{counts.page}#y{target}" if target else "",
        text=f"{name}: {entries}",
        exact=percent(100 * sum(counts.exact[year] for year in bin) / highest),
        height=percent(100 * count / highest),
        labelled=len(bin) > 1 or bin[0] % 5 == 0,
    )

"""How many entries and articles there are, as values."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from site_src.addresses import chart_row, file_name
from site_src.charts import links, palette
from site_src.charts.given import Report
from site_src.charts.kinds import Subject
from site_src.model import Words

SHOWN = 12
"""How many outlets have a row of their own in the picture; the table has them all."""
Month = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Years:
    """Entries by year and kind."""

    subject: Subject
    years: tuple[int, ...]
    """From the first to the last that has an entry, empty ones included."""
    layers: tuple[tuple[tuple[str, ...], int], ...]
    """(kinds, series): the most frequent kinds each alone, all others together in grey."""
    found: Mapping[int, Mapping[str, tuple[str, ...]]]
    """Year -> kind -> the addresses of its entries."""
    without_year: int
    """Entries that may lie in more than one year."""

    def of(self, kinds: tuple[str, ...], year: int) -> int:
        """Count a year's entries of some kinds."""
        return len(self._entries(kinds, year))

    def total(self, year: int) -> int:
        """Count a year's entries."""
        return sum(map(len, self.found.get(year, {}).values()))

    def target(self, kinds: tuple[str, ...], year: int) -> str:
        """Give the one entry that a year has of some kinds, else the year's row in the chart's table."""
        entries = self._entries(kinds, year) if self.linked else ()
        return entries[0] if len(entries) == 1 else chart_row("entries", 1, year - self.years[0] + 1)

    def page(self, year: int) -> str:
        """Give the page of a year's entries; empty if there is none."""
        return f"years/{year}.html" if self.linked and self.total(year) else ""

    @property
    def linked(self) -> bool:
        """Whether every entry has a page."""
        return links.all_have_pages(self.subject.topic, self.subject.entries)

    def _entries(self, kinds: tuple[str, ...], year: int) -> tuple[str, ...]:
        there = self.found.get(year, {})
        return tuple(entry for kind in kinds for entry in there.get(kind, ()))


@dataclass(frozen=True, slots=True)
class Months:
    """Articles by month and outlet."""

    subject: Subject
    first: Month
    last: Month
    outlets: tuple[str, ...]
    """The names of those who report, the busiest first."""
    found: Mapping[str, Mapping[Month, tuple[str, ...]]]
    """Outlet -> month -> the addresses of its articles."""
    articles: int
    undated: int
    retold: bool
    """Whether some are retellings, which count for those whose reports they tell again."""

    @property
    def rows(self) -> list[tuple[Month, str, tuple[str, ...]]]:
        """Every month of every outlet with its articles, oldest first."""
        return sorted((month, outlet, told) for outlet, months in self.found.items() for month, told in months.items())

    @property
    def targets(self) -> Mapping[tuple[Month, str], str]:
        """By month and outlet: its one article, else its row in the chart's table; for the folded ones, by an empty name."""
        found: dict[tuple[Month, str], str] = {}
        for row, (month, outlet, articles) in enumerate(self.rows, 1):
            target = articles[0] if len(articles) == 1 else chart_row("articles", 1, row)
            found[month, outlet] = target
            if outlet in self.outlets[SHOWN:]:
                found.setdefault((month, ""), chart_row("articles", 1, row))
        return found

    @property
    def span(self) -> int:
        """How many months there are from the first to the last article."""
        return (self.last[0] - self.first[0]) * 12 + self.last[1] - self.first[1] + 1

    @property
    def covered(self) -> int:
        """How many months have an article."""
        return len({month for months in self.found.values() for month in months})


def by_year(subject: Subject) -> Years:
    """Count entries by the year that they lie in."""
    told: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    totals = Counter[str]()
    for entry in subject.entries:
        year = entry.when.earliest.year
        if year == entry.when.latest.year:
            told[year][entry.kind].append(links.page(entry.id))
            totals[entry.kind] += 1
    found = {year: {kind: tuple(entries) for kind, entries in kinds.items()} for year, kinds in told.items()}
    order = sorted(totals, key=lambda kind: (-totals[kind], kind))
    most = len(palette.LIGHT) - 1
    single = [((kind,), palette.series(number)) for number, kind in enumerate(order[:most], 1)]
    layers = (*single, *([(tuple(order[most:]), 0)] if order[most:] else ()))
    years = tuple(range(min(found), max(found) + 1)) if found else ()
    return Years(subject, years, layers, found, len(subject.entries) - totals.total())


def by_month(subject: Subject) -> Months:
    """Count articles by month and by who reports."""
    dated = [(report, month) for report in subject.reports if (month := _month(report))]
    found: dict[str, dict[Month, tuple[str, ...]]] = defaultdict(dict)
    for report, month in dated:
        for outlet in _outlets(subject, report):
            found[outlet][month] = (*found[outlet].get(month, ()), f"articles/{file_name(report.id)}.html")
    order = sorted(found, key=lambda outlet: (-sum(map(len, found[outlet].values())), outlet.casefold(), outlet))
    months = sorted(month for _, month in dated)
    first, last = (months[0], months[-1]) if months else ((1, 1), (1, 1))
    retold = any(report.retold for report in subject.reports)
    return Months(subject, first, last, tuple(order), found, len(dated), len(subject.reports) - len(dated), retold)


def kind_name(subject: Subject, kind: str) -> Words:
    """Name a kind of entry; one that the topic has no name for is a report."""
    names = {one.id: one.names for one in subject.topic.kinds}
    return names.get(kind) or subject.say(lambda speech: speech.say("Other"))


def _month(report: Report) -> Month | None:
    when = report.when
    if when is None or (when.earliest.year, when.earliest.month) != (when.latest.year, when.latest.month):
        return None
    return when.earliest.year, when.earliest.month


def _outlets(subject: Subject, report: Report) -> list[str]:
    """Name those whose report it is."""
    known = subject.topic.outlets
    return list(dict.fromkeys(known[name].name if name in known else name for name in report.outlets if name))

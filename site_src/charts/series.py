"""The charts' series as CSV for other programs: `data/membership.csv` and `data/shares.csv`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

from site_src.charts.kinds import first_day
from site_src.topic import figures
from site_src.topic.values import Topic


def membership_csv(topic: Topic) -> bytes:
    """Count each status at year's end: `year`, then the columns that the topic gives to its statuses.

    The last year is that of the newest fact in the tables, counted as they stand.
    """
    shown = [status for status in topic.statuses if status.column]
    start, end = first_day(topic), figures.known_until(topic)
    years = range(start.year, end.year + 1) if start and end else ()
    rows = ([year, *(figures.count_on(topic, status.id, date(year, 12, 31)) for status in shown)] for year in years)
    return as_csv(["year", *(status.column for status in shown)], rows)


def shares_csv(topic: Topic) -> bytes:
    """Give the members' share of the world: `year,measure,share_pct`. A year without a share has no line."""
    years = sorted({year for indicator in topic.indicators for year in figures.years(topic, indicator)})
    rows = (
        [year, indicator, f"{share:.4f}"]
        for year in years
        for indicator in topic.indicators
        if (share := figures.share(topic, indicator, year)) is not None
    )
    return as_csv(["year", "measure", "share_pct"], rows)


def as_csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Print a table: UTF-8, line feeds, and no cell that a spreadsheet would run as a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([_safe(cell) for cell in head])
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return text.getvalue().encode()


def _safe(cell: object) -> object:
    """Put an apostrophe before text that begins like a formula (OWASP, CSV injection); numbers stay numbers."""
    if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r") and not _is_number(cell):
        return "'" + cell
    return "" if cell is None else cell


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True

"""The charts: each with its picture, its words, its figures and their sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_src.addresses import relative
from site_src.model import Chart, ChartTable, Page, Words
from site_src.pages.desk import Desk
from site_src.pages.frame import framed
from site_src.pages.views import Link

Value = str | float | Words | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure as a reader sees it, and whether it is missing."""

    text: str
    missing: bool
    number: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row of figures, and the page behind it."""

    cells: tuple[Cell, ...]
    href: str
    """Empty if there is no page."""


@dataclass(frozen=True, slots=True)
class Table:
    """The figures of a chart."""

    id: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart in one language."""

    id: str
    title: str
    subtitle: str
    summary: str
    svg: str
    figure: str
    tables: tuple[Table, ...]
    notes: tuple[str, ...]
    sources: tuple[str, ...]
    downloads: tuple[Link, ...]


def pages(desk: Desk) -> Iterator[Page]:
    """Plan the page of all charts."""
    path = desk.path("charts.html")
    yield framed(
        desk,
        "charts.html",
        "charts.html",
        desk.say("Charts"),
        lead=desk.say("Each chart with its figures, its sources and its gaps."),
        charts=[chart_view(desk, path, chart) for chart in desk.charts],
        data_root=relative(path, "data/"),
        interactive=True,
        scripts=("charts.js",),
        styles=("charts.css",),
    )


def chart_view(desk: Desk, start: str, chart: Chart) -> ChartView:
    """Show a chart in the desk's language on the page at `start`."""
    return ChartView(
        id=chart.id,
        title=desk.text(chart.title),
        subtitle=desk.text(chart.subtitle),
        summary=desk.text(chart.summary),
        svg=desk.text(chart.svg),
        figure=desk.text(chart.figure),
        tables=tuple(_table(desk, start, chart, number) for number in range(len(chart.tables))),
        notes=tuple(desk.text(note) for note in chart.notes),
        sources=tuple(desk.text(source) for source in chart.sources),
        downloads=tuple(Link(path.removeprefix("data/"), relative(start, path)) for path in chart.downloads),
    )


def _table(desk: Desk, start: str, chart: Chart, number: int) -> Table:
    """Show a chart's table, each row with the page behind it; its id is what pictures link to."""
    table = chart.tables[number]
    links = table.links or ("",) * len(table.rows)
    return Table(
        f"{chart.id}-table-{number + 1}",
        desk.text(table.title) if table.title else desk.say("The figures"),
        tuple(desk.text(column) for column in table.columns),
        tuple(_row(desk, start, table, row, link) for row, link in zip(table.rows, links, strict=True)),
    )


def _row(desk: Desk, start: str, table: ChartTable, row: Sequence[Value], link: str) -> Row:
    cells = tuple(_cell(desk, value, unit) for value, unit in zip(row, table.units, strict=True))
    return Row(cells, desk.link(start, link) if link else "")


def _cell(desk: Desk, value: Value, unit: str) -> Cell:
    """Write a figure by its unit; a missing one is shown as missing, never as zero."""
    if value is None:
        return Cell("–", True, True)
    if isinstance(value, Mapping):
        return Cell(desk.text(value), False, False)
    if isinstance(value, str):
        return Cell(value, False, False)
    if unit == "year":
        return Cell(str(int(value)), False, False)
    return Cell(desk.words.number(value, digits=2 if unit == "percent" else 1), False, True)

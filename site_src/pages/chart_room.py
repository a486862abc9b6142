"""The charts: each with its picture, its words, its figures and their sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape

from site_src.addresses import chart_row, relative
from site_src.model import Chart, ChartTable, Page, Words
from site_src.pages.desk import Desk
from site_src.pages.frame import framed
from site_src.pages.views import Link
from site_src.wording.dates import day_words

EMBED_CSP = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'"
"""The policy of a chart that others show: no script, and nothing from elsewhere."""
Value = str | float | Words | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure as a reader sees it, and whether it is missing."""

    text: str
    missing: bool
    number: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row of figures, its own place on the page, and the page behind it."""

    id: str

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
class Option:
    """A part of a chart that a reader shows or hides, with its words."""

    layer: str
    label: str


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
    picture: Link
    """The picture as a file."""
    permalink: str
    """The chart's own address: absolute where the site's is known."""
    citation: str
    embed: Link
    """A page of nothing but the chart, to be shown inside other pages."""
    embed_code: str
    choice: str
    """What is chosen among the options; empty if there is nothing to choose."""
    options: tuple[Option, ...]
    """Of which one is shown at a time, the first at first."""
    boxes: tuple[Option, ...]
    """What can be shown and hidden by itself."""


def pages(desk: Desk) -> Iterator[Page]:
    """Plan the page of all charts, and a page for each that others can show inside theirs."""
    path = desk.path("charts.html")
    yield framed(
        desk,
        "charts.html",
        "charts.html",
        desk.say("Charts"),
        lead=desk.say("Each chart with its figures, its sources and its gaps."),
        charts=[chart_view(desk, path, chart) for chart in desk.charts],
        data_root=relative(path, "data/"),
        pack=relative(path, "data/data-pack.zip"),
        interactive=True,
        scripts=("charts.js", *sorted({chart.script for chart in desk.charts if chart.script})),
        styles=("charts.css",),
    )
    yield from (_embed(desk, chart) for chart in desk.charts)


def _embed(desk: Desk, chart: Chart) -> Page:
    """Plan the page of one chart, without scripts, whose links open outside of the frame that it is shown in."""
    name = embed_name(chart.id)
    path = desk.path(name)
    page = framed(desk, name, "charts/embed.html", desk.text(chart.title), robots="noindex")
    view = chart_view(desk, path, chart)
    svg = view.svg.replace('<a href="', '<a target="_top" href="../')
    own = {"chart": replace(view, svg=svg), "whole": desk.link(path, f"charts.html#{chart.id}"), "csp": EMBED_CSP}
    return replace(page, context={**page.context, **own})


def embed_name(id: str) -> str:
    """Name a chart's page for other sites, without its language's folder."""
    return f"embed/{id}.html"


def chart_view(desk: Desk, start: str, chart: Chart) -> ChartView:
    """Show a chart in the desk's language on the page at `start`."""
    address = _absolute(desk, f"charts.html#{chart.id}")
    chosen = [one for one in chart.switches if one.choice]
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
        picture=Link("SVG", relative(start, f"data/charts/{chart.id}.{desk.language}.svg")),
        permalink=address,
        citation=_citation(desk, chart, address),
        embed=Link(desk.say("This chart alone"), relative(start, desk.path(embed_name(chart.id)))),
        embed_code=_embed_code(desk, chart),
        choice=desk.text(chosen[0].choice) if chosen else "",
        options=tuple(Option(one.layer, desk.text(one.label)) for one in chosen),
        boxes=tuple(Option(one.layer, desk.text(one.label)) for one in chart.switches if not one.choice),
    )


def _absolute(desk: Desk, name: str) -> str:
    """Give a page's address: in the web where the topic says it, else in the site's folder."""
    return f"{desk.topic.base_url}{desk.path(name)}"


def _citation(desk: Desk, chart: Chart, address: str) -> str:
    """Say how to name the chart in a text: site, finding, day, figures, address."""
    return desk.say(
        "%(site)s, “%(title)s”, chart, as of %(day)s. Figures: %(sources)s. %(address)s",
        site=desk.text(desk.topic.title),
        title=desk.text(chart.title),
        day=day_words(desk.timeline.as_of, desk.words),
        sources="; ".join(desk.text(source) for source in chart.sources),
        address=address,
    )


def _embed_code(desk: Desk, chart: Chart) -> str:
    """Write the markup that shows the chart inside another page."""
    address, title = (escape(part) for part in (_absolute(desk, embed_name(chart.id)), desk.text(chart.title)))
    return f'<iframe src="{address}" title="{title}" width="100%" height="640" loading="lazy"></iframe>'


def _table(desk: Desk, start: str, chart: Chart, number: int) -> Table:
    """Show a chart's table, each row with the page behind it; its id is what pictures link to."""
    table = chart.tables[number]
    links = table.links or ("",) * len(table.rows)
    return Table(
        f"{chart.id}-table-{number + 1}",
        desk.text(table.title) if table.title else desk.say("The figures"),
        tuple(desk.text(column) for column in table.columns),
        tuple(
            _row(desk, start, table, row, link, chart_row(chart.id, number + 1, count).partition("#")[2])
            for count, (row, link) in enumerate(zip(table.rows, links, strict=True), 1)
        ),
    )


def _row(desk: Desk, start: str, table: ChartTable, row: Sequence[Value], link: str, id: str) -> Row:
    cells = tuple(_cell(desk, value, unit) for value, unit in zip(row, table.units, strict=True))
    return Row(id, cells, desk.link(start, link) if link else "")


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

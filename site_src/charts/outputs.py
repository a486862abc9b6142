"""All files that charts need beside their pages, by path in the site.

assets/plotly/plotly.min.js, plotly.css, LICENSE.txt   the bundle, its styles, its licence
assets/outlines/LICENSE.txt                            of the outlines that a map is drawn with
assets/data/chart-ID.LANG.js                           an interactive figure that registers itself
data/charts/ID.LANG.json                               the same figure; not for a chart without one
data/charts/ID.LANG.svg                                the picture with its title and sources; the script has it too, for PNG
data/charts/ID.csv, ID-2.csv, ID.json                  the chart's tables
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from site_src.charts import standalone
from site_src.charts.bundles import Bundle
from site_src.charts.kinds import MAP, csv_path
from site_src.charts.outlines import Atlas
from site_src.charts.series import as_csv
from site_src.model import Chart, ChartTable, Words
from site_src.topic.values import Topic


def files(charts: Sequence[Chart], topic: Topic, plotly: Bundle, atlas: Atlas | None = None) -> Mapping[str, bytes]:
    """Give the files; nothing of Plotly where there is no chart, and no licence of outlines where none are drawn."""
    mapped = atlas is not None and any(chart.id == MAP for chart in charts)
    licence = {"assets/outlines/LICENSE.txt": atlas.licence} if atlas and mapped else {}
    return {**dict(_all(charts, topic, plotly)), **licence} if charts else {}


def _all(charts: Sequence[Chart], topic: Topic, plotly: Bundle) -> Iterator[tuple[str, bytes]]:
    yield "assets/plotly/plotly.min.js", plotly.bytes
    yield "assets/plotly/plotly.css", plotly.style
    yield "assets/plotly/LICENSE.txt", plotly.licence
    guards = json.dumps(plotly.guards)
    for chart in charts:
        for language in chart.svg:
            picture = standalone.svg(chart, language, _word(topic.title, (language,)))
            figure = chart.figure.get(language, "")
            yield f"data/charts/{chart.id}.{language}.svg", picture.encode()
            yield f"assets/data/chart-{chart.id}.{language}.js", _script(chart, language, guards, figure, picture)
            if figure:
                yield f"data/charts/{chart.id}.{language}.json", f"{figure}\n".encode()
        for number, table in enumerate(chart.tables, 1):
            yield csv_path(chart.id, number), _csv(table, topic.languages[:1] or tuple(chart.title)[:1])
        yield f"data/charts/{chart.id}.json", _json(chart)


def _script(chart: Chart, language: str, guards: str, figure: str, picture: str) -> bytes:
    """Write what registers a figure; a chart without one has its picture there, for PNG."""
    name = json.dumps(f"{chart.id}.{language}")
    parts = f'"guards":{guards},"figure":{figure},' if figure else ""
    return f'(self.linimasaCharts=self.linimasaCharts||{{}})[{name}]={{{parts}"svg":{json.dumps(picture)}}};\n'.encode()


def _csv(table: ChartTable, languages: Sequence[str]) -> bytes:
    def plain(cell: object) -> object:
        return _word(cell, languages) if isinstance(cell, Mapping) else cell

    return as_csv([_word(column, languages) for column in table.columns], (list(map(plain, row)) for row in table.rows))


def _word(words: Words, languages: Sequence[str]) -> str:
    return next((words[language] for language in languages if language in words), next(iter(words.values()), ""))


def _json(chart: Chart) -> bytes:
    told = {
        "id": chart.id,
        "title": dict(chart.title),
        "subtitle": dict(chart.subtitle),
        "summary": dict(chart.summary),
        "notes": [dict(note) for note in chart.notes],
        "sources": [dict(source) for source in chart.sources],
        "tables": [_table(table) for table in chart.tables],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _table(table: ChartTable) -> dict[str, object]:
    rows = [[dict(cell) if isinstance(cell, Mapping) else cell for cell in row] for row in table.rows]
    return {
        "columns": [dict(column) for column in table.columns],
        "links": list(table.links),
        "rows": rows,
        "title": dict(table.title),
        "units": list(table.units),
    }

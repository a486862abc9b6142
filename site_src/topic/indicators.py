"""`indicators.toml` and `tables/indicators.csv`: series of figures by country and year; `measures.toml`: claims."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR
from pathlib import Path

from site_src.model import Issue
from site_src.topic.settings import Section, each_section, keep_known, typed
from site_src.topic.tables import LEFT_OUT, Line, Table, read_table
from site_src.topic.values import Indicator, Measure
from site_src.topic.wrong import Wrong, issue

_COLUMNS = ("country", "year", "indicator", "value")
MEASURES = "measures.toml"
WORLD = "WLD"
"""The id of the world's own row."""
Values = dict[str, dict[str, dict[int, float]]]


def read_indicators(folder: Path, countries: Collection[str]) -> tuple[Mapping[str, Indicator], tuple[Issue, ...]]:
    """Read the indicators by their ids. A missing figure is missing, never zero."""

    def make(section: Section) -> Indicator:
        empty = {f"default_{name}": "" for name in ("code", "unit", "source", "licence", "vintage")}
        return typed(section.keys, Indicator, id=section.id, values={}, default_units={}, default_derived={}, **empty)

    indicators, issues = each_section(folder, "indicators.toml", make, Indicator)
    table, found = read_table(folder, "indicators", _COLUMNS)
    names = {name: one.id for one in indicators for name in (one.code, one.id) if name}
    values, wrong = _values(table, {*countries, WORLD}, names)
    filled = {one.id: replace(one, values=values.get(one.id, {})) for one in indicators}
    return filled, (*issues, *found, *wrong)


def _values(table: Table, countries: Collection[str], names: Mapping[str, str]) -> tuple[Values, tuple[Issue, ...]]:
    """Read the figures, thousands of them: the plain way first, the careful one only for what it refuses."""
    values: Values = {}
    issues = []
    for line in table.lines:
        cells = line.cells
        try:
            name, country, value = names[cells["indicator"]], cells["country"], float(cells["value"])
            years = values.setdefault(name, {}).setdefault(country, {})
            year = int(cells["year"])
            if country not in countries or year in years or not math.isfinite(value) or not MINYEAR <= year <= MAXYEAR:
                raise ValueError("not a figure")
            years[year] = value
        except (KeyError, ValueError):
            issues.append(issue(table.path, line.number, _wrong(line, countries, names), LEFT_OUT))
    clean = {name: {country: years for country, years in rows.items() if years} for name, rows in values.items()}
    return clean, tuple(issues)


def _wrong(line: Line, countries: Collection[str], names: Mapping[str, str]) -> Wrong:
    """Say what is wrong with a line that could not be read as a figure."""
    try:
        line.reference("country", countries, f"an id of countries.csv or {WORLD}")
        line.reference("indicator", names, "an id or a code of indicators.toml")
        if not MINYEAR <= line.number_in("year") <= MAXYEAR:
            return Wrong("year", line.text("year"), f"a year from {MINYEAR} to {MAXYEAR}")
        if not math.isfinite(float(line.text("value"))):
            raise ValueError("not finite")
    except Wrong as wrong:
        return wrong
    except ValueError:
        return Wrong("value", line.text("value"), "a number with a full stop before its decimals")
    where = f"{line.text('country')} {line.text('year')} {line.text('indicator')}"
    return Wrong("year", where, "one figure a country, year and indicator", code="duplicate")


def read_measures(
    folder: Path, indicators: Collection[str], statuses: Collection[str]
) -> tuple[tuple[Measure, ...], tuple[Issue, ...]]:
    """Read the measures, in the order of the file."""

    def make(section: Section) -> Measure:
        given = {"default_words": {}, "default_refuses": {}, "default_indicators": (), "default_status": ""}
        return typed(section.keys, Measure, id=section.id, default_computes="none", default_tolerance=0.05, **given)

    made, issues = each_section(folder, MEASURES, make, Measure)
    some, first = keep_known(folder, MEASURES, made, "indicators", indicators, "an id of indicators.toml")
    kept, second = keep_known(folder, MEASURES, some, "status", statuses, "an id of statuses.toml")
    return kept, (*issues, *first, *second)

"""Points of the interactive figures: the table's values, and for each the entry or row behind it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from msgspec import structs

from site_src import charts, topic
from site_src.charts import standalone
from site_src.charts.remarks import SIGNS
from site_src.model import Chart
from site_src.topic.values import Topic
from tests.charts.reported import everything, measured

FIGURES = ("shares", "by-country:population", "by-country:gdp_nominal", "by-country:gdp_ppp", "sums:gdp_nominal")
ROW = re.compile(r"charts\.html#(?P<chart>.+)-(?P<table>\d+)-(?P<row>\d+)")


@pytest.fixture(scope="module")
def shipped(project) -> Topic:
    """The topic that the project ships."""
    return replace(topic.load(project / "content")[0], charts=(*FIGURES, "membership", "status-lanes"))


@pytest.fixture(scope="module")
def drawn(shipped) -> dict[str, Chart]:
    """Its charts of figures, and all kinds of the league."""
    league = charts.draw(measured(*charts.KINDS), languages=("en",), **everything())
    own = charts.draw(shipped, (), languages=("en",))
    return {f"league {one.id}": one for one in league} | {one.id: one for one in own}


def traces(chart: Chart) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(chart.figure["en"])["data"]
    return found


def heads(chart: Chart) -> list[str]:
    return [str(head["en"]) for head in chart.tables[0].columns]


def test_every_point_leads_to_an_entry_or_a_row_that_is_there(drawn):
    """Nothing that can be hovered is without a page behind it; a row's address names a row of the same chart."""
    seen = 0
    for chart in (one for one in drawn.values() if one.figure):
        for trace in traces(chart):
            assert len(trace["customdata"]) == len(trace["text"]), (chart.id, trace["name"])
            for target, text in zip(trace["customdata"], trace["text"], strict=True):
                assert target or not text, (chart.id, trace["name"], text)
                if found := ROW.fullmatch(target):
                    assert found["chart"] == chart.id
                    assert int(found["row"]) <= len(chart.tables[int(found["table"]) - 1].rows)
                    seen += 1

    assert seen > 500


@pytest.mark.parametrize("id", [name.replace(":", "-").replace("_", "-") for name in FIGURES])
def test_a_point_of_a_year_has_the_values_of_its_row(drawn, id):
    """The row that it leads to is the year's; its height stands in the row, and its words have the same figure."""
    chart = drawn[id]
    column = {name: number for number, name in enumerate(heads(chart))}
    rows = {row[0]: row for row in chart.tables[0].rows}
    digits = None if id.startswith("sums") else 2
    compared = 0
    for trace in traces(chart):
        names = [name for name in column if name.startswith(trace["name"].replace("<br>", " ").rstrip(SIGNS))]
        for year, height, text in zip(trace["x"], trace["y"], trace["text"], strict=True):
            if trace["meta"].get("layer") == "throughout":
                assert height is None or round(height, digits) in [cell for cell in rows[year] if cell != ""]
            elif names:
                cell = rows[year][column[names[0]]]
                assert cell == (None if height is None else round(height, digits)), (trace["name"], year)
            elif height is not None:  # the smaller countries together
                parts = [rows[year][column[name]] for name in column if name in text.partition(":")[0]]
                assert sum(part for part in parts if part) == pytest.approx(
                    height, abs=0.005 * len(parts) + 1e-9, rel=1e-9
                )
            if height is not None and digits:
                assert f"{height:.2f}%" in text
            compared += 1

    assert compared > 100


def test_steps_have_the_counts_of_the_table(drawn):
    """The last step of a year is the count of the year's end, and each step's words have its count."""
    chart = drawn["membership"]
    rows = {row[0]: row for row in chart.tables[0].rows}
    for trace in traces(chart):
        column = heads(chart).index(trace["name"])
        for day, after, count, text in zip(
            trace["x"], [*trace["x"][1:], "9999"], trace["y"], trace["text"], strict=True
        ):
            if after[:4] != day[:4] and "From then on 0" not in text:
                assert rows[int(day[:4])][column] == count
            assert re.search(rf"\b({count}|0)\.$", text), text


@pytest.mark.parametrize(("layer", "begins"), [("in-force", "In force"), ("decided", "Decided")])
def test_bars_begin_and_end_on_the_days_of_the_table(drawn, shipped, layer, begins):
    """Each bar is a row: its country, its status, the day that was chosen; where no decision is known, that of force."""
    chart = drawn["status-lanes"]
    column = {name: number for number, name in enumerate(heads(chart))}
    expected, found = [], []
    for row in chart.tables[0].rows:
        start = str(row[column[begins]] or row[column["In force"]])
        expected.append((row[0]["en"], row[1]["en"], start))  # type: ignore[index,call-overload]
    for trace in traces(chart):
        if trace["meta"]["layer"] == layer:
            assert trace.get("visible", True) == (layer == "in-force")
            found += [(country, trace["name"], base) for country, base in zip(trace["y"], trace["base"], strict=True)]

    last = {"2010-05": "2010-05-31", "2016-03": "2016-03-31"}
    assert sorted((country, status, last.get(start, start)) for country, status, start in expected) == sorted(found)


def test_a_status_without_a_day_of_decision_is_named(drawn):
    """The founders' rows have none: the bars stay, and a note says whose they are."""
    notes = [note["en"] for note in drawn["status-lanes"].notes]
    lacking = {row[0]["en"] for row in drawn["status-lanes"].tables[0].rows if not row[2]}  # type: ignore[index,call-overload]

    assert lacking
    assert any("No day of decision is known" in note and all(name in note for name in lacking) for note in notes)


def test_without_any_day_of_decision_there_is_nothing_to_choose():
    """The league's table has none: one view, no switch, no hidden bars."""
    chart = charts.draw(measured("status-lanes"), (), languages=("en",))[0]

    assert chart.switches == ()
    assert "data-layer" not in chart.svg["en"]
    assert not any("layer" in trace["meta"] for trace in traces(chart))


def test_a_status_ends_where_the_next_was_decided():
    """An observer whose membership was decided a month before it came into force is one until the decision."""
    league = measured("status-lanes")
    spells = tuple(
        replace(one, decided=structs.replace(one.start, earliest=date(2005, 1, 10), latest=date(2005, 1, 10)))
        if one.country == "DDD" and one.status == "member"
        else one
        for one in league.spells
    )
    chart = charts.draw(replace(league, spells=spells), (), languages=("en",))[0]
    bars = {
        (trace["meta"]["layer"], trace["name"]): (base, length // 86_400_000)
        for trace in traces(chart)
        for country, base, length in zip(trace["y"], trace["base"], trace["x"], strict=True)
        if country == "Barat"
    }

    assert bars["in-force", "Observers"] == ("2003-05-31", 621)
    assert bars["decided", "Observers"] == ("2003-05-31", 590)
    assert bars["decided", "Members"][0] == "2005-01-10"


def test_columns_and_strokes_have_the_counts_of_the_table(drawn):
    """Entries by kind and year; articles by outlet and month."""
    entries, articles = drawn["league entries"], drawn["league articles"]
    rows = {row[0]: row for row in entries.tables[0].rows}
    for trace in traces(entries):
        for year, count, text in zip(trace["x"], trace["y"], trace["text"], strict=True):
            assert count in rows[year] or count == sum(rows[year][7:])  # type: ignore[arg-type]
            assert f": {count} entr" in text
    stated = sum(int(row[2]) for row in articles.tables[0].rows)  # type: ignore[call-overload]
    told = sum(int(re.search(r"(\d+) article", text)[1]) for text in traces(articles)[0]["text"])  # type: ignore[index]

    assert stated == told


def test_breaks_are_footnotes(drawn, shipped):
    """The sign beside a measure in picture and legend is the sign before the note that says what not to compare."""
    chart = drawn["shares"]
    broken = [one for one in shipped.indicators.values() if one.breaks]
    notes = [note["en"] for note in chart.notes]

    assert len(broken) == 3
    for sign, indicator in zip(SIGNS, broken, strict=False):
        assert f"{sign} {indicator.names['en']} — {indicator.breaks['en']}" in notes
        assert sum(trace["name"].endswith(sign) for trace in traces(chart)) == 1
        assert sign in chart.svg["en"]
    assert "Population¹ by country" in drawn["by-country-population"].subtitle["en"]


def test_what_is_not_chosen_stays_hidden_where_links_are_taken_away(drawn):
    """Files and editions drop links: each shape of the other day is hidden by itself."""
    chart = drawn["status-lanes"]
    shapes = re.findall(r"<rect class=\"chart-bar\"[^>]*>", standalone.svg(chart, "en", "a site"))
    other = [shape for shape in shapes if 'data-layer="decided"' in shape]

    assert len(other) > 30
    assert all('display="none"' in shape for shape in other)

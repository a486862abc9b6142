"""Shares and sums by country: piles that add up, gaps that stay gaps, colours that stay with their countries."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_src import charts
from site_src.charts.stack.pile import SHOWN, Unit, pile
from site_src.model import Chart
from site_src.topic import figures
from site_src.topic.values import Topic
from tests.charts.invented import indicator, league
from tests.charts.subject import subject


def drawn(*names: str, topic: Topic | None = None) -> list[Chart]:
    """Draw the league's piles."""
    return list(charts.draw(replace(topic or league(), charts=names), (), languages=("en",)))


def test_a_topic_names_the_indicator_after_a_colon():
    """One kind draws a chart for each indicator that is asked for."""
    expected = ["by-country-population", "by-country-gdp", "sums"]
    found = [chart.id for chart in drawn("by-country:population", "by-country:gdp", "sums")]

    assert expected == found


def test_an_indicator_that_there_is_none_of_is_named():
    """A mistyped indicator stops the build with those that there are."""
    with pytest.raises(charts.UnknownChart, match="no indicator gpd; there are population, gdp"):
        drawn("sums:gpd")


def test_the_pile_is_the_share():
    """What the countries make up together is the members' share of the same year."""
    found = pile(subject(league(), of="population"), "by-country", Unit.PERCENT)
    assert found is not None

    assert {year: figures.share(league(), "population", year) for year in found.years} == {
        year: pytest.approx(found.total(year)) for year in found.years
    }


def test_a_year_in_which_a_member_has_no_figure_is_no_pile():
    """The others' figures stand in the table; in the picture and the figure there is nothing."""
    chart = drawn("by-country:gdp")[0]
    rows = {row[0]: row for row in chart.tables[0].rows}
    heads = [str(head["en"]) for head in chart.tables[0].columns]
    bars = [trace for trace in json.loads(chart.figure["en"])["data"] if trace["type"] == "bar"]

    assert rows[2001][heads.index("Selatan")] is None
    assert rows[2001][heads.index("Timur")] == 10.0
    assert rows[2001][heads.index("Barat")] == ""
    assert rows[2001][heads.index("All members")] is None
    assert not [trace for trace in bars if 2001 in trace["x"]]


def test_sums_are_in_the_indicators_own_unit():
    """No percent, and no figure of the world needed."""
    topic = league()
    without = indicator("ships", {id: {2002: 7.0} for id in ("AAA", "BBB", "CCC")})
    chart = drawn("sums:ships", topic=replace(topic, indicators={"ships": without}))[0]

    assert chart.title["en"] == "In 2002 the members' measure ships was 21"
    assert chart.tables[0].units[-2:] == ("count", "count")


def test_a_country_keeps_its_colour():
    """Ranks differ from indicator to indicator; colours do not where the same countries are shown."""
    topic = league()
    turned = {id: {2005: 10.0 + number} for number, id in enumerate(("AAA", "BBB", "CCC", "DDD"))}
    other = indicator("ships", {**turned, "WLD": {2005: 100.0}})
    both = replace(topic, indicators={**topic.indicators, "ships": other})
    colours = [
        {layer.countries: layer.series for layer in found.layers}
        for of in ("population", "ships")
        if (found := pile(subject(both, of=of), "by-country", Unit.PERCENT))
    ]

    assert colours[0] == colours[1]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.none() | st.floats(0.5, 60), min_size=4, max_size=4),
    st.none() | st.floats(300, 900),
)
def test_no_pile_exceeds_the_whole_and_nobody_is_zero_silently(values, world):
    """A pile is at most 100, and there is one only where every member and the world have a figure."""
    own = {id: {2005: value} for id, value in zip(("AAA", "BBB", "CCC", "DDD"), values, strict=True) if value}
    whole = {"WLD": {2005: world}} if world else {}
    topic = replace(league(), indicators={"ships": indicator("ships", {**own, **whole})})
    found = pile(subject(topic, of="ships"), "by-country", Unit.PERCENT)

    assert (found is not None) == (all(values) and world is not None)
    if found:
        assert found.total(2005) <= 100.0000001
        assert set(found.heights[2005]) == set(figures.members_of_year(topic, 2005))
        assert len(found.layers) <= SHOWN + 1

"""The interactive figures: validated, drawn by both bundles, and equal to the tables."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from site_src import charts
from site_src.charts import figure
from site_src.charts.words import speak
from tests.charts.invented import league


def figures(language: str = "en") -> dict[str, dict]:
    """Draw the league's charts and read their figures."""
    topic = replace(league(), charts=tuple(charts.KINDS))
    drawn = charts.draw(topic, (), languages=(language,))
    return {chart.id: json.loads(chart.figure[language]) for chart in drawn if chart.figure}


def test_every_figure_keeps_the_rules():
    """No template, no title, fixed ids, only kinds of the small bundle, and nothing that sends data."""
    for id, whole in figures().items():
        assert {"config", "data", "layout", "words"} == set(whole)
        assert not {"template", "title"} & set(whole["layout"])
        assert [f"{id}-{number}" for number in range(len(whole["data"]))] == [trace["uid"] for trace in whole["data"]]
        assert {trace["type"] for trace in whole["data"]} <= figure.DRAWN
        assert whole["config"]["showSendToCloud"] is False
        assert whole["config"]["plotlyServerURL"] == ""


def test_a_kind_that_the_small_bundle_cannot_draw_fails_the_build():
    """It would be drawn as a scatter, and nobody would be told."""
    trace = {"type": "heatmap", "z": [[1]], "text": [""], "series": 1}
    with pytest.raises(figure.NotDrawn, match="chart corpus: plotly's basic bundle cannot draw a heatmap trace"):
        figure.as_json("corpus", [trace], {}, speak("en"))


def test_a_mistake_in_a_figure_is_not_passed_on():
    """Plotly's own validator sees every figure."""
    trace = {"type": "scatter", "colour": "red", "text": [], "series": 1}
    with pytest.raises(ValueError, match="Invalid property"):
        figure.as_json("corpus", [trace], {}, speak("en"))


def test_shares_are_those_of_the_table():
    """Figure and table give the same numbers and the same gaps."""
    topic = replace(league(), charts=("shares",))
    chart = charts.draw(topic, (), languages=("en",))[0]
    traces = json.loads(chart.figure["en"])["data"]

    expected = [list(column) for column in zip(*chart.tables[0].rows, strict=True)][:3]
    found = [traces[0]["x"], *(trace["y"] for trace in traces[:2])]

    assert expected == found


def test_each_point_says_its_value_as_the_language_writes_it():
    """What the pointer shows and the keys read is a sentence with the table's figure."""
    expected = ("2005, ukuran population: 40,00% (4 negara)", "2005, measure population: 40.00% (4 countries)")
    found = tuple(
        next(text for text in figures(language)["shares"]["data"][0]["text"] if text.startswith("2005"))
        for language in ("id", "en")
    )

    assert expected == found


def test_labels_of_the_pointer_hold_no_tags():
    """Plotly reads some tags in labels; a name with one is shown letter by letter."""
    assert figure._folded("a <b>bold</b> name & more", 36) == "a &lt;b&gt;bold&lt;/b&gt; name &amp; more"

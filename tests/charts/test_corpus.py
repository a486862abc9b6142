"""The charts of the corpus: what is counted, for whom, and that gaps stay in sight."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from site_src import charts
from site_src.model import Article, Chart, Event, between, in_month, in_year, on_day
from site_src.topic.values import Topic
from tests.charts.invented import league
from tests.charts.reported import article, event


def drawn(kind: str, events: tuple[Event, ...] = (), articles: tuple[Article, ...] = ()) -> Chart:
    """Draw one chart of the corpus."""
    topic: Topic = replace(league(), charts=(kind,))
    return charts.draw(topic, events, languages=("en",), articles=articles)[0]


def test_entries_are_counted_by_year_and_an_empty_year_stays():
    """Nothing is told of 2002: the column is empty, the row says zero, and the words name the year."""
    chart = drawn(
        "entries",
        (
            event("a", on_day(date(2001, 3, 1)), "founding"),
            event("b", in_year(2001), "meeting"),
            event("c", in_month(2003, 5), "meeting"),
            event("d", between(date(2001, 12, 1), date(2002, 2, 1)), "meeting"),
        ),
    )

    assert chart.title["en"] == "3 entries from 2001 to 2003, most of them in 2001"
    assert [(row[0], row[1]) for row in chart.tables[0].rows] == [(2001, 2), (2002, 0), (2003, 1)]
    assert "Years without an entry: 2002." in chart.summary["en"]
    assert chart.notes[0]["en"] == "1 entry that may lie in more than one year is left out."


def test_articles_count_for_those_who_reported():
    """A retelling counts for the outlets that it tells again; a copy and an undated article for nobody."""
    chart = drawn(
        "articles",
        articles=(
            article("a", on_day(date(2001, 3, 2)), "Northern Herald"),
            article("b", on_day(date(2001, 3, 9)), "Own Pages", retells=("Northern Herald", "Eastern Post")),
            article("c", on_day(date(2001, 6, 1)), "Northern Herald"),
            article("d", on_day(date(2001, 6, 1)), "Western Wire", copy_of="c"),
            article("e", None, "Southern Star"),
        ),
    )

    assert chart.title["en"] == "3 articles in 2 of 4 months"
    assert chart.tables[0].rows == (
        ("2001-03", "Eastern Post", 1),
        ("2001-03", "Northern Herald", 2),
        ("2001-06", "Northern Herald", 1),
    )
    assert chart.tables[0].links[0] == "articles/b.html"
    assert "1 article whose month of publication nobody knows is left out." in [note["en"] for note in chart.notes]


def test_a_stroke_leads_to_the_article():
    """Picture, figure and table tell of the same month; the figure opens its first article."""
    chart = drawn("articles", articles=(article("a", on_day(date(2001, 3, 2)), "Northern Herald"),))
    trace = json.loads(chart.figure["en"])["data"][0]

    assert trace["text"] == ["March 2001, Northern Herald: 1 article"]
    assert trace["customdata"] == ["articles/a.html"]
    assert "March 2001, Northern Herald: 1 article" in chart.svg["en"]

"""Claims of the press on the charts: where they stand, what they say, and where they lead."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

from site_src import charts
from site_src.model import Chart, Claim, on_day
from tests.charts.invented import league
from tests.charts.reported import SHARE, article, claim

SVG = "{http://www.w3.org/2000/svg}"


def drawn(claims: Sequence[Claim]) -> Chart:
    """Draw the league's shares with claims."""
    topic = replace(league(), charts=("shares",), measures=(SHARE,))
    return charts.draw(
        topic,
        (),
        languages=("en",),
        claims=claims,
        articles=(article("herald-1", on_day(date(2006, 1, 5)), "Northern Herald"),),
    )[0]


def diamonds(chart: Chart) -> list[ET.Element]:
    """List the marks of claims in the wide picture, linked ones and others, without the key's."""
    wide = next(iter(ET.fromstring(f"<both>{chart.svg['en']}</both>")))
    linked = [link for link in wide.iter(f"{SVG}a") if link.find(f"{SVG}path") is not None]
    return linked + [one for one in wide.iter(f"{SVG}path") if "chart-mark" in one.get("class", "") and len(one)]


def test_a_claim_says_who_says_it_and_what_the_data_say():
    """Outlet, date, the stated figure, the measure and year, the tables' figure and the verdict are one sentence."""
    chart = drawn([claim("a", 41, 2005, found=40.0)])

    expected = "Northern Herald, 5 January 2006: more than 41%. Measure population in 2005: 40% – the data agree."
    found = [next(one.itertext()).strip() for one in diamonds(chart)]

    assert [expected] == found
    assert expected in json.loads(chart.figure["en"])["data"][-1]["text"]


def test_a_claim_leads_to_its_verdict_from_picture_figure_and_table():
    """The three name the same place."""
    chart = drawn([claim("a", 41, 2005, found=40.0)])

    assert 'href="claims.html#claim-a"' in chart.svg["en"]
    assert json.loads(chart.figure["en"])["data"][-1]["customdata"] == ["claims.html#claim-a"]
    assert chart.tables[1].links == ("claims.html#claim-a",)


def test_the_axis_reaches_what_is_stated():
    """A share of 80 percent stands at 80, not outside the picture."""
    chart = drawn([claim("a", 80, 2005, found=40.0, verdict="does-not-hold")])

    assert ">80%<" in chart.svg["en"]
    assert "chart-hollow" in (diamonds(chart)[0][-1]).get("class", "")


def test_crowded_claims_share_a_link_to_their_table():
    """Marks too close for a finger keep their places; one of them tells of both."""
    chart = drawn([claim("a", 40, 2005, found=40.0), claim("b", 41, 2005, found=40.0), claim("c", 5, 1999, found=20.0)])
    wide = next(iter(ET.fromstring(f"<both>{chart.svg['en']}</both>")))
    links = [link.get("href") for link in wide.iter(f"{SVG}a")]

    assert len(diamonds(chart)) == 3
    assert sorted(href for href in links if href) == ["charts.html#shares-table-2", "claims.html#claim-c"]


def test_a_claim_about_a_country_is_no_point_of_the_members_line():
    """What one state has is not what all have."""
    chart = drawn([claim("a", 10, 2005, found=10.0, subject="AAA")])

    assert diamonds(chart) == []
    assert len(chart.tables) == 1


def test_todays_members_throughout_are_a_line_that_can_be_hidden():
    """The dashed line counts today's four states also in 1999, and is named for the reader's switch."""
    chart = drawn(())
    column = [str(head["en"]) for head in chart.tables[0].columns].index(
        "Measure population, today's members throughout"
    )

    assert chart.tables[0].rows[0][0] == 1999
    assert chart.tables[0].rows[0][column] == 40.0
    assert [(one.layer, one.label["en"]) for one in chart.switches] == [("throughout", "Today's members throughout")]
    assert 'stroke-dasharray="6 4" data-layer="throughout"' in chart.svg["en"]

"""Who meets whom: pairs of people or countries, from the entries that tell them together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations
from types import SimpleNamespace
from typing import Any, cast
from xml.etree import ElementTree as ET

import pytest

from site_src import charts
from site_src.model import Chart, Event, on_day
from site_src.topic.values import Entity, Kind, Topic
from tests.charts.invented import league

SVG = "{http://www.w3.org/2000/svg}"
FIRST = ("Ana", "Bo", "Cira", "Dovel", "Emre", "Fara", "Goran", "Hana")
LAST = ("Kereng", "Lumira", "Mestari", "Nordal", "Osten")


def kind(id: str, actors: str) -> Kind:
    """Make a kind of entry that needs so many actors."""
    return cast("Kind", SimpleNamespace(id=id, actors=actors, names={"en": id.capitalize()}))


def known(number: int) -> Topic:
    """Make the league with so many people; those of the first names' first letters live in its states in turn."""
    names = [f"{first} {last}" for last in LAST for first in FIRST][:number]
    homes = ("AAA", "BBB", "CCC", "DDD")
    people = {
        f"p{at:02}": Entity(f"p{at:02}", "person", {"en": name}, (), country=homes[at % 4])
        for at, name in enumerate(names)
    }
    kinds = (kind("meeting", "two"), kind("summit", "none"))
    return replace(league(), entities={**league().entities, **people}, kinds=kinds)


def met(day: date, *actors: str, of: str = "meeting", stance: str = "told") -> Event:
    """Make an entry that tells some together."""
    id = f"{day}-{'-'.join(actors)}"
    fields: dict[str, Any] = {"id": id, "when": on_day(day), "kind": of, "stance": stance, "actors": actors}
    return cast("Event", SimpleNamespace(**fields, rows=(), title={"en": f"Meeting of {' and '.join(actors)}"}))


def drawn(topic: Topic, *events: Event, of: str = "meetings") -> tuple[Chart, ...]:
    """Draw the chart, where there is one."""
    return charts.draw(replace(topic, charts=(of,)), events, languages=("en",))


def squares(chart: Chart, variant: int = 0) -> dict[str, tuple[str, str]]:
    """Give each square's words, number and address."""
    picture = list(ET.fromstring(f"<both>{chart.svg['en']}</both>"))[variant]
    links = picture.iter(f"{SVG}a")
    return {one.find(f"{SVG}title").text: (one.find(f"{SVG}text").text, one.get("href")) for one in links}


def test_without_two_who_met_there_is_no_chart():
    """No meeting, one of a single person, a plan, a denial, and a summit: nothing is drawn."""
    day = date(2001, 5, 1)
    events = (
        met(day, "p00"),
        met(day, "p00", "p01", stance="planned"),
        met(day, "p00", "p01", stance="denied"),
        met(day, "p00", "p01", of="summit"),
    )

    assert drawn(known(3)) == ()
    assert drawn(known(3), *events) == ()


def test_three_people():
    """Two pairs of three: one met twice and leads to its rows, the other once and leads to its entry."""
    events = (
        met(date(2003, 5, 1), "p01", "p00"),
        met(date(2001, 5, 1), "p00", "p01"),
        met(date(2002, 5, 1), "p00", "p02"),
    )
    chart = drawn(known(3), *events)[0]

    assert chart.title["en"] == "Ana Kereng and Bo Kereng met most often: in 2 of 3 meetings"
    assert squares(chart) == {
        "Ana Kereng and Bo Kereng: 2 meetings": ("2", "charts.html#meetings-2-1"),
        "Ana Kereng and Cira Kereng: 1 meeting": ("1", "events/2002-05-01-p00-p02.html"),
    }
    assert [row[2] for row in chart.tables[0].rows] == [2, 1]
    assert [row[2] for row in chart.tables[1].rows] == ["2001-05-01", "2003-05-01", "2002-05-01"]
    assert chart.tables[1].links[0] == "events/2001-05-01-p00-p01.html"
    assert chart.figure == {}


def test_a_pair_leads_to_its_own_rows():
    """The row that a square leads to is the first of its pair in the table of meetings."""
    days = [date(2001, month, 1) for month in range(1, 8)]
    pairs = [("p00", "p01")] * 3 + [("p00", "p02")] * 2 + [("p01", "p02")] * 2
    chart = drawn(known(3), *(met(day, *pair) for day, pair in zip(days, pairs, strict=True)))[0]

    for words, (_, href) in squares(chart).items():
        row = chart.tables[1].rows[int(href.rpartition("-")[2]) - 1]
        assert row[0]["en"] in words
        assert row[1]["en"] in words


def test_forty_people_keep_their_room():
    """Wide and narrow show the busiest; squares never stand closer than a finger needs; the tables have all pairs."""
    ids = [f"p{at:02}" for at in range(40)]
    events = [met(date(2001 + at % 5, 1 + at % 12, 1), *pair) for at, pair in enumerate(combinations(ids, 2))]
    chart = drawn(known(40), *events)[0]

    assert len(chart.tables[0].rows) == len(events) == 780
    for variant, most in ((0, 20), (1, 8)):
        picture = list(ET.fromstring(f"<both>{chart.svg['en']}</both>"))[variant]
        rects = [one.find(f"{SVG}rect") for one in picture.iter(f"{SVG}a")]
        sides = {float(one.get("width")) + 2 for one in rects}
        ends = [float(one.get("x")) for one in picture.iter(f"{SVG}text") if one.get("class") == "chart-label"]
        assert len(rects) == most * (most - 1) / 2
        assert min(sides) >= 24
        assert len(ends) == most
        assert max(ends) < float(picture.get("width")) - 60
    assert "at most the 20 with most meetings, on a narrow screen 8" in chart.notes[-1]["en"]


def test_people_meet_for_their_countries():
    """Between countries a person counts for his own; two of one country are no pair."""
    events = (
        met(date(2001, 5, 1), "p00", "BBB"),
        met(date(2002, 5, 1), "p00", "p04"),
        met(date(2003, 5, 1), "p04", "p01"),
    )
    chart = drawn(known(5), *events, of="meetings:countries")[0]

    assert chart.id == "meetings-countries"
    assert [(one[0]["en"], one[1]["en"], one[2]) for one in chart.tables[0].rows] == [("Utara", "Timur", 2)]
    assert squares(chart)["Utara and Timur: 2 meetings"][1] == "charts.html#meetings-countries-2-1"


def test_without_a_choice_people_come_first_and_countries_else():
    """A topic without people shows its countries."""
    both = drawn(known(2), met(date(2001, 5, 1), "p00", "p01"))[0]
    states = drawn(known(0), met(date(2001, 5, 1), "AAA", "BBB"))[0]

    assert "Ana Kereng" in both.title["en"]
    assert "Utara" in states.title["en"]


def test_a_meeting_of_three_has_three_pairs():
    """The number of meetings is that of entries, not of pairs."""
    chart = drawn(known(3), met(date(2001, 5, 1), "p00", "p01", "p02"))[0]

    assert chart.title["en"] == "3 pairs met, none more than 1 time"
    assert len(squares(chart)) == 3


def test_what_a_kind_cannot_be_of_is_named():
    """A mistyped choice stops the build with what there is."""
    with pytest.raises(charts.UnknownChart, match="no meetings of cities; there are people, countries"):
        drawn(known(3), of="meetings:cities")

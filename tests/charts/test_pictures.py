"""The static pictures: whole, safe to place into a page, the same each time, and true to the tables."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from site_src import charts
from site_src.model import Chart, Event, on_day
from tests.charts.invented import league, spell, with_spells
from tests.charts.reported import event

LANGUAGES = ("id", "en")
SVG = "{http://www.w3.org/2000/svg}"


def drawn(*events: Event, kinds: tuple[str, ...] = tuple(charts.KINDS)) -> tuple[Chart, ...]:
    """Draw the league's charts."""
    return charts.draw(replace(league(), charts=kinds), events, languages=LANGUAGES)


def joining() -> Event:
    """Make an entry that carries the row by which the fourth state joined."""
    rows = [one.row for one in league().spells if one.row.line == 6]
    return event("2005-02-10-joined", on_day(date(2005, 2, 10)), "accession", tuple(rows))


def pictures(chart: Chart, language: str) -> list[ET.Element]:
    """Read the wide and the narrow picture of a chart as XML."""
    return list(ET.fromstring(f"<both>{chart.svg[language]}</both>"))


def test_a_topic_chooses_its_charts_and_their_order():
    """What is drawn, and in which order, is the topic's word."""
    expected = ["shares", "membership"]
    found = [chart.id for chart in drawn(kinds=("shares", "membership"))]

    assert expected == found


def test_an_unknown_kind_is_named():
    """A mistyped chart kind stops the build with the kinds that there are."""
    with pytest.raises(
        charts.UnknownChart,
        match="no chart kind membersip; there are membership, shares, by-country, sums, status-lanes, map, entries, articles, meetings",
    ):
        drawn(kinds=("membersip",))


def test_a_topic_without_data_has_no_charts():
    """Kinds without data are left out: no empty axes."""
    empty = replace(with_spells(), charts=tuple(charts.KINDS))

    expected = ()
    found = charts.draw(empty, (), languages=LANGUAGES)

    assert expected == found


def test_titles_say_what_the_tables_say():
    """The finding is computed, in each language, with its own numbers and plurals."""
    expected = [
        ("Dari 3 pendiri pada 2001 menjadi 4 anggota pada 2005", "From 3 founders in 2001 to 4 members in 2005"),
        (
            "Pada 2005 para anggota mencakup 40,0% ukuran population dunia dan 33,3% ukuran gdp dunia",
            "In 2005 the members stood for 40.0% of world measure population and 33.3% of world measure gdp",
        ),
        (
            "Pada 2006 Barat mencakup 25% dari ukuran population para anggota",
            "In 2006 Barat made up 25% of the members' measure population",
        ),
        (
            "Pada 2006 ukuran population para anggota berjumlah 160",
            "In 2006 the members' measure population was 160",
        ),
        (
            "1 dari 4 negara menjadi anggota setelah lebih dulu berstatus lain",
            "1 of 4 countries became a member after another status",
        ),
        ("4 negara berstatus pada 2005; pada 1998 ada 2", "4 countries have a status in 2005; in 1998 it was 2"),
    ]
    found = [(chart.title["id"], chart.title["en"]) for chart in drawn()]

    assert expected == found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_whole_and_safe(language):
    """Wide and narrow, named for readers, without style attributes and scripts, with ids of their own."""
    ids: list[str] = []
    for chart in drawn(joining()):
        both = pictures(chart, language)
        assert [f"{SVG}svg", f"{SVG}svg"] == [picture.tag for picture in both]
        for picture in both:
            everything = list(picture.iter())
            ids += [one.get("id", "") for one in everything if one.get("id")]
            group = next(one for one in everything if one.get("role") == "img")
            title, description = list(group)[:2]
            assert chart.title[language] == title.text
            assert chart.summary[language] == description.text
            assert not [one for one in everything if one.get("style") or one.tag == f"{SVG}script"]
            assert not [name for one in everything for name in one.attrib if name.startswith("on")]
            assert not [link for link in picture.iter(f"{SVG}a") if any(link in inner for inner in group.iter())]

    assert len(ids) == len(set(ids))


def test_accessions_lead_to_their_entries():
    """A mark is a link exactly where an entry carries the row behind it."""
    chart = drawn(joining())[0]

    expected = {"events/2005-02-10-joined.html"}
    found = {link.get("href") for link in pictures(chart, "en")[0].iter(f"{SVG}a")}

    assert expected == found
    assert "events/2005-02-10-joined.html" in chart.tables[1].links
    assert not list(pictures(drawn()[0], "en")[0].iter(f"{SVG}a"))


def test_nothing_is_linked_where_entries_may_have_no_page():
    """With more entries than pages a link could be dead, so there is none."""
    topic = replace(league(), charts=("membership",), max_entries=1)
    other = event("other", on_day(date(2005, 2, 10)), "accession")

    found = charts.draw(topic, (joining(), other), languages=("en",))[0]

    assert "<a " not in found.svg["en"]


def test_marks_too_close_for_a_finger_share_one_link():
    """Two accessions a week apart keep their marks, and only one of them is a target."""
    days = [*[date(2001, 1, 1)] * 20, date(2010, 6, 1), date(2010, 6, 8), date(2015, 1, 1)]
    spells = [spell(f"AA{n}", "member", on_day(day), line=n) for n, day in enumerate(days)]
    events = [event(f"joined-{one.row.line}", one.start, "accession", (one.row,)) for one in spells]
    chart = charts.draw(replace(with_spells(*spells), charts=("membership",)), events, languages=("en",))[0]
    wide = pictures(chart, "en")[0]

    marks = [one for one in wide.iter(f"{SVG}circle") if one.get("class") == "chart-mark"]
    targets = [
        (float(one.get("cx", 0)), float(one.get("cy", 0)))
        for link in wide.iter(f"{SVG}a")
        for one in link.iter(f"{SVG}circle")
    ][::2]

    assert len(marks) == 4
    assert len(targets) == 3
    assert all((x1 - x2) ** 2 + (y1 - y2) ** 2 >= 24**2 for (x1, y1), (x2, y2) in pairwise(targets))


def test_a_missing_figure_is_a_gap_in_picture_figure_and_table():
    """The league's gdp lacks one member in 2001: no point, no share, and a note that names the country."""
    chart = drawn()[1]
    table = {row[0]: row for row in chart.tables[0].rows}

    assert table[2001][1:3] == (30.0, None)
    assert "2001, measure gdp:" not in chart.svg["en"]
    assert "Measure gdp: no share for 2000–2001, 2006, for want of figures of" in " ".join(
        note["en"] for note in chart.notes
    )
    assert "Selatan" in " ".join(note["en"] for note in chart.notes)


def test_names_of_the_tables_cannot_leave_the_picture():
    """A country with a tag for a name is text in the picture."""
    topic = league()
    sly = replace(topic.entities["DDD"], names={"id": '"><script>x</script>', "en": '"><script>x</script>'})
    topic = replace(topic, entities={**topic.entities, "DDD": sly}, charts=tuple(charts.KINDS))

    for chart in charts.draw(topic, (), languages=("en",)):
        assert "<script" not in chart.svg["en"]
        assert "<script" not in re.sub(r'"(text|y|categoryarray)":\[[^\]]*\]', "", chart.figure.get("en", ""))


def test_drawing_twice_gives_the_same_bytes():
    """No set order, no random id."""
    assert drawn(joining()) == drawn(joining())

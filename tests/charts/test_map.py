"""The map: who is what in each year, at which place, and what is done where there is none."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from site_src import charts, topic
from site_src.charts import worldmap
from site_src.charts.kinds import Subject
from site_src.charts.worldmap.layout import NARROW
from site_src.charts.worldmap.places import place
from site_src.charts.worldmap.standing import stand
from site_src.model import Chart, Event, on_day
from tests.charts.globe import atlas, placed
from tests.charts.invented import country, league, spell, with_spells
from tests.charts.reported import event
from tests.charts.subject import subject

SVG = "{http://www.w3.org/2000/svg}"


def drawn(known=None, *events: Event, outlines=True, languages=("en",)) -> Chart:
    """Draw the map of the placed league, or of another topic."""
    known = replace(known or placed(), charts=("map",))
    return charts.draw(known, events, languages=languages, atlas=atlas() if outlines else None)[0]


def picture(chart: Chart, variant: int = 0) -> ET.Element:
    """Read the wide (0) or the narrow (1) picture as XML."""
    return list(ET.fromstring(f"<both>{chart.svg['en']}</both>"))[variant]


def links(chart: Chart, variant: int = 0) -> dict[str, ET.Element]:
    """Give the countries' links by id."""
    return {one.get("data-place", ""): one for one in picture(chart, variant).iter(f"{SVG}a")}


def test_a_country_has_its_highest_status_of_each_years_end():
    """The fourth state observed since May 2003 and joined in February 2005; the three met before the founding."""
    found = {
        one.country: [(term.first, term.last, term.status.id, term.series) for term in one.terms]
        for one in stand(subject(league())).countries
    }

    expected = {
        "AAA": [(1998, 2000, "forerunner", 0), (2001, 2005, "member", 1)],
        "BBB": [(1998, 2000, "forerunner", 0), (2001, 2005, "member", 1)],
        "CCC": [(2000, 2000, "forerunner", 0), (2001, 2005, "member", 1)],
        "DDD": [(2003, 2004, "observer", 2), (2005, 2005, "member", 1)],
    }
    assert expected == found


def test_years_of_change_are_those_at_whose_end_somebody_is_something_else():
    """1998, 2000, 2001, 2003, 2005; of too many those with the most changes."""
    standings = stand(subject(league()))

    assert standings.turns(14) == (1998, 2000, 2001, 2003, 2005)
    assert standings.turns(2) == (1998, 2001)
    assert standings.turns(3) == (1998, 2001, 2005)


def test_each_country_has_its_place():
    """An outline, a dot at its degrees, a tile where it lies nowhere; each is a link that says the status."""
    chart = drawn()
    found = links(chart)

    assert found["AAA"].find(f".//{SVG}use") is not None
    assert found["CCC"].find(f"{SVG}circle[@class='map-place map-dot']") is not None
    assert found["DDD"].find(f"{SVG}text").text == "Barat"
    assert {one.get("href") for one in found.values()} == {
        f"countries/{id}.html" for id in ("aaa", "bbb", "ccc", "ddd")
    }
    assert found["DDD"].find(f"{SVG}title").text == "Barat: members since 10 February 2005"


def test_an_islet_is_a_dot():
    """What would be too small to be seen is a dot at its place, in either width."""
    known = placed()
    known = replace(
        known, entities={**known.entities, "CCC": replace(known.entities["CCC"], iso_numeric="903", spot=None)}
    )

    for variant in (0, 1):
        assert links(drawn(known), variant)["CCC"].find(f"{SVG}circle[@class='map-place map-dot']") is not None


def test_dots_never_cover_one_another():
    """Five states on one spot: their dots stand apart, each with a line to the spot, the same way each time."""
    ids = [f"S{n}" for n in range(5)]
    known = with_spells(*(spell(id, "member", on_day(date(2001, 3, 1)), line=n) for n, id in enumerate(ids)))
    known = replace(known, entities={id: replace(country(id, id), spot=(10.0, 10.0)) for id in ids})
    chart = drawn(known, outlines=False)
    spots = [
        (float(dot.get("cx")), float(dot.get("cy")))
        for link in links(chart).values() for dot in link.iter(f"{SVG}circle") if dot.get("class") == "map-place map-dot"
    ]  # fmt: skip

    assert len(spots) == 5
    assert all((x1 - x2) ** 2 + (y1 - y2) ** 2 >= 11**2 for n, (x1, y1) in enumerate(spots) for x2, y2 in spots[:n])
    assert chart == drawn(known, outlines=False)


def test_without_outlines_each_country_is_a_tile_and_one_note_says_so():
    """A build without the atlas fails in nothing and claims nothing: no land, no source of outlines."""
    chart = drawn(
        outlines=False, known=replace(placed(), entities={**placed().entities, "CCC": country("CCC", "Selatan")})
    )

    tiles = [one for one in picture(chart).iter(f"{SVG}rect") if one.get("class") == "map-place map-swatch"]

    assert len(tiles) == 4
    assert [note["en"] for note in chart.notes] == [
        "The outlines were not at hand when this site was built: each country is a tile."
    ]
    assert len(chart.sources) == 1
    assert "map-land" not in chart.svg["en"]


def test_the_outlines_source_and_what_they_do_not_say_stand_beside_the_map():
    """Natural Earth, the package and its version; nothing about whose a disputed area is."""
    chart = drawn()
    notes = " ".join(note["en"] for note in chart.notes)

    assert chart.sources[-1]["en"] == "Outlines: Natural Earth (public domain), as in invented-atlas 1.0.0"
    assert "say nothing about whose a disputed area is" in notes
    assert "A tile is a country" in notes


def test_the_licence_of_the_outlines_goes_with_the_map(project):
    """Whoever passes the site on passes it on too; a site without a map has none."""
    bundle = charts.bundle("wheel", project)
    place = "assets/outlines/LICENSE.txt"

    assert charts.files((drawn(),), placed(), bundle, atlas())[place] == b"free for all\n"
    assert place not in charts.files((replace(drawn(), id="other"),), placed(), bundle, atlas())
    assert place not in charts.files((drawn(outlines=False),), placed(), bundle)


def test_what_is_told_of_a_country_is_what_the_table_says():
    """Each term of the slider is a row of the table: country, status, years, since when."""
    chart = drawn()
    told = {(chart_row[0]["en"], chart_row[1]["en"], chart_row[2], chart_row[3]) for chart_row in chart.tables[0].rows}
    found = set()
    for link in links(chart).values():
        for first, last, series, words in json.loads(link.get("data-terms")):
            name, _, rest = words.partition(": ")
            status = {0: "League of Three", 1: "Members", 2: "Observers"}[series]
            assert status.lower() in rest.lower()
            row = next(
                row for row in told if row[:3] == (name, status, str(first) if first == last else f"{first}–{last}")
            )
            assert row[3][:4] in rest
            found.add(row)

    assert found == told


def test_counts_in_the_key_are_those_of_the_table():
    """The key counts the newest year."""
    chart = drawn()
    key = {
        int(one.get("data-count")): int(one.text) for one in picture(chart).iter(f"{SVG}text") if one.get("data-count")
    }

    assert chart.tables[1].rows[-1] == (2005, 4, 0, 0)
    assert key == {1: 4, 2: 0, 0: 0}


def test_statuses_differ_by_pattern():
    """Colour is never all: no two statuses have the same weave."""
    weaves = [
        re.sub(r'id="[^"]*"|fill="#[^"]*"|data-series="\d"', "", one)
        for one in re.findall(r'<pattern id="map-wide-\d".*?</pattern>', drawn().svg["en"], re.DOTALL)
    ]

    assert len(weaves) == len(set(weaves)) == 3


def test_rows_lead_to_entries_and_countries_to_their_pages():
    """The entry that carries a row is behind it."""
    rows = [one.row for one in league().spells if one.row.line == 6]
    joined = event("2005-02-10-joined", on_day(date(2005, 2, 10)), "accession", tuple(rows))

    assert "events/2005-02-10-joined.html" in drawn(None, joined).tables[0].links


def test_the_map_tells_itself_in_words():
    """Who is what now, and what changed by the end of which year."""
    assert drawn().summary["en"] == (
        "Members: Barat, Selatan, Timur and Utara. What changed by the end of which year: "
        "1998: Timur and Utara – League of Three. 2000: Selatan – League of Three. 2001: Selatan, Timur and Utara – members. "
        "2003: Barat – observers. 2005: Barat – members."
    )


def test_a_status_that_ended_leaves_no_status():
    """Whoever left is shown as land, and said to have no status."""
    known = with_spells(
        spell("AAA", "member", on_day(date(2001, 3, 1))),
        spell("BBB", "member", on_day(date(2001, 3, 1)), end=date(2003, 5, 1), line=1),
    )
    chart = drawn(replace(known, entities=placed().entities))

    assert links(chart)["BBB"].find(f"{SVG}title").text == "Timur: no status"
    assert links(chart)["BBB"].find(f".//{SVG}g[@class='map-place map-outline']").get("fill") == "none"
    assert "2003: Timur – no status." in chart.summary["en"]


@pytest.mark.parametrize("folder", ["content", "topics/asean"])
def test_the_shipped_topics_fit_into_a_page(project, folder):
    """Every country that ever had a status is found in the atlas; the picture stays below 20 kB compressed."""
    found = charts.atlas(project)
    if found is None:
        pytest.skip("the outlines are not installed: run npm ci")
    known = topic.load(project / folder)[0]
    chart = charts.draw(replace(known, charts=("map",)), (), languages=("id",), atlas=found)[0]
    standings = stand(Subject(known, {}, ("id",), atlas=found))
    places = place(standings, worldmap._sheet(standings), NARROW.map_width, NARROW.letters)

    assert places.tiles == ()
    assert len(gzip.compress(chart.svg["id"].encode())) < 20_000

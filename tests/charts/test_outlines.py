"""Outlines: borders that fit on both sides, equal areas, and nothing that does not lie on the sheet."""

from __future__ import annotations

from math import pi, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src import charts
from site_src.charts.outlines import topology
from site_src.charts.outlines.projection import azimuthal, circle, equal_earth, suiting
from site_src.charts.outlines.sheet import trace
from site_src.charts.outlines.simplify import inside, thinned
from site_src.charts.worldmap.paths import path
from tests.charts.globe import EAST, ISLET, WEST, text

LONGITUDES, LATITUDES = st.floats(-179, 179), st.floats(-80, 80)


def sheet(wanted, spots=None, width=500.0):
    """Lay the invented globe out."""
    return trace(topology.read(text()), wanted, spots or {}, width=width, margin=10, heights=(100, 400))


def test_an_atlas_is_read():
    """Stretches are steps from a first point; a country has its rings, whatever has no number is left out."""
    atlas = topology.read(text())

    assert set(atlas.countries) == {WEST, EAST, ISLET}
    assert atlas.stretches[0][2] == pytest.approx((21, 5))
    assert topology.area(topology.points(atlas.countries[EAST][0][0], atlas.stretches)) == pytest.approx(-98)
    assert topology.area(topology.points(atlas.land[0][0], atlas.stretches)) == pytest.approx(-200)


def test_neighbours_share_their_border_to_the_point():
    """A border is simplified once, so that neither a gap nor an overlap comes of it."""
    drawn = sheet({"w": WEST, "e": EAST})
    west, east = drawn.outlines["w"], drawn.outlines["e"]

    assert len(set(west.rings[0]) & set(east.rings[0])) >= 3
    assert west.area + east.area == pytest.approx(abs(topology.area(drawn.land[0])))


def test_the_sheet_is_as_high_as_its_countries_need():
    """Width is given; height follows, between two bounds; everything that is wanted lies on it."""
    drawn = sheet({"w": WEST, "e": EAST}, {"spot": (25.0, -4.0)})
    points = [point for outline in drawn.outlines.values() for ring in outline.rings for point in ring]
    points += [drawn.spots["spot"]]

    assert drawn.width == 500
    assert 100 <= drawn.height <= 400
    assert all(0 <= x <= 500 and 0 <= y <= drawn.height for x, y in points)
    assert min(x for x, _ in points) < 60 < 440 < max(x for x, _ in points)


def test_without_a_place_there_is_no_sheet():
    """A number that the atlas lacks is no place."""
    assert sheet({"x": "999"}) is None
    assert sheet({}) is None
    assert sheet({}, {"only": (0.0, 0.0)}).spots == {"only": (250.0, 200.0)}


@given(LONGITUDES, LATITUDES, LONGITUDES, LATITUDES)
def test_a_small_square_keeps_its_area(lon, lat, middle, up):
    """Both projections show equal areas equally large, wherever on the globe they are (but for the far side)."""
    side = 0.01
    corners = [(lon, lat), (lon + side, lat), (lon + side, lat + side), (lon, lat + side)]
    true = radians(side) * abs(sin(radians(lat + side)) - sin(radians(lat)))
    here, there = azimuthal(middle, up), equal_earth
    far = circle([(lon, lat), (middle, up)])[2] * 2

    assert abs(topology.area([there(*corner) for corner in corners])) == pytest.approx(true, rel=2e-3)
    if far < 2.8:
        assert abs(topology.area([here(*corner) for corner in corners])) == pytest.approx(true, rel=2e-2)


def test_the_projection_suits_what_is_shown():
    """Countries near one another are shown around their middle; countries all over the globe on a map of the world."""
    lon, lat, radius = circle([(100, 0), (120, 0), (110, 5)])

    assert (lon, lat) == (pytest.approx(110, abs=0.5), pytest.approx(0, abs=0.5))
    assert radius == pytest.approx(10 * pi / 180, abs=0.01)
    assert suiting([(100, 0), (120, 0)])(110, 0) == pytest.approx((0, 0), abs=0.02)
    assert suiting([(-60, -10), (100, 60), (20, -30), (150, 50)]) is equal_earth


def test_the_180th_meridian_is_no_edge():
    """A country on both sides of it is whole: its points stay near one another."""
    project = suiting([(175, 60), (-175, 60)])
    (x1, _), (x2, _) = project(179.9, 60), project(-179.9, 60)

    assert abs(x1 - x2) < 0.01


def test_simplifying_keeps_ends_and_bends():
    """What lies nearly on a line goes, the smallest first; ends stay; an island stays an island."""
    line = ((0.0, 0.0), (5.0, 0.1), (10.0, 0.0), (10.0, 9.0), (20.0, 9.0))
    island = ((0.0, 0.0), (0.1, 0.0), (0.1, 0.1), (0.0, 0.1), (0.0, 0.0))

    assert thinned(line, 1) == ((0.0, 0.0), (10.0, 0.0), (10.0, 9.0), (20.0, 9.0))
    assert len(thinned(island, 1)) == 4


@given(st.lists(st.tuples(st.floats(-50, 150), st.floats(-50, 150)), min_size=3, max_size=12))
def test_nothing_is_drawn_outside_the_sheet(line):
    """What is cut lies in the box, and a line that lies in it whole is not changed."""
    box = (0.0, 0.0, 100.0, 100.0)
    found = inside(line, box)

    assert all(-1e-6 <= x <= 100 + 1e-6 and -1e-6 <= y <= 100 + 1e-6 for x, y in found)
    if all(0 <= x <= 100 and 0 <= y <= 100 for x, y in line):
        assert found == line


def test_paths_are_short_and_whole():
    """Points are steps in quarters of a pixel, without a sign that is not needed."""
    assert path([[(0, 0), (2, 0), (2, -1)], [(10, 10), (10.1, 10), (11, 12)]]) == "m0 0 8 0 0-4zm40 40 4 8z"


def test_the_atlas_is_found_where_npm_puts_it(project, tmp_path):
    """Without it there is none, and nothing fails; with it its version and its digest are known."""
    assert charts.atlas(tmp_path) is None
    found = charts.atlas(project)
    if found is None:
        pytest.skip("the outlines are not installed: run npm ci")

    assert f'"world-atlas": "{found.version}"' in (project / "package.json").read_text("utf-8")
    assert len(topology.read(found.bytes).countries) > 200

"""Letters and ticks find places where they can be read."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.charts.labels import beside, box, ends, spread
from site_src.charts.picture import Frame, Mark
from site_src.charts.scale import Scale, decimal_year, ticks, year_ticks

FRAME = Frame("wide", 760, 430, left=40, right=150, top=24, bottom=34, size=13)


@given(st.lists(st.floats(0, 300), min_size=1, max_size=6), st.floats(5, 40))
def test_spread_keeps_order_and_distance(places, height):
    """Whatever lines end where, their names do not cover one another and keep the lines' order."""
    found = spread(places, [height] * len(places), 0, 400)
    order = sorted(range(len(places)), key=lambda index: (places[index], index))

    assert all(found[after] - found[before] >= height - 1e-6 for before, after in pairwise(order))
    assert min(found) >= 0


def test_names_at_the_ends_do_not_meet():
    """Three lines that end at one height get three names, one below the other."""
    labels = ends(
        FRAME, [(200, 1, "10", "a long name of a series"), (200, 2, "10", "another one"), (201, 3, "9", "last")]
    )
    rooms = [box(label, FRAME.size) for label in labels]

    assert not [1 for one in rooms for other in rooms if one is not other and one.meets(other)]


@given(st.lists(st.tuples(st.floats(40, 610), st.floats(24, 396)), max_size=8))
def test_labels_beside_marks_never_meet(places):
    """A label that finds no room is left out rather than laid over another."""
    marks = [Mark(x, y, 1, "") for x, y in places]
    labels = beside([(mark, ("somebody, 2001", "2001")) for mark in marks], marks, (), FRAME, ())
    rooms = [box(label, FRAME.size) for label in labels]

    assert not [1 for one in rooms for other in rooms if one is not other and one.meets(other)]


@pytest.mark.parametrize(
    ("top", "expected"),
    [(41.9, (0, 10, 20, 30, 40, 50)), (15, (0, 5, 10, 15)), (1, (0, 0.2, 0.4, 0.6, 0.8, 1)), (0, (0, 0))],
)
def test_ticks_are_round_and_reach_the_top(top, expected):
    """Axes begin at zero and end on a round value."""
    found = ticks(top)

    assert expected[:2] == found[:2] or top == 0
    assert found[0] == 0
    assert found[-1] >= top


def test_years_on_the_axis_are_round():
    """A reader counts in fives and tens."""
    assert year_ticks(1996, 2026, 7) == (2000, 2005, 2010, 2015, 2020, 2025)
    assert year_ticks(2001, 2003, 7) == (2001, 2002, 2003)


def test_a_day_stands_inside_its_year():
    """The last day of a year stands before the next year's first, in leap years too."""
    assert decimal_year(date(2004, 12, 31)) == pytest.approx(2004 + 365 / 366)
    assert Scale((2000, 2010), (0, 100))(decimal_year(date(2005, 1, 1))) == 50

"""The series for other programs: the columns that the topic names, nothing invented, nothing that runs."""

from __future__ import annotations

import pytest

from site_src import charts
from site_src.charts.series import as_csv
from tests.charts.invented import league, with_spells


def test_membership_is_counted_at_years_end_in_the_topics_columns():
    """The observer of May 2003 joined in 2005; the forerunner's states are no members."""
    expected = (
        "year,members,observers\n1998,0,0\n1999,0,0\n2000,0,0\n2001,3,0\n2002,3,0\n2003,3,1\n2004,3,1\n2005,4,0\n"
    )
    found = charts.membership_csv(league()).decode()

    assert expected == found


def test_a_year_without_a_share_has_no_line():
    """The gdp of 2000, 2001 and 2006 lacks figures; it is absent, not zero."""
    lines = charts.shares_csv(league()).decode().splitlines()

    assert lines[:3] == ["year,measure,share_pct", "1999,population,20.0000", "1999,gdp,20.0000"]
    assert [line for line in lines if line.startswith(("2000", "2001", "2006"))] == [
        "2000,population,30.0000",
        "2001,population,30.0000",
        "2006,population,40.0000",
    ]


def test_an_empty_topic_has_heads_only():
    """Other programs find the file and its columns in every site."""
    topic = with_spells()

    expected = (b"year,members,observers\n", b"year,measure,share_pct\n")
    found = (charts.membership_csv(topic), charts.shares_csv(topic))

    assert expected == found


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("=1+1", "'=1+1"), ("@x", "'@x"), ("-5", "-5"), ("-x", "'-x"), ("+62 21", "'+62 21"), (-5, "-5"), ("a=b", "a=b")],
)
def test_a_cell_is_never_a_formula(cell, expected):
    """A spreadsheet shows a cell that begins like a formula as text; numbers stay numbers."""
    found = as_csv(["head"], [[cell]]).decode().splitlines()[1]

    assert expected == found

"""Figures are sums over the tables: the right countries, the right day, and nothing invented."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.model import between, in_month, in_year, on_day
from site_src.topic import figures
from tests.charts.invented import league, spell, with_spells


def test_a_status_begins_on_its_day_and_ends_before_its_end():
    """The end of a spell is the first day on which it holds no more."""
    topic = with_spells(spell("AAA", "member", on_day(date(2001, 6, 15)), end=date(2010, 1, 1)))
    days = [date(2001, 6, 14), date(2001, 6, 15), date(2009, 12, 31), date(2010, 1, 1)]

    expected = ["", "member", "member", ""]
    found = [figures.status_on(topic, "AAA", day) for day in days]

    assert expected == found


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (in_month(2010, 5), None, date(2010, 5, 31)),
        (in_year(2012), None, date(2012, 12, 31)),
        (in_year(2012), date(2012, 6, 7), date(2012, 6, 6)),
        (between(date.min, date(2022, 4, 12)), None, date(2022, 4, 12)),
        (between(date.min, date.max), None, date.max),
    ],
)
def test_a_vague_beginning_counts_from_the_last_day_that_its_words_allow(start, end, expected):
    """Nobody counts as a member before it is sure; an unknown beginning never counts."""
    found = figures.begins(spell("AAA", "member", start, end=end))

    assert expected == found


def test_the_highest_rung_wins():
    """A country that applies for more while it holds less is shown by the topic's ladder."""
    day = on_day(date(2012, 1, 1))
    topic = with_spells(spell("AAA", "applicant", day), spell("AAA", "observer", day))

    expected = "observer"
    found = figures.status_on(topic, "AAA", date(2013, 1, 1))

    assert expected == found


def test_changes_name_who_came_and_who_left():
    """A day on which one leaves and another comes is one change with an even count."""
    topic = with_spells(
        spell("AAA", "member", on_day(date(2001, 1, 1)), end=date(2005, 1, 1)),
        spell("BBB", "member", on_day(date(2005, 1, 1))),
    )

    expected = [(date(2001, 1, 1), 1, ("AAA",), ()), (date(2005, 1, 1), 1, ("BBB",), ("AAA",))]
    found = [(change.day, change.count, change.gained, change.lost) for change in figures.changes(topic, "member")]

    assert expected == found


def test_members_of_a_year_before_the_founding_are_those_of_the_forerunner():
    """The forerunner stands in until there is a member, and never afterwards."""
    topic = league()

    expected = {1999: ("AAA", "BBB"), 2000: ("AAA", "BBB", "CCC"), 2005: ("AAA", "BBB", "CCC", "DDD")}
    found = {year: figures.members_of_year(topic, year) for year in expected}

    assert expected == found


def test_a_missing_figure_is_named_and_makes_no_share():
    """A sum says whom it lacks, and a sum that lacks somebody is no share of the world."""
    topic = league()

    expected = (figures.Figure(60.0, ("AAA", "BBB"), ("CCC",)), None)
    found = (figures.total(topic, "gdp", 2001), figures.share(topic, "gdp", 2001))

    assert expected == found


def test_a_share_is_a_percentage_of_the_world():
    """120 of 400 persons are 30 percent."""
    expected = 30.0
    found = figures.share(league(), "population", 2001)

    assert expected == found


def test_an_unknown_indicator_or_year_has_no_figure():
    """Nothing known is None, not zero."""
    topic = league()

    expected = (None, None, None, ())
    found = (
        figures.total(topic, "population", 1900),
        figures.share(topic, "population", 1900),
        figures.share(topic, "height", 2001),
        figures.years(topic, "height"),
    )

    assert expected == found


@given(st.sets(st.sampled_from(["AAA", "BBB", "CCC", "DDD"]), min_size=1), st.integers(1999, 2006))
def test_a_share_never_exceeds_the_world(countries, year):
    """Whatever the countries and the year, a share is between 0 and 100, and absent where a figure is."""
    topic = league()
    for indicator in topic.indicators:
        share = figures.share(topic, indicator, year, countries)
        lacks = [country for country in countries if figures.value(topic, indicator, country, year) is None]

        assert (share is None) == bool(lacks or figures.value(topic, indicator, "WLD", year) is None)
        assert share is None or 0 <= share <= 100

"""The shipped tables add up to figures that anybody can compute from their sources.

Shares: World Bank, World Development Indicators (population and nominal GDP as of 2026-07-01, PPP as of 2026-04-01),
members' sums over the world's figure, computed apart from this program. Counts: the status table's own sources, counted
by hand at each year's end.
"""

from __future__ import annotations

import csv

import pytest

from site_src import charts, topic
from site_src.topic import figures
from site_src.topic.values import Topic

SHARES = {
    1996: (23.92, 4.00, 8.64),
    2001: (23.54, 5.03, 10.47),
    2016: (21.22, 16.84, 20.10),
    2017: (41.90, 21.14, 27.89),
    2020: (41.55, 22.83, 30.02),
    2021: (41.44, 24.14, 30.99),
    2023: (42.22, 23.30, 32.47),
    2024: (42.14, 23.33, 33.19),
    2025: (41.95, 23.13, None),
}
"""Percent of the world by year: population, nominal GDP, GDP at PPP."""

COUNTS = {
    2000: (0, 0, 0),
    2001: (6, 0, 0),
    2005: (6, 4, 0),
    2010: (6, 4, 2),
    2016: (6, 6, 6),
    2017: (8, 4, 6),
    2022: (8, 4, 8),
    2023: (9, 3, 14),
    2024: (10, 2, 14),
    2025: (10, 2, 15),
}
"""Members, observers and dialogue partners at year's end."""


@pytest.fixture(scope="module")
def shipped(project) -> Topic:
    """The topic that the project ships."""
    return topic.load(project / "content")[0]


@pytest.mark.parametrize(("year", "expected"), SHARES.items())
def test_shares_are_those_of_the_published_figures(shipped, year, expected):
    """Within 0.05 points, and absent where the publisher has no figure."""
    found = [figures.share(shipped, measure, year) for measure in ("population", "gdp_nominal", "gdp_ppp")]

    assert [share is None for share in expected] == [share is None for share in found]
    assert [share for share in expected if share] == pytest.approx([share for share in found if share], abs=0.05)


def test_counts_are_those_of_the_status_table(shipped):
    """The downloadable series has the counts of every year's end, under the names that it promises."""
    rows = {row["year"]: row for row in csv.DictReader(charts.membership_csv(shipped).decode().splitlines())}

    expected = COUNTS
    found = {
        year: tuple(int(rows[str(year)][column]) for column in ("members", "observers", "dialogue_partners"))
        for year in COUNTS
    }

    assert expected == found


def test_shares_never_exceed_the_world(shipped):
    """No year and measure gives more than the whole."""
    found = [
        figures.share(shipped, measure, year)
        for measure in shipped.indicators
        for year in figures.years(shipped, measure)
    ]

    assert found
    assert all(share is None or 0 < share < 100 for share in found)

"""What the site computes is what was computed apart from it, for every year and measure.

`facts/shares.csv`: the members of each year's end and their share of the world, added up from the World Bank's figures
(World Development Indicators, CC BY 4.0; population and nominal GDP as of 2026-07-01, PPP as of 2026-04-01) by another
program. `facts/membership_counts.csv`: year-end counts, counted by hand from the sources of the status table.
"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from site_src import charts, topic
from site_src.topic import figures
from site_src.topic.values import Topic

FACTS = Path(__file__).parent / "facts"
MEASURES = ("population", "gdp_nominal", "gdp_ppp")


def rows(name: str) -> list[dict[str, str]]:
    with (FACTS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def shipped(project) -> Topic:
    """The topic that the project ships."""
    return topic.load(project / "content")[0]


def test_the_facts_are_whole():
    """Thirty years of shares and thirty-one of counts, in which only one figure is missing."""
    shares = rows("shares.csv")
    missing = [(row["year"], name) for row in shares for name, cell in row.items() if not cell]

    assert [int(row["year"]) for row in shares] == list(range(1996, 2026))
    assert [int(row["year_end"]) for row in rows("membership_counts.csv")] == list(range(1996, 2027))
    assert missing == [("2025", "gdp_ppp_share_pct")]


@pytest.mark.parametrize("row", rows("shares.csv"), ids=lambda row: row["year"])
def test_the_shares_of_every_year_are_the_facts(shipped, row):
    """Within 0.05 points for each measure, of the same members, and absent where the publisher has no figure."""
    year = int(row["year"])
    columns = [row[f"{name}_share_pct"] for name in ("pop", "gdp_nominal", "gdp_ppp")]
    expected = [float(cell) if cell else None for cell in columns]
    found = [figures.share(shipped, measure, year) for measure in MEASURES]

    assert set(row["members"].split()) == set(figures.members_of_year(shipped, year))
    assert [share is None for share in expected] == [share is None for share in found]
    assert [share for share in expected if share] == pytest.approx([share for share in found if share], abs=0.05)


def test_the_published_series_of_shares_are_the_facts(shipped):
    """`data/shares.csv` has a line for each year and measure that has a share, and no other."""
    found = {
        (row["year"], row["measure"]): float(row["share_pct"])
        for row in csv.DictReader(charts.shares_csv(shipped).decode().splitlines())
    }
    expected = {
        (row["year"], measure): float(cell)
        for row in rows("shares.csv")
        for measure, name in zip(MEASURES, ("pop", "gdp_nominal", "gdp_ppp"), strict=True)
        if (cell := row[f"{name}_share_pct"])
    }

    assert found.keys() == expected.keys()
    assert found == pytest.approx(expected, abs=0.05)


def test_the_published_counts_are_the_facts(shipped):
    """`data/membership.csv` has the counts of every year's end, under the names that it promises."""
    expected = [
        (row["year_end"], row["full_members"], row["observers"], row["dialogue_partners"])
        for row in rows("membership_counts.csv")
    ]
    found = [
        (row["year"], row["members"], row["observers"], row["dialogue_partners"])
        for row in csv.DictReader(charts.membership_csv(shipped).decode().splitlines())
    ]

    assert expected == found


def test_the_forerunner_is_counted_apart(shipped):
    """Its states are in the facts' column of their own, and are no members."""
    for row in rows("membership_counts.csv"):
        day = date(int(row["year_end"]), 12, 31)
        assert int(row["shanghai_five"]) == figures.count_on(shipped, figures.FORERUNNER, day)

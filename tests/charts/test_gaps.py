"""What always holds, whatever the tables have: no share above the whole, and nobody without a figure counted as zero."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from site_src import charts
from site_src.model import on_day
from site_src.topic import figures
from site_src.topic.values import Topic
from tests.charts.invented import indicator, league, spell

COUNTRIES = ("AAA", "BBB", "CCC", "DDD")
YEARS = range(2000, 2006)

days = st.dates(date(1999, 1, 1), date(2005, 12, 31))
spells = st.lists(
    st.builds(
        lambda country, first, second: spell(
            country, "member", on_day(min(first, second)), end=max(first, second) if first > second else None
        ),
        st.sampled_from(COUNTRIES),
        days,
        days,
    ),
    min_size=1,
    max_size=6,
)
values = st.dictionaries(st.tuples(st.sampled_from(COUNTRIES), st.sampled_from(YEARS)), st.floats(1, 1e13))


def topic_of(held: list[object], own: Mapping[tuple[str, int], float], lacks: set[int], rest: float) -> Topic:
    """Make a topic of any spells and figures; the world is all of them and a rest, and lacks some years."""
    found: dict[str, dict[int, float]] = {}
    for (country, year), value in own.items():
        found.setdefault(country, {})[year] = value
    world = {year: sum(years.get(year, 0.0) for years in found.values()) + rest for year in YEARS if year not in lacks}
    return replace(league(), spells=tuple(held), indicators={"ships": indicator("ships", {**found, "WLD": world})})  # type: ignore[arg-type]


@settings(max_examples=150)
@given(spells, values, st.sets(st.sampled_from(YEARS)), st.floats(0, 1e14))
def test_a_share_is_of_everybody_or_of_nobody(held, own, lacks, rest):
    """It is there exactly where the world and each member have a figure, and lies between nothing and the whole."""
    topic = topic_of(held, own, lacks, rest)
    for year in YEARS:
        members = figures.members_of_year(topic, year)
        whole = bool(members) and year not in lacks and all((country, year) in own for country in members)
        share = figures.share(topic, "ships", year)

        assert (share is not None) == whole
        assert share is None or 0 < share <= 100 * (1 + 1e-12)


@settings(max_examples=40)
@given(spells, values, st.sets(st.sampled_from(YEARS)), st.floats(0, 1e14))
def test_a_gap_is_a_gap_in_figure_table_and_file(held, own, lacks, rest):
    """Where there is no share there is no point, no number in the table and no line in the series; never a zero."""
    topic = topic_of(held, own, lacks, rest)
    shares = {year: figures.share(topic, "ships", year) for year in YEARS}
    known = {year for year, share in shares.items() if share is not None}
    lines = charts.shares_csv(topic).decode().splitlines()[1:]
    drawn = charts.draw(replace(topic, charts=("shares", "by-country:ships")), (), languages=("en",))

    assert {int(line.split(",")[0]) for line in lines} == known
    assert [chart.id for chart in drawn] == (["shares", "by-country-ships"] if known else [])
    for chart in drawn:
        traces = [one for one in json.loads(chart.figure["en"])["data"] if "layer" not in one["meta"]]
        points = {x for one in traces for x, y in zip(one["x"], one["y"], strict=True) if y is not None}
        column = 1 if chart.id == "shares" else [head["en"] for head in chart.tables[0].columns].index("All members")

        assert points == known
        assert {row[0] for row in chart.tables[0].rows if row[column] is not None} == known

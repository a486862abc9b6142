"""The figures of the press that the shipped articles tell: each a claim, with the verdict that the tables bear out."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from site_src import pipeline
from site_src.model import Claim

ROOT = Path(__file__).parents[2]
FIGURES = tomllib.loads((ROOT / "tests/cases/press_figures.toml").read_text("utf-8"))["figure"]


@cache
def claims() -> tuple[Claim, ...]:
    """Tell the shipped articles once."""
    return pipeline.tell(pipeline.Options(ROOT / "content", ROOT / "content/articles")).timeline.claims


def written(claim: Claim) -> str:
    """Write a claim as the cases do."""
    upper = "" if claim.upper is None else f"-{claim.upper:g}"
    value = f"{claim.comparator.strip('=')}{float(claim.value):g}{upper}"
    when = str(claim.as_of.latest.year) if claim.as_of else ""
    states = f"of {len(claim.countries)}" if claim.countries else ""
    forecast = "forecast" if claim.stance == "planned" else ""
    return " ".join(part for part in (claim.attribute, value, when, claim.variant, states, forecast) if part)


@pytest.mark.parametrize("figure", FIGURES, ids=[f"{one['article'][:10]} {one['claim']}" for one in FIGURES])
def test_press_figure(figure: dict[str, str]) -> None:
    """A figure is told of the organisation, for its year and measure, and the verdict fits the tables."""
    told = [
        one
        for one in claims()
        if isinstance(one.value, float) and any(figure["article"] in quote.article for quote in one.evidence)
    ]
    checks = {written(one): one.data_check for one in told}
    check = checks.get(figure["claim"])
    found = f"{check.verdict} {check.measure} {check.year}" if check else ""

    assert figure["claim"] in checks, sorted(checks)
    assert figure["checked"] == found


def test_sums_can_be_redone() -> None:
    """A share's sum names the countries, the two amounts and their quotient; a sum every country's part."""
    shares = [one.data_check for one in claims() if one.unit == "percent" and one.data_check]
    sums = [one.data_check for one in claims() if one.attribute in ("gdp", "population") and one.data_check]
    for check in (*shares, *sums):
        for computation in check.computation.split("; "):
            parts = re.fullmatch(r"\w+ \d{4}: \((.+)\) / WLD = (\d[\d_]*) / (\d[\d_]*) = ([\d.]+)%", computation)
            if parts:
                share = 100 * float(parts[2].replace("_", "")) / float(parts[3].replace("_", ""))

                assert float(parts[4]) == pytest.approx(share, abs=0.006)
                continue
            terms, _, total = computation.partition(": ")[2].rpartition(" = ")
            added = sum(float(term.split()[1].replace("_", "")) for term in terms.split(" + "))

            assert added == pytest.approx(float(total.replace("_", "")), abs=len(terms))


def test_no_false_disagreement() -> None:
    """Claims contradict one another only where papers do: the half and the 40 percent, the year of the founding,
    a short name, a status.
    """
    known = {one.id: one for one in claims()}
    pairs = {
        (one.attribute, *sorted((str(one.value), str(known[other].value))))
        for one in known.values()
        for other, kind in one.relations
        if kind == "contradicts"
    }

    assert {
        ("abbreviation", "CSO", "SCO"),
        ("founded", "2001", "2002"),
        ("founded", "2001-06-15", "2002"),
        ("population-share", "40.0", "50.0"),
        ("status", "dialogue-partner", "observer"),
    } == pairs


def test_statuses_are_states() -> None:
    """A decision about a status, or a list of others, makes nobody have it: what the tables refute, an article says."""
    refuted = {
        (one.subject, one.value)
        for one in claims()
        if one.unit == "status" and one.data_check and one.data_check.verdict != "holds"
    }

    assert {("EGY", "observer"), ("SAU", "observer"), ("TUR", "observer")} == refuted

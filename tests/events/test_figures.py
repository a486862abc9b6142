"""Of whom, for when and by which indicator figures are told, and what the tables say of them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from site_src import pipeline
from site_src.model import Claim

HERE = Path(__file__).parents[1]
FIKTIF = HERE / "topics" / "fiktif"
CASES = tomllib.loads((HERE / "cases" / "figures.toml").read_text("utf-8"))["case"]


def shown(claim: Claim) -> str:
    """Write a claim as the cases do."""
    upper = "" if claim.upper is None else f"-{claim.upper:g}"
    extras = [claim.variant, f"of {len(claim.countries)} states" if claim.countries else "", claim.stance]
    extra = "".join(f", {one}" for one in extras if one not in ("", "told"))
    when = claim.as_of.edtf if claim.as_of else "no time"
    check = claim.data_check
    verdict = f"{check.verdict} {check.measure} {check.year}" if check else "unchecked"
    return f"{claim.attribute} {claim.comparator}{claim.value:g}{upper} {when}{extra}: {verdict}"


@pytest.mark.parametrize("case", CASES, ids=[case["fact"] for case in CASES])
def test_figures(tmp_path: Path, case: dict[str, Any]) -> None:
    """Each figure makes the claim that a careful reader would write down."""
    language = "id" if "id" in case else "en"
    head = f"---\npublished: {case['published']}\nlang: {language}\noutlet: Suara Uji\n---\n\n"
    (tmp_path / "one.md").write_text(head + case[language], "utf-8")
    claims = pipeline.tell(pipeline.Options(FIKTIF, tmp_path)).timeline.claims
    found = [shown(claim) for claim in claims if isinstance(claim.value, float)]
    against = [claim.id for claim in claims for _, kind in claim.relations if kind == "contradicts"]

    assert (sorted(case["claims"]), []) == (sorted(found), against)

"""What is claimed, who agrees, and what the tables say of it."""

from __future__ import annotations

import pytest

from site_src.model import Claim
from tests.events.corpus import merged, told
from tests.statements.league import league

SHARE = "The [[League|league|o]] has <<{0} percent|{0}|percent>> of the world population."


def _claims(*texts: str, published: str = "2023-07-04") -> tuple[Claim, ...]:
    found = merged(told(*texts, published=published), league()).claims
    return tuple(claim for claim in found if claim.attribute != "founded")


def test_same_figure_is_one_claim() -> None:
    """Two articles of one year that state one figure make one claim with two pieces of evidence."""
    (claim,) = _claims(SHARE.format(41), SHARE.format(41) + " It grows.")

    assert ("population-share", 41.0, 2, ("a", "b")) == (
        claim.attribute,
        claim.value,
        len(claim.evidence),
        claim.origins,
    )


@pytest.mark.parametrize(
    ("text", "verdict", "year"),
    [
        (SHARE.format(41), "holds", 2023),
        (SHARE.format(35), "held-other-year", 2016),
        (SHARE.format(60), "does-not-hold", 2023),
        ("The [[League|league|o]] is <<more than 30%|>30|percent>> of the world economy.", "holds-other-measure", 2023),
        ("The [[League|league|o]] has an economy of <<$185|185|USD>>.", "held-other-year", 2016),
        ("The [[League|league|o]] has <<three|3|count>> members.", "holds", 2023),
        ("The [[League|league|o]] has <<two|2|count>> members.", "held-other-year", 2001),
        ("The [[League|league|o]] has <<seven|7|count>> members.", "does-not-hold", 2023),
    ],
)
def test_verdict(text: str, verdict: str, year: int) -> None:
    """A figure holds, holds by another measure only, held in another year, or does not hold; the sum is shown."""
    (claim,) = _claims(text)
    check = claim.data_check
    assert check is not None

    assert (verdict, year) == (check.verdict, check.year)
    assert str(check.year) in check.computation or "members" in claim.attribute


def test_other_state_at_another_time() -> None:
    """Two members then and three now is no contradiction: the older figure is superseded."""
    old = told("The [[League|league|o]] has <<two|2|count>> members.", published="2010-01-01")
    new = told("", "The [[League|league|o]] has <<three|3|count>> members.", published="2023-01-01")[1:]
    relations = {relation for claim in merged((*old, *new), league()).claims for _, relation in claim.relations}

    assert {"superseded"} == relations


def test_share_and_sum_are_other_measures() -> None:
    """A share of the world economy and a sum of dollars are two measures, not a contradiction."""
    claims = _claims(
        "The [[League|league|o]] is <<20%|20|percent>> of the world economy.",
        "The [[League|league|o]] has an economy of <<$203|203|USD>>.",
    )

    assert [("other-measure",), ("other-measure",)] == [tuple(kind for _, kind in claim.relations) for claim in claims]


def test_relations_stay_readable() -> None:
    """Where a hundred reports give a hundred figures, a claim names its nearest, both ways, not all others."""
    figures = [SHARE.format(number) for number in range(1, 97)]
    claims = _claims(*(" ".join(figures[start : start + 12]) for start in range(0, 96, 12)))
    both = {(claim.id, other) for claim in claims for other, _ in claim.relations}

    assert len(claims) == 96
    assert all(claim.relations for claim in claims)
    assert len(both) <= 2 * 12 * len(claims)
    assert both == {(right, left) for left, right in both}

"""The invented organisation's articles, from raw file to entry: `fiktif/expected.toml` says what must be found."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.site.run import PROJECT, linimasa

FIKTIF = PROJECT / "tests" / "topics" / "fiktif"
EXPECTED = tomllib.loads((FIKTIF / "expected.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What `extract` writes."""
    file = tmp_path_factory.mktemp("told") / "told.json"
    done = linimasa("extract", "--topic", FIKTIF, "--json", file)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return found


def _quoted(entry: dict[str, Any]) -> list[str]:
    return [quote["article"] for quote in entry["evidence"]]


def _fits(event: dict[str, Any], wanted: dict[str, Any]) -> bool:
    plain = all(event[key] == wanted[key] for key in ("edtf", "kind", "stance", "grain") if key in wanted)
    first, last = wanted.get("within", ("0001-01-01", "9999-12-31"))
    return (
        plain
        and set(wanted.get("actors", ())) <= set(event["actors"])
        and set(wanted.get("articles", ())) <= set(_quoted(event))
        and first <= event["earliest"] <= event["latest"] <= last
        and (not wanted.get("rows") or bool(event["rows"]))
    )


@pytest.mark.parametrize("wanted", EXPECTED["article"], ids=lambda wanted: wanted["id"])
def test_published(told: dict[str, Any], wanted: dict[str, Any]) -> None:
    """Each article is dated by what it says, and a later page belongs to the first one."""
    found = next(article for article in told["articles"] if article["id"] == wanted["id"])

    assert found["published"]["edtf"] in wanted["published"]
    assert wanted.get("part_of", "") == (found["part_of"] or "")


@pytest.mark.parametrize("wanted", EXPECTED["event"], ids=lambda wanted: wanted["about"])
def test_event(told: dict[str, Any], wanted: dict[str, Any]) -> None:
    """One entry, and only one, is as expected."""
    found = [event for event in told["events"] if _fits(event, wanted)]

    assert len(found) == 1


@pytest.mark.parametrize("wanted", EXPECTED["claim"], ids=lambda wanted: wanted["attribute"])
def test_claim(told: dict[str, Any], wanted: dict[str, Any]) -> None:
    """Each figure is a claim that the tables check."""
    found = [claim for claim in told["claims"] if all(claim[key] == value for key, value in wanted.items())]

    assert found
    assert all(claim["data_check"] for claim in found)


def test_disagreement(told: dict[str, Any]) -> None:
    """Two founding years contradict each other, and the wrong one makes no entry."""
    for wanted in EXPECTED["disagreement"]:
        claims = {claim["id"]: claim for claim in told["claims"] if claim["attribute"] == wanted["attribute"]}
        pairs = {
            frozenset((str(claim["value"])[:4], str(claims[other["claim"]]["value"])[:4]))
            for claim in claims.values()
            for other in claim["relations"]
            if other["kind"] == "contradicts"
        }

        assert frozenset(wanted["years"]) in pairs
        assert not [
            event for event in told["events"] if event["kind"] == "founding" and event["edtf"][:4] == wanted["years"][1]
        ]


def test_absent(told: dict[str, Any]) -> None:
    """No entry stands in a year that only the page's furniture names."""
    years = {year for wanted in EXPECTED["absent"] for year in wanted["years"]}

    assert not [event for event in told["events"] if event["edtf"][:4] in years]


def test_repeated(told: dict[str, Any]) -> None:
    """A paragraph that stands twice on a page is told once."""
    for wanted in EXPECTED["repeated"]:
        entries = [event for event in told["events"] if _fits(event, {key: wanted[key] for key in ("edtf", "kind")})]
        counts = Counter(
            quote["quote"] for event in entries for quote in event["evidence"] if quote["article"] == wanted["article"]
        )

        assert counts
        assert set(counts.values()) == {wanted["quotes"]}


def test_tables() -> None:
    """The invented topic itself is without a fault."""
    from site_src import topic

    loaded, issues = topic.load(Path(FIKTIF))

    assert issues == ()
    assert topic.check(loaded) == ()

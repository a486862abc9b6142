"""What the five real clippings must show. They are not part of the project: without them these tests are skipped."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.site.sites import data


def _articles(site: Path) -> dict[str, dict[str, Any]]:
    return {article["id"][:3]: article for article in data(site, "articles")}


def _events(site: Path, **wanted: Any) -> list[dict[str, Any]]:
    return [event for event in data(site, "events") if all(event[key] == value for key, value in wanted.items())]


def _from(event: dict[str, Any]) -> set[str]:
    return {quote["article"][:3] for quote in event["evidence"]}


def _claims(site: Path, **wanted: Any) -> list[dict[str, Any]]:
    return [claim for claim in data(site, "claims") if all(claim[key] == value for key, value in wanted.items())]


def test_published(clipped: Path) -> None:
    """Each clipping is dated by its body, never by the clock of a page's rendering."""
    found = {key: article["published"]["edtf"] for key, article in _articles(clipped).items()}

    assert found["000"] == "2022-09-16"
    assert found["001"] in ("2017-06-08", "2017-06-09", "2017-06")
    assert found["002"] == found["003"]
    assert found["002"] in ("2024-07-03", "2024-07-04")
    assert found["004"] in ("2024-07-03", "2024-07-04")


def test_method_is_said(clipped: Path) -> None:
    """Every publication date says how it was found, with a reason."""
    for article in _articles(clipped).values():
        assert article["published"]["how"] not in ("", "unknown", "header")
        assert article["published"]["reasons"]


def test_second_page(clipped: Path) -> None:
    """The later page belongs to the first one and keeps a record of its own."""
    articles = _articles(clipped)

    assert articles["003"]["part_of"] == articles["002"]["id"]
    assert articles["002"]["part_of"] is None


def test_header_loses(clipped: Path) -> None:
    """A page header that the body contradicts is named on the quality page."""
    assert "19/04/2024" in (clipped / "quality.html").read_text("utf-8")


def test_founding(clipped: Path) -> None:
    """Two clippings tell the founding on 15 June 2001: one entry, and the table says the same."""
    foundings = _events(clipped, kind="founding", edtf="2001-06-15")

    assert len(foundings) == 1
    assert _from(foundings[0]) >= {"001", "004"}
    assert foundings[0]["rows"]


def test_founding_year_is_disputed(clipped: Path) -> None:
    """One clipping says 2002: no second founding, but a claim that contradicts and an account of the entry."""
    claims = {claim["id"]: claim for claim in _claims(clipped, attribute="founded")}
    values = {str(claim["value"])[:4] for claim in claims.values()}
    contradictions = {
        (str(claim["value"])[:4], str(claims[other["claim"]]["value"])[:4])
        for claim in claims.values() for other in claim["relations"] if other["kind"] == "contradicts"
    }  # fmt: skip

    assert values >= {"2001", "2002"}
    assert ("2001", "2002") in contradictions
    assert not [event for event in _events(clipped, kind="founding") if event["edtf"].startswith("2002")]


def test_observers(clipped: Path) -> None:
    """Four observers in 2005: a year, and no day invented for it."""
    found = [event for event in _events(clipped, edtf="2005", grain="year") if "001" in _from(event)]

    assert len(found) == 1
    assert (found[0]["earliest"], found[0]["latest"]) == ("2005-01-01", "2005-12-31")
    assert len(set(found[0]["actors"]) & {"IRN", "IND", "MNG", "PAK"}) == 4


def test_leaders_in_astana_2017(clipped: Path) -> None:
    """A weekday with a day and no year finds its year by the series of meetings."""
    found = [event for event in _events(clipped, edtf="2017-06-08") if "001" in _from(event)]

    assert found
    assert {"xi-jinping", "vladimir-putin"} <= set(found[0]["actors"])


def test_applications_in_late_june(clipped: Path) -> None:
    """The end of June is a stretch inside June 2022, not the 30th."""
    found = [event for event in _events(clipped, grain="range") if "000" in _from(event) and "06" in event["earliest"]]

    assert len(found) == 1
    assert "2022-06-01" < found[0]["earliest"] < found[0]["latest"] <= "2022-06-30"


@pytest.mark.parametrize(("day", "entries"), [("2022-09-13", 1), ("2022-09-15", 2), ("2022-09-16", 1)])
def test_week_of_the_summit(clipped: Path, day: str, entries: int) -> None:
    """Weekdays and a caption's date become days of September 2022; two matters of one day stay two entries."""
    assert len([event for event in _events(clipped, edtf=day) if "000" in _from(event)]) == entries


def test_meeting_of_two_clippings(clipped: Path) -> None:
    """The leaders' meeting of 3 July 2024 is one entry with evidence from two outlets."""
    found = [event for event in _events(clipped, edtf="2024-07-03") if _from(event) >= {"002", "004"}]

    assert len(found) == 1


def test_accession_is_planned(clipped: Path) -> None:
    """What is said to happen "on Thursday" is an entry of that day, planned in the text and confirmed by the table."""
    found = [event for event in _events(clipped, edtf="2024-07-04", stance="planned") if "003" in _from(event)]

    assert len(found) == 1
    assert "BLR" in found[0]["actors"]
    assert found[0]["rows"]


@pytest.mark.parametrize(
    ("attribute", "comparator", "value"),
    [("population-share", "=", 40), ("gdp-share", ">", 30), ("gdp", "~", 23_000_000_000_000)],
)
def test_claims(clipped: Path, attribute: str, comparator: str, value: float) -> None:
    """Figures are claims with the data's verdict beside them."""
    found = _claims(clipped, attribute=attribute, comparator=comparator, value=value)

    assert found
    assert found[0]["data_check"]["verdict"]


def test_quotes(clipped: Path, clippings: Path) -> None:
    """Every quote stands in its file at its offsets, letter by letter."""
    sources = {
        article["id"]: (clippings / article["path"]).read_bytes().decode("utf-8")
        for article in data(clipped, "articles")
    }
    quotes = [quote for name in ("events", "claims") for entry in data(clipped, name) for quote in entry["evidence"]]

    assert quotes
    for quote in quotes:
        assert sources[quote["article"]][quote["start"] : quote["end"]] == quote["quote"]


def test_addresses_say_what_happened(clipped: Path) -> None:
    """An entry's address names its own kind, also where its first report only says that somebody spoke."""
    found = [event for event in data(clipped, "events") if event["evidence"] and not event["rows"]]

    assert found
    assert [event["id"] for event in found if event["kind"] != "general"] == [
        event["id"] for event in found if f"-{event['kind']}" in event["id"]
    ]

"""What five real clippings tell together: only where LINIMASA_CLIPPINGS names their folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_src import pipeline
from site_src.model import Claim, Event, Timeline

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="module")
def timeline(clippings: Path) -> Timeline:
    """The timeline of the clippings with the project's own tables."""
    return pipeline.tell(pipeline.Options(CONTENT, clippings)).timeline


def _articles(event: Event) -> set[str]:
    return {evidence.article[:3] for evidence in event.evidence}


def _on(timeline: Timeline, edtf: str) -> list[Event]:
    """Give the entries of a day or stretch that articles tell."""
    return [event for event in timeline.events if event.when.edtf == edtf and event.statements]


def _claims(timeline: Timeline, attribute: str) -> list[Claim]:
    return [claim for claim in timeline.claims if claim.attribute == attribute]


ENTRIES = [
    ("2001-06-15", "founding", "recalled", {"001", "004"}),
    ("2005", "observer", "recalled", {"001"}),
    ("2017-06-08", "meeting", "told", {"001"}),
    ("2022-09-13", "announcement", "told", {"000"}),
    ("2022-09-15", "meeting", "told", {"000"}),
    ("2022-09-15", "memorandum", "told", {"000"}),
    ("2022-09-16", "statement", "told", {"000"}),
    ("2024-07-03", "meeting", "told", {"002", "004"}),
    ("2024-07-04", "accession", "planned", {"003"}),
    ("2024-05", "meeting", "recalled", {"002", "004"}),
    ("2022", "conflict", "recalled", {"000", "002", "004"}),
    ("2017-05", "statement", "told", {"001"}),
    ("2017-06-08/2017-06-09", "summit", "told", {"001"}),
    ("2021-12-23~/2022-12-30~", "treaty", "recalled", {"002"}),
    ("2024-07-03/2024-07-04", "summit", "told", {"004"}),
    ("2024-07-03/2024-07-04", "meeting", "told", {"003"}),
    ("2024-07-03/2024-07-04", "mediation", "told", {"003"}),
    ("2024-07-03/2024-07-04", "mediation", "denied", {"003"}),
]
"""Day, kind, stance and articles: all entries of each of these days and kinds."""


@pytest.mark.parametrize(("edtf", "kind"), sorted({entry[:2] for entry in ENTRIES}))
def test_entry(timeline: Timeline, edtf: str, kind: str) -> None:
    """The entries of a day and kind are there once, each with its stance and with evidence from exactly its articles."""
    expected = sorted(
        (stance, sorted(articles)) for day, what, stance, articles in ENTRIES if (day, what) == (edtf, kind)
    )
    found = sorted((event.stance, sorted(_articles(event))) for event in _on(timeline, edtf) if event.kind == kind)

    assert expected == found


def test_applications_are_a_range(timeline: Timeline) -> None:
    """The applications at the end of June 2022 keep a range inside the month, and only the two applicants act."""
    found = [event for event in timeline.events if event.kind == "application" and event.statements]
    (event,) = (event for event in found if "ARG" in event.actors)

    assert [{"USA"}] == [set(other.actors) for other in found if other != event]
    assert (2022, 6, 2022, 6) == (
        event.when.earliest.year,
        event.when.earliest.month,
        event.when.latest.year,
        event.when.latest.month,
    )
    assert ("range", {"ARG", "IRN"}) == (event.when.grain, set(event.actors))


def test_rows_confirm(timeline: Timeline) -> None:
    """The table's rows stand beside the articles: of the founding, and of the accession that is only announced."""
    rows = {event.when.edtf: len(event.rows) for event in timeline.events if event.kind in ("founding", "accession")}

    assert (6, 1) == (rows["2001-06-15"], rows["2024-07-04"])


def test_founding_accounts(timeline: Timeline) -> None:
    """Another founding year is an account of the one founding, and two claims that contradict."""
    (event,) = [event for event in timeline.events if event.kind == "founding"]
    values = {account.value: account.preferred for account in event.accounts["when"]}
    first, second = _claims(timeline, "founded")

    assert {"2001-06-15": True, "2002": False} == values
    assert ((second.id, "contradicts"),) == first.relations


@pytest.mark.parametrize(
    ("attribute", "value", "comparator", "verdict"),
    [
        ("population-share", 40.0, "=", "holds"),
        ("gdp-share", 30.0, ">", "holds-other-measure"),
        ("gdp", 2.3e13, "~", "held-other-year"),
        ("members", 8.0, "=", "holds"),
        ("members", 9.0, "=", "holds"),
        ("dialogue-partners", 14.0, "=", "holds"),
        ("observers", 3.0, "=", "holds"),
        ("member-ordinal", 10.0, "=", "holds"),
    ],
)
def test_claim(timeline: Timeline, attribute: str, value: float, comparator: str, verdict: str) -> None:
    """The figure is claimed, and the tables say of it what they say."""
    checks = {
        claim.data_check.verdict
        for claim in _claims(timeline, attribute)
        if (claim.value, claim.comparator) == (value, comparator) and claim.data_check
    }

    assert {verdict} == checks


def test_no_false_disagreement(timeline: Timeline) -> None:
    """Nothing contradicts but these; later states and other measures are not contradictions."""
    contradicting = {
        (claim.subject, claim.attribute)
        for claim in timeline.claims
        for _, relation in claim.relations
        if relation == "contradicts"
    }

    assert {
        ("sco", "founded"),
        ("sco", "character"),
        ("sco", "abbreviation"),
        ("TUR", "status"),
        ("BLR", "status"),
    } == contradicting


def test_last_meeting_has_its_place(timeline: Timeline) -> None:
    """The month comes from one article, the place from another."""
    (event,) = [event for event in _on(timeline, "2024-05") if event.kind == "meeting"]

    assert "beijing" == event.place
    assert not [account for account in event.accounts["when"] if account.contradicts]


def test_memorandum_has_another_day_in_the_table(timeline: Timeline) -> None:
    """The news of the day says the 15th and the table the 16th: one entry, and an account that contradicts."""
    (event,) = [event for event in _on(timeline, "2022-09-15") if event.kind == "memorandum"]

    assert {"2022-09-15": False, "2022-09-16": True} == {
        account.value: account.contradicts for account in event.accounts["when"]
    }


def test_titles(timeline: Timeline) -> None:
    """No title is longer than 110 characters, and no two entries of one day share one."""
    titles = [(event.when.edtf, event.title["id"]) for event in timeline.events]

    assert len(titles) == len(set(titles))
    assert all(0 < len(title) <= 110 for _, title in titles)

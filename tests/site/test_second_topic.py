"""A second topic needs no line of Python: it is built by the same program and speaks only of itself."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from site_src import topic
from tests.site.run import PROJECT, linimasa
from tests.site.sites import SECOND, data

RETELLINGS = sorted((SECOND / "articles").glob("*.md"))
ROWS = sorted(file.stem for file in (SECOND / "tables").glob("*.csv") if file.stem != "indicators")


def test_check_is_silent() -> None:
    """Nothing in its settings, tables and articles is wrong or doubtful."""
    done = linimasa("check", "--topic", SECOND)

    assert done.returncode == 0
    assert done.stdout == ""


def test_two_languages() -> None:
    """It has at least a dozen retellings, in both languages of its interface."""
    spoken = [re.search(r"(?m)^lang: (\w+)$", file.read_text("utf-8")) for file in RETELLINGS]
    found = {match[1] for match in spoken if match}

    assert len(RETELLINGS) >= 12
    assert None not in spoken
    assert found == {"id", "en"}


@pytest.mark.parametrize("name", ROWS)
def test_sources(name: str) -> None:
    """Each row of each table says where it comes from."""
    rows = list(csv.DictReader((SECOND / "tables" / f"{name}.csv").open(encoding="utf-8", newline="")))

    assert rows
    assert [row for row in rows if not row["source"].strip()] == []


def test_members(second: Path) -> None:
    """The counts at the ends of years are those of its own table, under the one heading that it counts."""
    found = {row["year"]: row for row in csv.DictReader((second / "data" / "membership.csv").open(encoding="utf-8"))}

    assert list(found["1967"]) == ["year", "members"]
    assert [int(found[year]["members"]) for year in ("1967", "1984", "1995", "1997", "1999", "2024", "2025")] == [
        5, 6, 7, 9, 10, 10, 11,
    ]  # fmt: skip


def test_no_wrong_day(second: Path) -> None:
    """Articles that tell of a day of the tables, a membership or a milestone, stand at that day."""
    known, _ = topic.load(SECOND)
    told = {event["edtf"] for event in data(second, "events") if event["kind"] == "accession" and event["rows"]}
    joined = {spell.start.edtf for spell in known.spells if spell.status == "member" and not spell.founding}
    by_row = [
        (milestone.when.edtf, event["edtf"])
        for event in data(second, "events") for row in event["rows"] for milestone in known.milestones
        if (row["table"], row["line"]) == (milestone.row.table, milestone.row.line)
    ]  # fmt: skip

    assert told == joined
    assert len(by_row) == len(known.milestones)
    assert [pair for pair in by_row if pair[0] != pair[1]] == []


def test_other_day_is_an_account(second: Path) -> None:
    """Where one source gives the eighth and others the seventh, it is one entry with both accounts, and a coarser one."""
    accession = next(event for event in data(second, "events") if event["id"] == "1984-01-07-accession-brn")
    days = [account["value"] for account in accession["accounts"]["when"]]

    assert days == ["1984-01-07", "1984-01", "1984-01-08"]


def test_its_charts(second: Path) -> None:
    """The charts that its site.toml names have their pictures and figures, in the topic's own words."""
    page = (second / "en" / "charts.html").read_text("utf-8")

    expected = [
        "membership",
        "shares",
        "by-country-gdp-nominal",
        "sums-gdp-nominal",
        "status-lanes",
        "map",
        "entries",
        "articles",
    ]
    found = re.findall(r'<section class="chart-block" id="([^"]+)"', page)

    assert expected == found
    assert all((second / "data" / "charts" / f"{id}.json").is_file() for id in expected)
    assert "From 5 founders in 1967 to 11 members in 2025" in page


def test_speaks_of_itself(second: Path) -> None:
    """No page or file of data knows the first topic's organisation."""
    first, _ = topic.load(PROJECT / "content")
    names = {alias.text for alias in first.entities[first.organisation].aliases}
    any_name = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(names))) + r")(?!\w)")
    texts = [
        file for file in sorted(second.rglob("*")) if file.suffix in (".html", ".json", ".csv", ".xml", ".css", ".txt")
    ]

    assert [file.name for file in texts if any_name.search(file.read_text("utf-8"))] == []

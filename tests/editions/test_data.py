"""The editions for other programs, each read back by a reader that is not ours."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import icalendar
import pytest

from site_src.cli import export
from site_src.publication import KINDS
from tests.editions.made import FIKTIF, folded
from tests.site.run import linimasa

Edition = Callable[..., Path]
Events = list[dict[str, Any]]


def exact(event: dict[str, Any]) -> bool:
    return len(event["edtf"]) == 10 and event["grain"] == "day"


def test_the_verb_offers_what_can_be_made():
    """The kinds that `export --help` names are those that there are."""
    assert tuple(KINDS) == export.KINDS


@pytest.mark.parametrize("kind", export.KINDS)
def test_two_exports_are_the_same_bytes(edition: Edition, tmp_path: Path, kind: str):
    """An edition has no clock and no chance in it, whatever the number of processes."""
    again = tmp_path / "again"
    linimasa("export", kind, "--output", again, "--topic", FIKTIF, "--jobs", "1", environment={"PYTHONHASHSEED": "7"})

    assert edition(kind).read_bytes() == again.read_bytes()


def test_sheet_has_every_entry_with_its_quotes(edition: Edition, events: Events):
    """A row an entry: its title and date in both languages, and every sentence that says so."""
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(edition("csv").read_text("utf-8"), newline=""))}
    without = [
        (event["id"], proof["quote"])
        for event in events
        for proof in event["evidence"]
        if folded(proof["quote"]) not in folded(rows[event["id"]]["quotes"])
    ]
    titles = {id: {"id": row["title_id"].lstrip("'"), "en": row["title_en"].lstrip("'")} for id, row in rows.items()}

    assert [] == without
    assert {event["id"]: event["title"] for event in events} == titles
    assert {event["id"]: event["edtf"] for event in events} == {id: row["edtf"] for id, row in rows.items()}


def test_calendar_has_exact_days_only(edition: Edition, events: Events):
    """A calendar program finds the entries of known days, on their days, and none of a month, a year or about."""
    calendar = icalendar.Calendar.from_ical(edition("ics").read_bytes())
    found = {
        str(one["UID"]).partition("@")[0]: (one.decoded("DTSTART"), str(one["SUMMARY"]).partition(" (")[0])
        for one in calendar.walk("VEVENT")
    }
    wanted = {
        event["id"]: (date.fromisoformat(event["earliest"]), event["title"]["id"].partition(" (")[0])
        for event in events
        if exact(event)
    }

    assert wanted == found
    assert len(wanted) < len(events)


def test_calendar_keeps_every_word(edition: Edition, events: Events):
    """Commas, quotation marks and letters of two bytes come back as they were, and no line is longer than allowed."""
    text = edition("ics").read_bytes()
    calendar = icalendar.Calendar.from_ical(text)
    found = {str(one["UID"]).partition("@")[0]: folded(str(one["DESCRIPTION"])) for one in calendar.walk("VEVENT")}
    without = [
        event["id"]
        for event in events
        if exact(event)
        for proof in event["evidence"]
        if folded(proof["quote"]) not in found[event["id"]]
    ]

    assert [] == without
    assert max(len(line) for line in text.split(b"\r\n")) <= 75
    assert [] == [part for part in calendar.walk() if part.errors]


def test_calendar_tells_plans_from_deeds(edition: Edition, events: Events):
    """What is only planned is tentative, what is denied is cancelled."""
    calendar = icalendar.Calendar.from_ical(edition("ics").read_bytes())
    found = {str(one["UID"]).partition("@")[0]: str(one["STATUS"]) for one in calendar.walk("VEVENT")}
    words = {"told": "CONFIRMED", "recalled": "CONFIRMED", "planned": "TENTATIVE", "denied": "CANCELLED"}

    assert {event["id"]: words[event["stance"]] for event in events if exact(event)} == found


def test_story_has_every_entry_as_exact_as_it_is_known(edition: Edition, events: Events):
    """TimelineJS gets no month for a year, and the words of every quote."""
    slides = {one["unique_id"]: one for one in json.loads(edition("timelinejs").read_text("utf-8"))["events"]}
    parts = {"day": 3, "month": 2, "year": 1, "range": 3}
    without = [
        event["id"]
        for event in events
        for proof in event["evidence"]
        if folded(proof["quote"]) not in folded(unescape(slides[event["id"]]["text"]["text"]))
    ]

    assert [] == without
    assert {event["id"]: parts[event["grain"]] for event in events} == {
        id: len(slide["start_date"]) for id, slide in slides.items()
    }


def test_json_is_what_extract_writes(edition: Edition, tmp_path: Path):
    """The edition holds all that `extract` tells, and what the timeline is called."""
    linimasa("extract", "--topic", FIKTIF, "--json", tmp_path / "all.json")
    extracted = json.loads((tmp_path / "all.json").read_text("utf-8"))
    found = json.loads(edition("json").read_text("utf-8"))

    assert extracted == {name: found[name] for name in extracted}
    assert set(found) - set(extracted) == {"title", "description", "as_of", "base_url", "corrections"}


def test_a_folder_is_no_place_for_an_edition(tmp_path: Path):
    """Where a folder lies, nothing is written, and the exit code says that the command was wrong."""
    done = linimasa("export", "csv", "--output", tmp_path, "--topic", FIKTIF)

    assert (2, []) == (done.returncode, list(tmp_path.iterdir()))

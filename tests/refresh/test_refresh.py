"""Newest figures from their publisher: what changes is told and kept, and without an answer nothing changes."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from site_src import topic
from tests.refresh.answers import ABOUT, PEOPLE, RECORDED, served

FIGURES, SETTINGS = "tables/indicators.csv", "indicators.toml"
VINTAGE = "tables/vintages/population-2025-01-01.csv"


@pytest.fixture
def folder(tmp_path, project) -> Path:
    """The invented topic, whose population has a database, whose nominal GDP has none and whose other GDP is derived."""
    place = tmp_path / "topic"
    shutil.copytree(project / "tests" / "topics" / "fiktif", place)
    settings = place / SETTINGS
    settings.write_text(settings.read_text("utf-8").replace('code = "POP"\n', 'code = "POP"\ndatabase = 2\n'), "utf-8")
    return place


def run(folder: Path, address: str) -> subprocess.CompletedProcess[str]:
    """Refresh the topic from a service."""
    words = [sys.executable, "-m", "site_src.refresh", "--topic", str(folder), "--service", address]
    here = Path(__file__).parents[2]
    environment = {**os.environ, "NO_PROXY": "127.0.0.1", "PYTHONPATH": str(here)}
    return subprocess.run(words, cwd=here, env=environment, capture_output=True, text=True)


def refreshed(folder: Path, changed: Mapping[str, Any] | None = None) -> subprocess.CompletedProcess[str]:
    """Refresh the topic from the recorded answers."""
    with served(changed) as (address, _):
        return run(folder, address)


def contents(folder: Path) -> dict[str, bytes]:
    """Read every file of a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def figures(folder: Path, name: str = FIGURES) -> dict[tuple[str, int, str], float]:
    """Read a table of figures."""
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return {(r["country"], int(r["year"]), r["indicator"]): float(r["value"]) for r in csv.DictReader(file)}


def test_every_revision_above_one_percent_is_told(folder):
    """Country, year, indicator, the old figure, the new one and the percentage; half a percent is only counted."""
    done = refreshed(folder)

    expected = "country,year,indicator,old,new,percent\nLMR,2022,POP,50000000,51500000,+3.00\nVLD,2023,POP,121200000,118776000,-2.00\n"

    assert (0, expected) == (done.returncode, done.stdout)
    assert "POP: 2025-01-01 -> 2026-02-10: 3 revised, 2 of them by more than 1%; 7 new; 1 gone" in done.stderr
    assert "no longer there: OSV 2019" in done.stderr


def test_the_table_has_the_new_figures_and_keeps_all_others(folder):
    """Rows of the other indicators stay to the letter, as do figures that were not revised; nothing null becomes zero."""
    before, old = (folder / FIGURES).read_text("utf-8").splitlines(), figures(folder)
    done = refreshed(folder)
    after, new = (folder / FIGURES).read_text("utf-8").splitlines(), figures(folder)

    assert [line for line in before if ",POP," not in line] == [line for line in after if ",POP," not in line]
    assert {place for place in old if old[place] != new.get(place)} == {
        ("BSG", 2021, "POP"),
        ("LMR", 2022, "POP"),
        ("VLD", 2023, "POP"),
        ("OSV", 2019, "POP"),
    }
    assert {place for place in new if place not in old} == {
        (country, 2024, "POP") for country in ("BSG", "LMR", "OSV", "QRR", "TRS", "VLD", "WLD")
    }
    assert ("OSV", 2019, "POP") not in new
    assert "GDP: names no database; its" in done.stderr
    assert "PPP: derived; its" in done.stderr


def test_the_old_vintage_stays_for_comparison(folder):
    """Its figures are in a table of their own, and the topic loads with the new ones and their date."""
    old = {place: value for place, value in figures(folder).items() if place[2] == "POP"}
    refreshed(folder)
    loaded, issues = topic.load(folder)

    assert old == figures(folder, VINTAGE)
    assert loaded.indicators["population"].vintage == "2026-02-10"
    assert loaded.indicators["gdp_nominal"].vintage == "2025-01-01"
    assert loaded.indicators["population"].values["LMR"][2022] == 51500000
    assert [one for one in issues if one.severity == "error"] == []


def test_a_second_run_changes_nothing(folder):
    """The figures are those of the service already."""
    refreshed(folder)
    before = contents(folder)
    done = refreshed(folder)

    assert before == contents(folder)
    assert (0, "country,year,indicator,old,new,percent\n") == (done.returncode, done.stdout)


def test_a_kept_vintage_is_never_overwritten(folder):
    """Figures that an editor changed under the same date get a file of their own."""
    first = folder / VINTAGE
    first.parent.mkdir()
    first.write_text("country,year,indicator,value\n", "utf-8")
    refreshed(folder)

    assert first.read_text("utf-8") == "country,year,indicator,value\n"
    assert (folder / VINTAGE.replace(".csv", "-2.csv")).exists()


def test_without_a_network_it_says_so_and_changes_nothing(folder):
    """One line, exit 1, and every file as it was."""
    before = contents(folder)
    with served() as (address, _):
        pass
    done = run(folder, address)

    assert (1, "") == (done.returncode, done.stdout)
    assert done.stderr.splitlines() == [
        "Error: the service cannot be reached (ConnectionError); nothing was changed",
    ]
    assert before == contents(folder)


LACKING = [{**page, "source": {**page["source"], "data": [row for row in page["source"]["data"] if row["variable"][0]["id"] != "TRS"]}} for page in RECORDED[PEOPLE]]  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({PEOPLE: None}, "the service refused the question"),
        ({ABOUT: None}, "the service refused the question"),
        ({ABOUT: [[{"page": 1, "total": 0, "per_page": 1}, []]]}, "answered in another form than expected"),
        ({PEOPLE: ["<html>"]}, "the service refused the question"),
        ({PEOPLE: [{"page": 1, "total": 1, "per_page": 1, "source": {"data": [{"value": 1}]}}]}, "in another form"),
        ({PEOPLE: [{"message": [{"id": "120", "key": "Invalid value", "value": "not valid"}]}]}, "Invalid value"),
        ({PEOPLE: LACKING}, "the answer for POP lacks TRS, of whom the table has figures"),
    ],
)
def test_an_answer_that_is_not_whole_changes_nothing(folder, changed, told):
    """Refused, garbled, or without a country that had figures: one line, exit 1, and every file as it was."""
    before = contents(folder)
    done = refreshed(folder, changed)

    assert (1, "") == (done.returncode, done.stdout)
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr
    assert before == contents(folder)


def test_only_what_names_a_database_is_asked_for(folder):
    """Which code is asked where stands in the topic, not in the program."""
    with served() as (address, asked):
        run(folder, address)

    assert [ABOUT, *[PEOPLE] * len(RECORDED[PEOPLE])] == asked


def test_a_run_that_was_killed_between_its_files_is_mended_by_the_next(folder):
    """New figures under the old date: the next run writes the date, and loses no old vintage."""
    settings = (folder / SETTINGS).read_bytes()
    refreshed(folder)
    whole = contents(folder)
    (folder / SETTINGS).write_bytes(settings)
    refreshed(folder)

    assert whole == contents(folder)

"""The topic that the project ships says what its sources say, in our own words."""

from __future__ import annotations

import csv
import os
import re
from datetime import date
from pathlib import Path

import pytest

from site_src import topic
from site_src.topic import figures

CONTENT = Path(__file__).parents[2] / "content"
RETELLINGS = sorted((CONTENT / "articles").glob("*.md"))
OTHERS = sorted((CONTENT.parent / "topics").glob("*/articles/*.md"))
RUN = 8
"""Words in a row that a retelling may not share with its original."""


@pytest.mark.parametrize(
    ("year", "members", "observers", "partners"),
    [
        (2000, 0, 0, 0),
        (2001, 6, 0, 0),
        (2005, 6, 4, 0),
        (2010, 6, 4, 2),
        (2017, 8, 4, 6),
        (2023, 9, 3, 14),
        (2025, 10, 2, 15),
    ],
)
def test_year_ends(year: int, members: int, observers: int, partners: int) -> None:
    """The spells add up to the counts that the organisation's history gives."""
    found, _ = topic.load(CONTENT)
    counts = [
        figures.count_on(found, status, date(year, 12, 31)) for status in ("member", "observer", "dialogue-partner")
    ]

    assert counts == [members, observers, partners]


def test_figures() -> None:
    """All figures are there: three indicators, 29 countries and the world."""
    found, _ = topic.load(CONTENT)

    assert sum(len(years) for one in found.indicators.values() for years in one.values.values()) == 2659
    assert {len(one.values) for one in found.indicators.values()} == {30}


@pytest.mark.parametrize(
    "name", ["countries", "places", "organisations", "people", "summits", "membership", "milestones"]
)
def test_sources(name: str) -> None:
    """Each row of each table says where it comes from."""
    rows = list(csv.DictReader((CONTENT / "tables" / f"{name}.csv").open(encoding="utf-8", newline="")))

    assert rows
    assert [row for row in rows if not row["source"].strip()] == []


def test_no_unconfirmed_office() -> None:
    """A person whose office no source confirms has a name and no office."""
    found, _ = topic.load(CONTENT)
    people = [entity for entity in found.entities.values() if entity.kind == "person"]
    unconfirmed = [person for person in people if person.row and "no office" in person.row.source]

    assert unconfirmed
    assert [person.id for person in unconfirmed if person.role or person.first or person.last] == []


def test_attribution() -> None:
    """Indicators name publisher, licence and the day of their download; derived ones say so."""
    indicators = topic.load(CONTENT)[0].indicators

    assert all("World Bank" in one.source and one.licence == "CC BY 4.0" and one.vintage for one in indicators.values())
    assert {one.id for one in indicators.values() if one.derived} == {"gdp_ppp"}


@pytest.mark.parametrize("file", [*RETELLINGS, *OTHERS], ids=lambda file: file.stem)
def test_retelling(file: Path) -> None:
    """A retelling is ours, names the report that it retells and its day, has no byline, and is neither a note nor an essay."""
    front, _, body = file.read_text("utf-8").removeprefix("---\n").partition("\n---\n")

    assert "outlet: Linimasa" in front
    assert re.search(r"told_as_of: \d{4}-\d\d-\d\d", front)
    assert "retells:" in front
    assert "authors" not in front
    assert 120 <= len(body.split()) <= 400


@pytest.fixture(scope="session")
def originals() -> set[tuple[str, ...]]:
    """Every run of words in the reports that were retold."""
    folder = os.environ.get("LINIMASA_CLIPPINGS")
    if not folder:
        pytest.skip("LINIMASA_CLIPPINGS names no folder of real clippings")
    texts = [_words(file.read_text("utf-8")) for file in sorted(Path(folder).glob("*.txt"))]
    return {run for words in texts for run in _runs(words)}


def _words(text: str) -> list[str]:
    return re.findall(r"[\w%$]+", text.lower())


def _runs(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)]


@pytest.mark.parametrize("file", RETELLINGS, ids=lambda file: file.stem)
def test_own_words(file: Path, originals: set[tuple[str, ...]]) -> None:
    """No run of eight words is the original's."""
    body = file.read_text("utf-8").partition("\n---\n")[2]

    assert [run for run in _runs(_words(body)) if run in originals] == []

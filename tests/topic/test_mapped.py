"""Where a map shows a country: by its number, or at its degrees."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_src.topic.entities import read_entities

HEAD = "id,name_id,iso_numeric,longitude,latitude\n"


def read(folder: Path, rows: str):
    """Read a table of countries."""
    (folder / "tables").mkdir()
    (folder / "tables/countries.csv").write_text(HEAD + rows, "utf-8")
    return read_entities(folder, ("id",))


def test_a_country_has_a_number_or_a_place(tmp_path):
    """Both are optional; a number keeps its zeros, degrees their fractions."""
    entities, issues = read(tmp_path, "AAA,Utara,004,,\nBBB,Timur,,-73.5,40\nCCC,Selatan,,,\n")

    expected = [("004", None), ("", (-73.5, 40.0)), ("", None)]
    found = [(one.iso_numeric, one.spot) for one in entities.values()]

    assert expected == found
    assert issues == ()


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("AAA,Utara,4,,", "iso_numeric"),
        ("AAA,Utara,AFG,,", "iso_numeric"),
        ("AAA,Utara,,12,", "latitude"),
        ("AAA,Utara,,12,91", "latitude"),
        ("AAA,Utara,,181,0", "longitude"),
        ("AAA,Utara,,nan,0", "longitude"),
        ("AAA,Utara,,east,0", "longitude"),
    ],
)
def test_a_place_that_is_none_is_named(tmp_path, row, column):
    """A wrong cell leaves its row out and says what was expected."""
    entities, issues = read(tmp_path, f"{row}\n")

    assert entities == {}
    assert [column in issue.message for issue in issues] == [True]

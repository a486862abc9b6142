"""Dates of the tables mean what EDTF says, and no day is made up."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.topic.dates import read_when


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "grain"),
    [
        ("2005", "2005-01-01", "2005-12-31", "year"),
        ("2010-02", "2010-02-01", "2010-02-28", "month"),
        ("2017-06-09", "2017-06-09", "2017-06-09", "day"),
        ("2024-07-03/2024-07-04", "2024-07-03", "2024-07-04", "range"),
        ("2001/2005", "2001-01-01", "2005-12-31", "range"),
        ("../2022-04-12", "0001-01-01", "2022-04-12", "range"),
        ("2022-04-12/..", "2022-04-12", "9999-12-31", "range"),
    ],
)
def test_reads(text: str, earliest: str, latest: str, grain: str) -> None:
    """A date covers the days that its words allow, and is written back as it was read."""
    found = read_when(text)

    assert (found.earliest.isoformat(), found.latest.isoformat(), found.grain) == (earliest, latest, grain)
    assert found.edtf == text


@pytest.mark.parametrize(
    "text",
    ["", "2005-7", "05-07-2005", "2001-02-30", "2001-13", "0000", "2005-", "20055", "٢٠٠٥", "2005 ", "2004/2003"],
)
def test_refuses(text: str) -> None:
    """What is no date of the calendar is refused."""
    with pytest.raises(ValueError, match=r"date|month|day|year|ends"):
        read_when(text)


@pytest.mark.parametrize("mark", ["~", "?", "%"])
def test_doubt(mark: str) -> None:
    """A mark of doubt is kept."""
    assert read_when(f"2005{mark}").edtf == f"2005{mark}"
    assert read_when(f"2005-07{mark}").qualifier == mark


@given(st.dates())
def test_every_day(day: date) -> None:
    """Each day of the calendar is read as itself."""
    assert read_when(day.isoformat()).earliest == read_when(day.isoformat()).latest == day


@given(st.text(max_size=24))
def test_any_text(text: str) -> None:
    """Any other text is refused in order."""
    try:
        found = read_when(text)
    except ValueError:
        return
    assert found.earliest <= found.latest

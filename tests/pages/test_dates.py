"""Dates in words say no more than is known."""

import tomllib
from pathlib import Path

import pytest

from site_src.pages.edtf import read_edtf
from site_src.wording import open_catalogue
from site_src.wording.dates import date_words

CASES = tomllib.loads((Path(__file__).parent / "dates.toml").read_text("utf-8"))["dates"]


@pytest.mark.parametrize(
    ("edtf", "language", "words"), [(edtf, *pair) for edtf, row in CASES.items() for pair in row.items()]
)
def test_date_in_words(edtf: str, language: str, words: str):
    """A date is told with the part of it that the sources know, and a note on what they leave open."""
    when = read_edtf(edtf)

    assert words == date_words(when, open_catalogue(language)).full


def test_unknown_date():
    """A date that nothing is known of is said to be unknown."""
    assert "tanggal tidak diketahui" == date_words(None, open_catalogue("id")).full

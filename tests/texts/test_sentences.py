"""Where sentences end, case by case: `tests/cases/texts/sentences.toml`."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src import languages
from site_src.texts.sentences import split, stops_of

CASES = Path(__file__).parent.parent / "cases" / "texts" / "sentences.toml"
STOPS = {code: stops_of(pack) for code, pack in languages.load().items()}


def cases() -> list[tuple[str, list[str], str]]:
    table = tomllib.loads(CASES.read_text("utf-8"))
    return [
        (language, re.split(r" ?\| ?", case), re.sub(r"(?<! )\|(?! )", "", case).replace(" | ", " "))
        for language, group in table.items()
        for case in group["cases"]
    ]


@pytest.mark.parametrize(("language", "expected", "text"), cases())
def test_paragraph(language: str, expected: list[str], text: str) -> None:
    """A paragraph is cut where its sentences end and nowhere else."""
    found = [text[start:end] for start, end in split(text, 0, len(text), STOPS[language])]

    assert expected == found


@given(st.text(alphabet="aB1. \n!?…“”\"'()«»|,-é\xa0"))
def test_nothing_is_lost(text: str) -> None:
    """Sentences hold every letter of a paragraph that is no white space, in order, without white space at their ends."""
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    spans = list(split(text, start, end, STOPS["id"])) if start < end else []
    pieces = [text[first:last] for first, last in spans]

    assert "".join(text.split()) == "".join("".join(pieces).split())
    assert all(piece == piece.strip() != "" for piece in pieces)


def test_a_long_paragraph_takes_time_in_proportion() -> None:
    """A megabyte of quotes and brackets that never close does not hang."""
    for text in ('“("«[' * 50_000, "a. B" * 100_000, "(((" * 100_000):
        list(split(text, 0, len(text), STOPS["id"]))

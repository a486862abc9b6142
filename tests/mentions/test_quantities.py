"""What counts as a quantity, phrase by phrase: `tests/cases/quantities/`."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_src import languages
from site_src.mentions.plain import Plain
from site_src.mentions.quantities import find_quantities
from site_src.mentions.times import find_times
from site_src.model import Quantity

CASES = Path(__file__).parent.parent / "cases" / "quantities"
PACKS = languages.load()


def cases() -> list[tuple[str, str, list[str]]]:
    found = []
    for path in sorted(CASES.glob("*.toml")):
        table = tomllib.loads(path.read_text("utf-8"))
        language = table.pop("language")
        found += [(language, phrase, wanted) for group in table.values() for phrase, wanted in group.items()]
    return found


def read(phrase: str, language: str) -> tuple[Quantity, ...]:
    pack = PACKS[language]
    plain = Plain(phrase, phrase, (), (0,), (len(phrase),))
    return find_quantities(plain, pack, find_times(phrase, pack))


def shown(quantity: Quantity) -> str:
    parts = (
        f"{quantity.value:.15g}",
        quantity.comparator.strip("=") if quantity.comparator == "=" else quantity.comparator,
    )
    return " ".join(part for part in (*parts, quantity.unit, quantity.noun) if part)


@pytest.mark.parametrize(("language", "phrase", "wanted"), cases())
def test_phrase(language: str, phrase: str, wanted: list[str]) -> None:
    """Each phrase holds these quantities and no others."""
    found = [shown(quantity) for quantity in read(phrase, language)]

    assert wanted == found


@given(st.text(alphabet=st.sampled_from("0123456789.,%$-–/: keKE dua tiga juta persen\n“”(İıß"), max_size=200))
@settings(max_examples=300, deadline=None)
def test_spans(text: str) -> None:
    """Spans stand in order inside the text, do not overlap, and hold the words that they say."""
    for language in PACKS:
        found = read(text, language)

        assert all(text[each.start : each.end] == each.text for each in found)
        assert all(left.end <= right.start for left, right in pairwise(found))


def test_long_input_takes_time_in_proportion() -> None:
    """A megabyte of figures does not hang."""
    read("12/3.4,5-6 " * 100_000, "id")


def test_comparator_opens_a_sentence() -> None:
    """A comparator at the head of a sentence counts, whatever ends the sentence before."""
    phrase = "It is done. About 600 jobs go."
    plain = Plain(phrase, phrase.replace(". ", ".¶"), (), (0, 12), (11, len(phrase)))
    (found,) = find_quantities(plain, PACKS["en"], ())

    assert ("About 600 jobs", "~") == (found.text.removesuffix(" go"), found.comparator)

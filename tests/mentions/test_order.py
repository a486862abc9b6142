"""Which of two figures is the month: the outlet's habit says so, unless the figures or a weekday say otherwise."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from site_src import languages
from site_src.articles.resolve import resolve
from site_src.mentions.times import find_times

CASES = Path(__file__).parents[1] / "cases" / "orders" / "figures.toml"
PACKS = languages.load()


def cases() -> list[tuple[str, str, str, str, str]]:
    table = tomllib.loads(CASES.read_text("utf-8"))
    clock = table.pop("clock")
    return [
        (language, phrase, order, value, clock)
        for language, phrases in table.items()
        for phrase, values in phrases.items()
        for order, value in values.items()
    ]


@pytest.mark.parametrize(("language", "phrase", "order", "value", "clock"), cases())
def test_order(language: str, phrase: str, order: str, value: str, clock: str) -> None:
    """At an outlet that writes its figures in this order, the phrase names this day."""
    pack = PACKS[language]
    times = find_times(phrase, pack, order="" if order == "usual" else order)
    read = resolve(phrase, [(0, len(phrase))], times, pack=pack, clock=date.fromisoformat(clock))

    assert value == " ".join(one.value for one in read)


def test_open_without_a_clock() -> None:
    """A weekday cannot turn figures that have no year where nobody knows the clock: the habit stays."""
    phrase = "Mereka bertemu Sabtu (7/6)."
    times = find_times(phrase, PACKS["id"])
    read = resolve(phrase, [(0, len(phrase))], times, pack=PACKS["id"], clock=None)

    assert [True] == [one.meaning.either_way for one in times]
    assert ["XXXX-06-07"] == [one.value for one in read]


def test_a_turned_date_says_so() -> None:
    """The reason of a date that its weekday turned round names that, and it is less sure than one told as usual."""
    phrase = "Mereka bertemu Sabtu (7/6)."
    times = find_times(phrase, PACKS["id"])
    [read] = resolve(phrase, [(0, len(phrase))], times, pack=PACKS["id"], clock=date(2024, 7, 3))

    assert "the other way round" in read.how
    assert read.confidence < 0.9

"""The phrases of the press, the rules' own examples, and what must hold for any text."""

from __future__ import annotations

import time
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_src import languages
from site_src.articles.resolve import resolve
from site_src.languages.pack import LanguagePack
from site_src.mentions.times import find_times
from site_src.model import Row, When
from site_src.topic.values import Series, SeriesMeeting

CASES = Path(__file__).parents[1] / "cases" / "mentions"
PACKS = languages.load()
CALLED = {"id": ("ktt rukun",), "en": ("accord summit",)}
MEETING = SeriesMeeting(
    17, When(date(2017, 6, 8), date(2017, 6, 9), "range"), "", "", "in-person", {}, "high", Row("summits.csv", 2, "")
)
ACCORD = Series("accord", "summit", {}, {}, CALLED, "", (MEETING,))


def found_in(text: str, pack: LanguagePack, clock: date, series: tuple[Series, ...] = ()) -> list[tuple[str, str]]:
    times = find_times(text, pack, series)
    read = resolve(text, [(0, len(text))], times, pack=pack, clock=clock, series=series)
    return [(one.expression.text, one.value) for one in read]


def cases(kind: str) -> list[tuple[str, str, dict[str, str], str]]:
    listed = []
    for path in sorted(CASES.glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        clock = table.pop("clock")
        nothing = table.pop("nothing")["phrases"]
        if kind == "nothing":
            listed += [(path.stem, phrase, {}, clock) for phrase in nothing]
        else:
            listed += [(path.stem, text, dict(want), clock) for part in table.values() for text, want in part.items()]
    return listed


@pytest.mark.parametrize(("code", "text", "expected", "clock"), cases("phrases"))
def test_phrase(code: str, text: str, expected: dict[str, str], clock: str) -> None:
    """A phrase of the press gives these words with these values, and nothing else."""
    found = found_in(text, PACKS[code], date.fromisoformat(clock))

    assert list(expected.items()) == found


@pytest.mark.parametrize(("code", "text", "expected", "clock"), cases("nothing"))
def test_nothing(code: str, text: str, expected: dict[str, str], clock: str) -> None:
    """What only looks like a date is none."""
    found = found_in(text, PACKS[code], date.fromisoformat(clock))

    assert list(expected.items()) == found


EXAMPLES = [
    (pack.code, rule.name, phrase, value)
    for pack in PACKS.values()
    for rule in pack.rules
    for phrase, value in rule.examples.items()
]
COUNTER = [(pack.code, rule.name, phrase) for pack in PACKS.values() for rule in pack.rules for phrase in rule.counter]


@pytest.mark.parametrize(("code", "rule", "phrase", "value"), EXAMPLES)
def test_example(code: str, rule: str, phrase: str, value: str) -> None:
    """Each example of a rule is read by that rule, with that value, on the pack's own day."""
    pack = PACKS[code]
    found = [one.rule for one in find_times(phrase, pack, (ACCORD,))]
    values = [value for _, value in found_in(phrase, pack, date.fromisoformat(pack.time.read_on), (ACCORD,))]

    assert [(rule, value)] == list(zip(found, values, strict=True))


@pytest.mark.parametrize(("code", "rule", "phrase"), COUNTER)
def test_counter_example(code: str, rule: str, phrase: str) -> None:
    """A rule finds nothing in its counter-examples."""
    assert [] == [one.text for one in find_times(phrase, PACKS[code]) if one.rule == rule]


def test_meeting_of_series_needs_its_table() -> None:
    """The n-th meeting of a series is a date only where a table knows the series."""
    text, pack = "Mereka bertemu menjelang KTT Rukun ke-17.", PACKS["id"]

    assert [] == found_in(text, pack, date(2017, 6, 9))
    assert [("KTT Rukun ke-17", "2017-06-08/2017-06-09")] == found_in(text, pack, date(2017, 6, 9), (ACCORD,))


def test_bold_cases_are_many() -> None:
    """The case files stay large, and at least a quarter of each are traps."""
    for code, least in (("id", 400), ("en", 200)):
        phrases = sum(case[0] == code for case in cases("phrases"))
        nothing = sum(case[0] == code for case in cases("nothing"))

        assert phrases + nothing >= least
        assert nothing * 4 >= phrases + nothing


# --- What holds for any text ------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    ["Rabu", "\ud800", " ", " ", "(3/7/2024)", "3", "-", "–", "4", "Juli", "2024", "/", ".", ",", "\u00a0", "\n", "İ", "ke-17",
     "tahun", "lalu", "May", "last", "week", "pukul", "10.30", "WIB", "'", "’", "abad", "XX", "1990", "-an", "s",
     "kuartal", "I", "setiap", "dua", "the", "2nd", "of", "a.m.", "\u200b", "٣", "𝟛", "ß", "Jum"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))


@pytest.mark.parametrize("code", sorted(PACKS))
@settings(max_examples=300, deadline=None)
@given(text=TEXTS)
def test_spans_are_true(code: str, text: str) -> None:
    """In any text, spans lie inside it, are the words, come in order and never overlap; and every one resolves."""
    times = find_times(text, PACKS[code], (ACCORD,))
    reached = 0
    for one in times:
        assert reached <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        reached = one.end
    for clock in (date(2024, 7, 3), date.min, date.max, None):
        read = resolve(text, [(0, len(text))], times, pack=PACKS[code], clock=clock, series=(ACCORD,))

        assert list(times) == [one.expression for one in read]
        assert all(one.when is None or one.when.earliest <= one.when.latest for one in read)


@pytest.mark.parametrize("code", sorted(PACKS))
@pytest.mark.parametrize(
    "piece",
    [
        "1/",
        "3/7/2024",
        "1 ",
        "12-",
        "2001-2005 ",
        "a",
        " ",
        "Rabu ",
        "RABU ",
        "JULI PASAR ",
        "dua ",
        "(",
        "pukul ",
        "Juli-",
        "1. ",
        "ke-",
    ],
)
def test_time_is_linear(code: str, piece: str) -> None:
    """Ten times the text takes about ten times the work, whatever stands in it; squared work would be a hundred times."""
    short, long = piece * (100_000 // len(piece)), piece * (1_000_000 // len(piece))
    find_times(short[:1000], PACKS[code])
    begin = time.process_time()
    find_times(short, PACKS[code])
    middle = time.process_time()
    find_times(long, PACKS[code])
    end = time.process_time()

    assert end - middle < max(40 * (middle - begin), 1.0)

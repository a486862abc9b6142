"""With which two words a time pattern can begin: what the finder asks before it tries a rule."""

from __future__ import annotations

from site_src import languages
from site_src.languages.pack import TimeWords
from site_src.languages.patterns import DIGITS
from site_src.languages.second_words import ANY, first_two

TIME = TimeWords(
    months={"mei": 5},
    weekdays={"hari minggu": 7},
    lists={"unit": {"day": "day", "full moon": "moon"}},
    words={"to": ("-", "to")},
    parts={"dated": "<day>(?:st)? <month>"},
)


def two(pattern: str) -> set[tuple[str, ...]]:
    return set(first_two(pattern, TIME, {"number": ("one", "two")}))


def test_optional_words_and_alternatives() -> None:
    """What may be left out is passed over, and every alternative counts."""
    assert {("the", "end"), ("end",)} == two("(?:the )?end")
    assert {("the", "end"), ("the", "start")} == two("the (?:end|start) of day")


def test_lists_and_parts() -> None:
    """Lists give their own words, a phrase its first two; parts are read with what they hold."""
    assert {("the", "day"), ("the", "full")} == two("the <unit>")
    assert {("hari", "minggu")} == two("<weekday>, <dated>")
    assert {(DIGITS, "st"), (DIGITS, "mei")} == two("<dated>")
    assert {(DIGITS, DIGITS), (DIGITS, "to")} == two("<day> ?<to> ?<last.day>")


def test_what_cannot_be_told() -> None:
    """Conditions say nothing, an open class any word."""
    assert {("day",)} == two("(?<![0-9])day(?! of (?:rest|the))")
    assert {("day", ANY)} == two("day [a-z]+ time")


def test_every_rule_begins_with_a_word_or_figure() -> None:
    """Each rule of each pack can be told apart by its first words: none is empty."""
    for pack in languages.load().values():
        for rule in pack.rules:
            starts = first_two(rule.pattern, pack.time, {"number": ("one",), "ordinal": ("first",), "series": ("x",)})

            assert starts
            assert () not in starts

"""With which two words a time pattern can begin: what the finder asks before it tries a rule."""

from __future__ import annotations

import re

from site_src import languages
from site_src.languages.pack import TimeWords
from site_src.languages.patterns import DIGITS, expand
from site_src.languages.second_words import ANY, first_two, shape, shapes

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


def shaped(pattern: str) -> set[tuple[int, str]]:
    return set(shapes(pattern, TIME, {"number": ("one", "two")}))


def test_shapes_of_figures() -> None:
    """A figure is told by how many digits it has and by what comes after it, spaces passed over."""
    assert {(1, "mei"), (2, "mei"), (1, "st"), (2, "st")} == shaped("<dated>")
    assert {(4, ANY)} == shaped("<year>")
    assert {(1, "/"), (2, "/"), (1, "-"), (2, "-")} == shaped("<day>[/-]<month-number>")
    assert {(1, "-"), (2, "-"), (1, "to"), (2, "to")} == shaped("<day> ?<to> ?<last.day>")
    assert {(1, "days"), (2, "days"), (3, "days"), (4, "days")} == shaped("<count> days")
    assert {(4, "/")} == shaped("(?:the )?<year>/<year2>")
    assert set() == shaped("the <year>")


def test_no_rule_is_passed_over() -> None:
    """Whatever a rule matches at a figure has one of the rule's shapes: its examples and counter-examples prove it."""
    for pack in languages.load().values():
        more = {"number": tuple(pack.numbers.words), "ordinal": tuple(pack.numbers.ordinal_words), "series": ("x",)}
        for rule in pack.rules:
            known = shapes(rule.pattern, pack.time, more)
            pattern = re.compile(expand(rule.pattern, pack.time, more)[0])
            phrases = [phrase.lower() for one in pack.rules for phrase in (*one.examples, *one.counter)]
            starts = [(phrase, found) for phrase in phrases for found in re.finditer(r"(?<!\S)[0-9]", phrase)]
            for phrase, found in starts:
                if pattern.match(phrase, found.start()):
                    length, after = shape(phrase, found.start())

                    assert not known.isdisjoint({(length, after), (length, ANY)}), (rule.name, phrase)


def test_every_rule_begins_with_a_word_or_figure() -> None:
    """Each rule of each pack can be told apart by its first words: none is empty."""
    for pack in languages.load().values():
        for rule in pack.rules:
            starts = first_two(rule.pattern, pack.time, {"number": ("one",), "ordinal": ("first",), "series": ("x",)})

            assert starts
            assert () not in starts

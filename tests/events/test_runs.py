"""Runs of words are held small, and come back as they were."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from site_src.events.runs import Runs, pack_runs

WORDS = some.text("abcdeé", min_size=1, max_size=3)


@given(some.lists(some.lists(WORDS, max_size=6), max_size=5))
def test_runs_come_back(runs: list[list[str]]) -> None:
    """Whatever the words, and however often one stands: each run is what it was, empty ones too."""
    found = pack_runs(runs).read()

    assert list(map(tuple, runs)) == found


def test_book() -> None:
    """More words than two bytes can count come back as well."""
    letters = "abcdefghijklmnop"
    words = tuple(a + b + c + d + e for a in letters for b in letters for c in letters for d in letters for e in "xy")
    found = pack_runs((words, words[-2:])).read()

    assert 1 << 16 < len(words)
    assert [words, words[-2:]] == found


def test_word_is_held_once() -> None:
    """A text that says the same again takes two bytes a word, and holds each word once."""
    found = pack_runs((("the", "fee", "rose"), ("the", "fee")))

    assert ("the fee rose", 14) == (found.words, len(found.places))
    assert Runs() == pack_runs(())


def test_first_runs() -> None:
    """Who wants the first runs only gets those, as the places of their words in the table."""
    found = pack_runs((("the", "fee", "rose"), (), ("the", "fee")))

    assert [[1, 2, 3], []] == list(map(list, found.cut(2)))
    assert ["", "the", "fee", "rose"] == found.table()

"""Many word lists found in one pass."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from site_src.languages.lexicon import Lexicon
from site_src.languages.phrases import any_of

PHRASES = ("join*", "asked .. to join", "on", "on the sidelines of", "di sela-sela", "(gdp) world")


def test_longer_phrase_counts() -> None:
    """Of two phrases of one list that begin at one place the longer one is found."""
    hits = Lexicon((("frames", ("on", "on the sidelines of")),)).read("They met on the sidelines of it.")

    assert ((9, 28),) == hits.spans("frames")


@given(
    some.lists(
        some.sampled_from(
            [
                "They",
                "asked",
                "us",
                "to",
                "join",
                "on",
                "the",
                "sidelines",
                "of",
                "di",
                "sela-sela",
                "İstanbul,",
                "(gdp)",
                "world",
                "joined",
            ]
        )
    )
)
def test_finds_what_one_expression_finds(words: list[str]) -> None:
    """One pass by first words finds the same as an expression of the whole list."""
    text = " ".join(words)
    expected = tuple(match.span() for match in any_of(PHRASES).finditer(text))

    assert expected == Lexicon((("all", PHRASES),)).read(text).spans("all")

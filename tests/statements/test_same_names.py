"""Names that no table knows: one form for each in an article."""

from __future__ import annotations

from site_src.statements.same_names import named_alike
from tests.statements.notation import article


def _forms(text: str) -> list[str]:
    found = article(text)
    return [mention.entity or mention.text for mention in named_alike(found.mentions.entities, found.source)]


def test_short_name_in_brackets() -> None:
    """The short name in brackets stands for the long one everywhere."""
    forms = _forms("[[Sailors' Guild]] ([[SG]]) met. The [[Sailors' Guild]] left.")

    assert ["SG", "SG", "SG"] == forms


def test_parts_of_a_full_name() -> None:
    """A first or last name alone means the full name that introduced it."""
    forms = _forms("Mayor [[Haris Bunga]] spoke. [[Haris]] left, and [[Bunga]] was not seen again.")

    assert ["Haris Bunga"] * 3 == forms


def test_name_of_two() -> None:
    """A part that two full names share means neither."""
    forms = _forms("[[Ana Marel]] and [[Bo Marel]] met. [[Marel]] left.")

    assert "Marel" == forms[-1]


def test_known_before_the_full_name() -> None:
    """A name that stood alone before is no part of a longer one that follows."""
    forms = _forms("[[Norland]] grows. [[Norland Estland]] was a slip of the press. [[Norland]] said so.")

    assert "Norland" == forms[-1]

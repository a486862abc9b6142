"""A text of paragraphs alone is read without the Markdown parser, and read the same."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from site_src.corpus import markdown

PIECES = [
    "a", "bc d", "1", "1. x", "12", ".", " ", "  ", "    ", "\n", "\n\n", "\r\n", "\r", "\t", "\0", "\u00a0", "\u2028", "\f", "\x1c",
    "#", "-", "=", "|", ">", "+", "~~~", "[x]: y", "(a)", "é", "_i_", "*b*", "%", "\ufeff", "<b>", "1)", "&amp;", "!", "\\",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@given(TEXTS)
def test_plain_paragraphs(text: str) -> None:
    """Where nothing looks like a mark, paragraphs found by blank lines are those that the parser finds."""
    assume(not markdown.STRUCTURE.search(text))
    found = markdown.blocks(text, 0)

    expected = markdown._parsed(text, 0)

    assert expected == found

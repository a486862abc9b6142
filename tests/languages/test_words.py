"""The words of a text are those that an expression finds, whichever letters and signs it has."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from site_src.languages.words import letters, words

TEXTS = st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from("aB7_ .,“”‘’–—…\u00a0\x1c\x85'-éİ")))


@given(TEXTS)
def test_words_are_runs_of_letters_and_figures(text: str):
    """A translation and an expression tell the same words apart."""
    assert re.findall(r"\w+", text.lower()) == words(text)


@given(TEXTS)
def test_letters_leave_figures_out(text: str):
    """Of "17b_c" only the letters are told."""
    assert re.findall(r"[^\W\d_]+", text.lower()) == letters(text)

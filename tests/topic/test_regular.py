"""A regular expression that an editor writes is refused where it could take for ever on one line."""

from __future__ import annotations

import re
import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_src.topic.regular import LONGEST, fault
from tests.fuzz.patterns import worst

CASES = tomllib.loads(Path(__file__).with_name("regular.toml").read_text("utf-8"))
LONG = 2.0
"""Seconds for one line; the engine tries a hundred million ways a second."""
PIECES = ("a", "b", "ab", " ", ".", r"\w", r"\s", r"\d", "[ab]", "[^a]", "a?", "b*", r"\w+", ".*", " ?", r"\s*", ".{0,9}", "a{2,5}")  # fmt: skip


@pytest.mark.parametrize("name", CASES["used"])
def test_used(name: str):
    """What decides by the next letter, or tries a few stretches, may be used."""
    assert fault(CASES["used"][name]) == ""


@pytest.mark.parametrize("name", CASES["refused"])
def test_refused(name: str):
    """What tries too many ways, or means another thing among others, is refused with the reason."""
    pattern, says = CASES["refused"][name]

    assert says in fault(pattern)


def test_brackets_without_end():
    """Thousands of groups in groups are refused and end nothing."""
    assert "at most 2000 characters" in fault("a" * 2_001)
    assert "fewer groups in groups" in fault("(" * 900 + ")" * 900)
    assert "endless" in fault("(" * 12 + "a" + "*)" * 12)


def test_looked_for_anywhere():
    """What is looked for from each place of a line has fewer ways left."""
    assert fault(".*a.*b.*c") == ""
    assert fault(".*a.*b.*c", anywhere=True)


def _cost(pattern: str) -> float:
    """Give the seconds that an expression takes at most on the worst lines that are known of it."""
    compiled = re.compile(f"(?:{pattern})", re.IGNORECASE)
    most = 0.0
    for before, run, after in worst(pattern, re.IGNORECASE):
        line = (before + run * (LONGEST // len(run)))[: LONGEST - 1] + after
        began = time.thread_time()
        compiled.fullmatch(line)
        most = max(most, time.thread_time() - began)
    return most


@pytest.mark.parametrize("name", CASES["used"])
def test_worst(name: str):
    """What may be used ends soon on its worst."""
    assert _cost(CASES["used"][name]) < LONG


def _joined() -> st.SearchStrategy[str]:
    """Make expressions of pieces: behind each other, as alternatives, in groups that repeat."""
    return st.recursive(
        st.sampled_from(PIECES),
        lambda inner: st.one_of(
            st.builds("{}{}".format, inner, inner),
            st.builds("(?:{}|{})".format, inner, inner),
            st.builds("(?:{}){}".format, inner, st.sampled_from(("*", "+", "?", "{0,3}", "{2,40}"))),
        ),
        max_leaves=8,
    )


def _ends(pattern: str) -> None:
    if not fault(pattern):
        assert _cost(pattern) < LONG, pattern


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(_joined())
def test_any_expression(pattern: str):
    """Whatever expression may be used, it ends soon on its worst."""
    _ends(pattern)


@pytest.mark.proof
@settings(max_examples=5_000, deadline=None, database=None)
@given(_joined())
def test_any_expression_at_length(pattern: str):
    """The same, five thousand times."""
    _ends(pattern)

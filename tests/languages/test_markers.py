"""Phrases of several kinds in one pass."""

from __future__ import annotations

import pytest

from site_src.languages.markers import Markers

MARKERS = Markers((
    ("ahead", ("will", "to be *ed", "asked .. to")),
    ("neither", ("last-*", "the *ed")),
    ("scheduled", ("is *ed", "met", "akan di*")),
    ("done", ("*ed", "met", "closed-door")),
))  # fmt: skip


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("It will rise", {"will": "ahead"}),
        ("Goodwill rises", {}),
        ("it is opened", {"is opened": "scheduled", "opened": "done"}),
        ("plans to be opened", {"to be opened": "ahead", "opened": "done"}),
        ("“Raided,” he said", {"Raided": "done"}),
        ("a speedy end", {}),
        ("they met.", {"met": "scheduled"}),
        ("asked the two men to go", {"asked the two men to": "ahead"}),
        ("asked. To go", {"asked": "done"}),
        ("a last-ditch plan", {"last-ditch": "neither"}),
        ("last week", {}),
        ("behind the closed doors", {"the closed": "neither", "closed": "done"}),
        ("a closed-door talk", {"closed-door": "done"}),
        ("akan dibuka", {"akan dibuka": "scheduled"}),
        ("\ud800 will", {"will": "ahead"}),
        ("", {}),
    ],
)
def test_found(words: str, found: dict[str, str]) -> None:
    """Each place has the longest phrase there, of the kind told first; no phrase ends inside a word."""
    assert found == {words[start:end]: kind for start, end, kind in MARKERS.read(words)}

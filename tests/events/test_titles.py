"""Titles of entries that no template composes: a headline, or a sentence shortened without changing it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from site_src import languages
from site_src.events.extracts import LONGEST, shortened
from site_src.events.grammars import grammar

GRAMMARS = {code: grammar(pack) for code, pack in languages.load(["id", "en"]).items()}
CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "titles.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["title"][:40] for case in CASES])
def test_case(case: dict[str, str]) -> None:
    """Each sentence gives the title that a careful editor would cut out of it."""
    fact = re.compile(case.get("fact", r"(?!)"))
    found = shortened(
        case["sentence"],
        case.get("day", ""),
        fact,
        grammar=GRAMMARS[case["lang"]],
        said_after=case.get("said", "") == "yes",
    )

    assert case["title"] == found


@pytest.mark.parametrize("case", CASES, ids=[case["title"][:40] for case in CASES])
def test_nothing_changed(case: dict[str, str]) -> None:
    """A title is a stretch of its sentence, letter by letter but for its first and an ellipsis, and never too long."""
    found = shortened(case["sentence"], grammar=GRAMMARS[case["lang"]])
    bare = found.strip("…“” ")

    assert bare[1:] in " ".join(case["sentence"].split())
    assert len(found) <= LONGEST

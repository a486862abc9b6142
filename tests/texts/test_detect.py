"""Which language a text is in: `tests/cases/texts/languages.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from site_src import languages
from site_src.languages.detect import detect

CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "texts" / "languages.toml").read_text("utf-8"))
PACKS = languages.load()


@pytest.mark.parametrize(("language", "text"), [(language, text) for language in CASES for text in CASES[language]])
def test_text(language: str, text: str) -> None:
    """A sentence is enough; a foreign text is none of ours."""
    assert language.replace("none", "") == detect(text, PACKS)


def test_a_short_text_takes_the_default() -> None:
    """A heading says too little; a long foreign text takes no default."""
    assert "id" == detect("Menara Suar", PACKS, "id")
    assert "" == detect(CASES["none"][0], PACKS, "id")

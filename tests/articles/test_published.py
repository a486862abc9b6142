"""When an article was published: cases/published, each read as a file of its own."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.articles.chain import assembled

CASES = Path(__file__).parents[1] / "cases" / "published"


def _cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{file.stem}: {name}")
        for file in sorted(CASES.glob("*.toml"))
        for name, case in tomllib.loads(file.read_text("utf-8")).items()
    ]


@pytest.mark.parametrize("case", _cases())
def test_published(tmp_path: Path, case: dict[str, str]) -> None:
    """The day, the way in which it was found, and the Issue where something is wrong."""
    text = case["text"].lstrip("\n")
    found = assembled(tmp_path, {"berita.md" if text.startswith("---") else "berita.txt": text})
    published = found.articles[0].published

    assert (case["published"], case["how"]) == (published.when.edtf if published.when else "", published.how)
    assert case.get("issue", "") in ("", *(issue.code for issue in found.issues))
    if "issue" not in case:
        assert not [issue for issue in found.issues if issue.level == "warning"]

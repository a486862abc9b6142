"""What docs/inputs.md shows is what the program reads."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from site_src import corpus

PAGE = (Path(__file__).parents[2] / "docs" / "inputs.md").read_text("utf-8")
EXAMPLES = dict(re.findall(r"^```(\w+)\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE))


@pytest.mark.parametrize("kind", [kind for kind in EXAMPLES if kind != "toml"])
def test_every_example_is_read(tmp_path: Path, kind: str) -> None:
    """Each example gives its articles without an issue, also when its file alone is named."""
    path = tmp_path / f"example.{kind}"
    path.write_text(EXAMPLES[kind], "utf-8")
    reading = corpus.read(*corpus.list_sources(path), tmp_path)

    assert () == reading.issues
    assert (2 if kind in ("jsonl", "csv") else 1) == len(reading.texts)


def test_every_kind_is_told() -> None:
    """The table names each suffix that is read, and tells the keys by their names."""
    assert all(f"`{kind}`" in PAGE for kind in corpus.KINDS)
    assert {"article", "reason", "date"} == set(tomllib.loads(EXAMPLES["toml"])["wrong-chair"])

"""Editions of the invented topic, each exported once by the program as its users run it."""

from __future__ import annotations

import re
import shutil
from functools import cache
from pathlib import Path

from tests.site.run import PROJECT, linimasa

FIKTIF = PROJECT / "tests" / "topics" / "fiktif"
BASE, TAG = "https://meranta.example/linimasa", "meranta.example,2026"


@cache
def export(kind: str, folder: Path) -> Path:
    """Export an edition of the invented topic into a folder."""
    file = folder / f"edition.{'html' if kind == 'single' else kind}"
    done = linimasa("export", kind, "--output", file, "--topic", FIKTIF)
    assert done.returncode == 0, done.stderr
    return file


def published_topic(folder: Path, *, base_url: str = BASE, tag: str = TAG) -> Path:
    """Copy the invented topic and give it an address of its own."""
    shutil.copytree(FIKTIF, folder)
    settings = (folder / "site.toml").read_text("utf-8")
    (folder / "site.toml").write_text(f'base_url = "{base_url}"\ntag = "{tag}"\n{settings}', "utf-8")
    return folder


def folded(text: str) -> str:
    """Fold white space, as readers of markup do."""
    return re.sub(r"\s+", " ", text).strip()

"""Sites that several tests look at, each built once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.site.run import PROJECT, linimasa

FIKTIF = PROJECT / "tests" / "topics" / "fiktif"
SECOND = PROJECT / "topics" / "asean"


def _built(place: Path, *words: str | Path) -> Path:
    done = linimasa("build", "--output", place, *words)
    assert done.returncode == 0, done.stderr
    return place


@pytest.fixture(scope="session")
def fiktif(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the invented organisation."""
    return _built(tmp_path_factory.mktemp("fiktif") / "site", "--topic", FIKTIF)


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the topic that the project ships."""
    return _built(tmp_path_factory.mktemp("shipped") / "site")


@pytest.fixture(scope="session")
def second(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the second topic, which is built without a warning."""
    return _built(tmp_path_factory.mktemp("second") / "site", "--topic", SECOND, "--strict")


@pytest.fixture(scope="session")
def clipped(tmp_path_factory: pytest.TempPathFactory, clippings: Path) -> Path:
    """The site of the five real clippings, where a folder of them is named."""
    return _built(tmp_path_factory.mktemp("clippings") / "site", "--articles", clippings.resolve())


def data(site: Path, name: str) -> list[dict[str, Any]]:
    """Read one of the lists under `data/`."""
    found: list[dict[str, Any]] = json.loads((site / "data" / f"{name}.json").read_text("utf-8"))[name]
    return found

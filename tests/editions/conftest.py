"""Editions and the data that they are held against."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.editions import made


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Export an edition by its kind; the same one only once."""
    folder = tmp_path_factory.mktemp("editions")
    return lambda kind: made.export(kind, folder)


@pytest.fixture(scope="session")
def events(edition: Callable[..., Path]) -> list[dict[str, Any]]:
    """The entries that every edition must hold."""
    found: list[dict[str, Any]] = json.loads(edition("json").read_text("utf-8"))["events"]
    return found

"""Lay a site's files out in a folder, as a build does."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def lay(root: Path, files: Iterable[tuple[str, bytes]]) -> Path:
    """Write files at their addresses below a folder; gives the folder."""
    for path, content in files:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    return root

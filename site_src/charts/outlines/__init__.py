"""Outlines of countries for a sheet of some width: read from an atlas, projected, simplified, cut to what is shown.

    find(Path("."))                        ->  Atlas | None      node_modules/world-atlas, where npm put it
    sheet.trace(atlas, wanted, spots, ...) ->  Sheet             outlines and spots in pixels

Nothing is drawn by name: a country's row says which outline is its own (ISO 3166-1 numeric).
"""

from __future__ import annotations

import builtins
import json
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

FOLDER = Path("node_modules", "world-atlas")
FILE = "countries-50m.json"


@dataclass(frozen=True, slots=True)
class Atlas:
    """A file of outlines."""

    name: str
    version: str
    digest: str
    """SHA-256 of its bytes, hexadecimal."""
    bytes: builtins.bytes
    licence: builtins.bytes
    """What those who pass the outlines on must pass on with them."""


def find(root: Path) -> Atlas | None:
    """Open the atlas below a project's folder; None where it is not installed."""
    folder = root / FOLDER
    whole = all((folder / name).is_file() for name in (FILE, "package.json", "LICENSE"))
    return _open(folder) if whole else None


@lru_cache(maxsize=2)
def _open(folder: Path) -> Atlas:
    content, licence = (folder / FILE).read_bytes(), (folder / "LICENSE").read_bytes()
    version = str(json.loads((folder / "package.json").read_bytes())["version"])
    return Atlas("world-atlas", version, sha256(content).hexdigest(), content, licence)

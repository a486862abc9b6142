"""A site's folder, its zip, or the file of `extract` -> the entries that it holds, and its addresses."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

INSIDE = "data/events.json"
MANIFEST = "data/manifest.json"
_KEYS = ("id", "edtf", "title", "kind", "evidence")
"""What every entry has in all versions of the data."""

Entries = tuple[Mapping[str, Any], ...]


class NoSite(Exception):
    """There is no data of a site; the message says what was found."""


def read(path: Path) -> Entries:
    """Read the entries of a build.

    Raises NoSite if the path is no folder or zip of a site and no file of `extract`.
    """
    if not path.exists():
        raise NoSite(f"{path}: no such file or folder")
    try:
        return _entries(json.loads(_bytes(path)), path)
    except OSError as error:
        raise NoSite(f"{path}: {(error.strerror or str(error)).lower()}") from None
    except ValueError:
        raise NoSite(f"{path}: holds no JSON that can be read, expected the data of a site or of extract") from None


def addresses(path: Path) -> frozenset[str] | None:
    """Read at which addresses a site has pages; None where no manifest says so, as with a file of `extract`."""
    if not path.is_dir() and not zipfile.is_zipfile(path):
        return None
    try:
        listed = json.loads(_bytes(path, MANIFEST))["outputs"]
        return frozenset(str(one["path"]) for one in listed if str(one["path"]).endswith(".html"))
    except (NoSite, OSError, ValueError, TypeError, KeyError):
        return None


def _bytes(path: Path, inside: str = INSIDE) -> bytes:
    if path.is_dir():
        file = path / inside
        if not file.is_file():
            raise NoSite(f"{path}: is no site: found no {inside} in it")
        return file.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as whole:
            found = sorted((name for name in whole.namelist() if f"/{name}".endswith(f"/{inside}")), key=len)
            if not found:
                raise NoSite(f"{path}: is no site: found no {inside} in it")
            return whole.read(found[0])
    return path.read_bytes()


def _entries(data: Any, path: Path) -> Entries:
    events = data.get("events") if isinstance(data, dict) else None
    if not isinstance(events, list) or not all(isinstance(one, dict) and set(_KEYS) <= set(one) for one in events):
        raise NoSite(
            f"{path}: found no list of events with {', '.join(_KEYS)}, expected the data of a site or of extract"
        )
    return tuple(events)

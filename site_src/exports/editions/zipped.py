"""The site's files -> one zip, equal for equal files: fixed times, fixed order, the page to start from first."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import date

START = "START-HERE.html"
FOLDER = "site"
"""Where the site lies in the zip, so that its first page is the only one to choose from."""


def write(name: str, start: bytes, files: Iterable[tuple[str, bytes]], as_of: date) -> bytes:
    """Pack a folder `name` that holds the page to start from and, in a folder of its own, the site."""
    packed = {f"{name}/{START}": start} | {f"{name}/{FOLDER}/{path}": data for path, data in sorted(files)}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as whole:
        for path, data in packed.items():
            whole.writestr(entry(path, as_of), data, zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()


def entry(path: str, as_of: date) -> zipfile.ZipInfo:
    """Describe a file of a zip: the site's own date, rights that every system reads, names in UTF-8."""
    info = zipfile.ZipInfo(path, (max(as_of.year, 1980), as_of.month, as_of.day, 0, 0, 0))
    info.create_system = 3  # the same on every system that builds
    info.external_attr = 0o100644 << 16
    return info

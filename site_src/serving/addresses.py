"""The address that a browser asks for -> the file of the site that it names, and nothing outside the site.

name("/events/2001-06-15.html?q=1")  ->  "events/2001-06-15.html"
name("/countries/")                  ->  "countries/index.html"
name("/%2e%2e/secret")               ->  None
"""

from __future__ import annotations

import stat
from pathlib import Path
from urllib.parse import unquote

from site_src.render import paths
from site_src.render.trouble import Refused

HOME = "index.html"


def name(address: str) -> str | None:
    """Give the name of the file that an address asks for, relative to the site; None if no file of a site is called so.

    The address is decoded once. What could climb, be read in two ways or be hidden is no name: `..`, `//`, a backslash,
    a NUL, a drive, bytes that are no UTF-8, a part that begins with a full stop.
    """
    path = address.partition("#")[0].partition("?")[0]
    try:
        found = unquote(path, errors="strict")
        if not found.startswith("/"):
            return None
        found = found[1:] + (HOME if found.endswith("/") else "")
        paths.check(found)
    except (UnicodeDecodeError, Refused):
        return None
    return None if any(part.startswith(".") for part in found.split("/")) else found


def read(site: Path, wanted: str) -> bytes | None:
    """Read a file of the site whole; None if there is none: no folder, no device, and nothing that a link leads out to.

    The file is opened once, so that what is read is of one build even while the next one takes its place.
    """
    file = site / wanted
    try:
        real = file.resolve(strict=True)
        if not real.is_relative_to(site.resolve()) or not stat.S_ISREG(real.stat().st_mode):
            return None
        return real.read_bytes()
    except (OSError, ValueError, RuntimeError):  # the last one is a circle of links, before Python 3.13
        return None

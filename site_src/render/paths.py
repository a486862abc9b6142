"""Which names a file of the site may have: `en/events/2001.html` and nothing that could leave the folder.

The names must hold on every disk that the site may be copied to, so the strictest rules of all systems count.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from site_src.render.trouble import Refused

LONGEST = 240
"""Bytes of a whole path in UTF-8: some systems allow 260 with the folder before it."""

_DEVICE = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\..*)?")
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f\\<>:"|?*]')


def check(path: str) -> str:
    """Give the path back if every system can hold it inside the site's folder.

    Raises:
        Refused: naming the path and the rule that it breaks.
    """
    fault = _fault(path)
    if fault:
        raise Refused(f"a page of the site cannot be called {path[:LONGEST]!r}: {fault}")
    return path


def folded(path: str) -> str:
    """Give the name by which a disk that ignores case and composition knows the path."""
    return path if path.isascii() and path.islower() else unicodedata.normalize("NFC", path.casefold())


class Names:
    """The names taken so far, so that no two files are one on a disk that ignores case."""

    def __init__(self) -> None:
        self._files: set[str] = set()
        self._folders: set[str] = set()

    def take(self, path: str) -> str:
        """Claim a path for a file.

        Raises:
            Refused: if the path is not fit, or is already a file or a folder of the site.
        """
        name = folded(check(path))
        new = [] if name.rpartition("/")[0] in self._folders else _parents(name)
        if name in self._files:
            raise Refused(f"two pages of the site would be one file where case does not count: {path!r}")
        if name in self._folders or not self._files.isdisjoint(new):
            raise Refused(f"a page of the site would be a file and a folder at once: {path!r}")
        self._files.add(name)
        self._folders.update(new)
        return path

    def carry(self, path: str, folder: Path) -> None:
        """Claim the place of a file that the program did not make, whatever its name.

        Raises:
            Refused: if a page of the site needs the place.
        """
        name = folded(path)
        if name in self._files or name in self._folders or not self._files.isdisjoint(_parents(name)):
            raise Refused(f"{folder / path} was not made by the program, but a page needs its place; move it away")


def _parents(path: str) -> list[str]:
    return [path[:place] for place, letter in enumerate(path) if letter == "/"]


def _fault(path: str) -> str:
    parts = path.split("/")
    rules: Iterable[tuple[bool, str]] = (
        (not path, "it is empty"),
        (path.startswith("/"), "it is absolute"),
        (any(part in (".", "..") for part in parts), "it climbs out of its folder"),
        ("" in parts, "it has an empty part"),
        (bool(_FORBIDDEN.search(path)), "it has a letter that some systems refuse"),
        (any(part[-1:] in (".", " ") or part[:1] == " " for part in parts), "a part ends in a full stop or a space"),
        (any(_DEVICE.fullmatch(part) for part in parts), "it is the name of a device"),
        (_bytes(path) > LONGEST, f"it is longer than {LONGEST} bytes"),
    )
    return next((words for broken, words in rules if broken), "")


def _bytes(path: str) -> int:
    try:
        return len(path.encode())
    except UnicodeEncodeError:  # a lone surrogate: no disk can hold it
        return LONGEST + 1

"""From a path to its bytes, with a clear word for everything that can be wrong with a file."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path


class Unreadable(Exception):
    """A file that is not read; `code` names the reason."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def place(path: Path, folder: Path) -> str:
    """Give a path relative to the articles' folder, with `/`; bytes that are no letters are written `\\xff`."""
    try:
        name = path.relative_to(folder).as_posix()
    except ValueError:
        name = path.name
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def load(path: Path, folder: Path, limit: int) -> bytes:
    """Read a file's bytes, unless it leads out of its folder or is larger than `limit`.

    Raises `Unreadable`.
    """
    with opened(path, folder, limit) as file:
        return file.read(limit)


@contextmanager
def opened(path: Path, folder: Path, limit: int) -> Iterator[BufferedReader]:
    """Open a file that may be read; one that waits for a writer or never ends is not even opened.

    Raises `Unreadable`.
    """
    if path.is_symlink() and not path.exists():
        raise Unreadable("broken-link", "the link leads nowhere")
    try:
        if not _inside(path, folder):
            raise Unreadable("link-outside", "the link leads out of the articles' folder")
        info = path.stat()
        if stat.S_ISDIR(info.st_mode):
            if not path.is_symlink():
                raise Unreadable("unreadable", "the folder cannot be entered")
            raise Unreadable("linked-folder", "a linked folder is not entered")
        if not stat.S_ISREG(info.st_mode):
            raise Unreadable("not-a-file", "not a regular file")
        if info.st_size > limit:
            raise Unreadable(
                "too-large", f"{_megabytes(info.st_size)} MB, more than the {_megabytes(limit)} MB allowed"
            )
        if info.st_size == 0:
            raise Unreadable("empty", "the file is empty")
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise Unreadable("unreadable", f"cannot be read ({(error.strerror or 'system error').lower()})") from None


def _inside(path: Path, folder: Path) -> bool:
    """Tell whether a path, links followed, stays below the folder; only links, and steps up, can lead out."""
    place, top = os.fspath(path), os.fspath(folder)
    while len(place) > len(top) and os.path.basename(place) != os.pardir and not os.path.islink(place):
        place = os.path.dirname(place)
    if place == top:
        return True
    return os.path.join(os.path.realpath(path), "").startswith(os.path.join(os.path.realpath(folder), ""))


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}".removesuffix(".0")

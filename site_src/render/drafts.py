"""A file is held against the site that stands by whoever makes it, and laid aside if it differs.

So the processes that make a site's files tell the one that writes it a few words about each, never its bytes.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from site_src.render.paths import check
from site_src.render.place import Old
from site_src.render.trouble import writing
from site_src.signs import signs

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Same:
    """A file that stands as it would be made."""

    digest: str
    """SHA-256 of its bytes."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A file that lies aside until its place in the site is made."""

    lies: Path
    digest: str
    """SHA-256 of its bytes."""


@dataclass(frozen=True, slots=True)
class Drafts:
    """The site that stands, and the folder where what differs from it is laid aside."""

    old: Old
    folder: Path

    def lay(self, path: str, pieces: Iterable[bytes]) -> Same | Draft:
        """Hold a file, which comes in pieces, against the one that stands; lay it aside if that is another.

        Nobody holds more than a piece of it.

        Raises:
            Refused: if the path is not fit.
            WriteFailed: if the disk says no.
        """
        check(path)
        digest = hashlib.sha256()
        told = _digested(pieces, digest.update)
        with writing(self.old.folder), self._standing(path) as standing:
            same, other = _compared(told, standing)
            if other is None:
                return Same(digest.hexdigest())
            lies = self.folder / hashlib.sha256(path.encode()).hexdigest()[:32]  # no word of a page names a file here
            with _created(lies) as file:
                if standing is not None and same:
                    _copy(standing, same, file)
                for piece in chain((other,), told):
                    file.write(piece)
        return Draft(lies, digest.hexdigest())

    def known(self, path: str, digest: bytes, seen: tuple[int, ...]) -> Same | None:
        """Tell whether a file of the site is the one of a digest: by its signs, where they are as they were seen, else by its bytes."""
        if path not in self.old.files:  # else it may stand in a folder that is linked
            return None
        place = f"{self.old.folder}/{path}"
        try:
            found = os.lstat(place)
            if signs(found) == seen:
                return Same(digest.hex())
            if not stat.S_ISREG(found.st_mode):
                return None
            with open(place, "rb") as file:
                return Same(digest.hex()) if hashlib.file_digest(file, "sha256").digest() == digest else None
        except OSError:
            return None

    @contextmanager
    def _standing(self, path: str) -> Iterator[BinaryIO | None]:
        """Open the file that stands in a place; a link or a closed file is not one."""
        place = f"{self.old.folder}/{path}"
        if path not in self.old.files or not stat.S_ISREG(os.lstat(place).st_mode):
            yield None
            return
        try:
            file = open(place, "rb", buffering=0)  # noqa: SIM115 - closed below
        except PermissionError:
            yield None
            return
        with file:
            yield file


def _digested(pieces: Iterable[bytes], update: Callable[[bytes], None]) -> Iterator[bytes]:
    for piece in pieces:
        update(piece)
        yield piece


def _compared(pieces: Iterator[bytes], standing: BinaryIO | None) -> tuple[int, bytes | None]:
    """Read along with a file: how many of its bytes are the same, and the first piece that is not; None if all are."""
    same = 0
    for piece in pieces:
        if standing is None or standing.read(len(piece)) != piece:
            return same, piece
        same += len(piece)
    return same, None if standing is not None and not standing.read(1) else b""


def _created(place: Path) -> BinaryIO:
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    return open(os.open(place, flags, 0o666), "wb")


def _copy(source: BinaryIO, size: int, target: BinaryIO) -> None:
    """Copy the beginning of a file.

    Raises:
        OSError: if it has become shorter.
    """
    source.seek(0)
    while size:
        some = source.read(min(_BLOCK, size))
        if not some:
            raise OSError("a file of the site changed while it was read")
        target.write(some)
        size -= len(some)

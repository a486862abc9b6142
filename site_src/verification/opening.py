"""A site as it was carried: a folder, or a zip of one, read file by file. Nothing is unpacked to the disk.

A zip may come from anywhere. What no build of ours packs is refused before anything of it is read.
"""

from __future__ import annotations

import hashlib
import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Protocol

from site_src.render import paths
from site_src.render.place import walk
from site_src.render.sources import PLACE
from site_src.render.trouble import Refused

STEP = 1 << 20
MEMBERS = 500_000
"""Files in a zip."""
LARGEST = 512 << 20
"""Bytes of one file: a site's largest are its data and its search."""
TOTAL = 8 << 30
"""Bytes of all files of a zip together."""
_INSIDE = ("", "site/")
"""Where the site may lie in a folder that was carried: the zip edition has it in a folder of its own."""


class NoSite(Exception):
    """The path holds no site, or nothing that can be trusted to be read; the message says why."""


class Carried(Protocol):
    """A site's files, wherever they lie."""

    @property
    def names(self) -> frozenset[str]:
        """Every plain file, relative to the site."""
        ...

    @property
    def beside(self) -> tuple[str, ...]:
        """What was carried with the site and lies outside it."""
        ...

    def pieces(self, name: str) -> Iterator[bytes]:
        """Give a file's bytes. Raises `Unreadable`."""
        ...


class Unreadable(Exception):
    """A file of the site that cannot be read; the message says why."""


def digest(site: Carried, name: str) -> str:
    """Give the SHA-256 of a file. Raises `Unreadable`."""
    found = hashlib.sha256()
    for piece in site.pieces(name):
        found.update(piece)
    return found.hexdigest()


def whole(site: Carried, name: str) -> bytes:
    """Give all of a file. Raises `Unreadable`."""
    return b"".join(site.pieces(name))


@contextmanager
def opened(path: Path) -> Iterator[Carried]:
    """Open a site's folder or its zip.

    Raises:
        NoSite: if it is neither, or a zip that cannot be trusted.
    """
    if path.is_dir():
        yield Folder(path)
        return
    try:
        archive = zipfile.ZipFile(path)
    except (OSError, zipfile.BadZipFile, ValueError, RuntimeError) as error:
        raise NoSite(f"{path}: is no folder and no zip that can be read ({str(error).lower()})") from None
    with archive:
        yield Zip(path, archive)


class Folder:
    """A site in a folder. Links are not followed: no build makes any."""

    def __init__(self, path: Path) -> None:
        inside = next((one for one in _INSIDE if (path / one / PLACE).is_file()), None)
        if inside is None:
            raise NoSite(f"{path}: is no site: found no {PLACE} in it")
        self._root = path / inside
        self.names = walk(self._root)[0]
        self.beside: tuple[str, ...] = ()

    def pieces(self, name: str) -> Iterator[bytes]:
        try:
            with (self._root / name).open("rb") as file:
                while piece := file.read(STEP):
                    yield piece
        except OSError as error:
            raise Unreadable((error.strerror or str(error)).lower()) from None


class Zip:
    """A site in a zip."""

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        members = archive.infolist()
        if len(members) > MEMBERS:
            raise NoSite(f"{path}: {len(members)} files, more than the {MEMBERS} that a site may have")
        files = [member for member in members if not member.filename.endswith("/")]
        for member in files:
            _trusted(path, member)
        twice = [name for name, times in Counter(paths.folded(one.filename) for one in files).items() if times > 1]
        if twice:
            raise NoSite(f"{path}: holds {min(twice)!r} twice, and readers would not agree on which one counts")
        self._archive, self._left = archive, TOTAL
        root = self._root(path, [member.filename for member in files])
        self._members = {one.filename.removeprefix(root): one for one in files if one.filename.startswith(root)}
        self.names = frozenset(self._members)
        self.beside = tuple(sorted(one.filename for one in files if not one.filename.startswith(root)))

    def _root(self, path: Path, names: list[str]) -> str:
        roots = sorted(
            (name.removesuffix(PLACE) for name in names if f"/{name}".endswith(f"/{PLACE}")),
            key=lambda root: (root.count("/"), root),
        )
        if not roots:
            raise NoSite(f"{path}: is no site: found no {PLACE} in it")
        if len(roots) > 1:
            raise NoSite(f"{path}: holds several sites: {', '.join(roots[:3])}")
        return roots[0]

    def pieces(self, name: str) -> Iterator[bytes]:
        size = 0
        try:
            with self._archive.open(self._members[name]) as file:
                yield from self._bounded(file, size)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
            raise Unreadable(f"cannot be unpacked ({str(error).lower()})") from None

    def _bounded(self, file: IO[bytes], size: int) -> Iterator[bytes]:
        """Unpack by pieces, never beyond the bounds, whatever sizes the zip claims."""
        while piece := file.read(STEP):
            size += len(piece)
            self._left -= len(piece)
            if size > LARGEST or self._left < 0:
                raise Unreadable(f"gives more than {min(size, LARGEST)} bytes, the most that a site may have")
            yield piece


def _trusted(path: Path, member: zipfile.ZipInfo) -> None:
    kind = stat.S_IFMT(member.external_attr >> 16)
    try:
        paths.check(member.filename)
    except Refused:
        raise NoSite(
            f"{path}: holds {member.filename[:200]!r}, a path that leads out of it or that some systems refuse"
        ) from None
    if kind not in (0, stat.S_IFREG):
        raise NoSite(f"{path}: holds {member.filename!r}, which is a link or a device, expected plain files")
    if member.flag_bits & 1:
        raise NoSite(f"{path}: is locked with a password")

"""Archives: a zip of articles, each read as if it lay in a folder. Nothing is unpacked to the disk.

clippings.zip with 2024/gates.html  ->  the article `2024/gates` at `clippings.zip/2024/gates.html`
"""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO

from site_src.corpus.reading import Source
from site_src.model import Issue

MEMBERS = 100_000
"""Files in one archive."""
TOTAL = 1_000_000_000
"""Bytes that all files of an archive may give."""
RATIO = 200
"""Bytes that one packed byte may give. A news page gives 4 to 12; a bomb gives 1,000."""
HARMLESS = 1_000_000
"""Bytes: a file that gives no more may be packed as tightly as it likes."""
STEP = 1_000_000


class _Refused(Exception):
    """A member that is not read; the message says why."""


def members(source: Source, wanted: Callable[[str], bool], limit: Callable[[str], int]) -> Iterator[Source | Issue]:
    """Give the `wanted` files of an archive in the order of their names, and an Issue for each that is not read.

    `limit` is the largest size of a file by its name. Hidden files are left out, as in a folder.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(source.data))
    except (zipfile.BadZipFile, ValueError, RuntimeError, OSError) as error:
        yield _issue(source.path, f"no zip archive: {str(error).lower()}", "skipped")
        return
    with archive:
        found = sorted((each for each in archive.infolist() if _may_be(each, wanted)), key=lambda each: each.filename)
        if not found:
            yield _issue(source.path, "the archive holds no article", "skipped")
        if len(found) > MEMBERS:
            yield _issue(source.path, f"{len(found)} files, more than the {MEMBERS} allowed", "the others are skipped")
        left = TOTAL
        for member in found[:MEMBERS]:
            place = f"{source.path}/{member.filename}"
            try:
                data = _unpacked(archive, member, min(limit(member.filename), left))
            except _Refused as error:
                yield _issue(_printable(place), str(error), "skipped")
                continue
            left -= len(data)
            yield Source(place, data, source.path)


def _may_be(member: zipfile.ZipInfo, wanted: Callable[[str], bool]) -> bool:
    """Tell whether a member may be an article: no folder, nothing hidden, no twin that a Mac adds."""
    parts = member.filename.replace("\\", "/").split("/")
    hidden = any((part.startswith(".") and part.strip(".")) or part == "__MACOSX" for part in parts)
    return bool(parts[-1]) and not hidden and wanted(parts[-1])


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, limit: int) -> bytes:
    """Unpack a member in memory, never beyond its bounds, whatever size the archive claims.

    Raises `_Refused`.
    """
    _trusted(member)
    bound = min(limit, max(HARMLESS, member.compress_size * RATIO))
    data = bytearray()
    try:
        with archive.open(member) as file:
            while piece := file.read(STEP):
                data += piece
                if len(data) > bound:
                    raise _Refused(f"gives more than {bound} bytes, the most allowed for {member.compress_size} packed")
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
        raise _Refused(f"cannot be unpacked ({str(error).lower()})") from None
    return bytes(data)


def _trusted(member: zipfile.ZipInfo) -> None:
    name = member.filename
    parts = name.split("/")
    if (
        name.startswith("/")
        or "\\" in name
        or ".." in parts
        or "" in parts
        or ":" in parts[0]
        or not name.isprintable()
    ):
        raise _Refused("its path leads out of the archive or is not printable, expected folders and a name")
    if name.lower().endswith(".zip"):
        raise _Refused("an archive inside an archive, expected its files")
    if stat.S_ISLNK(member.external_attr >> 16):
        raise _Refused("a link, expected a file")
    if member.flag_bits & 1:
        raise _Refused("locked with a password")


def _printable(place: str) -> str:
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in place)


def _issue(path: str, message: str, done: str) -> Issue:
    return Issue(path, 0, "corpus.archive", message, done, "error")

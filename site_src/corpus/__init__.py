"""Articles as files: what is there, decoded as found, nothing guessed.

A format is one file with one function and one line in `READERS`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from site_src.corpus import files, sources
from site_src.corpus.decoding import Decoded, NotText, declared_encoding, decode
from site_src.corpus.files import place
from site_src.corpus.markdown import read_markdown
from site_src.corpus.plain import read_plain
from site_src.corpus.reading import NothingToRead, Reading, Source
from site_src.corpus.records import read_records
from site_src.model import Issue, RawText, Text

__all__ = ["NothingToRead", "Reading", "digest", "list_sources", "place", "read", "unique"]

Found = TypeVar("Found")


def read_page(source: Source, decoded: Decoded) -> Reading:
    """Read a page; what parses HTML is loaded only where there is one."""
    from site_src.corpus import page

    return page.read_page(source, decoded)


READERS: dict[str, Callable[[Source, Decoded], Reading]] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".html": read_page,
    ".htm": read_page,
    ".jsonl": read_records,
}
LIMITS = {".jsonl": 1_000_000_000}
"""Largest sizes in bytes of formats that hold many articles in a file; of any other, `LIMIT`."""
LIMIT = 20_000_000


def list_sources(path: Path) -> tuple[Path, ...]:
    """List the articles of a folder, in the order of their names, or the one that is named.

    Raises `NothingToRead` if there is none.
    """
    return sources.list_sources(path, tuple(READERS))


def read(path: Path, folder: Path) -> Reading:
    """Read one file below `folder`. Whatever is wrong with it is an Issue, never an error."""
    named = place(path, folder)
    kind = path.suffix.lower()
    try:
        data = files.load(path, folder, _limit(path))
        decoded = decode(data, declared_encoding(data) if READERS[kind] is read_page else "")
        if not decoded.text.strip():
            raise files.Unreadable("empty", "the file holds nothing but white space")
    except files.Unreadable as error:
        return Reading(issues=(Issue(named, 0, f"corpus.{error.code}", str(error), "skipped", "error"),))
    except NotText as error:
        return Reading(issues=(Issue(named, 0, "corpus.not-text", f"the file {error}", "skipped", "error"),))
    reading = READERS[kind](Source(named, data), decoded)
    return Reading(reading.texts, _encoding(named, decoded) + reading.issues)


def digest(path: Path, folder: Path) -> str:
    """Give the SHA-256 of a file's bytes, hexadecimal; empty for one that `read` does not read."""
    try:
        with files.opened(path, folder, _limit(path)) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except files.Unreadable:
        return ""


def _limit(path: Path) -> int:
    return LIMITS.get(path.suffix.lower(), LIMIT)


def unique(found: Iterable[tuple[Text, Found]]) -> tuple[tuple[tuple[Text, Found], ...], tuple[Issue, ...]]:
    """Give every text an id of its own: the later of two with the same one takes its path (records: and line).

    Each text comes with whatever was found in it, and goes with it.
    """
    kept: list[tuple[Text, Found]] = []
    issues: list[Issue] = []
    first: dict[str, RawText] = {}
    for text, with_it in found:
        raw = text.raw
        own = raw.id if raw.id not in first else _own_id(raw, first)
        if own != raw.id:
            other = first[raw.id]
            place = f"{other.path}, line {other.line}" if other.media == "record" else other.path
            message = f"the id '{raw.id}' is taken by {place}"
            issues.append(Issue(raw.path, raw.line, "corpus.same-id", message, f"its id is '{own}'"))
        first[own] = raw
        kept.append((text if own == raw.id else replace(text, raw=replace(raw, id=own)), with_it))
    return tuple(kept), tuple(issues)


def _own_id(raw: RawText, taken: Mapping[str, RawText]) -> str:
    own = f"{raw.path}-{raw.line}" if raw.media == "record" else raw.path
    while own in taken:
        own += "+"
    return own


def _encoding(place: str, decoded: Decoded) -> tuple[Issue, ...]:
    """Say how a text was read that is not plainly UTF-8."""
    if decoded.strays:
        message = f"{decoded.strays} bytes are not UTF-8"
        return (Issue(place, 0, "corpus.encoding", message, "these were read as Windows-1252"),)
    if decoded.encoding == "UTF-8":
        return ()
    done = f"read as {decoded.encoding}"
    if not decoded.guessed:
        return (Issue(place, 0, "corpus.encoding", "not UTF-8", done, "note"),)
    return (Issue(place, 0, "corpus.encoding", "not UTF-8", done),)

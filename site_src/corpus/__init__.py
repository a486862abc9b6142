"""Articles as files: what is there, decoded as found, nothing guessed.

A format is one file with one function and one line in `FORMATS`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from site_src import allowance
from site_src.corpus import archive, files, sources
from site_src.corpus.decoding import Decoded, NotText, declared_encoding, decode
from site_src.corpus.files import place
from site_src.corpus.markdown import read_markdown
from site_src.corpus.plain import read_plain
from site_src.corpus.raw import joined
from site_src.corpus.reading import NothingToRead, Reading, Source, too_many_lines
from site_src.corpus.records import read_records
from site_src.corpus.sheet import read_sheet
from site_src.model import Issue, RawText, Text

__all__ = ["NothingToRead", "Reading", "digest", "list_sources", "place", "read", "unique"]

Found = TypeVar("Found")


def read_page(source: Source, decoded: Decoded) -> Reading:
    """Read a page; what parses HTML is loaded only where there is one."""
    from site_src.corpus import page

    return page.read_page(source, decoded)


def read_feed(source: Source, decoded: Decoded) -> Reading:
    """Read a feed; what parses feeds is loaded only where there is one."""
    from site_src.corpus import feed

    return feed.read_feed(source, decoded)


@dataclass(frozen=True, slots=True)
class Format:
    """How files of one kind are read."""

    read: Callable[[Source, Decoded], Reading]
    many: bool = False
    """Whether a file holds many articles: it may be larger, and a NUL spoils one of them only."""
    declares: bool = False
    """Whether the text names its own encoding."""

    @property
    def limit(self) -> int:
        """The largest size of a file in bytes."""
        return MANY_LIMIT if self.many else LIMIT


LIMIT, MANY_LIMIT = 20_000_000, 1_000_000_000
PACE = 5e-6
"""Seconds of the processor for a byte of a file of many articles, beside those that any file has: a feed takes a fifth."""
ARCHIVE = ".zip"
_SOME = 1 << 16
"""Bytes that are digested at a time."""
FORMATS = {
    ".txt": Format(read_plain),
    ".md": Format(read_markdown),
    ".html": Format(read_page, declares=True),
    ".htm": Format(read_page, declares=True),
    ".jsonl": Format(read_records, many=True),
    ".csv": Format(read_sheet, many=True),
    ".rss": Format(read_feed, many=True, declares=True),
    ".atom": Format(read_feed, many=True, declares=True),
    ".xml": Format(read_feed, many=True, declares=True),
}
KINDS = (*FORMATS, ARCHIVE)


def list_sources(path: Path) -> tuple[Path, ...]:
    """List the articles of a folder, in the order of their names, or the one that is named.

    Raises `NothingToRead` if there is none.
    """
    return sources.list_sources(path, KINDS)


def read(path: Path, folder: Path) -> Reading:
    """Read one file below `folder`. Whatever is wrong with it is an Issue, never an error."""
    named = place(path, folder)
    try:
        source = Source(named, files.load(path, folder, _limit(path.name)))
    except files.Unreadable as error:
        return Reading(issues=(Issue(named, 0, f"corpus.{error.code}", str(error), "skipped", "error"),))
    members = archive.members(source, lambda name: sources.is_article(name, KINDS), _limit)
    each = _read(source) if source.kind != ARCHIVE else joined([_member(one) for one in members])
    return replace(each, digest=hashlib.sha256(source.data).hexdigest())


def _member(found: Source | Issue) -> Reading:
    return Reading(issues=(found,)) if isinstance(found, Issue) else _read(found)


def _read(source: Source) -> Reading:
    """Read the bytes of one file, in the time that it may take."""
    form = FORMATS[source.kind]
    seconds = allowance.SECONDS + (len(source.data) * PACE // 1 if form.many else 0)
    try:
        return allowance.within(seconds, _texts, source, form)
    except allowance.Exceeded:
        return Reading(issues=(allowance.cut(source.path, 0, "reading", seconds, "skipped"),))


def _texts(source: Source, form: Format) -> Reading:
    """Decode a file and read its articles."""
    try:
        decoded = decode(source.data, declared_encoding(source.data) if form.declares else "", nul=form.many)
    except NotText as error:
        return Reading(issues=(Issue(source.path, 0, "corpus.not-text", f"the file {error}", "skipped", "error"),))
    if not decoded.text.strip():
        message = "the file holds nothing but white space"
        return Reading(issues=(Issue(source.path, 0, "corpus.empty", message, "skipped", "error"),))
    if not form.many and (excess := too_many_lines(decoded.text)):
        return Reading(issues=(Issue(source.path, 0, "corpus.too-large", excess, "skipped", "error"),))
    reading = form.read(source, decoded)
    return Reading(reading.texts, _encoding(source.path, decoded) + reading.issues)


def digest(path: Path, folder: Path) -> str:
    """Give the SHA-256 of a file's bytes, hexadecimal; empty for one that `read` does not read."""
    try:
        with files.opened(path, folder, _limit(path.name)) as file:
            made = hashlib.sha256()
            while some := file.read(_SOME):
                made.update(some)
            return made.hexdigest()
    except files.Unreadable:
        return ""


def _limit(name: str) -> int:
    """Give the largest size in bytes of a file of this name."""
    form = FORMATS.get(Path(name).suffix.lower())
    return form.limit if form else MANY_LIMIT


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

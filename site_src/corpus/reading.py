"""What reading gives: texts as decoded, and the problems that were met on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from site_src.model import Issue, RawText

Span = tuple[int, int]

LINE = re.compile(r"[^\r\n]+")
MOST_LINES = 200_000
"""Lines of one article: a book has some 10,000. Each costs memory, and a file of 10 MB could have ten million."""


class NothingToRead(Exception):
    """The place named by the user holds no article; the message says why, in one sentence."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The texts of one file, in its order, and its problems."""

    texts: tuple[RawText, ...] = ()
    issues: tuple[Issue, ...] = ()
    digest: str = ""
    """The SHA-256 of the bytes that were read, hexadecimal; empty if none were."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file's bytes with its place, before anything is read into them."""

    path: str
    """Relative to the articles' folder, with `/`; inside an archive, with the archive's own path before it."""
    data: bytes
    archive: str = ""
    """The path of the archive that it was packed in; empty for a file of its own."""

    @property
    def id(self) -> str:
        """The path without its suffix, inside an archive counted from there: the id where nothing else is given."""
        inside = self.path[len(self.archive) + 1 :] if self.archive else self.path
        stem, dot, _ = inside.rpartition(".")
        return stem if dot and stem and not stem.endswith("/") else inside

    @property
    def kind(self) -> str:
        """The suffix of its name, with the dot and in small letters."""
        _, dot, suffix = self.path.rpartition("/")[2].rpartition(".")
        return f"{dot}{suffix.lower()}"


def too_many_lines(text: str, more: int = 0) -> str:
    """Say that an article has more lines, or other pieces, than are read; empty if it has not."""
    found = max(text.count("\n"), text.count("\r"), more)
    return f"{found} lines, more than the {MOST_LINES} allowed" if found > MOST_LINES else ""


def trimmed(text: str, start: int, end: int) -> Span:
    """Give the span without white space at its ends; an empty span if there is nothing else."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


def lines(text: str, start: int = 0) -> Iterator[Span]:
    """Give the trimmed span of every line that is not blank."""
    for found in LINE.finditer(text, start):
        first, last = trimmed(text, found.start(), found.end())
        if first < last:
            yield first, last

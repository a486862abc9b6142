"""The site that stands may be the very one that a build would make: then there is nothing to read and nothing to write.

A build that is done leaves a note of what it read, how it was asked, and what it wrote, each file by its size, times
and inode. Where all of them are as they were, the same input gives the same bytes, and they are there already.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from site_src import cache
from site_src.model import Issue
from site_src.signs import SETTLED, settling, signs


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build said when it was done."""

    issues: tuple[Issue, ...]
    articles: int
    events: int
    claims: int
    table_errors: int
    advice: tuple[str, ...] = ()
    """What the topic's settings leave out of the site."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A finished build: how it was asked, what it left in its folder, and what it said."""

    asked: str
    left: str
    files: int
    carried: int
    """Files in the folder that the program did not make."""
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Memory:
    """Where the note of one output folder is kept."""

    work: Path
    output: Path
    notes: list[str] = field(default_factory=list)
    """What the cache had to heal, a line each."""

    def recall(self, asked: str) -> Standing | None:
        """Give the build that stands in the folder, if it was asked the same and nobody touched it since."""
        with cache.Cache(self.work, aside=True) as kept:
            found = kept.get_many([self._key], Standing).get(self._key)
        self.notes.extend(kept.notes)
        return found if found and asked and found.asked == asked and found.left == _left(self.output) else None

    def keep(self, asked: str, files: int, carried: int, outcome: Outcome) -> None:
        """Note a build that is done.

        What somebody else changes in the folder between the swap and this moment is taken for the build's own.
        """
        if not asked:
            return
        time.sleep(SETTLED / 1_000_000_000)  # from then on the next change of a new file tells by its time
        left = _left(self.output)
        with cache.Cache(self.work, aside=True) as kept:
            kept.put_many({self._key: Standing(asked, left, files, carried, outcome)} if left else {})

    @property
    def _key(self) -> bytes:
        return cache.key("standing", os.fsdecode(self.output.absolute()))


def asked(inputs: Iterable[Path], settings: Sequence[str]) -> str:
    """Digest how a build is asked: every file below its inputs by its place, size, times and inode, and the settings.

    Empty, which stands for "do not remember this", where a file cannot be seen or changed so shortly ago that its next
    change could bear the same time.
    """
    digest, newest = hashlib.sha256(), 0
    for word in settings:
        digest.update(_line(word))
    try:
        for path in inputs:
            digest.update(_line(os.fspath(path)))
            for place, found in _walk(os.fspath(path)):
                newest = max(newest, found.st_ctime_ns)
                digest.update(_line(place, *signs(found)))
    except OSError:
        return ""
    # The clock decides only whether the build is remembered, never what it makes.
    return digest.hexdigest() if newest + settling(newest) <= time.time_ns() else ""


def _left(output: Path) -> str:
    """Digest what stands in a site's folder.

    Whoever makes a hard link to a file changes one of its times: then the next build looks at the bytes.
    """
    digest = hashlib.sha256()
    try:
        for place, found in _walk(os.fspath(output)):
            digest.update(_line(place, *signs(found)))
    except OSError:
        return ""
    return digest.hexdigest()


def _walk(path: str) -> Iterator[tuple[str, os.stat_result]]:
    """Give every file below a path, or the file itself, in the order of their places; of a link also what it leads to."""
    if not os.path.isdir(path):
        if os.path.lexists(path):
            yield path, os.lstat(path)
        return
    with os.scandir(path) as inside:
        entries = sorted(inside, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":  # Python's own cache comes and goes
                yield from _walk(entry.path)
            continue
        yield entry.path, entry.stat(follow_symlinks=False)
        if entry.is_symlink() and os.path.exists(entry.path):
            yield f"{entry.path} ->", os.stat(entry.path)


def _line(*words: str | int) -> bytes:
    return "\0".join(map(str, words)).encode("utf-8", "surrogateescape") + b"\n"

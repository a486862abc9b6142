"""What earlier builds found out, kept in one SQLite file that may be deleted at any time.

A key is a digest of everything that a result depends on; a value is a model's dataclass in MessagePack. Two builds may
use the file at once. A damaged file is replaced, a damaged entry is a missing one.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import sys
import sysconfig
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Self, TypeVar

import msgspec

Value = TypeVar("Value")

SHAPE = 2
"""The table's shape; another number starts a new file."""
KEPT = 8
"""An entry that none of so many builds has asked for is dropped."""
PATIENCE = 10.0
"""Seconds to wait for another build that writes."""
_BATCH = 500
_encoder = msgspec.msgpack.Encoder()


def key(stage: str, *digests: str) -> bytes:
    """Make the key of a stage's result from the digests of all that it depends on: input, knowledge, code.

    >>> key("texts", "a", "b") == key("texts", "ab")
    False
    """
    return hashlib.sha256("\0".join((stage, *digests)).encode()).digest()


def code_digest(folder: Path = Path(__file__).parent) -> str:
    """Digest the program itself: its modules, its language packs, the Python and the libraries that it runs on."""
    digest = hashlib.sha256(f"{sys.version_info[:3]}".encode())
    files = [*folder.rglob("*.py"), *(folder / "languages").rglob("*.toml")]
    for path in sorted(files):
        digest.update(b"\0" + path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    for name in libraries():
        digest.update(b"\0" + name.encode())
    return digest.hexdigest()


@lru_cache(maxsize=1)
def program() -> str:
    """Digest the program that this process runs: once, for it is what was loaded."""
    return code_digest()


def libraries() -> tuple[str, ...]:
    """Name the libraries that are installed, with their versions."""
    return tuple(sorted(name for name in os.listdir(sysconfig.get_path("purelib")) if name.endswith(".dist-info")))


def pack(value: object) -> bytes | None:
    """Pack a value to be kept; None for one that no file can hold: a lone surrogate, a giant number."""
    try:
        return _encoder.encode(value)
    except (OverflowError, UnicodeEncodeError):
        return None


class Cache:
    """A map from keys to values that outlives the build. Never needed: whatever fails is a miss, with a note."""

    def __init__(self, folder: Path, *, clean: bool = False, aside: bool = False) -> None:
        """Open the file in the folder, or begin one. `clean` begins a new one in any case.

        `aside` is for what looks a thing up beside the reading of articles: it does not count as a build, so that
        nothing is dropped for not being asked for.
        """
        self.notes: list[str] = []
        """What went wrong and was healed, a line each."""
        self._path = folder / "results.sqlite"
        self._used: set[bytes] = set()
        if clean:
            self._remove()
        self._base = self._opened()
        self._aside = aside
        self._build = self._number()

    def get_many(
        self, keys: Sequence[bytes], kind: type[Value], *, held: Callable[[Value], Value] = lambda value: value
    ) -> dict[bytes, Value]:
        """Give the values that are known of these keys, as they are `held`. A value that does not fit `kind` is not known."""
        decoder = msgspec.msgpack.Decoder(kind)
        found: dict[bytes, Value] = {}
        for name, check, data, used in self._rows(keys):
            try:
                if zlib.crc32(data) == check:
                    found[name] = held(decoder.decode(data))
            except (msgspec.DecodeError, ValueError):
                continue
            if used <= self._build - KEPT // 2:  # not at every build: marking is a write
                self._used.add(name)
        return found

    def put_many(self, values: Mapping[bytes, object]) -> None:
        """Remember values, all of them or none, those aside that cannot be packed."""
        packed = ((name, pack(value)) for name, value in values.items())
        self.put_packed({name: data for name, data in packed if data is not None})

    def put_packed(self, values: Mapping[bytes, bytes]) -> None:
        """Remember values that `pack` has packed, all of them or none."""
        rows = [(name, self._build, zlib.crc32(data), data) for name, data in values.items()]
        self._run("INSERT OR REPLACE INTO result VALUES (?, ?, ?, ?)", rows)

    def forget_others(self, name: bytes, keys: Iterable[bytes]) -> None:
        """Keep of what was kept under this name before only what is asked for now: of the rest nothing remains on the disk.

        A source that was taken away, or an earlier wording of it, leaves no trace.
        """
        now = sorted(keys)
        before = self.get_many([name], list[bytes]).get(name, [])
        self._run("DELETE FROM result WHERE key = ?", [(key,) for key in sorted({*before} - {*now})])
        if before != now:
            self.put_many({name: now})

    def close(self) -> None:
        """Mark what this build used, drop what the last builds did not, and let go of the file."""
        self._run("UPDATE result SET used = ? WHERE key = ?", [(self._build, name) for name in sorted(self._used)])
        if not self._aside:
            self._run("DELETE FROM result WHERE used <= ?", [(self._build - KEPT,)])
        if self._base is not None:
            self._base.close()
            self._base = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _rows(self, keys: Sequence[bytes]) -> Iterator[tuple[bytes, int, bytes, int]]:
        """Give the rows of these keys, a few at a time: packed and unpacked, all of them would take half as much again."""
        for start in range(0, len(keys), _BATCH):
            some = keys[start : start + _BATCH]
            marks = ",".join("?" * len(some))
            if self._base is None:
                return
            try:
                query = f"SELECT key, crc, value, used FROM result WHERE key IN ({marks})"
                found = self._base.execute(query, some).fetchall()
            except sqlite3.Error as error:
                self._failed(error)
                continue
            yield from found

    def _run(self, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
        if self._base is None or not rows:
            return
        try:
            with self._base:
                self._base.executemany(statement, rows)
        except sqlite3.Error as error:
            self._failed(error)

    def _failed(self, error: sqlite3.Error) -> None:
        """Go on without the file; if it is damaged, go on with a new one."""
        if self._base is not None:
            self._base.close()
        self._base = None
        if not _damaged(error):
            self.notes.append(f"the cache cannot be used ({error}); this build goes on without it")
            return
        self.notes.append(f"the cache was damaged ({error}); a new one is begun")
        self._remove()
        self._base = self._opened(again=False)

    def _opened(self, *, again: bool = True) -> sqlite3.Connection | None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            base = sqlite3.connect(self._path, timeout=PATIENCE)
        except (OSError, sqlite3.Error) as error:
            self.notes.append(f"the cache cannot be opened ({error}); this build goes on without it")
            return None
        try:
            return _shaped(base)
        except sqlite3.Error as error:
            base.close()
            if not again or not _damaged(error):
                self.notes.append(f"the cache cannot be used ({error}); this build goes on without it")
                return None
            self.notes.append(f"the cache was damaged ({error}); a new one is begun")
            self._remove()
            return self._opened(again=False)

    def _remove(self) -> None:
        for end in ("", "-wal", "-shm"):
            Path(f"{self._path}{end}").unlink(missing_ok=True)

    def _number(self) -> int:
        """Count the builds that the file has seen, this one included if it is one."""
        if self._base is None:
            return 0
        try:
            with self._base:
                if not self._aside:
                    self._base.execute("UPDATE build SET number = number + 1")
                return int(self._base.execute("SELECT number FROM build").fetchone()[0])
        except (sqlite3.Error, TypeError) as error:
            self._failed(error if isinstance(error, sqlite3.Error) else sqlite3.DatabaseError("no build number"))
            return 1


def _damaged(error: sqlite3.Error) -> bool:
    """Tell a file that is no good from one that is only busy, closed to us, or without room on its disk."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)


def _shaped(base: sqlite3.Connection) -> sqlite3.Connection:
    """Lay out the table, or begin anew if it has another program's shape.

    The write-ahead log survives a kill at any moment and lets a second build read meanwhile; without a sync at each
    commit a power cut may lose the last entries, never the file.
    """
    base.execute("PRAGMA journal_mode = WAL")
    base.execute("PRAGMA synchronous = NORMAL")
    base.execute("PRAGMA secure_delete = ON")  # what is dropped is overwritten
    if base.execute("PRAGMA user_version").fetchone()[0] != SHAPE:
        _lay_out(base)
    base.execute("SELECT key, used, crc, value FROM result LIMIT 1").fetchall()
    return base


def _lay_out(base: sqlite3.Connection) -> None:
    with base:
        if base.execute("PRAGMA user_version").fetchone()[0] not in (0, SHAPE):
            base.execute("DROP TABLE IF EXISTS result")
            base.execute("DROP TABLE IF EXISTS build")
        base.execute("CREATE TABLE IF NOT EXISTS result (key BLOB PRIMARY KEY, used INTEGER, crc INTEGER, value BLOB)")
        base.execute("CREATE TABLE IF NOT EXISTS build (number INTEGER)")
        base.execute("INSERT INTO build SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM build)")
        base.execute(f"PRAGMA user_version = {SHAPE}")

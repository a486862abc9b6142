"""What readers are shown at this moment, for all threads of the server: the site in its folder, pages of the next build
that are ready before the others, or what is wrong.

Each answer has a mark. A page in a browser holds the mark of what it shows, and is told as soon as another one holds.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from site_src.serving import addresses

MISSING = "404.html"
IN_VIEW = 4
"""Pages that are made before the others, at most."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with the newest build."""

    number: int
    lines: tuple[str, ...]
    written: bool
    """Whether the site was written, without the lines that are wrong."""


class Board:
    """The one thing here that changes while the server runs."""

    def __init__(self, site: Path, language: str = "en") -> None:
        self.site = site
        self.language = language
        """In which the server itself speaks."""
        self.trouble: Trouble | None = None
        self._early: dict[str, bytes] = {}
        self._watched: Counter[str] = Counter()
        self._session = secrets.token_hex(8)
        self._builds = 0
        self._changed = threading.Condition()
        self._closed = False

    # --- What is told by the builds ---

    def show_early(self, name: str, body: bytes) -> None:
        """Show a page of the next build before the others are ready."""
        with self._changed:
            self._early[name] = body
            self.trouble = None
            self._changed.notify_all()

    def built(self, lines: tuple[str, ...], *, written: bool, language: str = "") -> None:
        """Show what stands in the site's folder, or what is wrong with it."""
        with self._changed:
            self._early = {}
            self._builds += 1
            self.trouble = Trouble(self._builds, lines, written) if lines else None
            self.language = language or self.language
            self._changed.notify_all()

    def close(self) -> None:
        """Let everyone go who waits."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    # --- What is asked by readers ---

    def page(self, name: str) -> bytes | None:
        """Give a file of the site."""
        early = self._early.get(name)
        return early if early is not None else addresses.read(self.site, name)

    def pass_for(self, trouble: Trouble) -> str:
        """Give the word by which a reader says that he has seen what is wrong and wants the site."""
        return f"{self._session}.{trouble.number}"

    def stops(self, given: str) -> Trouble | None:
        """Give what is wrong, unless the reader has seen it."""
        trouble = self.trouble
        return None if trouble is None or given == self.pass_for(trouble) else trouble

    def mark(self, name: str | None, given: str) -> str:
        """Name what a reader is shown at a page's address. Equal marks mean the same bytes, styles and scripts."""
        trouble = self.stops(given)
        if trouble:
            return f"{self._session}-wrong-{trouble.number}"
        body = self.page(name) if name else None
        found = hashlib.sha256(body if body is not None else self.page(MISSING) or b"")
        found.update(b"found" if body is not None else b"missing")
        found.update(_styles_and_scripts(self.site / "assets").encode())
        return f"{self._session}-{found.hexdigest()[:20]}"

    def wait(self, name: str | None, given: str, shown: str, seconds: float) -> bool:
        """Wait until a page is no longer what its reader is shown; False if it still is after some seconds."""
        with self._changed:
            return self._changed.wait_for(lambda: self._closed or self.mark(name, given) != shown, seconds)

    @property
    def closed(self) -> bool:
        return self._closed

    @contextmanager
    def in_view(self, name: str | None) -> Iterator[None]:
        """Know that a reader has a page before him."""
        key = name or MISSING
        with self._changed:
            self._watched[key] += 1
        try:
            yield
        finally:
            with self._changed:
                self._watched[key] -= 1
                self._watched += Counter()  # drops what nobody watches

    def pages_in_view(self) -> tuple[str, ...]:
        """Give the pages that readers have before them."""
        with self._changed:
            return tuple(name for name, _ in self._watched.most_common(IN_VIEW))


def _styles_and_scripts(folder: Path) -> str:
    """Tell the files of a folder apart from those of another build: what is unchanged keeps its time."""
    try:
        with os.scandir(folder) as entries:
            return repr(sorted((one.name, one.stat().st_mtime_ns, one.stat().st_size) for one in entries))
    except OSError:
        return ""

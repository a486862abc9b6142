"""A page that shows what it showed in the build before is not rendered again: its bytes stand in the site's folder.

What a page shows is its context, which holds all that its template prints; how it is shown is the program, its templates
and their words. Both are signed. A page with the same signature has the same bytes, and it stays if it stands as it was
left: by its size, times, inode and rights, and where these are others, by its bytes.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import msgspec
from markupsafe import Markup

from site_src import PROJECT, cache
from site_src.model import Page
from site_src.render import Draft, Drafts, File, Same
from site_src.signs import settling, signs

Shown = tuple[bytes, bytes]
"""The signature of what a page shows, and the SHA-256 of its bytes."""


class Mark(NamedTuple):
    """What is remembered of a page."""

    shows: bytes
    """The signature of what it shows."""
    digest: bytes
    """SHA-256 of its bytes."""
    seen: tuple[int, ...]
    """The signs of its file; none if it was so new that its next change could bear the same."""


Marks = Mapping[bytes, Mark]
"""By a digest of a page's path, for what is taken down leaves no name behind."""


@dataclass(frozen=True, slots=True)
class Before:
    """The pages of the site that stands in a folder: what each showed, and by what its file is known."""

    output: Path
    way: str
    """How pages are shown, signed."""
    marks: Marks

    def sign(self, page: Page, csp: str) -> bytes:
        """Sign what a page shows and how; empty where nobody will ask, or for what cannot be signed."""
        if not self.way:
            return b""
        try:
            shown = _encode((self.way, csp, page.template, page.language, page.context))
        except (TypeError, ValueError, OverflowError):
            return b""
        return hashlib.sha256(shown).digest()

    def stands(self, path: str, signature: bytes, drafts: Drafts | None) -> Same | None:
        """Tell whether a page that shows the same as before stands as it was left."""
        known = self.marks.get(_named(path))
        if drafts is None or not signature or known is None or known.shows != signature:
            return None
        return drafts.known(path, known.digest, known.seen)


NOTHING = Before(Path(), "", {})
"""No site that one knows of."""


def recall(output: Path, work: Path, templates: Mapping[str, str]) -> Before:
    """Recall the pages of the site in a folder; `templates` are the topic's own."""
    with cache.Cache(work, aside=True) as memory:
        name = _name(output)
        marks = memory.get_many([name], dict[bytes, Mark]).get(name, {})
    return Before(output, _way(templates), marks)


def keep(before: Before, work: Path, shown: Mapping[str, Shown]) -> None:
    """Remember what the pages of a site show that was just written.

    What somebody else changes in the folder between the swap and this moment is taken for the build's own.
    """
    now = time.time_ns()  # it decides only what is looked at again, never what it is taken for
    marks = {_named(path): Mark(*one, _seen(f"{before.output}/{path}", now)) for path, one in shown.items()}
    if marks == before.marks:
        return
    with cache.Cache(work, aside=True) as memory:
        memory.put_many({_name(before.output): marks})


def pages(
    planned: Iterable[Page],
    before: Before,
    csp: str,
    render: Callable[[Iterable[Page]], Iterable[tuple[str, bytes]]],
    drafts: Drafts | None = None,
) -> tuple[tuple[File, ...], Mapping[str, Shown]]:
    """Give the files of some pages, rendering those that show something else than before, and what they show.

    With `drafts` they are laid aside, or stay as they stand.
    """
    files: list[File] = []
    shown: dict[str, Shown] = {}

    def take(path: str, signature: bytes, made: bytes | Same | Draft) -> None:
        files.append((path, made))
        if signature and not isinstance(made, bytes):
            shown[path] = (signature, bytes.fromhex(made.digest))

    for page in planned:
        signature = before.sign(page, csp) if drafts else b""
        same = before.stands(page.path, signature, drafts)
        if same:
            take(page.path, signature, same)
        else:
            for path, data in render([page]):
                take(path, signature, drafts.lay(path, (data,)) if drafts else data)
    return tuple(files), shown


def _seen(path: str, now: int) -> tuple[int, ...]:
    try:
        found = os.lstat(path)
    except OSError:
        return ()
    return signs(found) if found.st_ctime_ns + settling(found.st_ctime_ns) <= now else ()


def _named(path: str) -> bytes:
    return hashlib.sha256(path.encode()).digest()[:16]


def _name(output: Path) -> bytes:
    return cache.key("pages", os.fsdecode(output.absolute()))


def _way(templates: Mapping[str, str]) -> str:
    """Sign the program with its templates and their words, and what a topic puts in their place."""
    digest = hashlib.sha256(cache.program().encode())
    folder = PROJECT / "templates"
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and folder / "assets" not in path.parents):
        digest.update(b"\0" + path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    for name, text in sorted(templates.items()):
        digest.update(b"\0" + name.encode() + b"\0" + text.encode())
    return digest.hexdigest()


def _marked(value: object) -> object:
    """Tell words that are markup from the same words that are not: they are rendered in another way."""
    if type(value) is Markup:
        return {"markup": str(value)}
    raise TypeError(f"cannot sign a {type(value).__name__}")


_encode = msgspec.msgpack.Encoder(enc_hook=_marked).encode

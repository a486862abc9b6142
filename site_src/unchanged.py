"""A page that shows what it showed in the build before is not rendered again: its bytes stand in the site's folder.

What a page shows is its context, which holds all that its template prints; how it is shown is the program, its templates
and their words. Both are signed. A page with the same signature has the same bytes, and those are taken from the folder
if they are there as they were left.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec
from markupsafe import Markup

from site_src import PROJECT, cache
from site_src.model import Page

Marks = Mapping[bytes, tuple[bytes, bytes]]
"""By a digest of a page's path, for what is taken down leaves no name behind: the signature of what the page shows, and the
SHA-256 of its bytes."""


@dataclass(frozen=True, slots=True)
class Before:
    """The pages of the site that stands in a folder: what each showed, and its bytes."""

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

    def bytes_of(self, path: str, signature: bytes) -> bytes | None:
        """Give the bytes of a page that shows the same as before, if they stand as they were left."""
        known = self.marks.get(_named(path))
        if not signature or known is None or known[0] != signature:
            return None
        try:
            data = (self.output / path).read_bytes()
        except OSError:
            return None
        return data if hashlib.sha256(data).digest() == known[1] else None


NOTHING = Before(Path(), "", {})
"""No site that one knows of."""


def recall(output: Path, work: Path, templates: Mapping[str, str]) -> Before:
    """Recall the pages of the site in a folder; `templates` are the topic's own."""
    with cache.Cache(work, aside=True) as memory:
        name = _name(output)
        marks = memory.get_many([name], dict[bytes, tuple[bytes, bytes]]).get(name, {})
    return Before(output, _way(templates), marks)


def keep(before: Before, work: Path, marks: Marks) -> None:
    """Remember what the pages of a site show that is written now."""
    if marks == before.marks:
        return
    with cache.Cache(work, aside=True) as memory:
        memory.put_many({_name(before.output): marks})


def pages(
    planned: Iterable[Page],
    before: Before,
    csp: str,
    render: Callable[[Iterable[Page]], Iterable[tuple[str, bytes]]],
) -> tuple[list[tuple[str, bytes]], Marks]:
    """Give the files of some pages, rendering those that show something else than before, and their marks."""
    files: list[tuple[str, bytes]] = []
    marks: dict[bytes, tuple[bytes, bytes]] = {}
    for page in planned:
        signature = before.sign(page, csp)
        data = before.bytes_of(page.path, signature)
        for path, made in [(page.path, data)] if data is not None else render([page]):
            files.append((path, made))
            if signature:
                marks[_named(path)] = (signature, hashlib.sha256(made).digest())
    return files, marks


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

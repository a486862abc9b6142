"""A page that shows what it showed in the build before is not made again: its bytes stand in the site's folder.

What a page shows is its context, which holds all that its template prints; how it is shown is the program, its templates
and their words. Both are signed. A page with the same signature has the same bytes, and it stays if it stands as it was
left: by its size, times, inode and rights, and where these are others, by its bytes. Then it is not rendered.

A page that can be planned by itself is not even planned if all that it was made of is as it was: what was asked while it
was planned, with the fingerprints of the answers, is remembered with it.
"""

from __future__ import annotations

import hashlib
import os
import time
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import msgspec
from markupsafe import Markup

from site_src import PROJECT, cache
from site_src.model import Page
from site_src.render import Drafts, File, Same
from site_src.signs import settling, signs

Question = bytes
"""What is asked while a page is planned, signed."""
Answering = Callable[[Iterable[Question]], list[bytes]]
"""Gives the fingerprints of the answers."""
DROPPED: Question = b""
"""Stands in the place of a question that no page asks any more, until a new one takes it."""


class Sheet(NamedTuple):
    """A page that need not be planned if nothing changed that it is made of."""

    path: str
    given: bytes
    """What it is made of beside the answers, signed or as it is; empty where it must be planned."""
    plan: Callable[[], tuple[Page, tuple[Question, ...]]]
    """Plans it, and tells what was asked meanwhile."""


class Shown(NamedTuple):
    """What a page shows that was just made."""

    shows: bytes
    """The signature of what it shows."""
    digest: bytes
    """SHA-256 of its bytes."""
    given: bytes = b""
    asked: tuple[Question, ...] = ()


class Mark(NamedTuple):
    """What is remembered of a page."""

    shows: bytes
    """The signature of what it shows."""
    digest: bytes
    """SHA-256 of its bytes."""
    seen: tuple[int, ...]
    """The signs of its file; none if it was so new that its next change could bear the same."""
    made: bytes = b""
    """A digest of what it was given and of the answers to what was asked; empty where that is not known."""
    asked: bytes = b""
    """The numbers of the questions."""


class Site(NamedTuple):
    """What is remembered of all pages of a site."""

    marks: dict[bytes, Mark]
    """By a digest of a page's path, for what is taken down leaves no name behind."""
    questions: list[Question]


@dataclass(frozen=True, slots=True)
class Before:
    """The pages of the site that stands in a folder: what each showed, and by what its file is known."""

    output: Path
    way: str
    """How pages are shown, signed."""
    site: Site
    answers: Sequence[bytes] = ()
    """The fingerprints of what is answered now to the questions of then."""

    def sign(self, page: Page, csp: str) -> bytes:
        """Sign what a page shows and how; empty where nobody will ask, or for what cannot be signed."""
        return self.signed(csp, page.template, page.language, page.context)

    def signed(self, *values: object) -> bytes:
        """Sign all that a file is made of, and the program; empty where nobody will ask, or for what cannot be signed."""
        if not self.way:
            return b""
        try:
            shown = _encode((self.way, *values))
        except (TypeError, ValueError, OverflowError):
            return b""
        return hashlib.sha256(shown).digest()

    def stands(self, path: str, signature: bytes, drafts: Drafts | None) -> Same | None:
        """Tell whether a page that shows the same as before stands as it was left."""
        known = self.site.marks.get(_named(path))
        if drafts is None or not signature or known is None or known.shows != signature:
            return None
        return drafts.known(path, known.digest, known.seen)

    def stays(self, sheet: Sheet, drafts: Drafts | None) -> Same | None:
        """Tell whether a page is made of the same as before, and stands as it was left."""
        known = self.site.marks.get(_named(sheet.path))
        if drafts is None or not sheet.given or known is None or not known.made:
            return None
        if known.made != _made(sheet.given, map(self.answers.__getitem__, array(NUMBERS, known.asked))):
            return None
        return drafts.known(sheet.path, known.digest, known.seen)


NUMBERS = "I"
"""How the numbers of questions are kept."""
NOTHING = Before(Path(), "", Site({}, []))
"""No site that one knows of."""


def recall(output: Path, work: Path, templates: Mapping[str, str]) -> Before:
    """Recall the pages of the site in a folder; `templates` are the topic's own."""
    with cache.Cache(work, aside=True) as memory:
        name = _name(output)
        site = memory.get_many([name], Site).get(name, NOTHING.site)
    return Before(output, _way(templates), site)


class Ledger:
    """What the pages of a site show that is being made: it grows with each of them."""

    def __init__(self, before: Before) -> None:
        self.before = before
        self._questions = list(before.site.questions)
        self._numbers = {question: number for number, question in enumerate(self._questions)}
        self._free = [number for number, question in enumerate(self._questions) if question == DROPPED]
        self._marks: dict[str, Mark] = {}

    def face(self, answering: Answering) -> None:
        """Ask what was asked then, before any page is made."""
        self._answering, self._answers = answering, answering(self._questions)
        self.before = replace(self.before, answers=tuple(self._answers))

    def add(self, shown: Mapping[str, Shown | None]) -> None:
        """Take in what some pages show; None for those that stayed unplanned."""
        for path, one in shown.items():
            self._marks[path] = self.before.site.marks[_named(path)] if one is None else self._marked(one)

    def _marked(self, one: Shown) -> Mark:
        if not one.given:
            return Mark(one.shows, one.digest, ())
        numbers = array(NUMBERS, map(self._number, one.asked))
        made = _made(one.given, map(self._answers.__getitem__, numbers))
        return Mark(one.shows, one.digest, (), made, numbers.tobytes())

    def _number(self, question: Question) -> int:
        """Give a question's number; a new one takes the place of one that was dropped, if any was."""
        found = self._numbers.get(question)
        if found is None:
            (answer,) = self._answering([question])
            found = self._numbers[question] = self._free.pop() if self._free else len(self._questions)
            self._questions[found : found + 1] = [question]
            self._answers[found : found + 1] = [answer]
        return found

    def keep(self, work: Path) -> None:
        """Remember what the pages show of the site that was just written.

        What somebody else changes in the folder between the swap and this moment is taken for the build's own.
        """
        now, output = time.time_ns(), self.before.output  # the time decides only what is looked at again
        marks = {_named(path): one._replace(seen=_seen(f"{output}/{path}", now)) for path, one in self._marks.items()}
        if marks == self.before.site.marks:
            return
        asked = {number for mark in marks.values() for number in array(NUMBERS, mark.asked)}
        questions = [one if number in asked else DROPPED for number, one in enumerate(self._questions)]
        with cache.Cache(work, aside=True) as memory:
            memory.put_many({_name(output): Site(marks, questions)})


def pages(
    planned: Iterable[Page | Sheet],
    before: Before,
    csp: str,
    render: Callable[[Iterable[Page]], Iterable[tuple[str, bytes]]],
    drafts: Drafts | None = None,
) -> tuple[tuple[File, ...], Mapping[str, Shown | None]]:
    """Give the files of some pages, making those that are not as before, and what they show; None for those that stay.

    With `drafts` they are laid aside, or stay as they stand.
    """
    files: list[File] = []
    shown: dict[str, Shown | None] = {}
    for one in planned:
        same = before.stays(one, drafts) if isinstance(one, Sheet) else None
        if same:
            files.append((one.path, same))
            shown[one.path] = None
            continue
        page, asked = one.plan() if isinstance(one, Sheet) else (one, ())
        given = one.given if isinstance(one, Sheet) else b""
        signature = before.sign(page, csp) if drafts else b""
        for path, made in _files(page, before.stands(page.path, signature, drafts), render, drafts):
            files.append((path, made))
            if signature and not isinstance(made, bytes):
                shown[path] = Shown(signature, bytes.fromhex(made.digest), given, asked)
    return tuple(files), shown


def together(
    paths: Sequence[str],
    signature: bytes,
    before: Before,
    make: Callable[[], Mapping[str, bytes]],
    drafts: Drafts | None = None,
) -> tuple[tuple[File, ...], Mapping[str, Shown | None]]:
    """Give the files that are made together, at these `paths`; they stay where all stand that were made of the same."""
    same = [(path, before.stands(path, signature, drafts)) for path in paths]
    stand: list[tuple[str, Same]] = [(path, one) for path, one in same if one]
    if len(stand) < len(paths):
        made = {path: drafts.lay(path, (data,)) if drafts else data for path, data in make().items()}
    else:
        made = dict(stand)
    digests = {path: one.digest for path, one in made.items() if not isinstance(one, bytes)}
    return tuple(made.items()), {
        path: Shown(signature, bytes.fromhex(one)) for path, one in digests.items() if signature
    }


def _files(
    page: Page,
    same: Same | None,
    render: Callable[[Iterable[Page]], Iterable[tuple[str, bytes]]],
    drafts: Drafts | None,
) -> Iterator[File]:
    if same:
        yield page.path, same
        return
    for path, data in render([page]):
        yield path, drafts.lay(path, (data,)) if drafts else data


def _made(given: bytes, answers: Iterable[bytes]) -> bytes:
    return hashlib.sha256(given + b"".join(answers)).digest()[:16]


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

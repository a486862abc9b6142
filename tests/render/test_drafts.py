"""What is made elsewhere is laid aside, and is the site's only once the whole site is."""

from __future__ import annotations

import hashlib
import os
import signal
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, Self, cast

import pytest

from site_src import jobs, render
from site_src.render.drafts import Draft, Drafts, Same
from site_src.render.place import key, look
from site_src.signs import signs
from tests.render.builder import build, site, sources
from tests.render.trees import torn, tree

Files = dict[str, bytes]


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    """A site that stands, and a folder for what differs from it."""
    output = tmp_path / "output"
    build(output, tmp_path / ".cache", 1)
    (tmp_path / "aside").mkdir()
    return Drafts(look(output), tmp_path / "aside")


def _lay(drafts: Drafts, file: tuple[str, bytes]) -> render.File:
    return file[0], drafts.lay(file[0], (file[1][:7], file[1][7:]))


def _elsewhere(files: Files, drafts: Drafts) -> Iterable[render.File]:
    return jobs.run(_lay, list(files.items()), jobs=2, context=drafts, chunk=10)


@pytest.mark.parametrize(
    "pieces", [(b"always the same " * 100,), (b"always ", b"the same " + b"always the same " * 99), (b"",) * 3]
)
def test_what_stands_stays(drafts: Drafts, pieces: tuple[bytes, ...]):
    """A file that comes in any pieces and is the one that stands is not laid aside; another is, whole."""
    path, whole = "articles/1.html", b"".join(pieces)
    found = drafts.lay(path, pieces)

    assert hashlib.sha256(whole).hexdigest() == found.digest
    assert isinstance(found, Same) == (whole == b"always the same " * 100)


@pytest.mark.parametrize("other", [
    (b"always the same " * 99, b"always the other"), (b"always the same " * 100, b"and more"), (b"always the same " * 3,), (b"x",),
])  # fmt: skip
def test_what_differs_is_laid_aside_whole(drafts: Drafts, other: tuple[bytes, ...]):
    """A file that differs at its end, is longer or shorter is laid aside from its first byte."""
    found = drafts.lay("articles/1.html", other)

    assert isinstance(found, Draft)
    assert b"".join(other) == found.lies.read_bytes()
    assert "articles" not in found.lies.name


class _Slow:
    """A file that gives at most three bytes at a time, as some file systems may."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *why: object) -> None:
        self.file.close()

    def seek(self, place: int) -> int:
        return self.file.seek(place)

    def read(self, size: int) -> bytes:
        return self.file.read(min(3, size))


def _open_slowly(place: str | int, mode: str, buffering: int = -1) -> Any:
    file = open(place, mode, buffering)  # noqa: SIM115 - its user closes it
    return _Slow(cast("BinaryIO", file)) if mode == "rb" else file


def test_a_standing_file_is_copied_to_its_end(drafts: Drafts, monkeypatch: pytest.MonkeyPatch):
    """The beginning that is the same is whole where the file system gives fewer bytes than were asked for."""
    monkeypatch.setattr("site_src.render.drafts.open", _open_slowly, raising=False)
    pieces = (b"alw", b"ays", b" th", b"e s", b"ame", b" wo", b"rds")
    found = drafts.lay("articles/1.html", pieces)

    assert isinstance(found, Draft)
    assert b"".join(pieces) == found.lies.read_bytes()


def test_a_standing_file_that_became_shorter_ends_the_build(drafts: Drafts):
    """A file of the site that is cut while its beginning is taken over is named, and no half file is laid aside as whole."""
    standing = drafts.old.folder / "articles/1.html"

    def pieces() -> Iterable[bytes]:
        yield b"always the same "
        os.truncate(standing, 3)
        yield b"always the other"

    with pytest.raises(render.RenderError):
        drafts.lay("articles/1.html", pieces())


def test_processes_lay_aside(tmp_path: Path):
    """A site whose files several processes lay aside is the one that one process writes, and unchanged files stay."""
    output, work = tmp_path / "output", tmp_path / ".cache"
    build(tmp_path / "alone", work, 2)
    build(output, work, 1)
    inode = (output / "articles/1.html").stat().st_ino
    written = render.write(partial(_elsewhere, dict(site(2))), output, work=work, manifest=sources(2))

    assert tree(tmp_path / "alone") == tree(output)
    assert inode == (output / "articles/1.html").stat().st_ino
    assert written.same == 20
    assert ["previous"] == os.listdir(work / "sites" / key(output))


@pytest.mark.parametrize("path", ["../outside.html", "/etc/outside.html", "con.html", "a\\b.html"])
def test_unfit_path_is_refused_where_it_is_made(drafts: Drafts, path: str):
    """A page whose path leads out of the site is refused before anything is looked at or laid aside."""
    with pytest.raises(render.Refused):
        drafts.lay(path, (b"",))

    assert [] == os.listdir(drafts.folder)


def test_processes_are_ended_before_the_work_is_removed(tmp_path: Path):
    """When a page is refused while other processes lay files aside, the old site stands and nothing of the work stays."""
    output, work = tmp_path / "output", tmp_path / ".cache"
    build(output, work, 1)
    before = tree(output)
    files = {"Same.html": b"", "same.html": b"", **{f"large/{number}.html": bytes(100_000) for number in range(300)}}
    with pytest.raises(render.Refused, match="one file"):
        render.write(partial(_elsewhere, files), output, work=work, manifest=sources(2))

    assert before == tree(output)
    assert [] == list(work.glob("sites/*/*"))


def _lay_until_killed(context: tuple[Drafts, int], file: tuple[str, bytes]) -> render.File:
    """Lay a file aside in pieces; where it is another process than the first, it is killed between two of the middle one."""
    drafts, first = context

    def pieces() -> Iterable[bytes]:
        yield file[1][:7]
        if os.getpid() != first and file[0] == "articles/25.html":
            os.kill(os.getpid(), signal.SIGKILL)
        yield file[1][7:] + b" other"

    return file[0], drafts.lay(file[0], pieces())


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system kills in another way")
def test_killed_while_it_lays_aside(tmp_path: Path):
    """A process killed in the midst of a file that it lays aside ends the build; the old site stands, and the next is as from nothing."""
    output, work = tmp_path / "output", tmp_path / ".cache"
    build(output, work, 1)
    before = tree(output)

    def elsewhere(drafts: Drafts) -> Iterable[render.File]:
        return jobs.run(_lay_until_killed, list(site(2)), jobs=2, context=(drafts, os.getpid()), chunk=10)

    with pytest.raises(jobs.WorkerLost):
        render.write(elsewhere, output, work=work, manifest=sources(2))

    assert before == tree(output)
    assert [] == list(work.glob("sites/*/*"))
    build(output, work, 2)
    build(tmp_path / "alone", tmp_path / ".alone", 2)
    assert tree(tmp_path / "alone") == tree(output)


def test_foreign_file_is_refused(tmp_path: Path):
    """A file laid aside does not take the place of one that the program did not make."""
    output, work = tmp_path / "output", tmp_path / ".cache"
    build(output, work, 1)
    (output / "mine.html").write_text("mine")
    with pytest.raises(render.Refused, match="was not made by the program"):
        render.write(partial(_elsewhere, {"mine.html": b"ours"}), output, work=work, manifest=sources(2))

    assert "mine" == (output / "mine.html").read_text()
    assert torn(output) == ["mine.html"]


def test_known_by_signs_or_by_bytes(drafts: Drafts):
    """A file is known by its signs; where these are others by its bytes; not if it is gone, linked or another."""
    path, data = "articles/1.html", b"always the same " * 100
    place = drafts.old.folder / path
    digest = hashlib.sha256(data).digest()
    seen = signs(place.lstat())
    assert drafts.known(path, b"any" * 10, seen) == Same((b"any" * 10).hex())  # its bytes are not read
    os.utime(place)
    assert drafts.known(path, digest, seen) == Same(digest.hex())
    stamp = place.stat().st_mtime_ns
    place.write_bytes(b"always the SAME " * 100)
    os.utime(place, ns=(stamp, stamp))
    assert drafts.known(path, digest, seen) is None
    (drafts.old.folder / "other.html").write_bytes(data)
    place.unlink()
    place.symlink_to(drafts.old.folder / "other.html")
    assert drafts.known(path, digest, seen) is None
    place.unlink()

    assert drafts.known(path, digest, seen) is None
    assert drafts.known("not/there.html", digest, seen) is None

"""A build that would make the site that stands reads and writes nothing, and says what it said before."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from site_src import standing
from tests.site.run import PROJECT, linimasa

FIKTIF = PROJECT / "tests" / "topics" / "fiktif"
SETTLED = 0.2
"""Seconds after which a change is told by its time."""


@pytest.fixture
def topic(tmp_path: Path) -> Path:
    """Copy the invented topic, and wait until its files have settled."""
    copy = shutil.copytree(FIKTIF, tmp_path / "topic")
    time.sleep(SETTLED)
    return Path(copy)


def _build(topic: Path, *more: str) -> str:
    """Build and give its last words: the counts, and what became of the files."""
    ran = linimasa("build", "--topic", str(topic), "--output", str(topic.parent / "site"), *more)
    assert ran.returncode == 0, ran.stderr
    return "\n".join(ran.stderr.splitlines()[-2:])


def test_nothing_changed(topic: Path) -> None:
    """The second build tells the same counts, and every file keeps its inode and its time."""
    first = _build(topic)
    site = topic.parent / "site"
    before = {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in site.rglob("*") if path.is_file()}
    second = _build(topic)
    after = {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in site.rglob("*") if path.is_file()}

    assert before == after
    assert first.splitlines()[0] == second.splitlines()[0]
    assert f"{len(before)} the same" in second


def test_touched_site_is_mended(topic: Path) -> None:
    """A file of the site that somebody changed or removed is there again after the next build."""
    _build(topic)
    site = topic.parent / "site"
    page, other = site / "index.html", site / "about.html"
    expected = page.read_bytes(), other.read_bytes()
    page.unlink()
    page.write_bytes(expected[0].replace(b"<main", b"<nain"))
    other.unlink()
    _build(topic)

    assert expected == (page.read_bytes(), other.read_bytes())


def test_same_size_and_time(topic: Path) -> None:
    """An article that changed is read, even if its size and its time were put back."""
    _build(topic)
    article = next(path for path in sorted((topic / "articles").rglob("*.md")) if b"2" in path.read_bytes())
    times = article.stat()
    text = article.read_bytes()
    at = len(text) - 1 - text[::-1].index(b".")
    article.write_bytes(text[:at] + b"!" + text[at + 1 :])
    os.utime(article, ns=(times.st_atime_ns, times.st_mtime_ns))
    words = _build(topic)

    assert " 0 changed" not in words


def test_other_options(topic: Path) -> None:
    """Another interface language is another site."""
    _build(topic)
    words = _build(topic, "--languages", "en")

    assert " 0 changed" not in words


def test_strict_counts_what_was_said(topic: Path) -> None:
    """Warnings of the build that is remembered still fail under --strict."""
    (topic / "articles" / "empty.md").write_text("", "utf-8")
    time.sleep(SETTLED)
    _build(topic)
    ran = linimasa("build", "--topic", str(topic), "--output", str(topic.parent / "site"), "--strict")

    assert ran.returncode == 1
    assert "empty.md" in ran.stderr


# --- The note, by itself --------------------------------------------------------------------------------------------

OUTCOME = standing.Outcome((), 1, 1, 1, 0)


def _overwrite(file: Path) -> None:
    """Change one letter in place and set the file's time back: size, time and inode are as they were."""
    before = file.stat()
    with file.open("r+b") as opened:
        opened.write(b"X")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def _relink(file: Path) -> None:
    """Put a link to a copy in the place of a file."""
    copy = file.parent.parent / "copy"
    shutil.copy2(file, copy)
    file.unlink()
    file.symlink_to(copy)


TOUCHES: dict[str, Callable[[Path], object]] = {
    "overwritten, its time set back": _overwrite,
    "a link in its place": _relink,
    "closed to reading": lambda file: file.chmod(0o600),
    "removed": lambda file: file.unlink(),
    "another one beside it": lambda file: (file.parent / "b.html").write_text("b"),
    "written again with the same bytes": lambda file: file.write_bytes(file.read_bytes()),
    "the folder gone": lambda file: shutil.rmtree(file.parent),
}


@pytest.fixture
def memory(tmp_path: Path) -> standing.Memory:
    """A site of one file that a build has just left, and the note of it."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site/a.html").write_text("a page")
    (tmp_path / "site/a.html").chmod(0o644)
    kept = standing.Memory(tmp_path / "work", tmp_path / "site")
    kept.keep("asked", 1, 0, OUTCOME)
    return kept


def test_note_is_recalled(memory: standing.Memory) -> None:
    """A site that nobody touched is recalled if it is asked the same, also when it was moved away and back."""
    memory.output.rename(memory.output.with_name("away"))
    memory.output.with_name("away").rename(memory.output)

    assert memory.recall("asked") is not None
    assert memory.recall("otherwise") is None
    assert memory.recall("") is None


@pytest.mark.parametrize("touch", TOUCHES)
def test_touched_site_is_not_recalled(memory: standing.Memory, touch: str) -> None:
    """Whatever somebody does to a file of the site, at once after the build, the next build looks at the bytes."""
    TOUCHES[touch](memory.output / "a.html")

    assert memory.recall("asked") is None


@pytest.mark.parametrize("touch", TOUCHES)
def test_touched_input_is_asked_otherwise(memory: standing.Memory, touch: str) -> None:
    """The same of what a site is made from: an article, a table, a library in node_modules."""
    time.sleep(SETTLED)
    folder = memory.output
    before = standing.asked([folder], ["word"])
    TOUCHES[touch](folder / "a.html")
    time.sleep(SETTLED)

    assert before
    assert before != standing.asked([folder], ["word"])


def test_input_just_changed_is_not_remembered(memory: standing.Memory) -> None:
    """An input that changed a moment ago could change again within the same tick of the clock: that build is not noted."""
    (memory.output / "a.html").write_text("new")

    assert standing.asked([memory.output], []) == ""


def test_killed_between_swap_and_note(topic: Path) -> None:
    """A build that was killed when its site stood, before it was noted, is made again and not taken for the one before."""
    _build(topic)
    site, other = topic.parent / "site", topic.parent / "other"
    (topic / "articles" / "baru.txt").write_text("Velindra menandatangani perjanjian pada 3 Mei 2020.\n", "utf-8")
    time.sleep(SETTLED)
    linimasa("build", "--topic", str(topic), "--output", str(other))
    shutil.rmtree(site)
    other.rename(site)
    (topic / "articles" / "baru.txt").unlink()
    words = _build(topic)

    assert " 0 changed" not in words
    assert not (site / "articles" / "baru.html").exists()

"""A build that would make the site that stands reads and writes nothing, and says what it said before."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest

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

"""Whatever is wrong with the cache, the site is made, and one line says what was wrong."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.run import PROJECT, digests
from tests.site.sites import FIKTIF

RUN = """
import sys
from pathlib import Path
import site_src
site_src.WORK = Path(sys.argv.pop(1))
from site_src import cache
cache.PATIENCE = 0.2
from site_src.cli import main
main()
"""


def _build(work: Path, site: Path) -> subprocess.CompletedProcess[str]:
    words = ["build", "--topic", FIKTIF, "--languages", "id", "--output", site]
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(work), *map(str, words)],
        cwd=PROJECT, capture_output=True, text=True, encoding="utf-8", timeout=120,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    return done


def garbage(file: Path) -> None:
    file.write_bytes(b"bukan basis data" * 1_000)


def folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize(
    ("spoil", "says"),
    [(garbage, "the cache was damaged (file is not a database); a new one is begun"), (folder, "the cache cannot be")],
)
def test_spoiled(tmp_path: Path, spoil: Callable[[Path], None], says: str) -> None:
    """A cache that is none, or a folder, costs one line; the site is the same."""
    work, site = tmp_path / "work", tmp_path / "site"
    _build(work, site)
    before = digests(site)
    for name in ("results.sqlite-wal", "results.sqlite-shm"):
        (work / name).unlink(missing_ok=True)
    spoil(work / "results.sqlite")
    shutil.rmtree(site)
    done = _build(work, site)

    assert done.returncode == 0
    assert done.stderr.count("note: the cache") == 1
    assert done.stderr.count(f"note: {says}") == 1
    assert digests(site) == before


def test_locked(tmp_path: Path) -> None:
    """A cache that another process holds for long is done without."""
    work, site = tmp_path / "work", tmp_path / "site"
    _build(work, site)
    before = digests(site)
    shutil.rmtree(site)
    with sqlite3.connect(work / "results.sqlite", isolation_level=None) as base:
        base.execute("BEGIN EXCLUSIVE")
        done = _build(work, site)

    assert done.returncode == 0
    assert done.stderr.count("note: the cache cannot be used (database is locked); this build goes on without it") == 1
    assert digests(site) == before


def test_file_in_the_place_of_its_folder(tmp_path: Path) -> None:
    """Where the folder of the cache is a file, nothing can be built safely: one line names it."""
    (tmp_path / "work").write_text("x", "utf-8")
    done = _build(tmp_path / "work", tmp_path / "site")

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].endswith(
        f"({tmp_path / 'work' / 'sites'}); the site before this build is untouched"
    )
    assert not (tmp_path / "site").exists()

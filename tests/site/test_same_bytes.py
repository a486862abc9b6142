"""The same input gives the same bytes, whatever the machine, the locale or the past."""

from __future__ import annotations

from pathlib import Path

from tests.site.run import digests, linimasa
from tests.site.sites import FIKTIF


def test_twice(fiktif: Path, tmp_path: Path) -> None:
    """A second build, without a cache, in another locale, time zone and hash seed, is equal byte for byte."""
    elsewhere = {"LC_ALL": "C", "LANG": "C", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4711"}
    done = linimasa("build", "--clean", "--topic", FIKTIF, "--output", tmp_path / "site", environment=elsewhere)
    assert done.returncode == 0, done.stderr

    assert digests(fiktif) == digests(tmp_path / "site")


def test_processes(fiktif: Path, tmp_path: Path) -> None:
    """One process or four: the same site."""
    done = linimasa("build", "--clean", "--jobs", "4", "--topic", FIKTIF, "--output", tmp_path / "site")
    assert done.returncode == 0, done.stderr

    assert digests(fiktif) == digests(tmp_path / "site")


def test_again(fiktif: Path) -> None:
    """A build without a change writes nothing anew."""
    before = {path: path.stat().st_mtime_ns for path in fiktif.rglob("*") if path.is_file()}
    done = linimasa("build", "--topic", FIKTIF, "--output", fiktif)
    assert done.returncode == 0, done.stderr

    assert before == {path: path.stat().st_mtime_ns for path in fiktif.rglob("*") if path.is_file()}
    assert "0 files new, 0 changed" in done.stderr

"""Hostile content is text: it opens no dialog, asks nobody, breaks no policy, leaves no folder and stops no build."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.hostile import articles, topics
from tests.hostile.opened import visit, watching
from tests.site.run import PROJECT, linimasa

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="such names cannot be made there")
SECRET = b"SANGAT-RAHASIA"
FEW = 40
"""Pages that the short test opens."""
ENOUGH = 300
"""Hostile inputs that the long test must hold."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Built:
    """A hostile topic and the site that was made of it."""

    topic: Path
    site: Path
    code: int
    said: str
    most: int
    """Kilobytes that the build held at most."""


def _build(place: Path, every: int) -> Built:
    topic = topics.lay_out(place / "topik", every=every)
    topics.lay_articles(topic, articles.all_files(every=every))
    topics.link_out(topic, place / "luar")
    words = [
        sys.executable,
        "-c",
        _MEASURED,
        "build",
        "--languages",
        "id",
        "--topic",
        topic,
        "--output",
        place / "situs",
    ]
    done = subprocess.run(
        [*map(str, words)], cwd=PROJECT, capture_output=True, text=True, encoding="utf-8", timeout=3_000
    )
    most = re.search(r"most: (\d+) kB", done.stdout)
    return Built(topic, place / "situs", done.returncode, done.stderr, int(most[1]) if most else 0)


_MEASURED = """
import resource, subprocess, sys
code = subprocess.call([sys.executable, 'build.py', *sys.argv[1:]])
print('most:', resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, 'kB')
sys.exit(code)
"""


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return _build(tmp_path_factory.mktemp("sedikit"), 8)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return _build(tmp_path_factory.mktemp("semua"), 1)


def _stands(built: Built) -> None:
    """Hold a build to what no content may do: end it, be obeyed by the terminal, leave the folder, or read beyond it."""
    assert built.code in (0, 3), built.said[-2_000:]
    assert "Traceback" not in built.said
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", built.said)
    assert sorted(path.name for path in built.site.parent.iterdir()) == ["luar", "situs", "topik"]
    assert sorted(path.name for path in (built.site.parent / "luar").iterdir()) == ["rahasia.csv", "rahasia.txt"]
    for path in built.site.rglob("*"):
        assert not path.is_symlink()
        assert not path.is_file() or SECRET not in path.read_bytes(), path


def _downloads(built: Built) -> None:
    """Hold every table of the site to having no cell that a spreadsheet would run."""
    for path in sorted(built.site.rglob("*.csv")):
        _cells(path.read_text("utf-8"), path.name)


def _cells(text: str, name: str) -> None:
    for row in csv.reader(io.StringIO(text)):
        for cell in row:
            assert not cell.startswith(FORMULA) or NUMBER.fullmatch(cell), (name, cell[:80])


def _pages(site: Path) -> list[Path]:
    """List the pages; that for addresses which do not exist is made for a server's root."""
    return [path for path in sorted(site.rglob("*.html")) if path.name != "404.html"]


def _some(site: Path) -> Iterator[Path]:
    """Give a page of each kind, and hostile articles and entries evenly from all."""
    single = [
        site / name
        for name in (
            "index.html",
            "timeline.html",
            "search.html",
            "quality.html",
            "about.html",
            "charts.html",
            "articles/index.html",
            "outlets/index.html",
            "corrections.html",
        )
    ]
    yield from single
    rest = [path for path in _pages(site) if path not in single]
    yield from rest[:: max(1, len(rest) // (FEW - len(single)))]


def test_build_stands(few: Built):
    """The build goes on, the terminal shows words, and nothing beyond the folder is read or written."""
    _stands(few)


def test_tables_hold_no_formula(few: Built):
    """No cell of a download begins as a formula does."""
    _downloads(few)


def test_some_pages(browser: Browser, few: Built):
    """Some forty pages, opened from disk: no dialog, no request, no breach, no error, nothing that could act."""
    with watching(browser, few.site) as (page, seen):
        visit(page, seen, _some(few.site))

    assert seen.trouble == {}
    assert seen.pages >= FEW


@pytest.mark.proof
def test_every_page(browser: Browser, whole: Built):
    """The same with all hostile inputs, and every page of the site."""
    _stands(whole)
    _downloads(whole)
    with watching(browser, whole.site) as (page, seen):
        visit(page, seen, _pages(whole.site))
    print(
        f"{articles.count()} hostile inputs, {seen.pages} pages, {whole.most // 1024} MB at most; {seen.trouble or 'no trouble'}"
    )

    assert seen.trouble == {}
    assert articles.count() >= ENOUGH


@pytest.mark.proof
def test_editions(browser: Browser, few: Built, tmp_path: Path):
    """The editions of a hostile topic: nothing acts on the single page, in the book or in the zip; tables and calendar hold."""
    made = {
        kind: tmp_path / f"edisi.{suffix}"
        for kind, suffix in (("single", "html"), ("epub", "epub"), ("zip", "zip"), ("csv", "csv"), ("ics", "ics"))
    }
    for kind, path in made.items():
        done = linimasa("export", kind, "--languages", "id", "--topic", few.topic, "--output", path)
        assert done.returncode in (0, 3), done.stderr[-1_000:]
        assert "Traceback" not in done.stderr
    book = tmp_path / "buku"
    with zipfile.ZipFile(made["epub"]) as archive:
        archive.extractall(book)
    with zipfile.ZipFile(made["zip"]) as archive:
        assert not [name for name in archive.namelist() if name.startswith("/") or ".." in name.split("/")]
        archive.extractall(tmp_path / "zip")
    with watching(browser, tmp_path) as (page, seen):
        visit(page, seen, sorted(book.rglob("*.xhtml")))
        visit(
            page,
            seen,
            list(_some(min((tmp_path / "zip").rglob("index.html"), key=lambda path: len(path.parts)).parent)),
        )
        page.goto(made["single"].as_uri())
        page.wait_for_timeout(1_000)

    assert seen.trouble == {}
    _cells(made["csv"].read_text("utf-8"), "csv")
    lines = made["ics"].read_bytes().decode("utf-8").split("\r\n")
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == sum(line.startswith("UID:") for line in lines)
    assert not [line for line in lines if "\n" in line or "\r" in line]

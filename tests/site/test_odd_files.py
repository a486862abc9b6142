"""Whatever lies in the folder of articles, the build goes on, says it in one line, and remembers nothing wrong."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.site.run import digests, linimasa
from tests.site.sites import FIKTIF, data

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="such names cannot be made there")


@pytest.fixture
def topic(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FIKTIF, tmp_path / "topic"))


def test_names(topic: Path) -> None:
    """A name that is no UTF-8, holds a backslash, a line end or a device's name gives an article, a page and data."""
    names = [b"bad\xff.txt", b"a\\b.txt", b"two\nlines.txt", b"CON.txt", b"Nama.txt", b"nama.txt"]
    for number, name in enumerate(names, 1):
        Path(os.fsdecode(os.fsencode(topic / "articles") + b"/" + name)).write_text(
            f"Warga nomor {number} bertemu di balai kota pada {number} Mei 2020.\n", "utf-8"
        )
    site = topic.parent / "site"
    done = linimasa("build", "--topic", topic, "--output", site)

    assert done.returncode == 0, done.stderr
    found = {article["path"]: article["page"] for article in data(site, "articles")}
    for path in ("bad\\xff.txt", "a\\b.txt", "two\nlines.txt", "CON.txt", "Nama.txt", "nama.txt"):
        assert (site / found[path]).is_file()


def test_twins_and_long_names(topic: Path) -> None:
    """Names that differ in case or in how their letters are composed, and names of 255 bytes, are articles of their own."""
    names = [
        "café.txt",
        "cafe\u0301.txt",
        "Besar.txt",
        "besar.txt",
        "BESAR.TXT",
        f"{'n' * 251}.txt",
        f"{'é' * 125}.txt",
    ]
    for number, name in enumerate(names, 1):
        (topic / "articles" / name).write_text(f"Warga bertemu di balai kota pada {number} Mei 2020.\n", "utf-8")
    site = topic.parent / "site"
    done = linimasa("build", "--topic", topic, "--output", site)

    assert done.returncode == 0, done.stderr
    found = {article["path"]: article["page"] for article in data(site, "articles") if article["path"] in names}
    assert sorted(found) == sorted(names)
    assert len({page.casefold() for page in found.values()}) == len(names)
    assert all(page.isascii() and len(page) < 120 and (site / page).is_file() for page in found.values())


def test_linked_folder_of_articles(topic: Path) -> None:
    """A topic's folder of articles may be a link to where they lie; links in it that lead out of that are passed over."""
    (topic / "articles").rename(topic.parent / "koleksi")
    (topic / "articles").symlink_to(topic.parent / "koleksi")
    (topic.parent / "secret.txt").write_text("Rahasia pada 1 Mei 2020.", "utf-8")
    (topic / "articles" / "luar.txt").symlink_to("../secret.txt")
    done = linimasa("build", "--topic", topic, "--output", topic.parent / "site")

    assert done.returncode == 0, done.stderr
    assert "luar.txt: error: the link leads out of the articles' folder (skipped)" in done.stderr
    assert data(topic.parent / "site", "articles")


def test_times_of_files(topic: Path) -> None:
    """Files from the future, or older than the last build, are read by their bytes."""
    site, file = topic.parent / "site", topic / "articles" / "baru.txt"
    for year, name in ((2040, "Ana"), (1990, "Budi")):
        file.write_text(f"Warga {name} bertemu di balai kota pada 3 Mei 2020.\n", "utf-8")
        seconds = (year - 1970) * 31_557_600
        os.utime(file, (seconds, seconds))
        linimasa("build", "--topic", topic, "--output", site)
        assert f"Warga {name} bertemu" in (site / "articles" / "baru.html").read_text("utf-8")


def test_pipe_and_links(topic: Path) -> None:
    """A pipe that nobody writes to and links out of the folder are passed over; no byte outside is read."""
    folder = topic / "articles"
    (topic.parent / "secret.txt").write_text("Rahasia pada 1 Mei 2020.", "utf-8")
    os.mkfifo(folder / "pipa.txt")
    for name, target in {"luar.txt": "../../secret.txt", "nol.txt": "/dev/zero", "putus.txt": "tak-ada"}.items():
        (folder / name).symlink_to(target)
    done = linimasa("build", "--topic", topic, "--output", topic.parent / "site", timeout=60)

    assert done.returncode == 0, done.stderr
    for name in ("pipa.txt", "luar.txt", "nol.txt", "putus.txt"):
        assert len([line for line in done.stderr.splitlines() if line.startswith(name)]) == 1
    manifest = json.loads((topic.parent / "site" / "data" / "manifest.json").read_text("utf-8"))
    assert not [row for row in manifest["inputs"] if "luar" in row["path"] or "nol" in row["path"]]


def test_what_is_wrong_changes(topic: Path) -> None:
    """What was wrong with a file yesterday is not remembered of it today: cached and clean builds are equal."""
    odd, site = topic / "articles" / "aneh.txt", topic.parent / "site"
    odd.symlink_to("tak-ada")
    linimasa("build", "--topic", topic, "--output", site)
    odd.unlink()
    odd.write_bytes(b"")
    done = linimasa("build", "--topic", topic, "--output", site)
    clean = linimasa("build", "--clean", "--topic", topic, "--output", topic.parent / "clean")

    assert "the file is empty" in done.stderr
    assert clean.returncode == 0
    assert digests(site) == digests(topic.parent / "clean")

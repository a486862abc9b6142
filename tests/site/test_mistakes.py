"""A user's mistake is one line; it loses nothing and is never a traceback."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.site.run import digests, linimasa
from tests.site.sites import FIKTIF


@pytest.fixture
def topic(tmp_path: Path) -> Path:
    """A copy of the invented topic that a test may spoil."""
    return Path(shutil.copytree(FIKTIF, tmp_path / "topic"))


def _build(topic: Path, *words: str | Path) -> tuple[int, str, Path]:
    site = topic.parent / "site"
    done = linimasa("build", "--topic", topic, "--output", site, *words)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr, site


def test_wrong_table_line(topic: Path) -> None:
    """A wrong table line is named with file and line, the site is built without it, and the exit code tells."""
    table = topic / "tables" / "membership.csv"
    lines = table.read_text("utf-8").rstrip("\n").split("\n")
    spoiled = lines[1].split(",")
    spoiled[0] = "QQQ"
    table.write_text("\n".join([*lines, ",".join(spoiled)]) + "\n", "utf-8")
    code, words, site = _build(topic)

    assert code == 3
    assert f"membership.csv:{len(lines) + 1}: error:" in words
    assert "QQQ" in (site / "quality.html").read_text("utf-8")


def test_broken_settings(topic: Path) -> None:
    """A topic whose site.toml cannot be read stops with its place and exit code 3; the old site stays."""
    _build(topic)
    before = digests(topic.parent / "site")
    (topic / "site.toml").write_text("title = {", "utf-8")
    code, words, site = _build(topic)

    assert code == 3
    assert "site.toml" in words
    assert words.count("error:") == 1
    assert before == digests(site)


def test_broken_front_matter(topic: Path) -> None:
    """An article whose front matter is no YAML is read all the same, with one line about it."""
    (topic / "articles" / "rusak.md").write_text(
        '---\ntitle: "tanpa penutup\n---\nWarga Kota Lama berkumpul pada 3 Mei 2020.\n', "utf-8"
    )
    code, words, site = _build(topic)

    assert code == 0
    assert len([line for line in words.splitlines() if "rusak.md" in line]) == 1
    assert (site / "articles" / "rusak.html").is_file()


@pytest.mark.parametrize(
    ("name", "content", "readable"),
    [
        ("biner.txt", bytes(range(256)) * 64, False),
        ("latin.txt", "Pertemuan kedua diadakan di Müstéria pada 3 Mei 2020.\n".encode("latin-1"), True),
        ("utf16.txt", "Pertemuan kedua diadakan di sana pada 3 Mei 2020.\n".encode("utf-16"), True),
        ("kosong.txt", b"", False),
    ],
)
def test_unusual_files(topic: Path, name: str, content: bytes, readable: bool) -> None:
    """A file in another encoding is read, one that is no text is passed over; at most one line says so."""
    (topic / "articles" / name).write_bytes(content)
    code, words, site = _build(topic)

    assert code == 0
    said = [line for line in words.splitlines() if name in line]
    assert len(said) <= 1 if readable else len(said) == 1
    assert (site / "articles" / f"{Path(name).stem}.html").is_file() is readable


def test_huge_file(topic: Path) -> None:
    """A file of 50 MB is passed over with one line, quickly."""
    with (topic / "articles" / "raksasa.txt").open("wb") as file:
        file.truncate(50_000_000)
    code, words, _ = _build(topic)

    assert code == 0
    assert len([line for line in words.splitlines() if "raksasa.txt" in line]) == 1


def test_mistyped_folder(topic: Path) -> None:
    """A folder of articles that is not there is an error, not an empty site."""
    code, words, site = _build(topic, "--articles", topic / "artikel")

    assert code == 2
    assert words.count("\n") == 1
    assert "artikel" in words
    assert not site.exists()


def test_empty_folder(topic: Path) -> None:
    """A folder without an article is an error, not an empty site; an old site stays."""
    _build(topic)
    before = digests(topic.parent / "site")
    (topic.parent / "kosong").mkdir()
    code, words, site = _build(topic, "--articles", topic.parent / "kosong")

    assert code == 1
    assert words.count("\n") == 1
    assert "kosong" in words
    assert before == digests(site)


def test_strict(topic: Path) -> None:
    """Under --strict a warning fails the build, and the old site stays."""
    (topic / "articles" / "rusak.md").write_text(
        '---\ntitle: "tanpa penutup\n---\nWarga berkumpul pada 3 Mei 2020.\n', "utf-8"
    )
    code, words, site = _build(topic, "--strict")

    assert code == 1
    assert "--strict" in words
    assert not site.exists()


def test_foreign_folder(topic: Path) -> None:
    """A folder that holds other people's files is not written to."""
    (topic.parent / "site").mkdir()
    (topic.parent / "site" / "milik-orang.txt").write_text("jangan disentuh", "utf-8")
    code, words, site = _build(topic)

    assert code == 1
    assert words.count("\n") == 1
    assert [path.name for path in site.iterdir()] == ["milik-orang.txt"]


@pytest.mark.parametrize("address", ['"javascript:alert(1)"', "12", '"https://example.org/a b"'])
def test_address_of_the_site(topic: Path, address: str) -> None:
    """A `base_url` that is no address of the web stops the build with one line: it would stand in every page."""
    settings = topic / "site.toml"
    lines = [line for line in settings.read_text("utf-8").splitlines() if not line.startswith("base_url")]
    settings.write_text("\n".join([f"base_url = {address}", *lines]), "utf-8")
    code, words, site = _build(topic)

    assert code == 3
    assert words.count("\n") == 1
    assert "base_url" in words
    assert not site.exists()


def test_language_named_twice(topic: Path) -> None:
    """A language that is named twice is built once."""
    code, _, site = _build(topic, "--languages", "en,en")

    assert code == 0
    assert not (site / "en").exists()

"""An address names a file of the site or nothing."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from site_src.serving import addresses

HOSTILE = (
    "/../secret.txt", "/..", "/%2e%2e/secret.txt", "/%2E%2E%2Fsecret.txt", "/events/../../secret.txt", "/.%2e/secret.txt",
    "//etc/passwd", "///etc/passwd", "/%2fetc/passwd", "/events//x.html", "/..\\secret.txt", "/..%5csecret.txt",
    "/%5c%5chost%5cshare", "/C:/secret.txt", "/c%3a%5csecret.txt", "/index.html%00.txt", "/%00", "/a%0ab", "/a%0d%0aX: y",
    "/%ff%fe", "/%c0%ae%c0%ae/secret.txt", "/.git/config", "/.%67it/config", "/events/.hidden", "/con", "/nul.html",
    "/a%20/", "/a./x", "http://evil.example/", "*", "", "index.html", "/" + "a" * 5000, "/%252e%252e/secret.txt",
)  # fmt: skip


@pytest.mark.parametrize("address", HOSTILE)
def test_names_nothing_outside(tmp_path: Path, address: str) -> None:
    """Whatever climbs, doubles, hides or is spelled in a second way names no file, or one that is not there."""
    site = tmp_path / "site"
    (site / ".git").mkdir(parents=True)
    (site / ".git" / "config").write_text("secret", "utf-8")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    found = addresses.name(address)

    assert found is None or addresses.read(site, found) is None


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/", "index.html"),
        ("/index.html", "index.html"),
        ("/en/", "en/index.html"),
        ("/events/2001-06-15.html?q=1#top", "events/2001-06-15.html"),
        ("/articles/a%20b.html", "articles/a b.html"),
        ("/articles/%C3%BCber.html", "articles/über.html"),
    ],
)
def test_names_of_files(address: str, name: str) -> None:
    """A plain address names its file, decoded once."""
    assert name == addresses.name(address)


def test_links(tmp_path: Path) -> None:
    """A link that leads out of the site, to a file or by a folder, leads to nothing; one within it is followed."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "own.html").write_text("own", "utf-8")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    (site / "out.html").symlink_to(tmp_path / "secret.txt")
    (site / "folder").symlink_to(tmp_path)
    (site / "within.html").symlink_to(site / "own.html")
    (site / "loop.html").symlink_to(site / "loop.html")

    assert addresses.read(site, "out.html") is None
    assert addresses.read(site, "folder/secret.txt") is None
    assert addresses.read(site, "loop.html") is None
    assert addresses.read(site, "within.html") == b"own"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes are made another way there")
def test_what_is_no_file(tmp_path: Path) -> None:
    """A folder, a pipe and a socket are no files; asking for one does not hang."""
    os.mkfifo(tmp_path / "pipe.html")
    (tmp_path / "folder").mkdir()
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(tmp_path / "s.html"))

        assert [addresses.read(tmp_path, name) for name in ("pipe.html", "folder", "s.html", "none.html")] == [None] * 4


def test_site_behind_a_link(tmp_path: Path) -> None:
    """A site's folder that is a link itself is served where it leads."""
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "index.html").write_text("here", "utf-8")
    (tmp_path / "site").symlink_to(tmp_path / "real")

    assert addresses.read(tmp_path / "site", "index.html") == b"here"

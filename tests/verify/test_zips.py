"""A zip is held against its manifest like a folder; one that cannot be trusted is refused before it is read."""

from __future__ import annotations

import shutil
import stat
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from site_src import verification
from site_src.verification import NoSite, opening
from tests.site.run import linimasa
from tests.site.sites import FIKTIF


def _packed(site: Path, target: Path, under: str = "") -> Path:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as whole:
        for file in sorted(site.rglob("*")):
            if file.is_file():
                whole.write(file, under + file.relative_to(site).as_posix())
    return target


def _add(
    target: Path, name: str, content: bytes = b"x", change: Callable[[zipfile.ZipInfo], None] = lambda _: None
) -> None:
    info = zipfile.ZipInfo(name)
    change(info)
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as whole:
        whole.writestr(info, content)


@pytest.fixture
def packed(fiktif: Path, tmp_path: Path) -> Path:
    """The invented organisation's site, packed."""
    return _packed(fiktif, tmp_path / "site.zip")


def test_packed_site(packed: Path) -> None:
    """A packed site passes, with its quotes."""
    found = verification.verify(packed, FIKTIF / "articles")

    assert found.findings == ()
    assert found.quotes > 0


def test_edition(tmp_path: Path) -> None:
    """The zip edition passes; the page to start from is beside the site."""
    done = linimasa("export", "zip", "--topic", FIKTIF, "--output", tmp_path / "edition.zip", "-q")
    assert done.returncode == 0, done.stderr
    found = verification.verify(tmp_path / "edition.zip", FIKTIF / "articles")

    assert found.findings == ()
    assert found.extra == ()
    assert [name.rpartition("/")[2] for name in found.beside] == ["START-HERE.html"]


def test_unpacked_edition(fiktif: Path, tmp_path: Path) -> None:
    """An edition that was unpacked is found in its folder `site`."""
    shutil.copytree(fiktif, tmp_path / "linimasa" / "site")

    assert verification.verify(tmp_path / "linimasa").findings == ()


def test_changed_file(fiktif: Path, tmp_path: Path) -> None:
    """A changed and a missing file are named in a zip, too."""
    site = Path(shutil.copytree(fiktif, tmp_path / "site"))
    (site / "index.html").write_text("changed", "utf-8")
    (site / "about.html").unlink()
    done = linimasa("verify", _packed(site, tmp_path / "site.zip", "timeline/site/"))

    assert done.returncode == 5
    assert [line.split(": ")[:2] for line in done.stdout.splitlines()] == [
        ["about.html", "missing"],
        ["index.html", "changed"],
    ]


def test_broken_bytes(packed: Path) -> None:
    """A byte that was broken inside the packed data is named by its file."""
    with zipfile.ZipFile(packed) as whole:
        info = whole.getinfo("index.html")
    bytes_ = bytearray(packed.read_bytes())
    bytes_[info.header_offset + 30 + len(info.filename) + 200] ^= 0xFF
    packed.write_bytes(bytes_)
    found = verification.verify(packed).findings

    assert ["index.html"] == [one.place for one in found]
    assert found[0].what in ("unreadable", "changed")


@pytest.mark.parametrize(
    "name", ["../evil.html", "a/../../evil.html", "/etc/evil", "a\\..\\evil", "C:evil", "a//b", "con.html", "a\x01b"]
)
def test_path_out(packed: Path, name: str) -> None:
    """A zip with a path that leads out of it is refused in one line."""
    _add(packed, "a/../../placeholder" if "\\" in name else name)
    if "\\" in name:
        packed.write_bytes(packed.read_bytes().replace(b"a/../../placeholder", name.encode().ljust(19, b"x")))
    done = linimasa("verify", packed)

    assert done.returncode == 1
    assert done.stderr.count("\n") == 1


def test_link(packed: Path) -> None:
    """A zip with a link is refused."""

    def link(info: zipfile.ZipInfo) -> None:
        info.create_system = 3
        info.external_attr = (stat.S_IFLNK | 0o777) << 16

    _add(packed, "pages.html", b"/etc/passwd", link)

    with pytest.raises(NoSite, match="link"):
        verification.verify(packed)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["index.html", "INDEX.html"])
def test_twice(packed: Path, name: str) -> None:
    """A zip with two files of one name is refused: which one counts depends on who unpacks it."""
    _add(packed, name, b"another")

    with pytest.raises(NoSite, match="twice"):
        verification.verify(packed)


def test_several_sites(packed: Path) -> None:
    """A zip with two sites is refused."""
    _add(packed, "other/data/manifest.json", b"{}")

    with pytest.raises(NoSite, match="several"):
        verification.verify(packed)


def test_bomb_beside(packed: Path) -> None:
    """A file that no manifest lists is never unpacked, however large it would be."""
    _add(packed, "bomb.bin", bytes(200_000_000))
    began = time.perf_counter()
    found = verification.verify(packed)

    assert found.findings == ()
    assert found.extra == ("bomb.bin",)
    assert time.perf_counter() - began < 20


def test_bomb_listed(packed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A listed file is unpacked only as far as a site's file may be long, and named."""
    monkeypatch.setattr(opening, "LARGEST", 10_000)
    found = verification.verify

    with pytest.raises(NoSite, match="gives more than"):  # the manifest itself is longer than that
        found(packed)


def test_all_together_too_long(packed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All files together are unpacked only as far as a site may be large."""
    monkeypatch.setattr(opening, "TOTAL", 400_000)
    found = verification.verify(packed).findings

    assert {"unreadable"} == {one.what for one in found}


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no zip at all", b"PK\x05\x06" + bytes(18)])
def test_no_zip(tmp_path: Path, content: bytes) -> None:
    """A file that is no zip, or an empty one, is one line and exit code 1."""
    (tmp_path / "x.zip").write_bytes(content)
    done = linimasa("verify", tmp_path / "x.zip")

    assert done.returncode == 1
    assert done.stderr.count("\n") == 1

"""A disk that is full or closed to writing: one line, and the old site."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_src import render
from tests.render.builder import build, site, sources
from tests.render.trees import torn, tree


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one megabyte."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = (
        sys.platform == "linux"
        and not subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], capture_output=True
        ).returncode
    )
    if not mounted:
        pytest.skip("a small disk may not be mounted here")
    yield folder
    subprocess.run(["umount", folder], check=True)


def mounted(folder: Path, *words: object) -> bool:
    """Mount something on a folder, if that may be done here."""
    folder.mkdir(exist_ok=True)
    return (
        sys.platform == "linux"
        and not subprocess.run(["mount", *map(str, words), folder], capture_output=True).returncode
    )


@pytest.fixture
def image(tmp_path: Path) -> Iterator[Path]:
    """A folder as in a container: what the image brought lies in a lower layer, where folders cannot be moved."""
    for name in ("lower", "upper", "work"):
        (tmp_path / name).mkdir()
    build(tmp_path / "lower/output", tmp_path / "lower/.cache", 1)
    (tmp_path / "lower/output/.gitkeep").touch()
    layers = f"lowerdir={tmp_path / 'lower'},upperdir={tmp_path / 'upper'},workdir={tmp_path / 'work'}"
    if not mounted(tmp_path / "image", "-t", "overlay", "overlay", "-o", layers):
        pytest.skip("layers may not be mounted here")
    yield tmp_path / "image"
    subprocess.run(["umount", tmp_path / "image"], check=True)


def test_site_in_an_image(image: Path):
    """A site that came with a container's image is replaced, though its folder cannot be moved."""
    output, work = image / "output", image / ".cache"

    build(output, work, 2)
    assert torn(output) == []
    build(output, work, 3)

    assert torn(output) == []
    assert (output / ".gitkeep").exists()
    assert b"3" in (output / "index.html").read_bytes()


def test_killed_in_an_image(image: Path):
    """A kill while the old site of an image is removed is put right by the next build."""
    output, work = image / "output", image / ".cache"
    subprocess.run([sys.executable, Path(__file__).with_name("builder.py"), output, work, "2", "--die", "instead", "1"])
    for path in (output / "index.html", output / "events/0.html"):
        path.unlink()

    build(output, work, 3)

    assert torn(output) == []
    assert (output / ".gitkeep").exists()


def test_work_on_another_mount(tmp_path: Path):
    """A work folder that is mounted from the same disk is as good as another disk."""
    output, work = tmp_path / "output", tmp_path / ".cache"
    (tmp_path / "elsewhere").mkdir()
    if not mounted(work, "--bind", tmp_path / "elsewhere"):
        pytest.skip("folders may not be mounted here")
    try:
        build(output, work, 1)
        build(output, work, 2)
    finally:
        subprocess.run(["umount", work], check=True)

    assert torn(output) == []
    assert sorted(os.listdir(tmp_path)) == [".cache", "elsewhere", "output"]


def test_mount_point_is_refused(small_disk: Path):
    """A whole disk cannot be exchanged; a folder on it can."""
    with pytest.raises(render.Refused, match="mounted there"):
        render.place(small_disk)


@pytest.mark.parametrize("work_inside", [True, False])
def test_full_disk(small_disk: Path, tmp_path: Path, work_inside: bool):
    """A build that the disk cannot hold fails with one line, the old site stands, and its work is gone."""
    output = small_disk / "output"
    work = small_disk / ".cache" if work_inside else tmp_path / ".cache"
    build(output, work, 1)
    before, beside = tree(output), sorted(os.listdir(small_disk))
    large = {**dict(site(2)), **{f"large/{number}.html": os.urandom(40_000) for number in range(40)}}

    with pytest.raises(render.WriteFailed, match="no space left") as failure:
        render.write(large, output, work=work, manifest=sources(2))

    assert "\n" not in str(failure.value)
    assert before == tree(output)
    assert beside == sorted(os.listdir(small_disk))
    build(output, work, 2)
    assert torn(output) == []


def test_closed_parent(tmp_path: Path):
    """A folder in which nothing may be made fails with one line."""
    if os.geteuid() == 0:
        pytest.skip("nothing is closed to root")
    closed = tmp_path / "closed"
    closed.mkdir()
    closed.chmod(0o500)

    with pytest.raises(render.WriteFailed, match="permission denied"):
        build(closed / "output", tmp_path / ".cache", 1)
    closed.chmod(0o700)


def test_output_below_a_file(tmp_path: Path):
    """A parent that is a file fails with one line."""
    (tmp_path / "file").write_text("mine")

    with pytest.raises(render.RenderError) as failure:
        build(tmp_path / "file/output", tmp_path / ".cache", 1)
    assert "\n" not in str(failure.value)
    assert (tmp_path / "file").read_text() == "mine"


def test_closed_files_are_replaced(tmp_path: Path):
    """Pages and folders that somebody closed to writing do not stop a build."""
    output, work = tmp_path / "output", tmp_path / ".cache"
    build(output, work, 1)
    for path in [output, *output.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)

    build(output, work, 2)
    build(output, work, 3)

    assert torn(output) == []
    for path in [output, *output.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)

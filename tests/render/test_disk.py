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

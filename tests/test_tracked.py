"""What stands in the repository: nothing of the machine that it was written on."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
HERE = Path(__file__).name

MACHINE = re.compile(rb"(?<![\w.~-])/(?:home|Users|root|work|usr/local/lib|var/folders|opt)/[\w.]|[A-Z]:\\\\?Users\\")
REGISTRY = re.compile(
    rb"(?i)pypi\.org|pythonhosted|npmjs|\"resolved\"\s*:\s*\"http|(?:--|^)(?:extra-)?index-url|registry\s*=|deb\.debian|conda\.anaconda"
)


def tracked() -> list[Path]:
    """Give the files that git knows."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True)
    if listed.returncode:
        pytest.skip("this is no git checkout")
    paths = [PROJECT / name.decode() for name in listed.stdout.split(b"\0") if name]
    return [path for path in paths if path.is_file() and path.name != HERE]


@pytest.mark.parametrize("pattern", [MACHINE, REGISTRY], ids=["machine", "registry"])
def test_nothing_of_a_machine(pattern: re.Pattern[bytes]):
    """No path of a machine and no address of a package registry is in any file."""
    found = [
        f"{path.relative_to(PROJECT)}: {match[0].decode(errors='replace')}"
        for path in tracked() for match in [pattern.search(path.read_bytes())] if match
    ]  # fmt: skip

    assert found == []


def test_nothing_that_a_build_made():
    """Built sites, caches and installed parts are not in the repository, nor a file above a megabyte."""
    names = [path.relative_to(PROJECT).as_posix() for path in tracked()]
    made = ("output/", ".cache/", ".venv/", "node_modules/")

    assert [name for name in names if name.startswith(made) and name != "output/.gitkeep"] == []
    assert [name for name in names if (PROJECT / name).stat().st_size > 1_000_000] == []

"""A build that dies at any moment leaves one whole site, and the next build is as good as one from nothing."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from site_src import render
from site_src.render.swap import remove
from tests.render.builder import build
from tests.render.trees import torn, tree

BUILDER = Path(__file__).with_name("builder.py")
POINTS = [
    ("begun", 1),
    ("file", 1),
    ("file", 25),
    ("composed", 1),
    ("link", 1),
    ("link", 12),
    ("synced", 1),
    ("kept", 1),
]
ONE_STEP = [*POINTS, ("swapped", 1)]
TWO_STEPS = [*POINTS, ("ready", 1), ("swapped", 1)]


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> dict[int, dict[str, bytes]]:
    """The sites of three releases, each built from nothing."""
    folder = tmp_path_factory.mktemp("clean")
    for release in (1, 2, 3):
        build(folder / str(release), folder / ".cache", release)
    return {release: tree(folder / str(release)) for release in (1, 2, 3)}


def run(*words: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, BUILDER, *map(str, words)], capture_output=True)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system kills in another way")
@pytest.mark.parametrize(("point", "count", "steps"), [
    *((point, count, "") for point, count in ONE_STEP), *((point, count, "--two-steps") for point, count in TWO_STEPS),
])  # fmt: skip
def test_killed_at_a_point(tmp_path: Path, clean: dict[int, dict[str, bytes]], point: str, count: int, steps: str):
    """`kill -9` at each point of a build leaves the old or the new site; the next build cleans up and equals a clean one."""
    output, work = tmp_path / "output", tmp_path / ".cache"
    build(output, work, 1)

    killed = run(output, work, 2, "--die", point, count, *([steps] if steps else []))

    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert tree(output) in (clean[1], clean[2])
    build(output, work, 3)
    assert clean[3] == tree(output)
    assert sorted(os.listdir(tmp_path)) == [".cache", "output"]
    assert [path.name for path in work.glob("sites/*/*")] == ["previous"]


def test_killed_between_two_renames(tmp_path: Path, clean: dict[int, dict[str, bytes]]):
    """Where two folders cannot be exchanged, a kill between the two renames leaves none; the next build puts it right."""
    output, work = tmp_path / "output", tmp_path / ".cache"
    build(output, work, 1)
    (output / "CNAME").write_text("mine")

    run(output, work, 2, "--die", "between", 1, "--two-steps")

    assert not output.exists()
    build(output, work, 3)
    assert {**clean[3], "CNAME": b"mine"} == tree(output)


def test_killed_first_build(tmp_path: Path, clean: dict[int, dict[str, bytes]]):
    """A first build that dies leaves no site, and the next one makes it."""
    output, work = tmp_path / "output", tmp_path / ".cache"

    run(output, work, 1, "--die", "composed", 1)

    assert not output.exists()
    build(output, work, 1)
    assert clean[1] == tree(output)


def kill_at_random(output: Path, work: Path, seed: int, times: int) -> int:
    """Kill a process that builds on and on, at random moments; check after each. Give how many sites were seen."""
    chance = random.Random(seed)
    seen = set()
    build(output, work, 1)
    for _ in range(times):
        with subprocess.Popen([sys.executable, BUILDER, output, work, "1", "--on"], stderr=subprocess.PIPE) as running:
            time.sleep(0.15 + chance.random() * 0.25)
            running.send_signal(signal.SIGKILL)
        assert torn(output) == []
        seen.add((output / "index.html").read_bytes())
    release = 7
    build(output, work, release)
    build(output.with_name("clean"), work, release)
    assert tree(output.with_name("clean")) == tree(output)
    return len(seen)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system kills in another way")
def test_killed_at_random(tmp_path: Path):
    """Builds killed at random moments leave a site that agrees with its manifest."""
    assert kill_at_random(tmp_path / "output", tmp_path / ".cache", seed=1, times=8) > 1


@pytest.mark.proof
def test_killed_at_random_500_times(tmp_path: Path):
    """The same, 500 times."""
    assert kill_at_random(tmp_path / "output", tmp_path / ".cache", seed=2, times=500) > 10


def test_build_sweeps_for_others(tmp_path: Path):
    """A build removes what dead builds of other folders left, and what was kept for a folder that is gone; no more."""
    work = tmp_path / ".cache"
    for name in ("gone", "there"):
        build(tmp_path / name, work, 1)
        build(tmp_path / name, work, 2)
        run(tmp_path / name, work, 3, "--die", "composed", 1)
    remove(tmp_path / "gone")
    assert sorted(path.name for path in work.glob("sites/*/*")) == ["next", "previous", "previous"]

    build(tmp_path / "third", work, 1)

    assert [path.name for path in work.glob("sites/*/*")] == ["previous"]
    assert torn(tmp_path / "there") == []


def test_interrupt_leaves_the_old_site(tmp_path: Path, clean: dict[int, dict[str, bytes]]):
    """Ctrl-C in the middle leaves the old site and no work."""
    output, work = tmp_path / "output", tmp_path / ".cache"
    build(output, work, 1)

    def pace(point: str) -> None:
        if point == "link":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(output, work, 2, pace)
    assert clean[1] == tree(output)
    assert list(work.glob("sites/*/next")) == []


def test_second_build_is_refused(tmp_path: Path):
    """Two builds of one folder at once: the second says so; the lock goes with its process, also a killed one."""
    output, work = tmp_path / "output", tmp_path / ".cache"
    with subprocess.Popen(
        [sys.executable, BUILDER, output, work, "1", "--hold"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holding:
        assert holding.stdout is not None
        holding.stdout.readline()
        with pytest.raises(render.Locked, match="another build") as refusal:
            build(output, work, 1)
        build(tmp_path / "other", work, 1)
        holding.kill()
    assert "\n" not in str(refusal.value)

    build(output, work, 1)

    assert torn(output) == []


def test_readers_see_whole_files(tmp_path: Path):
    """Who reads by path while builds go on finds every file that all releases have, whole, every time."""
    output, work = tmp_path / "output", tmp_path / ".cache"
    build(output, work, 1)
    with subprocess.Popen([sys.executable, BUILDER, output, work, "1", "--on"]) as running:
        seen = set()
        end = time.monotonic() + 1.5
        while time.monotonic() < end:
            data = (output / "events/0.html").read_bytes()
            release = int(data.split()[1])
            assert data == f"release {release} ".encode() * (50 + release)
            assert (output / "articles/1.html").read_bytes() == b"always the same " * 100
            seen.add(release)
        running.kill()

    assert len(seen) > 5

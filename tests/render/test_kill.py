"""A build that dies at any moment leaves one whole site, and the next build is as good as one from nothing."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Way:
    """How the killed builds go."""

    cold: bool = False
    """Whether there is no site and no work before."""
    pages: int = 60
    """With few pages most of a build's time goes into the swap."""
    two_steps: bool = False


WAYS = (Way(cold=True), Way(), Way(pages=3), Way(pages=3, two_steps=True))
LAST = 7


def kill_at_random(folder: Path, seed: int, times: int) -> dict[str, int]:
    """Kill processes that build, cold and on top of a site, at random moments.

    After each kill the old site or a new one stands whole, and the next build equals one from nothing, byte for byte.
    Give how often which was seen.
    """
    chance = random.Random(seed)
    seen: Counter[str] = Counter()
    for pages in {way.pages for way in WAYS}:
        build(folder / f"clean-{pages}", folder / "clean-work", LAST, pages=pages)
    clean = {way.pages: tree(folder / f"clean-{way.pages}") for way in WAYS}
    for number in range(times):
        way = WAYS[number % len(WAYS)]
        place = folder / f"way-{number % len(WAYS)}"
        output, work = place / "output", place / ".cache"
        if way.cold:
            remove(place)
        else:
            build(output, work, 1, pages=way.pages)
        words = [
            "1",
            "--pages",
            way.pages,
            *(["--two-steps"] if way.two_steps else []),
            *([] if way.cold else ["--on"]),
        ]
        _kill(output, work, words, chance.random() * (0.03 if way.cold else 0.12))
        seen[_stands(output, way)] += 1
        build(output, work, LAST, pages=way.pages)
        assert clean[way.pages] == tree(output), (number, way)
        assert [path.name for path in work.glob("sites/*/*")] in ([], ["previous"])
    return dict(seen)


def _kill(output: Path, work: Path, words: Sequence[object], seconds: float) -> None:
    """Start a build, wait until it is about to begin, and kill it so many seconds later."""
    told = [sys.executable, BUILDER, output, work, *words]
    with subprocess.Popen(list(map(str, told)), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as running:
        assert running.stdout is not None
        running.stdout.readline()
        time.sleep(seconds)
        running.send_signal(signal.SIGKILL)


def _stands(output: Path, way: Way) -> str:
    """Say what stands after a kill; only a first build, or one between its two renames, may leave nothing."""
    if not output.exists():
        assert way.cold or way.two_steps
        return "nothing yet" if way.cold else "between two renames"
    assert torn(output) == []
    return "the first site" if b"<title>1<" in (output / "index.html").read_bytes() else "a later site"


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system kills in another way")
def test_killed_at_random(tmp_path: Path):
    """Builds killed at random moments leave a site that agrees with its manifest, and the next one is as from nothing."""
    assert sum(kill_at_random(tmp_path, seed=1, times=12).values()) == 12


@pytest.mark.proof
def test_killed_at_random_500_times(tmp_path: Path):
    """The same, 500 times."""
    seen = kill_at_random(tmp_path, seed=2, times=500)
    print(f"500 kills: {seen}")

    assert sum(seen.values()) == 500
    assert {"nothing yet", "the first site", "a later site"} <= seen.keys()


def test_build_sweeps_for_others(tmp_path: Path):
    """A build removes what dead builds of other folders left, and what was kept for a folder that is gone; no more."""
    work = tmp_path / ".cache"
    for name in ("gone", "there"):
        build(tmp_path / name, work, 1)
        build(tmp_path / name, work, 2)
        run(tmp_path / name, work, 3, "--die", "composed", 1)
    remove(tmp_path / "gone")
    assert sorted(path.name for path in work.glob("sites/*/*")) == ["aside", "next", "previous", "previous"]

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


def readers_see(folder: Path, rebuilds: int) -> tuple[int, int]:
    """Read by path and through one handle of the folder while builds go on.

    Give how many passes by path and how many through a handle were made; any torn, missing or mixed file fails.
    """
    output, work = folder / "output", folder / ".cache"
    build(output, work, 1)
    by_path = by_handle = 0
    with subprocess.Popen([sys.executable, BUILDER, output, work, "1", "--on"], stdout=subprocess.PIPE) as running:
        last = 1
        while last < rebuilds:
            last = max(last, _one_release((output / "events/0.html").read_bytes()))
            assert (output / "articles/1.html").read_bytes() == b"always the same " * 100
            by_path += 1
            handle = os.open(output, os.O_RDONLY)
            try:
                found = {_one_release(_through(handle, f"events/{number}.html")) for number in (0, 30, 57)}
                assert len(found) == 1
                by_handle += 1
            except FileNotFoundError:
                # The site before is kept until the next build takes over: whoever is so slow is told by the file system.
                assert _one_release((output / "events/0.html").read_bytes()) > last
            finally:
                os.close(handle)
        running.kill()
    return by_path, by_handle


def _one_release(data: bytes) -> int:
    release = int(data.split()[1])
    assert data == f"release {release} ".encode() * (50 + release)
    return release


def _through(handle: int, name: str) -> bytes:
    with open(os.open(name, os.O_RDONLY, dir_fd=handle), "rb") as file:
        return file.read()


@pytest.mark.skipif(os.open not in os.supports_dir_fd, reason="this system has no handles of folders")
def test_readers_see_whole_files(tmp_path: Path):
    """Who reads by path while builds go on finds every file that all releases have, whole; through a handle, one build."""
    by_path, by_handle = readers_see(tmp_path, 8)

    assert by_path
    assert by_handle


@pytest.mark.proof
@pytest.mark.skipif(os.open not in os.supports_dir_fd, reason="this system has no handles of folders")
def test_readers_see_whole_files_for_50_rebuilds(tmp_path: Path):
    """The same, for 50 rebuilds."""
    by_path, by_handle = readers_see(tmp_path, 50)
    print(f"50 rebuilds: {by_path} passes by path, {by_handle} through a handle")

    assert by_handle > 20

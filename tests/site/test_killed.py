"""The whole program, killed at random moments with and without a site before: a whole site stands, and the next build is as from nothing."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.site.run import PROJECT, digests
from tests.site.sites import FIKTIF

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system kills in another way")
NEW = "Velindra dan Tarsonia menandatangani perjanjian di Velinor pada 3 Mei 2020.\n"


def _own_project(place: Path) -> Path:
    """Copy the program, so that its work folder is the test's own."""
    for name in ("site_src", "templates"):
        shutil.copytree(PROJECT / name, place / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy2(PROJECT / "build.py", place)
    return place


def _start(project: Path, topic: Path, output: Path) -> subprocess.Popen[bytes]:
    words = [
        sys.executable,
        "build.py",
        "build",
        "-q",
        "--languages",
        "id",
        "--topic",
        str(topic),
        "--output",
        str(output),
    ]
    return subprocess.Popen(words, cwd=project, stderr=subprocess.PIPE, start_new_session=True)


def _build(project: Path, topic: Path, output: Path) -> dict[str, str]:
    running = _start(project, topic, output)
    said = running.communicate(timeout=600)[1]
    assert running.returncode == 0, said.decode()
    return digests(output)


def kill_at_random(folder: Path, seed: int, times: int) -> Counter[str]:
    """Kill builds, every second one cold, while an article comes and goes; give how often which site was seen."""
    chance, seen = random.Random(seed), Counter[str]()
    project, output = _own_project(folder / "project"), folder / "site"
    topics = [Path(shutil.copytree(FIKTIF, folder / name / "topic")) for name in ("without", "with")]
    (topics[1] / "articles" / "baru.txt").write_text(NEW, "utf-8")
    time.sleep(0.2)
    clean, seconds = [], 0.0
    for topic in topics:
        shutil.rmtree(project / ".cache", ignore_errors=True)
        began = time.monotonic()
        clean.append(_build(project, topic, folder / "clean"))
        seconds = time.monotonic() - began
        shutil.rmtree(folder / "clean")
    for number in range(times):
        old, new = number // 2 % 2, 1 - number // 2 % 2
        cold = number % 2 == 0
        if cold:
            shutil.rmtree(output, ignore_errors=True)
            shutil.rmtree(project / ".cache", ignore_errors=True)
        else:
            _build(project, topics[old], output)
        running = _start(project, topics[new], output)
        time.sleep(chance.random() * seconds * 1.1)
        os.killpg(running.pid, signal.SIGKILL)
        running.communicate()
        found = digests(output) if output.exists() else None
        assert found is None if cold and found is None else found in ((clean[new],) if cold else clean), number
        seen["nothing yet" if found is None else "new" if found == clean[new] else "old"] += 1
        assert clean[new] == _build(project, topics[new], output), number
    assert sorted(path.name for path in folder.iterdir()) == ["project", "site", "with", "without"]
    return seen


@pytest.mark.proof
def test_killed_whole_program_40_times(tmp_path: Path):
    """Forty kills of the program itself: readers, cache, worker processes, note of what stands, and swap."""
    seen = kill_at_random(tmp_path, 3, 40)
    print(f"40 kills of the whole program: {dict(seen)}")

    assert sum(seen.values()) == 40

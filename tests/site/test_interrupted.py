"""Ctrl-C at any moment: exit code 130, no traceback, the old site whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.site.run import PROJECT, digests, linimasa
from tests.site.sites import FIKTIF


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent another way there")
@pytest.mark.parametrize("seconds", [0.12, 0.3, 0.5, 0.7])
def test_interrupted(tmp_path: Path, seconds: float) -> None:
    """Whoever interrupts a build keeps the old site, or has the new one if it was already done."""
    site = tmp_path / "site"
    assert linimasa("build", "--topic", FIKTIF, "--languages", "id", "--output", site, "-q").returncode == 0
    before = digests(site)
    words = [sys.executable, "build.py", "--clean", "--topic", str(FIKTIF), "--output", str(site)]
    build = subprocess.Popen(words, cwd=PROJECT, stderr=subprocess.PIPE, text=True, start_new_session=True)
    time.sleep(seconds)
    os.killpg(build.pid, signal.SIGINT)
    said = build.communicate(timeout=60)[1]

    assert "Traceback" not in said
    assert build.returncode in (0, 130)
    assert (digests(site) == before) is (build.returncode == 130)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]

"""Run the program as its users do: in a process of its own, by its command line."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


def linimasa(
    *words: str | Path, stdin: str | None = None, environment: Mapping[str, str] | None = None, timeout: float = 300
) -> subprocess.CompletedProcess[str]:
    """Run `python build.py WORDS` in the project's folder."""
    return subprocess.run(
        [sys.executable, "build.py", *map(str, words)],
        cwd=PROJECT,
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=timeout,
        env={**os.environ, **(environment or {})},
    )


def digests(folder: Path) -> dict[str, str]:
    """Give the SHA-256 of every file of a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }

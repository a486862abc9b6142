"""Find EPUBCheck, which says whether a book keeps the rules; run as a program, install Debian's package where that is possible.

python tests/epubcheck.py      prints where it is, or says that books are checked without it
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

MISSING = "no EPUBCheck was found: install it (Debian: apt-get install epubcheck), or set EPUBCHECK to its jar"


def find() -> list[str] | None:
    """Give the words that run it, `EPUBCHECK` before all others; None if there is none."""
    path = os.environ.get("EPUBCHECK") or shutil.which("epubcheck")
    java = shutil.which("java")
    if not path or not Path(path).is_file() or not java:
        return None
    # Debian's program is the jar itself, which only runs by name where the kernel knows jars.
    return [java, "-jar", path] if Path(path).read_bytes()[:2] == b"PK" else [path]


def install() -> None:
    """Install Debian's package; only root may, and only where apt-get is there."""
    if shutil.which("apt-get") is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return
    print("installing epubcheck with apt-get", file=sys.stderr)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update", "-qq"], ["install", "-qq", "-y", "--no-install-recommends", "epubcheck"]):
        subprocess.run(["apt-get", *words], check=False, env=quiet, stdout=subprocess.DEVNULL)


def main() -> int:
    if find() is None and "EPUBCHECK" not in os.environ:
        install()
    found = find()
    print(f"epubcheck: {' '.join(found)}" if found else MISSING, file=sys.stdout if found else sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())

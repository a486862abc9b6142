"""Find the browser in which the built site is opened; run as a program, install it where that is possible.

python tests/browser.py        prints where it is, or says what to install and fails
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
)
MISSING = (
    "no Chromium or Chrome was found: install one (Debian: apt-get install chromium), or set CHROME_PATH to its program"
)


def find() -> str | None:
    """Give the program of Chromium or Chrome, `CHROME_PATH` before all others; None if there is none."""
    given = os.environ.get("CHROME_PATH")
    if given:
        return shutil.which(given)
    known = (shutil.which(name) for name in NAMES)
    return next((path for path in known if path), None) or next((path for path in PLACES if Path(path).exists()), None)


def install() -> None:
    """Install Debian's package; only root may, and only where apt-get is there."""
    if shutil.which("apt-get") is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return
    print("installing chromium with apt-get", file=sys.stderr)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update", "-qq"], ["install", "-qq", "-y", "--no-install-recommends", "chromium"]):
        subprocess.run(["apt-get", *words], check=False, env=quiet, stdout=subprocess.DEVNULL)


def main() -> int:
    if find() is None and "CHROME_PATH" not in os.environ:
        install()
    found = find()
    print(f"browser: {found}" if found else MISSING, file=sys.stdout if found else sys.stderr)
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main())

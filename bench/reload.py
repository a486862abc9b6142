"""Time from a change of an article until a browser shows it, with `serve` at a number of articles: `make bench-serve`.

    python -m bench.reload [--articles 100] [--times 5]

The topic is the project's own; its articles are told again under other names until there are enough.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree, ignore_patterns
from typing import TYPE_CHECKING

from bench.machine import machine
from tests import browser

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parent.parent
PORT = 8765


def topic(folder: Path, wanted: int) -> Path:
    """Lay out a topic with so many articles."""
    made = Path(copytree(ROOT / "content", folder / "topic", ignore=ignore_patterns("history")))
    own = sorted((made / "articles").glob("*.md"))
    for number in range(wanted - len(own)):
        text = re.sub(r"(?m)^(id|title): .*", rf"\1: again-{number}", own[number % len(own)].read_text("utf-8"))
        (made / "articles" / f"again-{number}.md").write_text(text, "utf-8")
    return made


@contextmanager
def served(made: Path, output: Path) -> Iterator[subprocess.Popen[str]]:
    """Run `serve` until its first build is done."""
    words = [sys.executable, "build.py", "serve", "--topic", str(made), "--output", str(output), "--port", str(PORT)]
    with subprocess.Popen(words, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        try:
            built(process)
            yield process
        finally:
            process.terminate()


def built(process: subprocess.Popen[str]) -> None:
    """Wait until a build is done."""
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith(("built", "not built")):
            return


def shown(page: Page, title: str) -> float:
    """Wait until a page has a title; give the seconds."""
    began = time.perf_counter()
    while time.perf_counter() - began < 120:
        try:
            if title in page.title():
                return time.perf_counter() - began
        except Exception:  # noqa: BLE001 - a page that is being left has no title
            continue
    raise SystemExit(f"not shown within two minutes: {title}")


def main() -> None:
    """Change an article again and again and say how long a browser took to show it."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--articles", type=int, default=100)
    asked.add_argument("--times", type=int, default=5)
    options = asked.parse_args()
    program = browser.find()
    if program is None:
        raise SystemExit(browser.MISSING)
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        made, output = topic(Path(folder), options.articles), Path(folder) / "site"
        with served(made, output) as process:
            window = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"]).new_page()
            records = json.loads((output / "data" / "articles.json").read_text("utf-8"))["articles"]
            record = next(one for one in records if one["path"].endswith(".md"))
            window.goto(f"http://127.0.0.1:{PORT}/{record['page']}")
            file, found = made / "articles" / record["path"], []
            for number in range(options.times):
                time.sleep(1)
                file.write_text(re.sub(r"(?m)^title: .*", f"title: Change {number}", file.read_text("utf-8")), "utf-8")
                found.append(shown(window, f"Change {number}"))
                built(process)
        print(machine())
        print(f"{len(records)} articles: change -> shown in the browser, seconds:", *(f"{one:.2f}" for one in found))
        print(f"median {statistics.median(found):.2f}")


if __name__ == "__main__":
    main()

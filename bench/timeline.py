"""Measure a timeline of thousands of entries in a browser whose processor is slowed down.

    python -m bench.timeline [--entries N] [--slower N] [--keep FOLDER]

Prints the weight of the pages and, as medians of several loads from disk on a phone's screen: when the home page, the
timeline and the largest pages of a year, a kind and a country can be used (loaded, their scripts run, no long task left),
and how long a filter of the timeline takes, the first time and later.
"""

from __future__ import annotations

import gzip
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections import defaultdict
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path[0] = str(ROOT)

from bench.large import large  # noqa: E402
from bench.machine import machine  # noqa: E402
from site_src import languages, topic  # noqa: E402
from site_src.pages import chronology, countries, head, home, indexes, periods  # noqa: E402
from site_src.pages.desk import open_desk  # noqa: E402
from site_src.pages.holdings import gather  # noqa: E402
from site_src.render import templates  # noqa: E402
from tests import browser as browsers  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TOPIC = ROOT / "tests" / "topics" / "fiktif"
LOADS = 5
KINDS = (home, chronology, periods, indexes, countries)
"""The kinds of page that grow with the number of entries."""
READY = """async () => {
  const last = {end: 0};
  new PerformanceObserver(list => list.getEntries().forEach(one => { last.end = Math.max(last.end, one.startTime + one.duration); }))
    .observe({type: 'longtask', buffered: true});
  await new Promise(done => setTimeout(done, 400));
  const [page] = performance.getEntriesByType('navigation');
  return Math.max(page.domContentLoadedEventEnd, last.end);
}"""
"""When the scripts have run and the last task of more than 50 ms is over."""
FILTER = """async value => {
  const start = performance.now(), field = document.getElementById('filter-kind');
  const before = document.getElementById('filter-count').textContent;
  field.selectedIndex = value;
  field.dispatchEvent(new Event('input', {bubbles: true}));
  while (document.getElementById('filter-count').textContent === before) await new Promise(requestAnimationFrame);
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}"""


def write(folder: Path, entries: int) -> float:
    """Write the pages that grow with the entries, for so many of them, and tell how long that took, in seconds."""
    known, _ = topic.load(TOPIC)
    start = time.perf_counter()
    desk = open_desk(gather(large(known, entries), known), languages.load(), (), "id", ("id",))
    pages = head.with_heads(desk, (page for kind in KINDS for page in kind.pages(desk)))
    for path, content in [*templates.render(pages, known), *templates.assets().items()]:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return time.perf_counter() - start


def measure(browser: Browser, folder: Path, slower: float) -> dict[str, float]:
    """Load the pages several times and give the medians, in milliseconds."""
    found: dict[str, list[float]] = defaultdict(list)
    for _ in range(LOADS):
        for path in measured(folder):
            context = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=2)
            page = context.new_page()
            context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
            page.goto((folder / path).as_uri())
            found[f"{path} usable"].append(page.evaluate(READY))
            if path == "timeline.html":
                found["first filter"].append(page.evaluate(FILTER, 1))
                found["next filter"].append(page.evaluate(FILTER, 2))
            context.close()
    return {name: median(values) for name, values in found.items()}


def measured(folder: Path) -> tuple[str, ...]:
    """Name the pages that are loaded: the home page, the timeline, and of each folder the largest page."""
    largest = (max((folder / name).glob("*.html"), key=_size) for name in ("years", "kinds", "countries"))
    return "index.html", "timeline.html", *(path.relative_to(folder).as_posix() for path in largest)


def _size(path: Path) -> tuple[int, str]:
    return path.stat().st_size, path.name


def weigh(folder: Path) -> str:
    """Tell the weight of the heaviest pages, plain and compressed."""
    heaviest = sorted(folder.rglob("*.*"), key=_size, reverse=True)[:3]
    chosen = dict.fromkeys((*(folder / name for name in measured(folder)), *heaviest))
    return "\n".join(
        f"{path.relative_to(folder).as_posix()}: {path.stat().st_size / 1000:.0f} KB, "
        f"{len(gzip.compress(path.read_bytes())) / 1000:.0f} KB compressed"
        for path in chosen
    )


def main() -> None:
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--slower", type=float, default=4)
    parser.add_argument("--keep", type=Path, help="write the site here and leave it")
    given = parser.parse_args()
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        folder = given.keep or Path(scratch)
        took = write(folder, given.entries)
        browser = playwright.chromium.launch(executable_path=browsers.find(), args=["--no-sandbox", "--disable-gpu"])
        print(machine())
        print(f"{given.entries} entries, written in {took:.1f} s; processor {given.slower:g} times slower")
        print(weigh(folder))
        for name, value in measure(browser, folder, given.slower).items():
            print(f"{name}: {value:.0f} ms")
        browser.close()


if __name__ == "__main__":
    main()

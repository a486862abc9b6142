"""Time the page of all charts in a browser on a slowed processor: when it is readable, and when a chart is interactive.

python -m bench.charts [SITE] [RUNS]

Builds the site with the small bundle where no folder is named. Each run opens the page from the disk in a fresh profile of
Chromium whose processor is four times slowed, and asks for the first chart as soon as its button is there, as an impatient
reader would. Prints the median and the worst of the runs beside the budget: readable in 1 s (first and largest
contentful paint), interactive in 2.5 s. Both count from the start of the navigation.
"""

from __future__ import annotations

import gzip
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SLOWED = 4
PAGE = "charts.html"
BUDGETS = {"first paint": 1000.0, "largest paint": 1000.0, "interactive": 2500.0}
"""Milliseconds."""

CLOCK = """
self.times = {};
new PerformanceObserver(list => {
  for (const one of list.getEntries()) if (one.name === 'first-contentful-paint') times['first paint'] = one.startTime;
}).observe({type: 'paint', buffered: true});
new PerformanceObserver(list => {
  for (const one of list.getEntries()) if (!times['asked']) times['largest paint'] = one.startTime;
}).observe({type: 'largest-contentful-paint', buffered: true});
(function look() {
  const button = document.querySelector('.chart-toggle');
  if (button && times['first paint'] && !times['asked']) {
    times['asked'] = performance.now();
    button.click();
  }
  if (document.querySelector('.chart.is-interactive:not([aria-busy]) .main-svg')) times['interactive'] = performance.now();
  else requestAnimationFrame(look);
})();
"""


def main() -> None:
    """Measure and print."""
    named, runs = sys.argv[1:2], int(sys.argv[2]) if len(sys.argv) > 2 else 7
    site = Path(named[0]) if named else _built()
    _sizes(site)
    times = list(_runs(site / PAGE, runs))
    print(f"{runs} runs, processor slowed {SLOWED} times; milliseconds since the start of the navigation")
    for name in ("first paint", "largest paint", "asked", "interactive"):
        found = [one[name] for one in times]
        budget = f"  budget {BUDGETS[name]:.0f}" if name in BUDGETS else ""
        print(f"  {name:14} median {statistics.median(found):6.0f}  worst {max(found):6.0f}{budget}")
    waited = [one["interactive"] - one["asked"] for one in times]
    print(f"  {'from asking':14} median {statistics.median(waited):6.0f}  worst {max(waited):6.0f}")


def _built() -> Path:
    """Build the shipped topic with the small bundle."""
    place = Path(".cache", "bench")
    words = [sys.executable, "build.py", "build", "--quiet", "--plotly", "basic", "--output", str(place)]
    subprocess.run(words, check=True)
    return place


def _sizes(site: Path) -> None:
    """Print what a reader loads: as it is, and as a server would compress it."""
    for name in (PAGE, "claims.html", "assets/site.css", "assets/charts.js", "assets/plotly/plotly.min.js"):
        file = site / name
        if file.is_file():
            whole = file.read_bytes()
            print(f"{name:28} {len(whole) / 1000:7.0f} kB, {len(gzip.compress(whole, 6)) / 1000:6.0f} kB compressed")


def _runs(page: Path, runs: int) -> Iterator[dict[str, float]]:
    from playwright.sync_api import sync_playwright

    from tests import browser as browsers

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=browsers.find(), args=["--no-sandbox"])
        for _ in range(runs):
            yield _run(running, page.resolve().as_uri())
        running.close()


def _run(running: Any, address: str) -> dict[str, float]:
    """Open the page once and wait until its first chart is interactive."""
    context = running.new_context(viewport={"width": 412, "height": 823})
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    page.add_init_script(CLOCK)
    page.goto(address, wait_until="commit")
    page.wait_for_selector(".chart.is-interactive:not([aria-busy]) .main-svg", state="attached", timeout=60_000)
    page.wait_for_timeout(200)
    times: dict[str, float] = page.evaluate("times")
    context.close()
    return times


if __name__ == "__main__":
    main()

"""Time the search index at 10,000 entries: how long it takes to build, how large it is, how soon it answers.

    python bench/search.py [--entries 10000]

The entries are invented: sentences of the articles that the project ships, each with names made of syllables, so that
words are as frequent and as many as in news. Answers are measured in a browser that opens the page from disk, from a
key to the results on the page, at full speed and at a quarter of it.
"""

from __future__ import annotations

import gzip
import random
import re
import sys
import time
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path[0] = str(ROOT)

from bench.machine import machine  # noqa: E402
from site_src import languages, search, topic  # noqa: E402
from site_src.model import Document, Timeline  # noqa: E402
from site_src.pages.desk import open_desk  # noqa: E402
from site_src.pages.holdings import gather  # noqa: E402
from site_src.pages.search import pages  # noqa: E402
from site_src.render import templates  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Page as Tab

ENTRIES = 10_000
INTERFACE = ("id", "en")
SYLLABLES = [start + end for start in "bdgklmnprst" for end in ("a", "e", "i", "o", "u", "an", "or", "is")]
TYPED = (
    "bergabung",
    "pertemuan",
    "ketua",
    "s",
    "sidang puncak",
    "membership",
    "bergabunglah",
    "perjanjain",
    "2014 negara",
)
"""Whole words, the beginning of one, several, one that no text has, one with a slip."""
FIND = """(query) => {
  window.index = window.index || linimasaSearch.open(linimasaWords);
  const began = performance.now();
  index.find(query, {});
  return performance.now() - began;
}"""


def main() -> None:
    """Measure and print."""
    entries = int(sys.argv[sys.argv.index("--entries") + 1]) if "--entries" in sys.argv[1:-1] else ENTRIES
    documents = invented(entries)
    began = time.perf_counter()
    files = search.index(documents, languages=INTERFACE)
    built = time.perf_counter() - began
    words = files[f"{search.FOLDER}/words.js"]
    cards = [len(gzip.compress(content)) for name, content in files.items() if "/id-" in name]
    rows = [
        ("documents", f"{len(documents):,}"),
        ("index built", f"{built:.1f} s"),
        ("words.js", f"{len(words) / 1000:,.0f} KB, {len(gzip.compress(words, 9)) / 1000:,.0f} KB compressed"),
        ("a script of cards", f"{median(cards) / 1000:.1f} KB compressed; {len(cards)} a language"),
    ]
    with TemporaryDirectory() as folder:
        write(Path(folder), files)
        rows += [row for slower in (1, 4) for row in measure(Path(folder), slower)]
    for name, value in rows:
        print(f"| {name} | {value} |")
    print(f"\n{machine()}")


def invented(entries: int) -> tuple[Document, ...]:
    """Make entries of sentences that the project ships and of names that nobody bears."""
    chance = random.Random(7)
    texts = [path.read_text("utf-8").split("---", 2)[-1] for path in sorted((ROOT / "content/articles").glob("*.md"))]
    told = [part.strip() for text in texts for part in re.split(r"(?<=[.!?])\s+", text) if 40 < len(part) < 400]
    names = ["".join(chance.choices(SYLLABLES, k=chance.choice((2, 3, 3, 4)))) for _ in range(6000)]
    return tuple(_entry(number, entries, told, names, chance) for number in range(entries))


def _entry(number: int, entries: int, told: Sequence[str], names: Sequence[str], chance: random.Random) -> Document:
    """Make one entry; its names are the commoner the earlier they stand in the list."""
    called = [names[min(len(names) - 1, int(chance.paretovariate(0.6)) - 1)].capitalize() for _ in range(5)]
    quote = f"{chance.choice(told)} {called[0]}, {called[1]}."
    year, title = 1990 + 36 * number // entries, " ".join(chance.choice(told).split()[:6])
    day = f"{chance.randint(1, 28)} Juni {year}"
    return Document(
        sort="entry",
        address=dict.fromkeys(INTERFACE, f"events/{year}-{number}-{called[2].lower()}.html"),
        titles={"id": (f"{title} {called[2]}", "id"), "en": (f"{called[2]} {title}", "en")},
        notes=dict.fromkeys(INTERFACE, day),
        names=tuple(("id", name) for name in called[2:]),
        texts=(("id", quote),),
        years=(year, year),
        weight=round(chance.random(), 2),
    )


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the search page with its scripts and the index."""
    known, _ = topic.load(ROOT / "content")
    empty = Timeline((), (), (), (), (), as_of=date(2026, 1, 1))
    desk = open_desk(gather(empty, known), languages.load(), (), "id", INTERFACE)
    site = {**templates.assets(), **dict(templates.render(pages(desk), known)), **files}
    for name, content in site.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def measure(folder: Path, slower: int) -> list[tuple[str, str]]:
    """Open the page from disk and type, each query before and after its cards were read."""
    from playwright.sync_api import sync_playwright

    from tests.browser import find

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox", "--disable-gpu"])
        tab = browser.new_page()
        tab.context.new_cdp_session(tab).send("Emulation.setCPUThrottlingRate", {"rate": slower})
        tab.goto((folder / "search.html").as_uri())
        ready = tab.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
        found = [float(tab.evaluate(FIND, query)) for query in TYPED]
        first = [_answer(tab, query) for query in TYPED]
        again = [_answer(tab, query) for query in TYPED]
        browser.close()
    speed = "" if slower == 1 else f", {slower} times slower"
    return [
        (f"page ready{speed}", f"{ready:.0f} ms"),
        (f"finding alone{speed}", f"median {median(found):.1f} ms, most {max(found):.1f} ms"),
        (f"key to results, cards read from disk{speed}", f"median {median(first):.0f} ms, most {max(first):.0f} ms"),
        (f"key to results, cards already read{speed}", f"median {median(again):.0f} ms, most {max(again):.0f} ms"),
    ]


def _answer(tab: Tab, query: str) -> float:
    """Give the milliseconds from the last key to the results on the page."""
    found: float = tab.evaluate(
        """async (query) => {
          const form = document.getElementById("search"), field = document.getElementById("search-text");
          field.value = query;
          const before = form.dataset.ready, began = performance.now();
          form.dispatchEvent(new Event("input"));
          while (form.dataset.ready === before) await new Promise((next) => { const c = new MessageChannel();
            c.port1.onmessage = next; c.port2.postMessage(0); });
          return performance.now() - began;
        }""",
        query,
    )
    return found


if __name__ == "__main__":
    main()

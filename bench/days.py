"""Compare how days are chosen for a timeline: by counting, and by the program's importance, in one run.

    python -m bench.days FOLDER [--jobs N] [--leave-one-out] [--markdown] [--json FILE]

FOLDER holds `TOPIC.articles.jsonl.gz` (lines of `id`, `published`, `text`) and `gold.json`
(`{"TOPIC|NAME": [["2010-04-20", [sentence, ...]], ...]}`). Each timeline is given its span, its number of days, and the
articles that were published inside the span; the score is date F1, and its mean over the timelines.
"""

from __future__ import annotations

import gzip
import json
import sys
import tempfile
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from statistics import mean

ROOT = Path(__file__).resolve().parent.parent
sys.path[0] = str(ROOT)

from bench.days_counting import COUNTERS  # noqa: E402
from bench.machine import machine  # noqa: E402
from site_src import articles, corpus, jobs, languages, mentions, texts, topic  # noqa: E402
from site_src.events.days import best_sentences, list_days  # noqa: E402
from site_src.events.importance_days import USUAL, Weights, importances  # noqa: E402
from site_src.events.reports import reports  # noqa: E402
from site_src.mentions import Gazetteer  # noqa: E402
from site_src.model import Article, Mentions  # noqa: E402

TOPIC = ROOT / "site_src" / "topic" / "new"
"""A topic that knows nothing of the world."""
OURS = "importance"
CHOSEN = "importance, weights chosen on the other topics"
TRIED: tuple[Weights, ...] = (
    USUAL,
    *(replace(USUAL, ahead=value) for value in (0.25, 1.0)),
    *(replace(USUAL, own=value) for value in (0.25, 1.0)),
    *(replace(USUAL, again=value) for value in (0.0, 0.25, 1.0)),
    *(replace(USUAL, alike=value) for value in (0.2, 0.3)),
    *(replace(USUAL, week=value) for value in (3, 14)),
    *(replace(USUAL, words=value) for value in (5, 15)),
    *(replace(USUAL, lead=value) for value in (3, 12)),
)
"""What may be chosen where one topic is left out: the usual weights, and each of them lower and higher."""

Gold = Mapping[str, tuple[date, ...]]
Scores = Mapping[str, float]
"""Date F1 by the name of the way of choosing, or by the place in `TRIED`."""


@dataclass(frozen=True, slots=True)
class Work:
    """What every process knows."""

    folder: Path
    gold: Gold
    leave_one_out: bool


def main() -> None:
    """Measure, print a table, and keep the figures where asked to."""
    options, began = _options(), time.perf_counter()
    gold = _gold(options.folder)
    work = Work(options.folder, gold, options.leave_one_out)
    names = sorted({topic_of(timeline) for timeline in gold})
    found: dict[str, dict[str, float]] = {}
    for some in jobs.run(_measure, names, jobs=options.jobs, context=work, chunk=1):
        found |= some
    rows: dict[str, Scores] = {way: {timeline: found[timeline][way] for timeline in gold} for way in (*COUNTERS, OURS)}
    if options.leave_one_out:
        rows[CHOSEN] = left_out(found)
    if options.json:
        options.json.write_text(json.dumps({"machine": machine(), "date_f1": rows}, indent=1) + "\n", "utf-8")
    print("\n".join(_table(rows, markdown=options.markdown)))
    print(f"\n{machine()} ({time.perf_counter() - began:.0f} s)")


def _options() -> Namespace:
    parser = ArgumentParser(prog="python -m bench.days", description="Compare how days are chosen for a timeline.")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="the articles and gold.json")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="processes (default: 2)")
    parser.add_argument("--leave-one-out", action="store_true", help="also choose the weights on the other topics")
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to a file")
    return parser.parse_args()


# --- Reading --------------------------------------------------------------------------------------------------------


def topic_of(timeline: str) -> str:
    """Give the topic of a timeline's name."""
    return timeline.partition("|")[0]


def _gold(folder: Path) -> Gold:
    told = json.loads((folder / "gold.json").read_text("utf-8"))
    return {
        timeline: tuple(sorted({date.fromisoformat(day[:10]) for day, _ in days}))
        for timeline, days in sorted(told.items())
    }


def read(packed: Path) -> tuple[Article, ...]:
    """Read a file of records as the program does, in a topic that knows nothing."""
    known, _ = topic.load(TOPIC)
    packs, gazetteer = languages.load(), Gazetteer.of(known)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / packed.name.removesuffix(".gz")
        path.write_bytes(gzip.decompress(packed.read_bytes()))
        cleaned = [texts.clean(raw, packs, known) for raw in corpus.read(path, path.parent).texts]
    found = [
        (text, mentions.find(text, packs[text.language], gazetteer, known.series) if text.language else Mentions())
        for text in cleaned
    ]
    unique, _ = corpus.unique(found)
    return articles.assemble(unique, packs, known).articles


# --- Measuring ------------------------------------------------------------------------------------------------------


def _measure(work: Work, name: str) -> dict[str, dict[str, float]]:
    """Score every way of choosing on the timelines of one topic."""
    print(f"{name} ...", file=sys.stderr)
    every = read(work.folder / f"{name}.articles.jsonl.gz")
    return {
        timeline: dict(_scores(_inside(every, days), days, leave_one_out=work.leave_one_out))
        for timeline, days in work.gold.items()
        if topic_of(timeline) == name
    }


def _inside(every: Sequence[Article], gold: Sequence[date]) -> tuple[Article, ...]:
    """Give the articles that were published between the first and the last day of a timeline."""
    whens = ((article, article.published.when) for article in every)
    return tuple(article for article, when in whens if when and gold[0] <= when.earliest <= gold[-1])


def _scores(inside: Sequence[Article], gold: Sequence[date], *, leave_one_out: bool) -> Iterator[tuple[str, float]]:
    for way, count in COUNTERS.items():
        yield way, date_f1(count(inside), gold)
    told = reports(inside)
    listed = list_days(best_sentences(told), importances(told), (), inside)
    yield OURS, date_f1({one.day: one.importance for one in listed}, gold)
    for at, weights in enumerate(TRIED if leave_one_out else ()):
        yield str(at), date_f1(importances(told, weights), gold)


def date_f1(weights: Mapping[date, float], gold: Sequence[date]) -> float:
    """Choose as many days as the timeline has, inside its span, and say how well they agree with it."""
    inside = [day for day, weight in weights.items() if gold[0] <= day <= gold[-1] and weight > 0]
    chosen = sorted(inside, key=lambda day: (-weights[day], day))[: len(gold)]
    return 2 * len({*chosen} & {*gold}) / (len(chosen) + len(gold))


def left_out(found: Mapping[str, Scores]) -> Scores:
    """Score each timeline with the weights that are best on the timelines of the other topics."""
    scores = {}
    for timeline in found:
        others = [found[other] for other in found if topic_of(other) != topic_of(timeline)]
        best = max(range(len(TRIED)), key=lambda at: (mean(one[str(at)] for one in others), -at))
        scores[timeline] = found[timeline][str(best)]
    return scores


def _table(rows: Mapping[str, Scores], *, markdown: bool) -> Iterator[str]:
    """Give a line a way of choosing: the mean, then each timeline."""
    names = list(next(iter(rows.values())))
    heads = [f"{topic_of(name)} {Path(name).stem}" for name in names]
    if markdown:
        yield "| date F1 | mean | " + " | ".join(heads) + " |"
        yield "|---|---" + "|---" * len(names) + "|"
    else:
        yield "  ".join(["mean ", *heads])
    for way, scores in rows.items():
        cells = [f"{mean(scores.values()):.3f}", *(f"{scores[name]:.2f}" for name in names)]
        if markdown:
            yield f"| {way} | " + " | ".join(cells) + " |"
        else:
            width = [5, *map(len, heads)]
            line = "  ".join(cell.ljust(size) for cell, size in zip(cells, width, strict=True))
            yield f"{line}  {way}"


if __name__ == "__main__":
    main()

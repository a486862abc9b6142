"""Hold two processes against one: seconds of the clock for what is done article by article, and for the site's pages.

    python -m bench.maps TOPIC ARTICLES [--jobs 2]

Each is a build from nothing. Merging is told apart: most of it looks at all articles at once.
"""

from __future__ import annotations

import gc
import tempfile
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from bench.machine import machine
from bench.stages import timed
from site_src import events, making, pipeline, render
from site_src.cli import RARELY

MAPS: tuple[tuple[Any, str, str], ...] = (
    (pipeline, "read_all", "reading"),
    (pipeline, "tell_all", "telling"),
    (events, "merge", "merging"),
    (render, "write", "making the site"),
)


def main() -> None:
    """Build with one process and with several, and print what each map took."""
    asked = ArgumentParser(prog="python -m bench.maps")
    asked.add_argument("topic", type=Path)
    asked.add_argument("articles", type=Path)
    asked.add_argument("--jobs", type=int, default=2)
    options = asked.parse_args()
    gc.set_threshold(*RARELY)  # as the command line does
    spent: dict[str, float] = {}
    for module, name, told in MAPS:
        setattr(module, name, timed(getattr(module, name), told, spent, time.perf_counter))
    build(options.topic, options.articles, 1)  # what is compiled and loaded once is no work of a map
    rounds = []
    for number in (1, options.jobs):
        spent.clear()
        build(options.topic, options.articles, number)
        rounds.append(dict(spent))
    print(machine())
    print(f"| map | 1 process | {options.jobs} processes | ratio |\n|---|---|---|---|")
    for _, _, told in MAPS:
        alone, shared = (one[told] for one in rounds)
        print(f"| {told} | {alone:.2f} s | {shared:.2f} s | {alone / shared:.2f} |")


def build(topic: Path, articles: Path, number: int) -> None:
    """Build a site from nothing into a folder that is removed again."""
    with tempfile.TemporaryDirectory() as folder:
        work, spare = Path(folder) / "work", (pipeline, making)
        for module in spare:
            vars(module)["WORK"] = work  # nothing of the project's own cache is used or changed
        told = pipeline.tell(pipeline.Options(topic, articles, jobs=number))
        making.build(told, Path(folder) / "site", interface=("id",), plotly="auto", processes=number)


if __name__ == "__main__":
    main()

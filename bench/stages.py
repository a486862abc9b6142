"""Split the time of one build by its stages, in one process.

    python -m bench.stages TOPIC ARTICLES [--languages id]

Prints seconds of the processor, from nothing: each stage as the river calls it, the rest as what remains.
"""

from __future__ import annotations

import gc
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.machine import machine
from site_src import (
    PROJECT,
    articles,
    charts,
    corpus,
    events,
    making,
    mentions,
    pages,
    pipeline,
    render,
    search,
    statements,
    texts,
    topic,
)
from site_src.cli import RARELY
from site_src.render import templates

STAGES: tuple[tuple[ModuleType, str], ...] = (
    (topic, "load"),
    (corpus, "read"),
    (texts, "clean"),
    (mentions, "find"),
    (articles, "assemble"),
    (statements, "tell"),
    (events, "merge"),
    (making, "drawn"),
    (pages, "planned"),
    (templates, "render"),
    (search, "index"),
    (making, "_data"),
)


def main() -> None:
    """Build once and print what each stage took."""
    asked = ArgumentParser(prog="python -m bench.stages")
    asked.add_argument("topic", type=Path)
    asked.add_argument("articles", type=Path)
    asked.add_argument("--languages", default="id")
    options = asked.parse_args()
    gc.set_threshold(*RARELY)  # as the command line does
    spent: dict[str, float] = {}
    for module, name in STAGES:
        setattr(
            module, name, timed(getattr(module, name), f"{module.__name__.removeprefix('site_src.')}.{name}", spent)
        )
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder) / "work"
        spare: Any = (pipeline, making)
        for module in spare:
            module.WORK = work  # nothing of the project's own cache is used or changed
        began = time.process_time()
        told = pipeline.tell(pipeline.Options(options.topic, options.articles))
        telling = time.process_time() - began
        files = dict(making.site(told, charts.bundle("auto", PROJECT), tuple(options.languages.split(","))))
        making_site = time.process_time() - began - telling
        render.write(
            files,
            Path(folder) / "site",
            work=work,
            manifest=making.sources(told, charts.bundle("auto", PROJECT)),
        )
        whole = time.process_time() - began
    print(machine())
    print(f"{len(told.timeline.articles)} articles, {len(told.timeline.events)} entries, {len(files)} files")
    for name, seconds in sorted(spent.items(), key=lambda pair: -pair[1]):
        print(f"{seconds:8.2f} s  {name}")
    print(
        f"{telling:8.2f} s  all that tells, {making_site:.2f} s all that makes pages, {whole - telling - making_site:.2f} s writing"
    )


def timed(
    function: Callable[..., Any], name: str, spent: dict[str, float], clock: Callable[[], float] = time.process_time
) -> Callable[..., Any]:
    """Add up a function's time; of one that gives its results one by one, the time until each is there."""

    def watched(*words: Any, **named: Any) -> Any:
        began = clock()
        found = function(*words, **named)
        if hasattr(found, "__next__"):
            return counted(found, began)
        spent[name] = spent.get(name, 0.0) + clock() - began
        return found

    def counted(found: Any, began: float) -> Any:
        while True:
            try:
                one = next(found)
            except StopIteration:
                return
            finally:
                spent[name] = spent.get(name, 0.0) + clock() - began
            yield one
            began = clock()

    return watched


if __name__ == "__main__":
    main()

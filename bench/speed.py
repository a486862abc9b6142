"""Build the invented corpus with this program and, where they are installed, with others, in one run side by side.

    python -m bench.speed [ARTICLES] [--runs N] [--peers hugo,mkdocs] [--cold]

Cold (nothing remembered, no site), one article changed, nothing changed. Prints wall and processor seconds, the most memory of
all processes together, and the ratio of the wall times to those of the first peer.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import statistics
import subprocess
import sys
import threading
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import corpus
from bench.machine import machine
from bench.peers import PEERS, Peer

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / ".cache" / "speed"
CASES = ("cold", "one changed", "nothing changed")
_RESTS = 30
"""How many times as long as a look at the memory takes nobody looks: looking costs a thirtieth of the time."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took."""

    wall: float
    """Seconds."""
    processor: float
    """Seconds of all its processes."""
    memory: float
    """Megabytes: the most that all its processes held at once, what they share counted once."""


def main() -> None:
    """Measure what the command line asks for, and print a table."""
    asked = ArgumentParser(prog="python -m bench.speed")
    asked.add_argument("articles", nargs="?", type=int, default=10_000)
    asked.add_argument("--runs", type=int, default=3)
    asked.add_argument("--peers", default=",".join(PEERS))
    asked.add_argument("--cold", action="store_true", help="only builds from nothing")
    options = asked.parse_args()
    source = _corpus(options.articles)
    runs = {"linimasa": _ours(source, options.articles)}
    runs |= {name: PEERS[name](source, WORK / name) for name in options.peers.split(",") if _there(name)}
    cases = CASES[:1] if options.cold else CASES
    found = {name: _measured(peer, options.runs, cases) for name, peer in runs.items()}
    print(machine())
    print(f"{options.articles} articles, medians of {options.runs} runs")
    print("\n".join(_table(found)))


def _there(name: str) -> bool:
    there = shutil.which(name) is not None
    if not there:
        print(f"{name} is not installed, and left out", file=sys.stderr)
    return there


def _corpus(number: int) -> Path:
    """Give the folder of the invented articles, written once for each state of the bench that invents them."""
    state = hashlib.sha256(Path(corpus.__file__).read_bytes()).hexdigest()[:8]
    folder = WORK / f"corpus-{number}-{state}"
    if not folder.exists():
        for place, text in corpus.articles(number):
            path = folder / place
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    return folder


def _ours(source: Path, number: int) -> Peer:
    topic = WORK / "topic"
    shutil.rmtree(topic, ignore_errors=True)
    shutil.copytree(ROOT / "bench" / "topic", topic)
    settings = topic / "site.toml"
    lines = settings.read_text("utf-8").splitlines()
    settings.write_text(
        "\n".join(f"max_entries = {number}" if line.startswith("max_entries") else line for line in lines) + "\n",
        "utf-8",
    )
    output = WORK / "linimasa"
    words = ["build", "--quiet", "--topic", topic, "--articles", source, "--languages", "id", "--output", output]
    command = [sys.executable, str(ROOT / "build.py"), *map(str, words)]
    return Peer(command, source, output, [*command, "--clean"])


def _measured(peer: Peer, runs: int, cases: Sequence[str]) -> dict[str, Cost]:
    changed = sorted(peer.source.rglob("*.md"))[len(list(peer.source.rglob("*.md"))) // 2]
    before = changed.read_text("utf-8")
    costs: dict[str, list[Cost]] = {case: [] for case in cases}
    try:
        for run in range(runs):
            shutil.rmtree(peer.output, ignore_errors=True)
            for case in cases:
                if case == "one changed":
                    changed.write_text(f"{before}\nWarga menunggu kabar ke-{run} di muara.\n", "utf-8")
                if case == "nothing changed":
                    time.sleep(0.1)  # a file that changed this very moment is looked at again
                command = (peer.cold if case == "cold" else None) or peer.command
                costs[case].append(_run(command, peer.folder))
    finally:
        changed.write_text(before, "utf-8")
    return {case: _median(found) for case, found in costs.items()}


def _median(costs: Sequence[Cost]) -> Cost:
    pick: Callable[[Callable[[Cost], float]], float] = lambda part: statistics.median(map(part, costs))  # noqa: E731
    return Cost(pick(lambda one: one.wall), pick(lambda one: one.processor), pick(lambda one: one.memory))


def _run(command: Sequence[str], folder: Path | None) -> Cost:
    os.sync()
    before, began = os.times(), time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=folder)
    most = [0.0]
    watcher = threading.Thread(target=_watch, args=(process, most), daemon=True)
    watcher.start()
    code = process.wait()
    wall = time.perf_counter() - began
    after = os.times()
    watcher.join()
    if code:
        raise SystemExit(f"{command[0]} ended with {code}")
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(wall, spent, most[0])


def _watch(process: subprocess.Popen[bytes], most: list[float]) -> None:
    """Look how much memory is held; a look stops the process for a moment, so that a large one is looked at less often."""
    while process.poll() is None:
        began = time.perf_counter()
        most[0] = max(most[0], sum(map(_held, _family(process.pid))) / 1024)
        time.sleep(0.1 + _RESTS * (time.perf_counter() - began))


def _family(parent: int) -> Iterator[int]:
    yield parent
    try:
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text("ascii").split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _held(process: int) -> int:
    """Give a process's kilobytes, its part of what it shares with others (proportional set size)."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _table(found: dict[str, dict[str, Cost]]) -> Iterator[str]:
    first = next((costs for name, costs in found.items() if name != "linimasa"), None)
    cases = list(next(iter(found.values())))
    yield "| program | " + " | ".join(cases) + " | memory, cold |"
    yield "|---|" + "---|" * (len(cases) + 1)
    for name, costs in found.items():
        cells = [
            f"{costs[case].wall:.2f} s ({costs[case].processor:.1f} s of processor"
            + (f", x{costs[case].wall / first[case].wall:.2f})" if first else ")")
            for case in cases
        ]
        yield f"| {name} | {' | '.join(cells)} | {costs['cold'].memory:.0f} MB |"


if __name__ == "__main__":
    main()

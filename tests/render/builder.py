"""Build an invented site into a folder, as a process of its own that a test may kill.

    python tests/render/builder.py OUTPUT WORK RELEASE [--die POINT COUNT] [--two-steps] [--pages COUNT] [--on]

RELEASE is a number: each has its own bytes in some files, others stay, some come and go.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from site_src import render


def site(release: int, pages: int = 60) -> Iterator[tuple[str, bytes]]:
    """Give the files of a release: a third change with each, a third never, the rest come and go."""
    for number in range(pages):
        if number % 3 == 0:
            yield f"events/{number}.html", f"release {release} ".encode() * (50 + release)
        elif number % 3 == 1:
            yield f"articles/{number}.html", b"always the same " * 100
        elif (number + release) % 2:
            yield f"countries/{release % 3}/{number}.html", f"here in {release}".encode()
    yield "index.html", f"<title>{release}</title>".encode()


def sources(release: int) -> render.Sources:
    return render.Sources("0.1", date(2024, 7, 4), {"articles/one.txt": f"{release:064x}"}, {"name": "none"})


def no_exchange(new: Path, old: Path) -> bool:
    """Stand for a system that cannot exchange two folders."""
    return False


def build(
    output: Path,
    work: Path,
    release: int,
    pace: Callable[[str], None] = lambda point: None,
    *,
    two_steps: bool = False,
    pages: int = 60,
) -> render.Written:
    place = render.place(output)
    with render.lock(place, work=work):
        words = {"exchanging": no_exchange} if two_steps else {}
        return render.write(site(release, pages), place, work=work, manifest=sources(release), pace=pace, **words)


def dying(point: str, count: int) -> Callable[[str], None]:
    """Kill this process, as `kill -9` does, when it passes a point for the n-th time."""
    left = count

    def pace(here: str) -> None:
        nonlocal left
        if here == point:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    return pace


def main(words: list[str]) -> None:
    output, work, release = Path(words[0]), Path(words[1]), int(words[2])
    pace = dying(words[words.index("--die") + 1], int(words[words.index("--die") + 2])) if "--die" in words else None
    two_steps = "--two-steps" in words
    if "--hold" in words:
        with render.lock(render.place(output), work=work):
            print("held", flush=True)
            sys.stdin.read()
        return
    pages = int(words[words.index("--pages") + 1]) if "--pages" in words else 60
    print("ready", flush=True)
    for number in range(release, release + 400 if "--on" in words else release + 1):
        build(output, work, number, pace or (lambda point: None), two_steps=two_steps, pages=pages)


if __name__ == "__main__":
    main(sys.argv[1:])

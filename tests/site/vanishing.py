"""Builds under which a file of theirs goes away, or becomes another one, the moment before it is opened.

python tests/site/vanishing.py FOLDER HOW EVERY    prints a line of JSON for each such build of the invented topic

A build is forked for every file and every time that it opens it; `HOW` is `gone`, `changed` or `folder`.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
FIKTIF = PROJECT / "tests" / "topics" / "fiktif"
EVENTS = {"gone": "open", "changed": "open", "folder": "os.scandir"}


class _Watch:
    """What is opened, and what happens to one of these before."""

    def __init__(self, how: str) -> None:
        self.how = how
        self.below = ""
        self.opened: list[str] = []
        self.victim = ""
        self.times = 0

    def __call__(self, event: str, given: tuple[object, ...]) -> None:
        name = given[0] if given and event == EVENTS[self.how] else None
        if not self.below or not isinstance(name, str | os.PathLike) or not os.fspath(name).startswith(self.below):
            return
        place = os.fspath(name)
        self.opened.append(place)
        if place == self.victim:
            self.times -= 1
            if self.times == 0:
                self._strike(place)

    def _strike(self, place: str) -> None:
        self.victim = ""
        self.below, below = "", self.below
        if self.how == "changed":
            Path(place).write_bytes(b"id,name_id\n\xff\x00" + b"lain\n" * 400)
        else:
            shutil.rmtree(f"{place}.gone", ignore_errors=True)
            os.rename(place, f"{place}.gone")
        self.below = below


def _build(topic: Path, site: Path) -> tuple[int, str]:
    from site_src.cli import main

    words = io.StringIO()
    sys.argv = ["build.py", "build", "--topic", str(topic), "--output", str(site), "--languages", "id", "--jobs", "1"]
    with redirect_stderr(words):
        try:
            main()
        except SystemExit as left:
            return int(left.code or 0), words.getvalue()
        except BaseException:  # noqa: BLE001 - whatever ends a build otherwise is what is looked for
            import traceback

            return -1, words.getvalue() + traceback.format_exc()
    return 0, words.getvalue()


def _digests(site: Path) -> list[tuple[str, bytes]]:
    return [(path.as_posix(), path.read_bytes()) for path in sorted(site.rglob("*")) if path.is_file()]


def _forked(folder: Path, watch: _Watch, victim: str, times: int) -> dict[str, object]:
    """Build with one strike, then once more after it, and tell what was said and whether all came to the same."""
    topic, site = folder / "topic", folder / "site"
    for old in (topic, folder / "next", folder / "clean", folder / "work"):
        shutil.rmtree(old, ignore_errors=True)
    shutil.copytree(folder / "whole", topic)
    reader, writer = os.pipe()
    if os.fork() == 0:
        watch.victim, watch.times, watch.opened = str(topic / victim), times, []
        code, words = _build(topic, site)
        seen, watch.below = list(watch.opened), ""
        after, _ = _build(topic, folder / "next")
        shutil.rmtree(folder / "work", ignore_errors=True)
        clean, _ = _build(topic, folder / "clean")
        same = after == clean and _alike(folder)
        with os.fdopen(writer, "w") as out:
            opened = sorted({(one, seen.count(one)) for one in seen}) if not victim else []
            json.dump({"victim": victim, "times": times, "struck": not watch.victim, "code": code, "words": words, "after": after, "same": same, "opened": opened}, out)  # fmt: skip
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as into:
        told: dict[str, object] = json.load(into)
    os.wait()
    return told


def _alike(folder: Path) -> bool:
    """Tell whether a build from what is remembered equals one from nothing."""
    sites = [
        [(name.replace(f"/{kind}/", "/", 1), body) for name, body in _digests(folder / kind)]
        for kind in ("next", "clean")
    ]
    return sites[0] == sites[1]


def strikes(folder: Path, how: str, every: int) -> Iterator[dict[str, object]]:
    """Build once to see what is opened, then once for every file and every time that it is."""
    import site_src
    from site_src import making, pipeline, standing
    from site_src.cli import build

    for module in (site_src, pipeline, making, build):
        module.WORK = folder / "work"  # type: ignore[attr-defined]
    standing._SETTLED = 0
    shutil.copytree(FIKTIF, folder / "whole")
    (folder / "whole" / "templates").mkdir()
    (folder / "whole" / "templates" / "_x.html").write_text("x", "utf-8")
    (folder / "whole" / "templates" / "assets").mkdir()
    (folder / "whole" / "templates" / "assets" / "cap.svg").write_text("<svg/>", "utf-8")
    watch = _Watch(how)
    watch.below = str(folder / "topic")
    sys.addaudithook(watch)
    first = _forked(folder, watch, "", 0)
    listed: list[tuple[str, int]] = first["opened"]  # type: ignore[assignment]
    chosen = [(place, time) for place, count in listed for time in range(1, count + 1)]
    for place, time in chosen[::every]:
        yield _forked(folder, watch, os.path.relpath(place, folder / "topic"), time)


if __name__ == "__main__":
    sys.path.insert(0, str(PROJECT))
    for told in strikes(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])):
        print(json.dumps(told), flush=True)

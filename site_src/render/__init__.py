"""Write the site so that its folder is one whole build at every instant.

In: the files of a site, the folder that they go to, what they were made from.
Out: the folder, holding the new site or, if anything failed, the one before.

    output = render.place(Path("output"), apart_from=(project, topic, articles))
    with render.lock(output, work=Path(".cache")):
        ...
        written = render.write(files, output, work=Path(".cache"), manifest=sources)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from site_src.render import swap as _swap
from site_src.render.compose import File, Growing, Pace, add, compose, finish
from site_src.render.drafts import Draft, Drafts, Same
from site_src.render.lock import lock, sweep
from site_src.render.paths import Names
from site_src.render.place import beside, look, place, work_folder
from site_src.render.sources import PLACE, Sources, manifest, sources
from site_src.render.trouble import Locked, Refused, RenderError, Unrendered, WriteFailed, writing

__all__ = [
    "Draft", "Drafts", "File", "Locked", "Refused", "RenderError", "Same", "Sources", "Unrendered", "WriteFailed", "Written", "forget", "lock", "manifest",
    "place", "sources", "write",
]  # fmt: skip


Files = Mapping[str, bytes] | Iterable[File] | Callable[[Drafts], Iterable[File]]
"""The files of a site, or who makes them: told the site that stands, several processes can lay aside what differs from it."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a build did to its folder, in files. The manifest counts."""

    new: int
    changed: int
    same: int
    removed: int
    carried: int
    """Files that the program did not make, and kept."""


def write(
    files: Files,
    output: Path,
    *,
    work: Path,
    manifest: Sources,
    pace: Pace = lambda point: None,
    exchanging: _swap.Exchange = _swap.exchange,
) -> Written:
    """Make `output` the site that consists of `files` and their manifest, in one step.

    `output` is a folder that `place` gave and that `lock` holds. `files` may come from a generator: each is written as
    it comes. `pace` is told every point that the build passes, and `exchanging` swaps two folders; both are for tests.

    Raises:
        Refused: if a path is not fit, or the folder holds what is not ours.
        WriteFailed: if the disk says no. The old site stands, and the work is removed.
    """
    with writing(output):
        work.mkdir(parents=True, exist_ok=True)
        folder = work_folder(output, work)
        folder.mkdir(parents=True, exist_ok=True)
        _swap.recover(folder, output)
    sweep(work, output)
    growing = Growing(Drafts(look(output), folder / _swap.ASIDE), folder / _swap.NEXT)
    try:
        with writing(output):
            growing.drafts.folder.mkdir()
        pace("begun")
        _grow(files, growing, manifest, pace)
        if growing.moved:
            _take_over(folder, output, pace, exchanging)
    finally:
        _tidy(folder, output)
    return _counted(growing)


def forget(output: Path, *, work: Path) -> None:
    """Remove the site before this one, which is kept for readers who have it open, when something was taken down.

    Raises:
        WriteFailed: if the disk says no.
    """
    with writing(output):
        _swap.remove(work_folder(output, work) / _swap.PREVIOUS)


def _grow(files: Files, growing: Growing, sources: Sources, pace: Pace) -> None:
    names = Names()
    names.take(PLACE)
    made = files.items() if isinstance(files, Mapping) else files(growing.drafts) if callable(files) else files
    try:
        compose(made, growing, names, pace)
    finally:
        if close := getattr(made, "close", None):
            close()  # before the work is removed: its processes may still lay files aside
    add(PLACE, manifest(sources, growing.digests), growing)
    if growing.moved:
        finish(growing, names, pace)
    pace("composed")


def _take_over(folder: Path, output: Path, pace: Pace, exchanging: _swap.Exchange) -> None:
    with writing(output):
        # The site before the last one has had a whole build's time for readers who had it open.
        _swap.remove(folder / _swap.PREVIOUS)
        output.parent.mkdir(parents=True, exist_ok=True)
        _swap.swap(folder, output, exchanging=exchanging, pace=pace)


def _tidy(folder: Path, output: Path) -> None:
    """Leave no work behind. What cannot be removed now, the next build removes; the site itself is whole."""
    for work in (folder,) if beside(output, folder) else (folder / _swap.NEXT, folder / _swap.ASIDE):
        with suppress(OSError):
            _swap.remove(work)


def _counted(growing: Growing) -> Written:
    carried = [path for path in growing.old.foreign if path not in growing.digests]
    return Written(growing.new, growing.changed, len(growing.same), len(growing.gone), len(carried))

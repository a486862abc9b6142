"""One build at a time for one folder.

The lock is the kernel's: it goes with the process, also with a killed one, and leaves nothing to clean up. Its file stays.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from site_src.render.place import key
from site_src.render.swap import ASIDE, INSTEAD, NEXT, READY, remove
from site_src.render.trouble import Locked, writing


@contextmanager
def lock(output: Path, *, work: Path) -> Iterator[None]:
    """Hold a site's folder for this process, before anything is read for it.

    Give the folder as `place` resolved it: the lock goes by its name.

    Raises:
        Locked: if another build holds it.
        WriteFailed: if the lock's file cannot be made.
    """
    with writing(output):
        (work / "sites").mkdir(parents=True, exist_ok=True)
        handle = _open(work / "sites" / f"{key(output)}.lock")
    held = True

    def forget() -> None:
        # A worker process made by fork would hold the lock after its parent is killed.
        if held:
            os.close(handle)

    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=forget)
    try:
        if not _taken(handle):
            raise Locked(f"another build is writing {output}; wait for it or stop it")
        _sign(handle, output)
        yield
    finally:
        held = False
        os.close(handle)


def sweep(work: Path, output: Path) -> None:
    """Remove what builds of other folders left behind: a site half grown, and one kept for readers of a folder that is gone.

    The locks stay: whoever removed one could part two builds that wait for it. What cannot be removed now, stays too.
    """
    for path in sorted((work / "sites").glob("*.lock")):
        folder = path.with_suffix("")
        if path.stem != key(output) and folder.is_dir():
            with suppress(OSError):
                _sweep(path, folder)


def _sweep(path: Path, folder: Path) -> None:
    handle = _open(path)
    try:
        if not _taken(handle):
            return
        remove(folder / NEXT)
        remove(folder / ASIDE)
        site = Path(os.fsdecode(os.read(handle, 65_536)))
        between = any(os.path.lexists(folder / name) for name in (READY, INSTEAD))
        if site.is_absolute() and not os.path.lexists(site) and not between:
            remove(folder)
    finally:
        os.close(handle)


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)


def _sign(handle: int, output: Path) -> None:
    """Write into the lock which folder it is for, so that later builds can tell whether that is still there."""
    with suppress(OSError):
        os.ftruncate(handle, 0)
        os.write(handle, os.fsencode(output))


if sys.platform == "win32":
    import msvcrt

    def _taken(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _taken(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

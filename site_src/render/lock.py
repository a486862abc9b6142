"""One build at a time for one folder.

The lock is the kernel's: it goes with the process, also with a killed one, and leaves nothing to clean up. Its file stays.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from site_src.render.place import key
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
        handle = os.open(work / "sites" / f"{key(output)}.lock", os.O_RDWR | os.O_CREAT, 0o666)
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
        yield
    finally:
        held = False
        os.close(handle)


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

"""Write what a verb made to a file, whole, or to standard output."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from site_src.cli.shared import USAGE, Stop


def must_be_file(target: Path, *, apart_from: Sequence[Path] = ()) -> None:
    """Refuse a folder, a place below a file, or one among the files that are read, before any work is done.

    Who mistypes a name must not lose an article or a table to an edition of it.
    """
    for read in apart_from:
        if str(target) != "-" and target.resolve().is_relative_to(read.resolve()):
            raise Stop(f"{target}: the timeline is read from {read}; name a file outside of it", USAGE)
    if target.is_dir():
        raise Stop(f"{target}: is a folder, expected the name of a file", USAGE)
    above = next((parent for parent in target.parents if parent.exists()), target)
    if above != target and not above.is_dir():
        raise Stop(f"{target}: {above} is a file, expected a folder", USAGE)


def put(target: Path, made: bytes) -> None:
    """Write to a file, or to standard output for `-`.

    A file takes its place whole: whoever reads the old one meanwhile reads it to its end. A link leads to its file, and
    what is no plain file (a pipe, a device) is written into.
    """
    if str(target) == "-":
        sys.stdout.buffer.write(made)
        return
    try:
        file = target.resolve()
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.exists() and not file.is_file():
            file.write_bytes(made)
        else:
            _replace(file, made)
    except OSError as error:
        raise Stop(f"cannot write {target}: {(error.strerror or str(error)).lower()}") from error


def _replace(file: Path, made: bytes) -> None:
    number, name = tempfile.mkstemp(prefix=f".{file.name}-", dir=file.parent)
    try:
        with open(number, "wb") as open_file:
            open_file.write(made)
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
        os.replace(name, file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise

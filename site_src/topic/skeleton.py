"""Write an empty topic that loads and builds: its files stand beside this one, in `new/`."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from site_src.topic.wrong import TopicError


def new(folder: Path) -> tuple[Path, ...]:
    """Write an empty topic and give its files, in order.

    Raises TopicError if the folder is there and not empty, or is no folder, or cannot be written.
    """
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise TopicError(f"{folder}: found something there, expected an empty or a new folder; nothing was written")
        return tuple(_write(folder, inside, file) for inside, file in _files(files("site_src.topic") / "new", ""))
    except OSError as error:
        raise TopicError(f"{folder}: cannot be written: {(error.strerror or str(error)).lower()}") from None


def _files(folder: Traversable, inside: str) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _files(entry, f"{inside}{entry.name}/")
        else:
            yield f"{inside}{entry.name}", entry


def _write(folder: Path, inside: str, source: Traversable) -> Path:
    file = folder / inside
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(source.read_bytes())
    return file

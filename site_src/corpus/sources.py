"""Which files of a folder are articles."""

from __future__ import annotations

import os
from pathlib import Path

from site_src.corpus.reading import NothingToRead


def list_sources(path: Path, suffixes: tuple[str, ...]) -> tuple[Path, ...]:
    """List the article files below a folder in the order of their names, or the one file that is named.

    Hidden files, README.md and files of other kinds are left out. A linked folder is not entered; it is listed, so
    that reading it says so. Raises `NothingToRead` if there is no article.
    """
    if not path.exists():
        raise NothingToRead(f"{path}: no such file or folder")
    kinds = ", ".join(suffixes)
    if path.is_file():
        if path.suffix.lower() not in suffixes:
            raise NothingToRead(f"{path}: not an article (expected a folder or a file of the kinds {kinds})")
        return (path,)
    if not path.is_dir():
        raise NothingToRead(f"{path}: neither a file nor a folder")
    found = _below(path, suffixes)
    if not found:
        raise NothingToRead(f"{path}: {_lack(path, kinds)}")
    return found


def _lack(folder: Path, kinds: str) -> str:
    try:
        return f"holds no article ({kinds})" if any(folder.iterdir()) else "the folder is empty"
    except OSError as error:
        return (error.strerror or str(error)).lower()


def _below(folder: Path, suffixes: tuple[str, ...]) -> tuple[Path, ...]:
    found: list[Path] = []

    def closed(error: OSError) -> None:
        """List a folder that cannot be entered, so that reading it says so; the whole one is the caller's to report."""
        if error.filename and Path(error.filename) != folder:
            found.append(Path(error.filename))

    for place, folders, names in os.walk(folder, onerror=closed):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(place, name) for name in folders if os.path.islink(os.path.join(place, name))]
        found += [Path(place, name) for name in names if is_article(name, suffixes)]
    return tuple(sorted(found, key=lambda each: each.relative_to(folder).as_posix()))


def is_article(name: str, suffixes: tuple[str, ...]) -> bool:
    """Tell by its name whether a file is an article."""
    lower = name.lower()
    return not lower.startswith(".") and lower != "readme.md" and os.path.splitext(lower)[1] in suffixes

"""The new site grows in a folder of its own: what is unchanged is linked to the site that stands, the rest is written.

Nothing in the standing site is touched. A file whose bytes are the same keeps its inode and its time. What was laid aside
is moved to its place, which it may have only after its name was taken.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from site_src.render.drafts import Draft, Drafts, Same
from site_src.render.paths import Names
from site_src.render.place import Old
from site_src.render.trouble import Refused, writing

File = tuple[str, bytes | Same | Draft]
"""A path of the site, and what stands there: bytes, or what became of them where they were made."""

Pace = Callable[[str], None]
"""Is told each point that a build passes; tests kill the process there."""


@dataclass(slots=True)
class Growing:
    """A site on its way: the one value here that changes while it is made."""

    drafts: Drafts
    folder: Path
    """Where it grows. It is made with the first file that differs."""
    digests: dict[str, str] = field(default_factory=dict)
    same: list[str] = field(default_factory=list)
    new: int = 0
    changed: int = 0
    made: set[str] = field(default_factory=set)
    """The folders that exist in `folder`."""

    @property
    def old(self) -> Old:
        return self.drafts.old

    @property
    def moved(self) -> bool:
        """Tell whether the new site differs from the old one at all."""
        return bool(self.new or self.changed or self.gone)

    @property
    def gone(self) -> list[str]:
        """Files of the build before that this one does not make."""
        return sorted((self.old.ours & self.old.files) - self.digests.keys())


def compose(files: Iterable[File], growing: Growing, names: Names, pace: Pace) -> None:
    """Take the files as they come: move to its place what differs, remember what is the same.

    Raises:
        Refused: if a path is not fit, or belongs to a file that the program did not make.
        WriteFailed: if the disk says no.
    """
    for path, made in files:
        names.take(path)
        add(path, made, growing)
        pace("file")


def add(path: str, made: bytes | Same | Draft, growing: Growing) -> None:
    """Add one file whose name is already taken."""
    old = growing.old
    found = growing.drafts.lay(path, (made,)) if isinstance(made, bytes) else made
    growing.digests[path] = found.digest
    if isinstance(found, Same):
        growing.same.append(path)
        return
    with writing(old.folder):
        if path in old.files and path not in old.ours:
            raise Refused(f"{old.folder / path} was not made by the program, but a page needs its place; move it away")
        _folder(growing, path)
        os.rename(found.lies, f"{growing.folder}/{path}")
    if path in old.files:
        growing.changed += 1
    else:
        growing.new += 1


def finish(growing: Growing, names: Names, pace: Pace) -> None:
    """Link what is the same and what the program did not make, and give the folders their old rights.

    Raises:
        Refused: if a page needs the place of a file that the program did not make.
        WriteFailed: if the disk says no.
    """
    old = growing.old
    kept = [path for path in old.foreign if path not in growing.digests]
    for path in kept:
        names.carry(path, old.folder)
    with writing(old.folder):
        for path in (*growing.same, *kept):
            _folder(growing, path)
            _link(f"{old.folder}/{path}", f"{growing.folder}/{path}")
            pace("link")
        for path in _kept_folders(old, growing):
            (growing.folder / path).mkdir(parents=True, exist_ok=True)
        for path in ("", *old.folders):
            _rights(old.folder / path, growing.folder / path)


def _kept_folders(old: Old, growing: Growing) -> list[str]:
    """Empty folders that somebody else made: those in which the program never had a file."""
    inner = {path.rpartition("/")[0] for path in old.files}
    filled = {f"{path}/"[:place] for path in inner for place, letter in enumerate(f"{path}/") if letter == "/"}
    return [path for path in old.folders if path not in filled]


def _folder(growing: Growing, path: str) -> None:
    parent = path.rpartition("/")[0]
    if parent not in growing.made:
        (growing.folder / parent).mkdir(parents=True, exist_ok=True)
        growing.made.add(parent)


def _link(source: str, target: str) -> None:
    """Link a file, or copy it with its time where the disk has no links or allows none."""
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, RuntimeError) as error:  # a system without such links says so as a RuntimeError
        if isinstance(error, FileNotFoundError | FileExistsError):
            raise
        shutil.copy2(source, target, follow_symlinks=False)


def _rights(source: Path, target: Path) -> None:
    if source.is_dir() and target.is_dir():
        found, wanted = stat.S_IMODE(target.stat().st_mode), stat.S_IMODE(source.stat().st_mode)
        if found != wanted:
            target.chmod(wanted)

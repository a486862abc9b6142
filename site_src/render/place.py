"""Where a site may be written, and where the work for it lies meanwhile."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from site_src.render.sources import PLACE, outputs_of
from site_src.render.trouble import Refused, writing


@dataclass(frozen=True, slots=True)
class Old:
    """The folder as it stands before the build."""

    folder: Path
    files: frozenset[str]
    """Every file and symbolic link in it, relative, with `/`."""
    folders: tuple[str, ...]
    """Every folder in it, a parent before its children."""
    ours: frozenset[str]
    """The files that the build before this one made."""

    @property
    def foreign(self) -> list[str]:
        """What the program did not make and therefore keeps."""
        return sorted(self.files - self.ours)


def place(output: Path, *, apart_from: Sequence[Path] = ()) -> Path:
    """Give the real folder of a site, links resolved, if it may be written.

    `apart_from` names what a build reads: the topic, the articles, the project itself. The folder may lie inside the
    project, but neither around any of them nor, where it would be read as input the next time, inside the others:
    put the project first.

    Raises:
        Refused: if the folder is not the program's to write.
    """
    real = output.resolve()
    if real == Path(real.anchor) or real == Path.home().resolve():
        raise Refused(f"the site cannot be written to {output}: that is a whole disk or a home; name a folder in it")
    if os.path.ismount(real):
        raise Refused(f"the site cannot be written to {output}: a disk is mounted there; name a folder in it")
    for number, other in enumerate(apart_from):
        inside = number > 0 and other.is_dir() and real.is_relative_to(other.resolve())
        if other.resolve().is_relative_to(real) or inside:
            raise Refused(f"the site cannot be written to {output}: the build reads {other}; name another folder")
    look(real)
    return real


def look(output: Path) -> Old:
    """Read what stands in the folder.

    Raises:
        Refused: if it is a file, or holds more than dotfiles and no manifest of ours.
        WriteFailed: if it cannot be read.
    """
    if not os.path.lexists(output):
        return Old(output, frozenset(), (), frozenset())
    if not output.is_dir():
        raise Refused(f"the site cannot be written to {output}: it is a file")
    with writing(output):
        files, folders = walk(output)
        known = outputs_of((output / PLACE).read_bytes()) if PLACE in files else None
        dotted = all(name.startswith(".") for name in files)
    if known is None and not dotted:
        raise Refused(
            f"the site cannot be written to {output}: it is not empty and no build made it ({PLACE} is not there or not ours)"
        )
    return Old(output, files, folders, known or frozenset())


def key(output: Path) -> str:
    """Name a site's folder in the work folder."""
    return hashlib.sha256(os.fsencode(output)).hexdigest()[:16]


def work_folder(output: Path, work: Path) -> Path:
    """Choose where the new site grows: in `work`, or beside the site if `work` is on another disk.

    A folder can be swapped only with one on the same file system. Beside the site it is hidden, and gone when the build ends.
    """
    standing = next(parent for parent in (output, *output.parents) if parent.exists())
    if _device(work) == _device(standing) and _one_mount(work, standing):
        return work / "sites" / key(output)
    return output.parent / f".{output.name}.linimasa"


def beside(output: Path, folder: Path) -> bool:
    """Tell whether the work folder stands beside the site and must not stay."""
    return folder.parent == output.parent


def _device(path: Path) -> int:
    return path.stat().st_dev


def _one_mount(left: Path, right: Path) -> bool:
    """Tell whether a folder can move from one to the other: one disk may be mounted twice.

    Linux answers that before it looks whether there is anything to move.
    """
    try:
        os.rename(left / ".nothing.linimasa", right / ".nothing.linimasa")
    except OSError as error:
        return error.errno != errno.EXDEV
    return True


def walk(folder: Path) -> tuple[frozenset[str], tuple[str, ...]]:
    """Give every file and every folder below a folder, with `/`. Links are not followed.

    Raises:
        OSError: if a folder cannot be read.
    """
    files: list[str] = []
    folders: list[str] = []
    todo = [""]
    while todo:
        inside = todo.pop()
        with os.scandir(folder / inside) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(f"{inside}{entry.name}")
                    todo.append(f"{inside}{entry.name}/")
                else:
                    files.append(f"{inside}{entry.name}")
    return frozenset(files), tuple(sorted(folders))

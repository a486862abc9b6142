"""What can go wrong when a site is written: each is one line for the user, never a traceback."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PLACED = (errno.EEXIST, errno.ENOTDIR, errno.EACCES, errno.EPERM, errno.EROFS, errno.EISDIR)
"""What is wrong with a place on the way, not with the site's folder itself: then the place is named."""


class RenderError(Exception):
    """A site that was not written; the one before it stands as it was. Its text is one line for the user."""


class Refused(RenderError):
    """The folder is not the program's to write, or a file of the build would leave it."""


class Locked(RenderError):
    """Another build is writing the same folder."""


class WriteFailed(RenderError):
    """The disk is full, a permission is missing, or the file system cannot do what the swap needs."""


class Unrendered(RenderError):
    """A template of the topic's failed."""


@contextmanager
def writing(output: Path) -> Iterator[None]:
    """Turn what the file system says into one line that names the site and what became of it.

    Raises:
        WriteFailed: for every `OSError` inside.
    """
    try:
        yield
    except OSError as error:
        words = (error.strerror or str(error)).lower()
        if error.filename and error.errno in _PLACED and os.fspath(error.filename) != str(output):
            words += f" ({os.fsdecode(error.filename)})"
        raise WriteFailed(
            f"cannot write the site {output}: {words}; the site before this build is untouched"
        ) from error

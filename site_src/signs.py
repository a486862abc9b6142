"""By what one tells, without reading it, that a file was changed."""

from __future__ import annotations

import os

SETTLED = 50_000_000
"""Nanoseconds after which a file's time tells its next change: file systems count in steps of some thousandths."""
_COARSE = 2_000_000_000
"""The same where times are whole seconds, as on older file systems and memory cards."""


def signs(found: os.stat_result) -> tuple[int, ...]:
    """Give what tells that a file was changed: size, times, inode, rights. Nobody can set the last of its times back."""
    return found.st_size, found.st_mtime_ns, found.st_ino, found.st_mode, found.st_ctime_ns


def settling(changed: int) -> int:
    """Give the nanoseconds after which the next change of a file that was changed then surely bears another time."""
    return SETTLED if changed % 1_000_000_000 else _COARSE

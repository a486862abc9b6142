"""Where pages stand: safe file names for identifiers, and relative links between pages.

    2001-06-15-founding      ->  2001-06-15-founding        already safe: stays as it is
    2022/Pekan ke-3.txt      ->  2022-pekan-ke-3-txt-9c1d24e0

Stages share this module so that whoever links to a page and whoever writes it agree.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import sha256

LONGEST = 80
"""Characters of a file name before its suffix; leaves room for `.html` and a folder in 255 bytes and in zip readers."""

_UNSAFE = re.compile(r"[^a-z0-9_]+")
_SAFE = re.compile(r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?")
_RESERVED = frozenset(
    ["index", "con", "prn", "aux", "nul"] + [f"{port}{number}" for port in ("com", "lpt") for number in range(10)]
)
"""`index` is a folder's own page; the rest are devices on Windows, with any suffix."""


@lru_cache(maxsize=65536)
def file_name(id: str) -> str:
    """Make a file name without suffix that is safe on every disk and different for different ids.

    An id that is safe already stays; any other gets its slug and eight digits of its SHA-256.

    >>> file_name("2001-06-15-founding")
    '2001-06-15-founding'
    >>> file_name("CON")[:4], len(file_name("x" * 500)) <= LONGEST
    ('con-', True)
    """
    if _SAFE.fullmatch(id) and "--" not in id and id not in _RESERVED and len(id) <= LONGEST:
        return id  # as most are, and as the slug below would be
    plain = unicodedata.normalize("NFKD", id).encode("ascii", "ignore").decode().lower()
    slug = _UNSAFE.sub("-", plain).strip("-_")
    if slug and slug == id and slug not in _RESERVED and len(slug) <= LONGEST:
        return slug
    digest = sha256(id.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return "-".join(part for part in (slug[: LONGEST - 9].rstrip("-_"), digest) if part)


def folder_of(path: str) -> str:
    """Give the folder in which a page stands, with its slash; links from all pages of a folder are the same.

    >>> folder_of("en/events/a.html"), folder_of("index.html")
    ('en/events/', '')
    """
    return path[: path.rfind("/") + 1]


def relative(start: str, target: str) -> str:
    """Give the link from one page to another; both are relative to the site's root, the target may have a fragment.

    >>> relative("en/events/a.html", "en/index.html")
    '../index.html'
    >>> relative("index.html", "events/a.html#why")
    'events/a.html#why'
    """
    up, cut = _way(folder_of(start), folder_of(target))
    return up + target[cut:]


@lru_cache(maxsize=4096)
def _way(start: str, target: str) -> tuple[str, int]:
    """Give the way from one folder towards another: the steps up, and how many letters of the other's path they spare."""
    here, there = start.split("/")[:-1], target.split("/")[:-1]
    shared = 0
    while shared < min(len(here), len(there)) and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared), sum(len(part) + 1 for part in there[:shared])


def chart_row(chart: str, table: int, row: int) -> str:
    """Give the address of a row of a chart's table, both counted from 1, relative to the folder of a language's pages.

    >>> chart_row("shares", 1, 17)
    'charts.html#shares-1-17'
    """
    return f"charts.html#{chart}-{table}-{row}"

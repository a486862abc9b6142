"""What is wrong with a cell or a setting, and the Issue that says so."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from site_src.issues import counted
from site_src.model import Issue

LONGEST = 80
"""Characters of what stood there that a message repeats."""


class TopicError(Exception):
    """The topic as a whole cannot be read: there is no site without its `site.toml`. The message is for the user."""


class Wrong(ValueError):
    """A cell or a setting that cannot be read: where it stands, what stood there, and what was expected."""

    def __init__(self, where: str, found: str, expected: str, known: Collection[str] = (), code: str = "value") -> None:
        self.where = where
        """The column or the key."""
        self.code = code
        """The end of the Issue's code: `topic.value`, `topic.unknown-id`."""
        place = "" if where == found else f"{where}: "
        stood = ("key " if where == found else "") + repr(found if len(found) <= LONGEST else f"{found[:LONGEST]}...")
        super().__init__(f"{place}found {stood if found else 'nothing'}, expected {expected}{nearest(found, known)}")


class SeveralWrong(ValueError):
    """All that is wrong in one table of a `.toml` file, each on a line of its own."""

    def __init__(self, wrongs: tuple[Wrong, ...]) -> None:
        self.wrongs = wrongs
        super().__init__("; ".join(str(wrong) for wrong in wrongs))


WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
"""An address of the web, as sources and their copies have it."""


def addresses(where: str, found: str) -> str:
    """Give the addresses of a cell or a setting, between semicolons; Wrong if one is none of the web."""
    parts = [part.strip() for part in found.split(";") if part.strip()]
    for part in parts:
        if not WEB.fullmatch(part):
            raise Wrong(where, part, "an address that begins with http:// or https://")
    return "; ".join(parts)


def nearest(found: str, known: Collection[str], cutoff: float = 0.6) -> str:
    """Say which known spelling is meant, as the end of a message; nothing if none is near.

    >>> nearest("membr", ("member", "observer"))
    "; nearest is 'member'"
    """
    folded = {spelling.casefold(): spelling for spelling in sorted(known, reverse=True)}
    close = difflib.get_close_matches(found[:LONGEST].casefold(), sorted(folded), n=1, cutoff=cutoff)
    return f"; nearest is {folded[close[0]]!r}" if close else ""


def issue(path: str, line: int, wrong: Wrong, done: str) -> Issue:
    """Make the Issue of something wrong at its place."""
    return Issue(path, line, f"topic.{wrong.code}", str(wrong), done, "error")


def folded(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """Say once what is wrong with many lines of a file in the same words: a country left out, of which figures speak."""
    groups: dict[tuple[str, str], list[Issue]] = {}
    for one in issues:
        groups.setdefault((one.path, one.message), []).append(one)
    return tuple(_one(sorted(group)) for group in groups.values())


def _one(group: list[Issue]) -> Issue:
    first, more = group[0], len(group) - 1
    return replace(first, message=f"{first.message} (and {counted(more, 'more line')} like it)") if more else first

"""Problems collected on the way, in one order, each said once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the command line says its own lines before it needs to know any value
    from site_src.model import Issue

_RANK = {"error": 0, "warning": 1, "note": 2}
_UNSEEN = re.compile("[\\x00-\\x1f\\x7f-\\x9f\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ud800-\\udfff]")
"""Control characters, line ends, marks of direction and halves of letters: in a terminal they act or cannot be printed."""


def in_order(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """Sort by weight, file and line, and say each problem once."""
    return tuple(sorted(set(issues), key=lambda issue: (_RANK[issue.level], issue)))


def line(issue: Issue) -> str:
    """Write an issue as the one line that people see: place, level, what, and what was done.

    >>> line(Issue("a.md", 3, "corpus.front-matter", "unknown key 'autor', expected 'authors'", "ignored"))
    "a.md:3: warning: unknown key 'autor', expected 'authors' (ignored) [corpus.front-matter]"
    """
    place = f"{issue.path}:{issue.line}" if issue.line else issue.path
    return visible(f"{place}: {issue.level}: {issue.message} ({issue.done}) [{issue.code}]")


def visible(text: str) -> str:
    """Write what a terminal would obey rather than show as it stands in Python: one line, whatever an article holds.

    >>> visible("a title\\x1b[2J")
    'a title\\\\x1b[2J'
    """
    return _UNSEEN.sub(lambda found: ascii(found[0])[1:-1], text)


def counted(number: int, thing: str) -> str:
    """Count things in words.

    >>> counted(1, "error"), counted(2, "error")
    ('1 error', '2 errors')
    """
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def summary(issues: Iterable[Issue]) -> str:
    """Count problems by level, in words: `1 error, 0 warnings, 2 notes`."""
    return ", ".join(counted(number, level) for level, number in tally(issues).items())


def tally(issues: Iterable[Issue]) -> dict[str, int]:
    """Count errors, warnings and notes."""
    found: Counter[str] = Counter(issue.level for issue in issues)
    return {level: found[level] for level in _RANK}

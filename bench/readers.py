"""Readers of dates as values: a name, and what each makes of a text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bench import ours
from bench.scoring import Text, Time

Find = Callable[[Text], list[Time]]


class Missing(Exception):
    """A peer, or what it runs on, is not installed."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader of dates: its name, with version, and what it makes of a text."""

    name: str
    find: Find
    runs: int
    """How often it is timed: slow ones less often."""


def linimasa() -> Reader:
    """Give the program itself."""
    return Reader("Linimasa", ours.find, 15)

"""What the parts of a server tell each other: what was changed, seen early, built, or went wrong."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Changed:
    """Files that an editor changed."""

    paths: frozenset[Path]


@dataclass(frozen=True, slots=True)
class Blind:
    """Changes are not seen."""

    why: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A page of the next build, ahead of the others because a reader has it before him."""

    name: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Built:
    """A build has ended."""

    lines: tuple[str, ...] = ()
    """The mistakes, each with its file and line; none if all went well."""
    written: bool = True
    """Whether the site was written, without the lines that are wrong."""
    language: str = ""
    """The first interface language, where it is known."""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Died:
    """The process that builds is gone, with its exit code."""

    code: int


News = Changed | Blind | Seen | Built | Died

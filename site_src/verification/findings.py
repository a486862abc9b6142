"""What does not match, as values with a place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

What = Literal["missing", "changed", "unreadable", "quote", "article"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something of a site that is not as its build left it, or not as its source says."""

    place: str
    """A file of the site, or one of the articles."""
    what: What
    message: str
    """What stands there, and what was expected."""

    def __str__(self) -> str:
        return f"{self.place}: {self.what}: {self.message}"


@dataclass(frozen=True, slots=True)
class Report:
    """All that was found."""

    findings: tuple[Finding, ...]
    extra: tuple[str, ...]
    """Files in the site's folder that no build made; a build carries them."""
    beside: tuple[str, ...]
    """What was carried with the site and lies outside it."""
    files: int
    """Files held against the manifest."""
    quotes: int
    """Quotes held against the articles."""
    articles: int

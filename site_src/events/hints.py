"""What a feature says of two tellings: a score, and why.

Most pairs that are weighed do not become one, and nobody reads why: the sentence is made when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable

Hint = tuple[float, Callable[[], str]]
"""A score that speaks for or against, and what makes its sentence."""

REFUSED = -100.0
"""The score that forbids a join whatever the others say."""

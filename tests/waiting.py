"""Wait for a page in a browser under the site's Content-Security-Policy."""

from __future__ import annotations

from typing import Any


def until(page: Any, expression: str, seconds: int = 10) -> None:
    """Wait until an expression is true in a page.

    `wait_for_function` asks again by `eval`, which the site's Content-Security-Policy forbids; this does not.
    """
    for _ in range(seconds * 50):
        if page.evaluate(f"Boolean({expression})"):
            return
        page.wait_for_timeout(20)
    raise AssertionError(f"not within {seconds} s: {expression}")

"""Addresses before and after -> those at which nothing answers any more."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from site_src.addresses import file_name


def lost(
    before: Collection[str] | None, after: Collection[str] | None, *, entries: Iterable[Any], now: Iterable[Any]
) -> tuple[str, ...]:
    """Name the addresses that are lost. A page that leads on, or says that its entry is gone, answers.

    Where a side has no pages (a file of `extract`), those of its entries stand for them.
    """
    had = {_page(one) for one in entries} if before is None or after is None else set(before)
    has = {_page(one) for one in now} if after is None else set(after)
    return tuple(sorted(had - has))


def _page(entry: Any) -> str:
    return f"events/{file_name(str(entry['id']))}.html"

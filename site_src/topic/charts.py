"""The charts that `site.toml` names: a kind, alone or with what it is of behind a colon (`sums:gdp`)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from site_src.model import Issue
from site_src.topic.settings import line_of
from site_src.topic.site import FILE
from site_src.topic.tables import text_again
from site_src.topic.wrong import Wrong, issue

KINDS = ("membership", "shares", "by-country", "sums", "status-lanes", "map", "entries", "articles", "meetings")
"""Those that `charts` draws; a test holds both equal."""
OPTIONS: Mapping[str, tuple[str, ...]] = {"meetings": ("people", "countries")}
"""What kinds can be of that are of no indicator."""


def chosen(
    folder: Path, named: tuple[str, ...], indicators: Collection[str]
) -> tuple[tuple[str, ...], tuple[Issue, ...]]:
    """Give the charts that can be drawn; an unknown one is left out."""
    wrongs = {name: wrong for name in named if (wrong := _wrong(name, indicators))}
    place = f"{folder.absolute().name}/{FILE}"
    line = line_of(text_again(folder / FILE), "", "charts") if wrongs else 0
    issues = tuple(issue(place, line, wrong, "the chart is left out") for wrong in wrongs.values())
    return tuple(name for name in named if name not in wrongs), issues


def _wrong(name: str, indicators: Collection[str]) -> Wrong | None:
    kind, _, of = name.partition(":")
    if kind not in KINDS:
        return Wrong("charts", kind, f"one of {', '.join(KINDS)}", KINDS, code="unknown-id")
    allowed = OPTIONS.get(kind, tuple(indicators))
    if of and of not in allowed:
        return Wrong(
            "charts", of, f"behind {kind}: one of {', '.join(allowed) or 'no indicator'}", allowed, "unknown-id"
        )
    return None

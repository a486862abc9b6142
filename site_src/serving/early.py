"""A page that a reader has before him, made before the rest of the site: what changed is seen at once.

The page is planned and rendered as the whole build does it, byte for byte; only the others are not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import cast, overload

from site_src import PROJECT, charts, making, pages
from site_src.model import Chart, Page
from site_src.pages import head
from site_src.pages.desk import Desk, open_desk
from site_src.pages.holdings import gather
from site_src.pipeline import Told
from site_src.render import templates

FIRST: Mapping[str, str] = {
    "events": "entries",
    "articles": "sources",
    "countries": "countries",
    "people": "entities",
    "organisations": "entities",
    "places": "entities",
    "series": "summits",
    "outlets": "outlets",
    "charts.html": "chart_room",
    "claims": "claims",
    "claims.html": "claims",
    "corrections.html": "corrections",
    "quality.html": "quality",
}
"""Which kind of page is asked first for a page, or for those of a folder; then all others in their order."""


def see(told: Told, wanted: Sequence[str], *, interface: Sequence[str], plotly: str) -> Iterator[tuple[str, bytes]]:
    """Give the wanted pages that the next build will have, each under its name."""
    library = charts.bundle(plotly, PROJECT)
    holdings = gather(told.timeline, told.topic)
    drawings = cast("tuple[Chart, ...]", _Drawings(told, interface))
    for name in wanted:
        language = _language(name, interface)
        desk = open_desk(holdings, told.packs, drawings, language, tuple(interface))
        page = _planned(desk, name)
        if page:
            yield from templates.render([page], told.topic, csp=library.csp)


def _planned(desk: Desk, name: str) -> Page | None:
    part = name.removeprefix(desk.path("")).partition("/")[0]
    kinds = sorted(pages.KINDS, key=lambda kind: kind.__module__.rpartition(".")[2] != FIRST.get(part))
    planned = (page for kind in kinds for page in kind(desk) if page.path == name)
    return next(head.with_heads(desk, planned), None)


def _language(name: str, interface: Sequence[str]) -> str:
    folder = name.partition("/")[0]
    return folder if folder in interface[1:] else interface[0]


class _Drawings(Sequence[Chart]):
    """The charts, drawn only if a page shows them: to draw them takes longer than to plan a page."""

    def __init__(self, told: Told, interface: Sequence[str]) -> None:
        self._told, self._interface = told, interface

    @cached_property
    def _drawn(self) -> tuple[Chart, ...]:
        return making.drawn(self._told, self._interface)

    @overload
    def __getitem__(self, index: int) -> Chart: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Chart]: ...
    def __getitem__(self, index: int | slice) -> Chart | Sequence[Chart]:
        return self._drawn[index]

    def __len__(self) -> int:
        return len(self._drawn)

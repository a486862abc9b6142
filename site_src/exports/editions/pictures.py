"""The charts' pictures for editions: their links lead inside the edition, or are gone."""

from __future__ import annotations

import re
from collections.abc import Mapping

_LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_WIDE = re.compile(r'<svg class="chart-picture chart-wide".*?</svg>', re.DOTALL)
_SERIES = re.compile(r'class="([^"]*)"([^<>]*?) data-series="(\d+)"')
_DATA = re.compile(r' data-[a-z-]+="[^"]*"')


def with_links(svg: str, inside: Mapping[str, str]) -> str:
    """Let links lead to `inside[href]`; what has no place in the edition stays without its link."""

    def link(found: re.Match[str]) -> str:
        target = inside.get(found[1])
        return found[0].replace(f'href="{found[1]}"', f'href="{target}"', 1) if target else found[2]

    return _LINK.sub(link, svg)


def for_a_book(svg: str) -> str:
    """Give the wide picture alone, without links and data, its series as classes: what readers of books can draw."""
    wide = _WIDE.search(svg)
    plain = with_links(wide[0] if wide else svg, {})
    return _DATA.sub("", _SERIES.sub(r'class="\1 series-\3"\2', plain))

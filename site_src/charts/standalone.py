"""A chart's picture as a file of its own: with its title above and its sources below, and no link that would break.

The file is an SVG that any program opens; the page's script makes a PNG from the same bytes.
"""

from __future__ import annotations

import re
import textwrap
from html import escape

from site_src.charts.kinds import LETTER
from site_src.model import Chart

WIDTH = 800
PAD = 20
_SIZE = re.compile(r'width="([\d.]+)" height="([\d.]+)"')
_LINK = re.compile(r"<a [^>]*>")
_HOOKS = re.compile(r' data-(?:button|map)="[^"]*"')


def svg(chart: Chart, language: str, site: str) -> str:
    """Give the wide picture as a whole file in one language, signed with the site's name."""
    inner = chart.svg[language].partition("</svg>")[0] + "</svg>"
    inner = _HOOKS.sub("", _LINK.sub("<g>", inner).replace("</a>", "</g>"))
    size = _SIZE.search(inner)
    high = float(size[2]) if size else 0.0
    title = _lines(chart.title[language], 20)
    subtitle = _lines(chart.subtitle[language], 13)
    sources = "; ".join(source[language] for source in chart.sources if language in source)
    foot = _lines(f"{site}. {sources}", 11)
    top = PAD + len(title) * 26 + len(subtitle) * 18 + 8
    height = top + high + 14 + len(foot) * 15 + PAD
    placed = inner.replace("<svg ", f'<svg x="{PAD}" y="{top}" ', 1)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" width="{WIDTH}" height="{height:.0f}"'
        f' font-family="system-ui, sans-serif" color="#111">\n<rect width="100%" height="100%" fill="#fff"/>\n'
        + _texts(title, PAD + 18, 26, 'font-size="20" font-weight="700"')
        + _texts(subtitle, PAD + len(title) * 26 + 12, 18, 'font-size="13"')
        + placed
        + "\n"
        + _texts(foot, top + high + 24, 15, 'font-size="11"')
        + "</svg>\n"
    )


def _lines(text: str, size: int) -> list[str]:
    return textwrap.wrap(text, int((WIDTH - 2 * PAD) / (size * LETTER)))


def _texts(lines: list[str], y: float, step: int, style: str) -> str:
    return "".join(
        f'<text x="{PAD}" y="{y + number * step:.0f}" {style} fill="#111">{escape(line)}</text>\n'
        for number, line in enumerate(lines)
    )

"""Booklet -> one page that holds everything: entries, charts, claims, sources, styles and a search.

It asks nobody for anything: its policy allows no file at all, and of styles and scripts only those whose digests it names.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from itertools import groupby

from site_src.exports.editions.pictures import with_links
from site_src.model import Booklet, Page


def plan(book: Booklet, *, style: str, script: str) -> Page:
    """Plan the page; `style` and `script` stand in it letter by letter."""
    inside = _addresses(book)
    context = {
        "language": book.language,
        "book": book,
        "years": [(year, list(some)) for year, some in groupby(book.readings, lambda one: one.year)],
        "charts": [replace(one, svg=with_links(one.svg, inside)) for one in book.charts],
        "body": str,
        "style": style,
        "script": script,
        "csp": f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'",
    }
    return Page("index.html", "editions/single.html", book.language, context)


def _addresses(book: Booklet) -> Mapping[str, str]:
    """Tell where in the page stands what the site has pages for."""
    entries = {one.page.removeprefix(book.folder): f"#e-{one.id}" for one in book.readings}
    claims = {f"claims.html#claim-{one.id}": f"#claim-{one.id}" for one in book.claims}
    tables = {f"charts.html#{table.id}": f"#{table.id}" for chart in book.charts for table in chart.tables}
    return entries | claims | tables


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"

"""What a page says of itself in its head: title, outlet, date, authors, address and language."""

from __future__ import annotations

import json

from site_src.corpus.folding import Element
from site_src.corpus.front_matter import Value

EARLIEST, LATEST = "1990-01-01", "2099-12-31"
"""Bounds for dates in metadata; fixed, since the libraries' own bound is today."""


def about(tree: Element) -> dict[str, Value]:
    """Give title, outlet, date, authors, address and language as a page's metadata have them."""
    from trafilatura.metadata import extract_metadata

    dates = {"original_date": True, "extensive_search": False, "min_date": EARLIEST, "max_date": LATEST}
    try:
        found = extract_metadata(tree, date_config=dates, extensive=False)
    except Exception:  # noqa: BLE001  as above: metadata are a gift, not a condition
        return {}
    authors = [name.strip() for name in (found.author or "").split(";") if name.strip()]
    language = (tree.get("lang") or "").split("-")[0].lower()
    given = {
        "title": found.title,
        "outlet": found.sitename or _publisher(tree),
        "published": found.date,
        "url": found.url,
        "authors": authors,
        "lang": language,
    }
    return {key: value for key, value in given.items() if value}


def _publisher(tree: Element) -> str:
    """Give the publisher's name of a page's linked data (schema.org), or nothing."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            told = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for thing in told if isinstance(told, list) else [told]:
            publisher = thing.get("publisher") if isinstance(thing, dict) else None
            name = publisher.get("name") if isinstance(publisher, dict) else None
            if isinstance(name, str) and name.strip():
                return name
    return ""

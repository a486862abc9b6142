"""Pages -> `sitemap.xml` and `robots.txt`, for search engines.

A page's `lastmod` is the newest date among what it is made of; a page of which no such date is known has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from xml.etree import ElementTree as ET

from site_src.model import Booklet, Page

MOST = 50_000
"""Addresses of one file, by the protocol (sitemaps.org)."""
SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def listed(pages: Iterable[Page]) -> Iterator[str]:
    """Give the paths of the pages that search engines may list."""
    return (page.path for page in pages if not page.context.get("robots") and page.context.get("name") != "404.html")


def files(listed: Sequence[str], booklets: Sequence[Booklet]) -> Mapping[str, bytes]:
    """Write both; neither where the site has no address."""
    base = booklets[0].base_url if booklets else ""
    return dict(_files(listed, booklets, base)) if base else {}


def _files(listed: Sequence[str], booklets: Sequence[Booklet], base: str) -> Iterator[tuple[str, bytes]]:
    newest = {page: day.isoformat() for book in booklets for page, day in book.newest.items()}
    parts = [listed[start : start + MOST] for start in range(0, len(listed), MOST)]
    names = ["sitemap.xml"] if len(parts) < 2 else [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield name, _list("urlset", "url", [(_address(base, path), newest.get(path, "")) for path in part])
    if len(parts) > 1:
        yield "sitemap.xml", _list("sitemapindex", "sitemap", [(f"{base}/{name}", "") for name in names])
    yield "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {base}/sitemap.xml\n".encode()


def _address(base: str, path: str) -> str:
    """Give the address that the page itself names as its canonical one."""
    return f"{base}/{'' if path == 'index.html' else path}"


def _list(root: str, child: str, rows: Sequence[tuple[str, str]]) -> bytes:
    whole = ET.Element(root, {"xmlns": SPACE})
    for address, day in rows:
        one = ET.SubElement(whole, child)
        ET.SubElement(one, "loc").text = address
        if day:
            ET.SubElement(one, "lastmod").text = day
    ET.indent(whole, " ")
    found: bytes = ET.tostring(whole, encoding="utf-8", xml_declaration=True)
    return found + b"\n"

"""Booklets -> an EPUB 3 book: for each language a part, in it a chapter a year, the charts, the claims, the sources.

`plan` gives the pages to be rendered, `bind` packs them. Sources are numbered once for the whole book.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from uuid import NAMESPACE_URL, uuid5

from site_src.exports.editions.pictures import for_a_book
from site_src.exports.editions.texts import xml_text
from site_src.exports.editions.zipped import entry
from site_src.model import Booklet, Page
from site_src.wording import open_catalogue

FOLDER = "book"
CONTAINER = f"""<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="{FOLDER}/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of one language's part."""

    path: str
    """Inside the book's folder: `id/y2001.xhtml`."""
    title: str
    holds: Mapping[str, object]

    @property
    def svg(self) -> bool:
        """Whether it holds a picture, which the book's list must say."""
        return bool(self.holds.get("charts"))


def plan(books: Sequence[Booklet]) -> tuple[Page, ...]:
    """Plan every page of the book, the list of its files last."""
    first = books[0]
    parts = [(book, list(_chapters(book))) for book in books]
    chapters = [chapter for _, some in parts for chapter in some]
    pages = [_page(book, chapter) for book, some in parts for chapter in some]
    shared = {"language": first.language, "title": first.title, "books": books}
    listed = {**shared, "chapters": chapters, "identifier": _identifier(first), "as_of": first.as_of.isoformat()}
    return (
        *pages,
        Page("contents.xhtml", "editions/contents.html", first.language, {**shared, "parts": parts}),
        Page("package.opf", "editions/package.opf", first.language, listed),
    )


def bind(pages: Mapping[str, bytes], book: Booklet, *, style: str) -> bytes:
    """Pack the rendered pages; the kind of file comes first and unpacked, as the container's rules ask."""
    files = {"META-INF/container.xml": CONTAINER.encode(), f"{FOLDER}/style.css": style.encode()}
    files |= {f"{FOLDER}/{path}": xml_text(text.decode()).lstrip().encode() for path, text in pages.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as whole:
        whole.writestr(entry("mimetype", book.as_of), b"application/epub+zip", zipfile.ZIP_STORED)
        for path, text in sorted(files.items()):
            whole.writestr(entry(path, book.as_of), text, zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()


def _chapters(book: Booklet) -> Iterator[Chapter]:
    words = open_catalogue(book.language)
    yield Chapter(f"{book.language}/title.xhtml", book.title, {"part": "title"})
    for year, readings in groupby(book.readings, lambda one: one.year):
        title = str(year) if year else words.say("Date unknown")
        yield Chapter(f"{book.language}/y{year}.xhtml", title, {"readings": list(readings)})
    if book.charts:
        charts = [replace(one, svg=for_a_book(one.svg)) for one in book.charts]
        yield Chapter(f"{book.language}/charts.xhtml", words.say("Charts"), {"charts": charts})
    if book.claims:
        yield Chapter(f"{book.language}/claims.xhtml", words.say("Claims"), {"claims": book.claims})
    yield Chapter(f"{book.language}/sources.xhtml", words.say("Sources"), {"sources": book.sources})


def _page(book: Booklet, chapter: Chapter) -> Page:
    nothing = {"part": "", "readings": (), "charts": (), "claims": (), "sources": ()}
    context = {"language": book.language, "book": book, "title": chapter.title, "body": _as_xml}
    return Page(chapter.path, "editions/chapter.html", book.language, {**nothing, **context, **chapter.holds})


def _as_xml(body: str) -> str:
    """Write an editor's HTML as XML."""
    from lxml import etree, html  # type: ignore[import-untyped]

    whole = html.fragment_fromstring(body, create_parent="div")
    text: str = etree.tostring(whole, encoding="unicode", method="xml")
    return text


def _identifier(book: Booklet) -> str:
    """Give the book's own name: the publisher's tag, else a digest of where it stands and what it is called."""
    return f"tag:{book.tag}:book" if book.tag else uuid5(NAMESPACE_URL, f"{book.base_url}#{book.title}").urn

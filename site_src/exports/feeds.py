"""Booklets -> feeds: what is new, as Atom (RFC 4287) and JSON Feed (1.1), for everything, each country, each kind, corrections, and
releases.

feeds/all.atom, all.json, country-ID.*, kind-ID.*, corrections.*, changes.*      in each language's folder

An item's day is the newest among what its entry is made of: there is no clock. Entries that only tables tell have no
such day and stand in no feed. Identifiers are `tag:` addresses (RFC 4151) that name no place of the site: they survive a move.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from xml.etree import ElementTree as ET

from site_src.addresses import file_name
from site_src.exports import as_json
from site_src.exports.editions.texts import source_words, xml_text
from site_src.model import Booklet, Change, News, Reading

MOST = 100
"""Items of a feed."""


@dataclass(frozen=True, slots=True)
class Item:
    """What a feed tells."""

    id: str
    """Its `tag:` address."""
    url: str
    title: str
    lang: str
    summary: str
    html: str
    day: date
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed before it is written in a format."""

    name: str
    """Its file's, without suffix: `country-aaa`."""
    title: str
    page: str
    """The page that shows the same."""
    items: tuple[Item, ...]


def files(booklets: Sequence[Booklet]) -> Mapping[str, bytes]:
    """Write every feed by its address; none where the site has no address or its publisher no tag."""
    return dict(pair for book in booklets if book.base_url and book.tag for pair in _of(book))


def _of(book: Booklet) -> Iterator[tuple[str, bytes]]:
    for feed in _feeds(book):
        place = f"{book.folder}feeds/{feed.name}"
        yield f"{place}.atom", _atom(book, feed, f"{book.base_url}/{place}.atom")
        yield f"{place}.json", _json(book, feed, f"{book.base_url}/{place}.json")


def _feeds(book: Booklet) -> Iterator[Feed]:
    told = sorted((one for one in book.readings if one.told), key=lambda one: (one.told, one.id), reverse=True)
    items = [(reading, _entry(book, reading, reading.told)) for reading in told if reading.told]
    yield Feed("all", book.title, f"{book.folder}timeline.html", tuple(item for _, item in items[:MOST]))
    for id, name in book.countries.items():
        own = [item for reading, item in items if id in reading.countries]
        yield Feed(
            f"country-{file_name(id.lower())}", f"{book.title}: {name}", book.country_pages[id], tuple(own[:MOST])
        )
    kinds = sorted({reading.kind: reading.kind_name for reading in book.readings}.items())
    for id, name in kinds:
        own = [item for reading, item in items if reading.kind == id]
        yield Feed(f"kind-{file_name(id)}", f"{book.title}: {name}", f"{book.folder}timeline.html", tuple(own[:MOST]))
    page = f"{book.folder}corrections.html"
    yield Feed(
        "corrections",
        f"{book.title}: {book.corrections}",
        page,
        tuple(_change(book, one) for one in book.changes[:MOST]),
    )
    if book.news:
        page = book.news[0].page.partition("#")[0]
        told_news = tuple(_news(book, one) for one in book.news[:MOST])
        yield Feed("changes", f"{book.title}: {book.what_changed}", page, told_news)


def _entry(book: Booklet, reading: Reading, day: date) -> Item:
    first = reading.quotes[0].text if reading.quotes else ""
    quotes = "".join(
        f'<blockquote lang="{escape(one.lang)}">{escape(one.text)}</blockquote>'
        f"<p>{escape(source_words(book.sources[one.source - 1]))}</p>"
        for one in reading.quotes
    )
    labels = f" ({', '.join(reading.labels)})" if reading.labels else ""
    return Item(
        id=_tag(book, f"events/{file_name(reading.id)}"),
        url=f"{book.base_url}/{reading.page}",
        title=f"{reading.title}{labels}",
        lang=reading.lang,
        summary=f"{reading.dated}: {first or reading.title}",
        html=f"<p>{escape(reading.dated)}</p>{quotes}{''.join(body for body, _ in reading.written)}",
        day=day,
        tags=(reading.kind_name, *(book.countries[id] for id in reading.countries if id in book.countries)),
    )


def _change(book: Booklet, change: Change) -> Item:
    id = _tag(book, f"corrections/{file_name(change.id)}")
    url = f"{book.base_url}/{change.page}"
    return Item(id, url, change.deed, book.language, change.reason, f"<p>{escape(change.reason)}</p>", change.made)


def _news(book: Booklet, news: News) -> Item:
    """Tell a release with what it changed; of very much only the first lines: its page has them all."""
    lines = "".join(
        f'<li>{escape(deed)}: <a href="{escape(f"{book.base_url}/{page}")}">{escape(title)}</a></li>'
        if page
        else f"<li>{escape(deed)}: {escape(title)}</li>"
        for deed, title, page in news.lines[:MOST]
    )
    body = f"<p>{escape(news.summary)}</p>{f'<ul>{lines}</ul>' if lines else ''}"
    id, url = _tag(book, f"changes/{news.number}"), f"{book.base_url}/{news.page}"
    return Item(id, url, news.title, book.language, news.summary, body, news.day)


def _tag(book: Booklet, place: str) -> str:
    return f"tag:{book.tag}:{book.language}/{place}"


# --- Formats ---------------------------------------------------------------------------------------------------------


def _atom(book: Booklet, feed: Feed, own: str) -> bytes:
    root = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": book.language})
    _add(root, "id", _tag(book, f"feeds/{feed.name}"))
    _add(root, "title", feed.title)
    _add(root, "subtitle", book.subtitle or book.description)
    _add(root, "updated", _moment(max((item.day for item in feed.items), default=book.as_of)))
    _add(root, "link", rel="self", type="application/atom+xml", href=own)
    _add(root, "link", rel="alternate", type="text/html", href=f"{book.base_url}/{feed.page}")
    _add(_add(root, "author"), "name", book.title)
    _add(root, "generator", "Linimasa")
    for item in feed.items:
        entry = _add(root, "entry", **{"xml:lang": book.language})
        _add(entry, "id", item.id)
        _add(entry, "title", item.title, **({"xml:lang": item.lang} if item.lang != book.language else {}))
        _add(entry, "updated", _moment(item.day))
        _add(entry, "link", rel="alternate", type="text/html", href=item.url)
        for tag in item.tags:
            _add(entry, "category", term=tag)
        _add(entry, "summary", item.summary)
        _add(entry, "content", item.html, type="html")
    ET.indent(root, " ")
    found: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return found + b"\n"


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, name, {key: xml_text(value) for key, value in attributes.items()})
    child.text = xml_text(text) or None
    return child


def _json(book: Booklet, feed: Feed, own: str) -> bytes:
    return as_json(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": feed.title,
            "home_page_url": f"{book.base_url}/{feed.page}",
            "feed_url": own,
            "description": book.description,
            "language": book.language,
            "authors": [{"name": book.title, "url": f"{book.base_url}/{book.folder}"}],
            "items": [
                {
                    "id": item.id,
                    "url": item.url,
                    "title": item.title,
                    "summary": item.summary,
                    "content_html": item.html,
                    "date_modified": _moment(item.day),
                    "tags": list(item.tags),
                    "language": book.language,
                }
                for item in feed.items
            ],
        }
    )


def _moment(day: date) -> str:
    """Write a day as RFC 3339 wants it; its hour is not known."""
    return f"{day.isoformat()}T00:00:00Z"

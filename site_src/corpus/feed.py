"""Feeds: RSS and Atom, an entry an article; its words as HTML, folded like a page's.

<item><title>Gates Open</title><pubDate>Wed, 03 Jul 2024 06:30:00 +0700</pubDate><description>...</description></item>
"""

from __future__ import annotations

import re
import sys
from io import BytesIO
from typing import Any

import feedparser

from site_src.corpus.decoding import Decoded
from site_src.corpus.folding import Block, NoPage, fold, parsed
from site_src.corpus.front_matter import Value
from site_src.corpus.moments import moment
from site_src.corpus.raw import broken, joined, raw_record
from site_src.corpus.reading import Reading, Source, Span
from site_src.model import Issue

UTF8 = {"content-type": "application/xml; charset=utf-8"}
REFERENCE = re.compile(r"&#(?:[xX](?P<hexadecimal>[0-9a-fA-F]+)|(?P<decimal>[0-9]+))")
ENTRY = re.compile(r"<(?:\w+:)?(?:item|entry)[\s>]")

Entry = Any  # feedparser is untyped


def read_feed(source: Source, decoded: Decoded) -> Reading:
    """Read a feed; an entry without words is an Issue, the others are read."""
    text = REFERENCE.sub(_letter, decoded.text.replace("\x00", ""))
    # What an entry holds is folded to plain text below, so nothing is sanitised here; bytes, for a string could name a file.
    try:
        found = feedparser.parse(
            BytesIO(text.encode("utf-8", "replace")),
            response_headers=UTF8,
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception as error:  # noqa: BLE001 - on broken feeds the library raises what its own parts do
        message = f"the feed cannot be read: {type(error).__name__.lower()}"
        return Reading(issues=(Issue(source.path, 0, "corpus.feed", message, "skipped", "error"),))
    if not found.version and not found.entries:
        message = "no RSS or Atom feed, expected <rss>, <rdf:RDF> or <feed> with entries"
        return Reading(issues=(Issue(source.path, 0, "corpus.feed", message, "skipped", "error"),))
    lines = [text.count("\n", 0, each.start()) + 1 for each in ENTRY.finditer(text)]
    placed = lines if len(lines) == len(found.entries) else range(1, len(found.entries) + 1)
    read = [_entry(source, line, entry, found.feed) for line, entry in zip(placed, found.entries, strict=True)]
    return joined([_trouble(source, found), *read])


def _letter(reference: re.Match[str]) -> str:
    """Put the sign of a lost letter for a number that names none: the parser stops at such a one."""
    digits, base = (reference["hexadecimal"], 16) if reference["hexadecimal"] else (reference["decimal"], 10)
    digits = digits.lstrip("0")
    number = int(digits, base) if 0 < len(digits) <= 7 else 0
    return reference[0] if 0 < number < 0xD800 or 0xDFFF < number <= sys.maxunicode else "&#xFFFD"


def _trouble(source: Source, found: Any) -> Reading:
    """Say that the XML is broken; what can be read of it is read all the same."""
    error = found.get("bozo_exception")
    line = getattr(error, "getLineNumber", lambda: 0)()
    if not found.bozo or not line:
        return Reading(issues=() if found.entries else (_empty(source),))
    message = f"no well-formed XML: {error.getMessage()}"
    return Reading(issues=(Issue(source.path, line, "corpus.feed", message, "read as far as it can be"),))


def _empty(source: Source) -> Issue:
    return Issue(source.path, 0, "corpus.feed", "a feed without entries", "nothing is read")


def _entry(source: Source, line: int, entry: Entry, feed: Any) -> Reading:
    # In a feed whose tags do not fit, what is named may be there and hold nothing, not even an empty word.
    parts = entry.get("content") or [{"value": entry.get("summary")}]
    part = max(parts, key=lambda each: len(each.get("value") or ""))
    words, found = _folded(part.get("value") or "")
    if not words:
        return broken(source, line, "the entry has neither content nor a summary", "the entry is skipped")
    spans: tuple[Span, ...] = tuple((block.start, block.end) for block in found)
    keys = {key: value for key, value in _keys(entry, part, feed).items() if value} | {"text": words}
    return raw_record(source, line, keys, repr(sorted(keys.items())).encode("utf-8", "replace"), lambda _: spans)


def _keys(entry: Entry, part: Entry, feed: Any) -> dict[str, Value]:
    """Give what an entry says of itself, and the feed of all."""
    link = str(entry.get("link") or "")
    source = entry.get("source") or {}
    return {
        "id": " ".join(str(entry.get("id") or "").split()),
        "title": _plain(entry.get("title") or ""),
        "outlet": _plain(source.get("title") or feed.get("title") or ""),
        "published": _day(str(entry.get("published") or entry.get("updated") or "")),
        "url": link if link.startswith(("http://", "https://")) else "",
        "authors": [name for each in entry.get("authors") or () if (name := each.get("name"))],
        "lang": str(part.get("language") or feed.get("language") or "").split("-")[0].lower(),
    }


def _plain(title: str) -> str:
    """Give a title without tags and with its entities decoded: feeds write them once or twice over."""
    return _folded(title)[0] if "<" in title or "&" in title else title


def _folded(html: str) -> tuple[str, tuple[Block, ...]]:
    try:
        return fold(parsed(html))
    except NoPage:
        return "", ()


def _day(words: str) -> str:
    """Give a date as ISO 8601 in the feed's own time zone; words that are no date as they stand."""
    return moment(words) or words

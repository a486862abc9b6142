"""What several editions say of an entry in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_src.model import Booklet, Cited, Reading

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def quote_lines(booklet: Booklet, reading: Reading) -> Iterator[str]:
    """Quote an entry's sources, each with its outlet and date; an entry that only tables tell names their lines."""
    for quote in reading.quotes:
        notes = ", ".join(part for part in (quote.speaker, quote.stance) if part)
        yield f"“{quote.text}” {source_words(booklet.sources[quote.source - 1])}{f' [{notes}]' if notes else ''}"
    yield from reading.rows


def source_words(source: Cited) -> str:
    """Name a source in one line: outlet, date, what it retells, address, and that of a copy."""
    parts = (source.outlet, source.published, source.retold, source.url, source.archive)
    return f"({', '.join(part for part in parts if part)})"


def xml_text(text: str) -> str:
    """Leave out the characters that no XML may hold."""
    return _NO_XML.sub("", text)

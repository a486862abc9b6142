"""Booklets -> a spreadsheet (CSV): an entry a row, its title and date in every language, its quotes with their sources."""

from __future__ import annotations

from collections.abc import Sequence

from site_src.exports import as_csv
from site_src.exports.editions.texts import quote_lines, source_words
from site_src.model import Booklet, Reading


def write(booklets: Sequence[Booklet]) -> bytes:
    """Write the spreadsheet; what is not in every language is in the first one's."""
    first = booklets[0]
    head = ["id", "edtf", "earliest", "latest", "grain", "stance", "kind"]
    head += [f"{name}_{book.language}" for book in booklets for name in ("title", "date")]
    head += ["actors", "place", "labels", "quotes", "sources", "tables"]
    rows = zip(*(book.readings for book in booklets), strict=True)
    return as_csv([head, *(_row(first, readings) for readings in rows)])


def _row(book: Booklet, readings: Sequence[Reading]) -> list[str]:
    one = readings[0]
    numbers = dict.fromkeys(quote.source for quote in one.quotes)
    return [
        one.id,
        one.when.edtf,
        one.when.earliest.isoformat(),
        one.when.latest.isoformat(),
        one.when.grain,
        one.stance,
        one.kind,
        *(words for reading in readings for words in (reading.title, reading.dated)),
        "; ".join(one.actors),
        one.place,
        "; ".join(one.labels),
        "\n".join(list(quote_lines(book, one))[: len(one.quotes)]),
        "\n".join(f"{book.sources[number - 1].title} {source_words(book.sources[number - 1])}" for number in numbers),
        "\n".join(one.rows),
    ]

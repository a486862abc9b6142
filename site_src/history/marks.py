"""Event -> how a release keeps it: its words, and the marks by which it is found again at another address."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from site_src.model import Event, Published

MOST = 24
"""Sentences by which an entry is known. Of more, those with the smallest digests: a fair sample that new ones change little."""


def digest(words: str) -> str:
    """Give eight digits that stand for words: they find them again, and tell nobody what they were."""
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def marks(event: Event) -> frozenset[str]:
    """Give the marks of all sentences and rows of an entry, whatever their articles are called and their lines are."""
    return frozenset((*_sentences(event), *_rows(event)))


def published(event: Event) -> Published:
    """Keep an entry as a release publishes it."""
    titles: dict[str, str] = {}
    for code in sorted(event.title, key=lambda code: (event.title_language.get(code, code) != code, code)):
        titles.setdefault(event.title_language.get(code) or code, event.title[code])
    return Published(
        address=event.id,
        fate="stands",
        edtf=event.when.edtf,
        kind=event.kind,
        stance=event.stance,
        titles=titles,
        articles=tuple(sorted({digest(proof.article) for proof in event.evidence})),
        marks=(*sorted(_sentences(event))[:MOST], *sorted(_rows(event))),
    )


def standing(articles: Iterable[str]) -> frozenset[str]:
    """Give the digests of the articles that are there."""
    return frozenset(map(digest, articles))


def _sentences(event: Event) -> frozenset[str]:
    return frozenset(digest(" ".join(proof.quote.split())) for proof in event.evidence)


def _rows(event: Event) -> frozenset[str]:
    """A row is known by its table and what it says: neither its line nor its day lasts."""
    titles = " ".join(title for _, title in sorted(event.title.items()))
    return frozenset(digest(f"{row.table} {titles}") for row in event.rows)

"""The whole river for one file: read, clean, find, date, tell, merge, and hold every quote against its source."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from site_src import articles, corpus, events, languages, reading, statements, topic
from site_src.mentions.entities import Gazetteer
from site_src.model import Issue
from tests.site.sites import FIKTIF


@lru_cache(maxsize=1)
def knowledge() -> reading.Knowledge:
    """Load the packs and the invented topic once."""
    known, _ = topic.load(FIKTIF)
    return reading.Knowledge(languages.load(), known, Gazetteer.of(known), Path())


def flow(path: Path) -> list[Issue]:
    """Take a file through every stage that reads what it holds; whatever it is, nothing may be raised."""
    known = knowledge()
    own = reading.Knowledge(known.packs, known.topic, known.gazetteer, path.parent)
    read = reading.read_one(own, path)
    found, in_ids = corpus.unique(read.texts)
    assembled = articles.assemble(found, own.packs, own.topic)
    told = [
        one
        for article in assembled.articles
        for one in statements.tell(article, pack=own.packs.get(article.language), topic=own.topic)
    ]
    merged = events.merge(told, assembled.articles, own.topic, own.packs)
    wrong = events.check_quotes(assembled.articles, merged.events, merged.claims, merged.days)
    assert not wrong, wrong[0].message
    return [*read.issues, *in_ids, *assembled.issues, *merged.issues]

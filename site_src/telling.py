"""Dated articles -> ArticleTold: the days that each names and what it tells, worked out once and remembered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from site_src import allowance, articles, cache, events, statements
from site_src.interning import Shared
from site_src.model import Article, Issue, Resolved, Statement, packed_days
from site_src.reading import Knowledge
from site_src.remembering import Remembering


@dataclass(frozen=True, slots=True)
class ArticleTold:
    """What one dated article tells."""

    days: bytes | tuple[Resolved, ...]
    """What its time expressions are resolved to, as its article holds it."""
    statements: tuple[Statement, ...]
    doubts: tuple[Issue, ...] = ()
    """The weekdays that do not fit their dates."""
    issues: tuple[Issue, ...] = ()
    """Why it tells nothing, if it was cut."""
    prepared: events.Prepared | None = None
    """What merging needs of it; None if it was cut."""


def tell_all(
    found: Sequence[Article], read_keys: Mapping[str, bytes], knowledge: Knowledge, remembering: Remembering
) -> list[ArticleTold]:
    """Say what every article tells, or remember what an earlier run took from the same text, dated the same.

    `read_keys` are the keys of what was read, by the articles' paths.
    """
    keys, name = [_key(article, read_keys[article.path]) for article in found], knowledge.key("statements")
    shared = Shared()

    def held(told: ArticleTold) -> ArticleTold:
        return replace(told, statements=tuple(map(shared.statement, told.statements)))

    return remembering.run(
        _tell, found, keys, ArticleTold, what="statements", name=name, context=knowledge, lasts=_lasts, held=held
    )


def _lasts(_: Article, told: ArticleTold) -> bool:
    return not told.issues


def _key(article: Article, read: bytes) -> bytes:
    """Make the key of what an article tells: that of its file, and what the other articles made of it."""
    dated = cache.pack((article.published, article.clock, article.part_of, article.origins, article.copy_of))
    if not read or dated is None:
        return b""
    return cache.key("told", read.hex(), article.id, str(article.text.raw.line), sha256(dated).hexdigest())


def _tell(knowledge: Knowledge, article: Article) -> ArticleTold:
    """Tell what an article says, in the time that one may take."""
    try:
        return allowance.within(allowance.SECONDS, _told, knowledge, article)
    except allowance.Exceeded:
        issue = allowance.cut(
            article.path, article.text.raw.line, "telling", allowance.SECONDS, "the article says nothing"
        )
        return ArticleTold((), (), issues=(issue,))


def _told(knowledge: Knowledge, article: Article) -> ArticleTold:
    resolved = articles.resolve_times(article, knowledge.packs, knowledge.topic)
    told = statements.tell(resolved, pack=knowledge.packs.get(article.language), topic=knowledge.topic)
    prepared = events.prepare(resolved, told, knowledge.topic, knowledge.packs)
    return ArticleTold(packed_days(resolved.times), told, tuple(articles.doubts(resolved)), prepared=prepared)


def with_days(article: Article, told: ArticleTold) -> Article:
    """Give an article its resolved times."""
    return replace(article, resolved=told.days)


def prepared(
    found: Sequence[Article], told: Sequence[ArticleTold]
) -> dict[str, tuple[tuple[Statement, ...], events.Prepared]]:
    """Give the very statements of each article, by its id, with what is prepared of them."""
    pairs = zip(found, told, strict=True)
    return {article.id: (one.statements, one.prepared) for article, one in pairs if one.prepared is not None}

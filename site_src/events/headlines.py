"""Find the entry whose news an article's headline is, so that it can be the entry's title.

A headline belongs to the statement of its article that shares most of its words, if it is told early and most of them
are shared. One headline titles one entry.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from site_src.events.extracts import LONGEST
from site_src.events.nodes import stems
from site_src.model import Article, Statement

_SHARED = 0.5
"""The part of a headline's stems that its statement must hold."""
_EARLY = 0.6
"""The prominence that its statement must have: the first paragraphs."""
_SITE = re.compile(r"(?<!\s)\s+[-–—|]\s+\S+(?:\s\S+){0,3}\s?$")
"""What a page's title adds to a headline: the site's name, at most four words."""


def headline(article: Article) -> str:
    """Give an article's headline where it can stand as a title: no copy, no question, nothing cut off, not too long."""
    if article.copy_of:
        return ""
    title = _SITE.sub("", article.text.title).strip()
    if not title or len(title) > LONGEST or len(title.split()) < 4 or title.endswith(("?", "…", "...", ":")):
        return ""
    return title


def shared(statement: Statement, title: str) -> float:
    """Give the part of its article's headline that a statement shares; 0 if the headline cannot be its title."""
    if not title or statement.prominence < _EARLY:
        return 0.0
    wanted = stems(title)
    part = len(wanted & stems(statement.evidence.quote)) / max(1, len(wanted))
    return part if part >= _SHARED else 0.0


def headed(
    statements: Iterable[Statement], articles: Mapping[str, Article], share: Callable[[Statement, Article], float]
) -> Mapping[str, str]:
    """Give the headlines by the id of the statement that each of them tells; `share` gives what a statement shares."""
    best: dict[str, tuple[float, float, str]] = {}
    for statement in statements:
        article = articles.get(statement.evidence.article)
        part = share(statement, article) if article else 0.0
        if article and part:
            rank = (part, statement.prominence, statement.id)
            best[article.id] = max(rank, best.get(article.id, rank))
    return {id: headline(articles[article]) for article, (_, _, id) in best.items()}

"""Find the entry whose news an article's headline is, so that it can be the entry's title.

A headline belongs to the statement of its article that shares most of its words, if it is told early and most of them
are shared. One headline titles one entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

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
    """Give an article's headline where it can stand as a title: no question, nothing cut off, not too long."""
    title = _SITE.sub("", article.text.title).strip()
    if not title or len(title) > LONGEST or len(title.split()) < 4 or title.endswith(("?", "…", "...", ":")):
        return ""
    return title


def headed(statements: Iterable[Statement], articles: Sequence[Article]) -> Mapping[str, str]:
    """Give the headlines by the id of the statement that each of them tells."""
    heads = {article.id: headline(article) for article in articles if not article.copy_of}
    best: dict[str, tuple[float, float, str]] = {}
    for statement in statements:
        title = heads.get(statement.evidence.article, "")
        if not title or statement.prominence < _EARLY:
            continue
        wanted = stems(title)
        part = len(wanted & stems(statement.evidence.quote)) / max(1, len(wanted))
        rank = (part, statement.prominence, statement.id)
        if part >= _SHARED and rank > best.get(statement.evidence.article, (0.0, 0.0, "")):
            best[statement.evidence.article] = rank
    return {id: heads[article] for article, (_, _, id) in best.items()}

"""Choose days by plain counting: what importance must beat.

Days are counted from the same resolved dates. A count of once an article is the strongest that we know.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from site_src.model import Article


def _named(article: Article) -> Iterator[date]:
    for time in article.times:
        if time.when and time.when.grain == "day":
            yield time.when.earliest


def mentions(articles: Sequence[Article]) -> Counter[date]:
    """Count every mention of a day."""
    return Counter(day for article in articles for day in _named(article))


def naming_articles(articles: Sequence[Article]) -> Counter[date]:
    """Count the articles that name a day."""
    return Counter(day for article in articles for day in dict.fromkeys(_named(article)))


def publications(articles: Sequence[Article]) -> Counter[date]:
    """Count the articles that were published on a day."""
    return Counter(article.published.when.earliest for article in articles if article.published.when)


COUNTERS: Mapping[str, Callable[[Sequence[Article]], Mapping[date, float]]] = {
    "publications": publications,
    "mentions": mentions,
    "mentions and publications": lambda articles: mentions(articles) + publications(articles),
    "articles that name it": naming_articles,
    "articles that name it, and publications": lambda articles: naming_articles(articles) + publications(articles),
}

"""Articles -> outlets that no table knows, with the lines that stand on several of their pages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from site_src.model import Article
from site_src.topic.values import Topic

_SEVERAL = 3
"""Articles of an outlet in which a line must stand to be its page's."""
_LONGEST_LINE = 120


@dataclass(frozen=True, slots=True)
class NewOutlet:
    """An outlet that a topic may want to know."""

    name: str
    count: int
    domains: tuple[str, ...]
    lines: tuple[str, ...]


def new_outlets(articles: Sequence[Article], topic: Topic) -> tuple[NewOutlet, ...]:
    """Give the outlets that articles name and no table knows, the most frequent first."""
    known = {name.lower() for outlet in topic.outlets.values() for name in (outlet.id, outlet.name, *outlet.aliases)}
    counted: Counter[str] = Counter()
    domains: dict[str, set[str]] = defaultdict(set)
    lines: dict[str, Counter[str]] = defaultdict(Counter)
    for article in articles:
        own = article.text.outlet
        counted.update(name for name in (own, *(report.outlet for report in article.front.retells)) if name)
        if own:
            host = urlsplit(article.front.url).hostname or ""
            domains[own].update({host.removeprefix("www.")} - {""})
            lines[own].update(_lines(article))
    return tuple(
        NewOutlet(
            name,
            number,
            tuple(sorted(domains[name])),
            tuple(sorted(line for line, times in lines[name].items() if times >= max(_SEVERAL, number / 3))),
        )
        for name, number in sorted(counted.items(), key=lambda item: (-item[1], item[0]))
        if name.lower() not in known
    )


def _lines(article: Article) -> set[str]:
    """Give the whole lines that were kept as sentences of the article."""
    source = article.source
    kept = {
        source[sentence.start : sentence.end].strip()
        for sentence in article.text.sentences
        if sentence.role in ("lead", "body", "caption")
    }
    return {line for text in source.splitlines() if (line := text.strip()) in kept and len(line) <= _LONGEST_LINE}


def pattern(line: str) -> str:
    """Write a line as a regular expression for itself, readable where it can be."""
    return re.sub(r"\\([ ,:&'-])", r"\1", re.escape(line))

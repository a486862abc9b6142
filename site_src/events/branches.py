"""What explanations are made of: lines that rest on lines, down to a file and its line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from site_src.model import Article, Evidence


@dataclass(frozen=True, slots=True)
class Branch:
    """A line of an explanation and what it rests on."""

    label: str
    children: tuple[Branch, ...] = ()


def section(label: str, children: Iterable[Branch]) -> tuple[Branch, ...]:
    """Give a branch with its children; nothing where there are none."""
    told = tuple(children)
    return (Branch(label, told),) if told else ()


def standing(evidence: Evidence, articles: Mapping[str, Article], children: Iterable[Branch] = ()) -> Branch:
    """Give a quote with the file and the line in which it stands."""
    article = articles.get(evidence.article)
    place = evidence.article
    if article is not None:
        begins = article.text.raw.line
        lines = 0 if article.text.raw.media == "record" else article.source.count("\n", 0, evidence.start)
        place = f"{article.path}:{begins + lines}"
    return Branch(f"{place}: {' '.join(evidence.quote.split())}", tuple(children))

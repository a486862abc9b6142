"""Merge what articles and tables say into events, claims and days. The order of input changes nothing.

statements -> nodes + seeds -> clusters -> drafts -> addresses, titles, accounts, links -> Event
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from site_src.events.accounts import accounts
from site_src.events.addresses import addresses
from site_src.events.claims import list_claims
from site_src.events.clusters import cluster
from site_src.events.days import list_days, mentions, origins_naming
from site_src.events.drafts import Draft, draft
from site_src.events.importance import importance
from site_src.events.links import links
from site_src.events.nodes import group, tells_event
from site_src.events.once import fold_once
from site_src.events.seeds import seeds
from site_src.events.titles import titles
from site_src.model import Article, Claim, Day, Event, Join, Statement
from site_src.topic.values import Topic


@dataclass(frozen=True, slots=True)
class Merged:
    """What the corpus and the tables say together."""

    events: tuple[Event, ...]
    """By day, then by id."""
    claims: tuple[Claim, ...]
    days: tuple[Day, ...]


def _published(articles: Sequence[Article]) -> Mapping[str, str]:
    return {
        article.id: article.published.when.earliest.isoformat() if article.published.when else "9999"
        for article in articles
    }


def _joins(entry: Draft) -> tuple[Join, ...]:
    """Name the joins by statements and rows, not by nodes."""
    named = {
        node.key: node.statements[0].id if node.statements else f"{node.rows[0].table}:{node.rows[0].line}"
        for node in entry.cluster.nodes
    }
    return tuple(
        Join(named[pair.left], named[pair.right], pair.score, pair.reasons)
        for pair in sorted(entry.cluster.joins, key=lambda pair: (pair.left, pair.right))
    )


def _events(
    drafts: Sequence[Draft], topic: Topic, articles: Sequence[Article], counts: Mapping[date, int]
) -> tuple[Event, ...]:
    published = _published(articles)
    spoken = {article.id: article.language for article in articles}
    first = [
        published.get(entry.statements[0].evidence.article, "9999") if entry.statements else "9999" for entry in drafts
    ]
    ids = addresses(drafts, first, topic)
    related: dict[int, list[tuple[str, str]]] = {}
    for at, to, relation in links(drafts, topic):
        related.setdefault(at, []).append((ids[to], relation))
    events = []
    for at, entry in enumerate(drafts):
        title, language = titles(entry, topic, topic.languages, spoken)
        events.append(
            Event(
                id=ids[at],
                when=entry.when,
                kind=entry.kind,
                stance=entry.stance,
                title=title,
                title_language=language,
                actors=entry.actors,
                place=entry.place,
                statements=entry.statements,
                rows=entry.rows,
                joins=_joins(entry),
                accounts=accounts(entry, topic),
                importance=importance(entry, topic, counts),
                confidence=entry.confidence,
                origins=entry.origins,
                related=tuple(sorted(related.get(at, ()))),
            )
        )
    return tuple(sorted(events, key=lambda event: (event.when.earliest, event.when.latest, event.id)))


def merge(statements: Sequence[Statement], articles: Sequence[Article], topic: Topic) -> Merged:
    """Say what all statements and the topic's rows tell together.

    Pure; the result is the same for any order of `statements` and `articles`.
    """
    named = mentions(articles)
    counts = origins_naming(named, articles)
    published = _published(articles)
    telling = [statement for statement in statements if tells_event(statement, topic)]
    nodes = (*group(telling, published, topic), *seeds(topic))
    drafts = fold_once(tuple(draft(found, topic, published) for found in cluster(nodes, topic)), topic)
    events = _events(drafts, topic, articles, counts)
    return Merged(events, list_claims(statements, articles, topic), list_days(named, counts, events))

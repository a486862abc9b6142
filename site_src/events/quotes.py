"""Check that every quote stands in its article, letter by letter at its offsets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from site_src.model import Article, Claim, Day, Event, Evidence, Issue


def _quotes(events: Sequence[Event], claims: Sequence[Claim], days: Sequence[Day]) -> Iterator[tuple[str, Evidence]]:
    for event in events:
        for statement in event.statements:
            yield event.id, statement.evidence
        for accounts in event.accounts.values():
            yield from ((event.id, evidence) for account in accounts for evidence in account.evidence)
    yield from ((claim.id, evidence) for claim in claims for evidence in claim.evidence)
    yield from ((day.day.isoformat(), evidence) for day in days for evidence in day.sentences)


def check_quotes(
    articles: Iterable[Article], events: Sequence[Event], claims: Sequence[Claim], days: Sequence[Day]
) -> tuple[Issue, ...]:
    """Give an error for every quote that is not `source[start:end]` of its article; none is the promise."""
    by_id = {article.id: article for article in articles}
    sources = {id: article.source for id, article in by_id.items()}
    found = set()
    for owner, evidence in _quotes(events, claims, days):
        source = sources.get(evidence.article)
        if source is not None and source[evidence.start : evidence.end] == evidence.quote:
            continue
        article = by_id.get(evidence.article)
        if article is None:
            message = f"the quote of {owner} names the article {evidence.article}, which was not read"
            found.add(Issue(evidence.article, 0, "events.quote", message, "the build stops", "error"))
        else:
            line = article.source.count("\n", 0, evidence.start) + article.text.raw.line
            message = f"the quote of {owner} at {evidence.start}-{evidence.end} is not what the article says there"
            found.add(Issue(article.path, line, "events.quote", message, "the build stops", "error"))
    return tuple(sorted(found))

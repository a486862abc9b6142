"""Explain an entry or a claim as a tree: why this day, why together, who says so, and what an editor changed.

explain("2001-06-15-founding", timeline)  ->  Branch("2001-06-15-founding", (Branch("joined ..."), ...))
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from site_src.events.branches import Branch, section, standing
from site_src.events.explaining_claims import claim_tree
from site_src.model import Account, Article, Corrected, Curated, Event, Join, Statement, Target, Timeline
from site_src.topic.values import Topic


def explain(id: str, timeline: Timeline, topic: Topic | None = None) -> Branch | None:
    """Give the tree from an entry or a claim down to file and line; None if there is none of that id."""
    event = next((event for event in timeline.events if event.id == id), None)
    if event is not None:
        return _event_tree(event, timeline)
    claim = next((claim for claim in timeline.claims if claim.id == id), None)
    return claim_tree(claim, timeline, topic) if claim is not None else None


def _event_tree(event: Event, timeline: Timeline) -> Branch:
    articles = {article.id: article for article in timeline.articles}
    head = f"{event.id}: {event.when.edtf}, {event.kind}, {event.stance}, importance {event.importance:.2f}"
    names = _names(event, articles)
    told = (_account(field, account) for field, accounts in sorted(event.accounts.items()) for account in accounts)
    own = {change.id for change in event.corrections}
    changes = (_change(one) for one in timeline.corrections if one.correction.id in own)
    return Branch(
        head,
        section("why this day", _day(event, articles))
        + section("joined because", (_join(join, names) for join in event.joins))
        + section("statements", (_statement(statement, articles) for statement in event.statements))
        + section("rows", (Branch(f"{row.table}:{row.line} {row.source}") for row in event.rows))
        + section("written by editors", (_curated(text) for text in event.curated))
        + section("corrected by editors", changes)
        + section("accounts", told)
        + section("related", (Branch(f"{relation}: {other}") for other, relation in event.related)),
    )


def _day(event: Event, articles: Mapping[str, Article]) -> Iterator[Branch]:
    """Say who tells the entry's day, by which words, counted from which clock."""
    chosen = next((one for one in event.accounts.get("when", ()) if one.preferred), None)
    if chosen and chosen.reason:
        yield Branch(f"{event.when.edtf}: {chosen.reason}")
    seen = set[str]()
    for statement in event.statements:
        when = statement.when
        if when is None or when.edtf != event.when.edtf:
            continue
        article = articles.get(statement.evidence.article)
        line = f"{statement.evidence.article}: “{when.text}” is {when.edtf} - {statement.when_how}"
        if line not in seen:
            seen.add(line)
            yield Branch(line, tuple(_clock(article)) if article else ())
    for row in event.rows:
        yield Branch(f"{row.table}:{row.line} stands in the topic")


def _clock(article: Article) -> Iterator[Branch]:
    """Say when the article was published, and from which day its relative words count."""
    published = article.published
    day = published.when.edtf if published.when else "no day found"
    reasons = tuple(Branch(reason) for reason in published.reasons)
    yield Branch(f"published: {day} ({published.how}, confidence {published.confidence:.2f})", reasons)
    if article.clock and not (published.when and published.when.latest == article.clock):
        yield Branch(f"relative words count from {article.clock}")


def _names(event: Event, articles: Mapping[str, Article]) -> Mapping[str, str]:
    """Name the sides of joins by the places of their statements, so that nobody must look digests up."""
    return {
        statement.id: f"{standing(statement.evidence, articles).label.partition(': ')[0]} ({statement.id})"
        for statement in reversed(event.statements)
    }


def _join(join: Join, names: Mapping[str, str]) -> Branch:
    reasons = tuple(Branch(f"{reason.score:+.2f} {reason.feature}: {reason.sentence}") for reason in join.reasons)
    left, right = (names.get(side, side) for side in (join.left, join.right))
    return Branch(f"{left} + {right}: {join.score:.2f}", reasons)


def _statement(statement: Statement, articles: Mapping[str, Article]) -> Branch:
    told = [
        Branch(f"statement {statement.id}"),
        Branch(f"{statement.kind}, {statement.stance}, confidence {statement.confidence:.2f}"),
        Branch(f"day: {statement.when.edtf if statement.when else 'none'} - {statement.when_how}"),
    ]
    fields = (
        ("actors", ", ".join(statement.actors)),
        ("organisation", statement.organisation),
        ("place", statement.place),
        ("meeting", statement.series),
        ("speaker", statement.speaker),
        ("origins", ", ".join(statement.origins)),
    )
    told += [Branch(f"{name}: {value}") for name, value in fields if value]
    return standing(statement.evidence, articles, told)


def _account(field: str, account: Account) -> Branch:
    by = ", ".join([*(item.article for item in account.evidence), *(f"{row.table}:{row.line}" for row in account.rows)])
    mark = "preferred" if account.preferred else "told"
    return Branch(f"{field} {account.value} ({mark}: {account.reason}) by {by}")


def _curated(text: Curated) -> Branch:
    sources = (
        Branch(" ".join(part for part in (source.outlet, source.date, source.title, source.url) if part))
        for source in text.sources
    )
    return Branch(f"{text.row.table}: {text.when.edtf}, {text.kind}", tuple(sources))


def _change(told: Corrected) -> Branch:
    change = told.correction
    to = change.to or " / ".join(change.titles[code] for code in sorted(change.titles))
    lines = [f"about {_target(change.target)}"]
    lines += [f"{'with' if change.does == 'join' else 'from'} {_target(change.other)}"] if change.other else []
    lines += [f"from {change.found} to {to}"] if to else []
    lines += [f"because: {words}" for _, words in sorted(change.reason.items())]
    head = f"{change.row.table}:{change.row.line} {change.id}: {change.does}, {change.made}"
    return Branch(head, tuple(map(Branch, lines)))


def _target(target: Target) -> str:
    return target.entry or f"{target.article}: “{target.words}”"

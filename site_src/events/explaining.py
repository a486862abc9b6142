"""Explain an entry as a tree: its joins with their reasons, its statements with their rules, its rows.

explain("2001-06-15-founding", timeline)  ->  Branch("2001-06-15-founding", (Branch("joined ..."), ...))
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_src.model import Account, Article, Join, Statement, Timeline


@dataclass(frozen=True, slots=True)
class Branch:
    """A line of an explanation and what it rests on."""

    label: str
    children: tuple[Branch, ...] = ()


def _place(statement: Statement, articles: dict[str, Article]) -> str:
    """Give the file and the line in which a quote stands."""
    article = articles.get(statement.evidence.article)
    if article is None:
        return statement.evidence.article
    line = article.source.count("\n", 0, statement.evidence.start) + article.text.raw.line
    return f"{article.path}:{line}"


def _statement(statement: Statement, articles: dict[str, Article]) -> Branch:
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
    return Branch(f"{_place(statement, articles)}: {' '.join(statement.evidence.quote.split())}", tuple(told))


def _join(join: Join) -> Branch:
    reasons = tuple(Branch(f"{reason.score:+.2f} {reason.feature}: {reason.sentence}") for reason in join.reasons)
    return Branch(f"{join.left} + {join.right}: {join.score:.2f}", reasons)


def _account(field: str, account: Account) -> Branch:
    by = ", ".join([*(item.article for item in account.evidence), *(f"{row.table}:{row.line}" for row in account.rows)])
    mark = "preferred" if account.preferred else "told"
    return Branch(f"{field} {account.value} ({mark}: {account.reason}) by {by}")


def _section(label: str, children: Iterable[Branch]) -> tuple[Branch, ...]:
    told = tuple(children)
    return (Branch(label, told),) if told else ()


def explain(event_id: str, timeline: Timeline) -> Branch | None:
    """Give the tree from an entry down to file and line; None if there is no such entry."""
    event = next((event for event in timeline.events if event.id == event_id), None)
    if event is None:
        return None
    by_id = {article.id: article for article in timeline.articles}
    head = f"{event.id}: {event.when.edtf}, {event.kind}, {event.stance}, importance {event.importance:.2f}"
    told = (_account(field, account) for field, accounts in sorted(event.accounts.items()) for account in accounts)
    return Branch(
        head,
        _section("joined because", (_join(join) for join in event.joins))
        + _section("statements", (_statement(statement, by_id) for statement in event.statements))
        + _section("rows", (Branch(f"{row.table}:{row.line} {row.source}") for row in event.rows))
        + _section("accounts", told)
        + _section("related", (Branch(f"{relation}: {other}") for other, relation in event.related)),
    )

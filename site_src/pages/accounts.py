"""Accounts that differ: for a field of an entry each value, who tells it, and why one of them is preferred."""

from __future__ import annotations

from dataclasses import dataclass

from site_src.model import Account, Event, Evidence, Row, Statement
from site_src.pages.cards import differs
from site_src.pages.desk import Desk
from site_src.pages.edtf import read_edtf
from site_src.pages.passages import passage, row_sources
from site_src.pages.reasons import Told, reason
from site_src.pages.views import Passage, RowSource
from site_src.wording import msgid
from site_src.wording.dates import date_words

FIELDS = {
    "when": msgid("Date"),
    "place": msgid("Place"),
    "actors": msgid("Who"),
    "status": msgid("Status"),
    "organisation": msgid("Organisation"),
    "title": msgid("Title"),
    "kind": msgid("Kind"),
    "stance": msgid("Stance"),
}


@dataclass(frozen=True, slots=True)
class Version:
    """One value that is told."""

    value: str
    preferred: bool
    reason: Told | None
    passages: tuple[Passage, ...]
    rows: tuple[RowSource, ...]
    contradicts: bool = False
    """Whether it cannot be true together with the preferred one."""


@dataclass(frozen=True, slots=True)
class Contest:
    """A field for which one or more values are told."""

    name: str
    differs: bool
    versions: tuple[Version, ...]


def contests(desk: Desk, start: str, event: Event) -> tuple[Contest, ...]:
    """Show every field of an entry for which more than one value is told, those that differ first."""
    found = [
        Contest(
            desk.say(FIELDS.get(field, field)),
            differs(accounts),
            tuple(_version(desk, start, event, field, account) for account in sorted(accounts, key=_preferred_first)),
        )
        for field, accounts in event.accounts.items()
        if len(accounts) > 1
    ]
    return tuple(sorted(found, key=lambda contest: not contest.differs))


def settled(desk: Desk, event: Event) -> Told | None:
    """Say who agrees on an entry's date; None where nothing was compared."""
    accounts = event.accounts.get("when", ())
    chosen = next((account for account in accounts if account.preferred and account.reason), None)
    return reason(desk, chosen.reason) if chosen else None


def _preferred_first(account: Account) -> bool:
    return not account.preferred


def quoted(event: Event) -> frozenset[Evidence]:
    """Collect the quotes that stand beside the accounts that differ."""
    return frozenset(
        evidence
        for accounts in event.accounts.values()
        if differs(accounts)
        for account in accounts
        for evidence in account.evidence
    )


def rows_beside(event: Event) -> frozenset[Row]:
    """Collect the table rows that stand beside the accounts that differ."""
    return frozenset(
        row for accounts in event.accounts.values() if differs(accounts) for account in accounts for row in account.rows
    )


def _claimed(desk: Desk, evidence: Evidence) -> str:
    """Find the words of a claim that a quote was taken for."""
    claims = desk.holdings.claims_of_article.get(evidence.article, ())
    return next((claim.text for claim in claims if evidence in claim.evidence), "")


def _passage(desk: Desk, start: str, event: Event, evidence: Evidence) -> Passage:
    statement = _statement(event, evidence)
    return passage(desk, start, evidence, statement, key="" if statement else _claimed(desk, evidence))


def _statement(event: Event, evidence: Evidence) -> Statement | None:
    return next((one for one in event.statements if one.evidence == evidence), None)


def _version(desk: Desk, start: str, event: Event, field: str, account: Account) -> Version:
    return Version(
        value=value_words(desk, field, account.value),
        preferred=account.preferred,
        reason=reason(desk, account.reason) if account.reason else None,
        passages=tuple(_passage(desk, start, event, evidence) for evidence in account.evidence),
        rows=row_sources(desk, account.rows),
        contradicts=account.contradicts,
    )


def value_words(desk: Desk, field: str, value: str) -> str:
    """Tell a value in words: a date from its EDTF, a name from its id; anything else stands as it is."""
    if field == "when":
        when = read_edtf(value)
        return date_words(when, desk.words).full if when else value
    return ", ".join(desk.name(part.strip()) for part in value.split(","))

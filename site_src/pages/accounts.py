"""Accounts that differ: for a field of an entry each value, who tells it, and why one of them is preferred."""

from __future__ import annotations

from dataclasses import dataclass

from site_src.model import Account, Event
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


@dataclass(frozen=True, slots=True)
class Contest:
    """A field for which one or more values are told."""

    name: str
    differs: bool
    versions: tuple[Version, ...]


def contests(desk: Desk, start: str, event: Event) -> tuple[Contest, ...]:
    """Show every field of an entry for which accounts are kept, those that differ first."""
    found = [
        Contest(
            desk.say(FIELDS.get(field, field)),
            differs(accounts),
            tuple(_version(desk, start, field, account) for account in sorted(accounts, key=_preferred_first)),
        )
        for field, accounts in event.accounts.items()
    ]
    return tuple(sorted(found, key=lambda contest: not contest.differs))


def _preferred_first(account: Account) -> bool:
    return not account.preferred


def _version(desk: Desk, start: str, field: str, account: Account) -> Version:
    return Version(
        value=value_words(desk, field, account.value),
        preferred=account.preferred,
        reason=reason(desk, account.reason) if account.reason else None,
        passages=tuple(passage(desk, start, evidence) for evidence in account.evidence),
        rows=row_sources(account.rows),
    )


def value_words(desk: Desk, field: str, value: str) -> str:
    """Tell a value in words: a date from its EDTF, a name from its id; anything else stands as it is."""
    if field == "when":
        when = read_edtf(value)
        return date_words(when, desk.words).full if when else value
    return ", ".join(desk.name(part.strip()) for part in value.split(","))

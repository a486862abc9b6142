"""Folds: which entries stand as a line under another one, because that one tells the same more exactly or as held.

"2015: a summit"               ->  under  "9-10 July 2015: the fifteenth summit"    told less exactly
"4 July 2024: will join"       ->  under  "4 July 2024: joined"                     was planned, was held
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from site_src.model import Event
from site_src.wording import msgid

UNDER = {"held-as": msgid("announced before"), "finer": msgid("told less exactly")}
"""The relations of an entry that can stand under another one, and what its line says."""


TOLD = ("told", "recalled")


@dataclass(frozen=True, slots=True)
class Fold:
    """An entry with those that stand under it."""

    event: Event
    under: tuple[tuple[Event, str], ...]
    """Each with its relation."""


def fold(events: Iterable[Event], importance: Mapping[str, float]) -> tuple[Fold, ...]:
    """Fold entries of one list, of known importance by their ids; what has no host in the list stands for itself. The order of the hosts stays."""
    listed = tuple(events)
    shown = {event.id: event for event in listed}
    hosts = {event.id: _host(event, shown, importance) for event in listed}
    under: dict[str, list[tuple[Event, str]]] = {}
    for event in listed:
        host = _last(event.id, hosts)
        if host != event.id:
            under.setdefault(host, []).append((event, hosts[event.id][1]))
    return tuple(Fold(one, tuple(under.get(one.id, ()))) for one in listed if not hosts[one.id][0])


def _host(event: Event, shown: Mapping[str, Event], importance: Mapping[str, float]) -> tuple[str, str]:
    """Choose under which entry another one stands, and by which relation: the most exact, then the most important."""
    related = [(shown[id], relation) for id, relation in event.related if id in shown]
    found = [(host, relation) for host, relation in related if _may_stand(event, host, relation)]
    if not found:
        return "", ""
    host, relation = min(found, key=lambda one: (one[0].when.days, -importance[one[0].id], one[0].id))
    return host.id, relation


def _may_stand(event: Event, host: Event, relation: str) -> bool:
    """Tell whether an entry can stand under another one.

    A plan stands under what was held, and else each under its like: so no chain of hosts comes back to its beginning.
    """
    if relation == "held-as":
        return event.stance == "planned" and host.stance in TOLD
    return relation == "finer" and (host.stance == event.stance or {host.stance, event.stance} <= set(TOLD))


def _last(id: str, hosts: Mapping[str, tuple[str, str]]) -> str:
    """Follow hosts to the one that stands for itself."""
    while hosts[id][0]:
        id = hosts[id][0]
    return id

"""List, field by field, every value that is told for an entry, by whom, and which one is preferred and why.

Only fields for which more than one value is told, or that a row confirms. A coarser value does not contradict a finer
one inside it: it stands as an account of its own that agrees.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from site_src.events.drafts import Draft
from site_src.events.nodes import Node
from site_src.events.origins import origins_of
from site_src.model import Account, Row, Statement, When
from site_src.topic.values import Topic

_NONE: Mapping[str, tuple[Account, ...]] = {}
"""What one sentence by itself can leave open: the same for all such entries."""


def _nodes_rows(nodes: Sequence[Node]) -> tuple[Row, ...]:
    return tuple(sorted({row for node in nodes for row in node.rows}, key=lambda row: (row.table, row.line)))


def _disputed(values: Iterable[tuple[Sequence[Statement], Sequence[Node]]]) -> bool:
    """Tell whether more than one value is told, or a row confirms one; only then there is something to list."""
    told = list(values)
    return len(told) > 1 or any(statements and nodes for statements, nodes in told)


def _why(preferred: bool, rows: tuple[Row, ...], count: int, note: str) -> str:
    """Say why a value is or is not the preferred one."""
    if not preferred:
        return note
    listed = "an editor's entry" if all(row.table.startswith("events/") for row in rows) else "a table row"
    if rows and count:
        return f"{listed} and {count} independent origin(s) say so"
    return f"{listed} says so" if rows else f"{count} independent origin(s) say so"


def _when_accounts(entry: Draft) -> tuple[Account, ...]:
    told = [statement.when for statement in (*entry.statements, *entry.others) if statement.when]
    if not entry.rows and len({(when.earliest, when.latest, when.grain, when.qualifier) for when in told}) < 2:
        return ()
    values: dict[str, tuple[When, list[Statement], list[Node]]] = {}
    for node in entry.cluster.nodes:
        if node.rows:
            values.setdefault(node.when.edtf, (node.when, [], []))[2].append(node)
    for statement in (*entry.statements, *entry.others):
        if statement.when:
            values.setdefault(statement.when.edtf, (statement.when, [], []))[1].append(statement)
    if not _disputed((statements, nodes) for _, statements, nodes in values.values()):
        return ()
    found = []
    for edtf, (when, statements, nodes) in sorted(values.items()):
        preferred = edtf == entry.when.edtf
        rows = _nodes_rows(nodes)
        note, contradicts = f"contradicts {entry.when.edtf}", True
        if entry.when.within(when):
            note, contradicts = f"less exact than {entry.when.edtf}, but agrees", False
        elif when.within(entry.when):
            note, contradicts = f"within {entry.when.edtf}", False
        elif when.meets(entry.when):
            note, contradicts = f"reaches into {entry.when.edtf}", False
        evidence = tuple(statement.evidence for statement in statements)
        reason = _why(preferred, rows, len(origins_of(tuple(statements))), note)
        found.append(Account(edtf, evidence, rows, preferred, reason, contradicts))
    return _sorted(found)


def _sorted(accounts: list[Account]) -> tuple[Account, ...]:
    return tuple(sorted(accounts, key=lambda account: (not account.preferred, -len(account.evidence), account.value)))


def _place_accounts(entry: Draft, topic: Topic) -> tuple[Account, ...]:
    values: dict[str, tuple[list[Statement], list[Node]]] = {}
    for node in entry.cluster.nodes:
        if node.place and node.rows:
            values.setdefault(node.place, ([], []))[1].append(node)
    for statement in entry.statements:
        if statement.place:
            values.setdefault(statement.place, ([], []))[0].append(statement)
    if not _disputed(values.values()):
        return ()
    found = []
    for place, (statements, nodes) in sorted(values.items()):
        rows = _nodes_rows(nodes)
        own, best = topic.entities.get(place), topic.entities.get(entry.place)
        agrees = own is not None and best is not None and own.id in (best.country, best.id)
        note = f"the country of {entry.place}" if agrees else f"another place than {entry.place}"
        reason = _why(place == entry.place, rows, len(origins_of(tuple(statements))), note)
        evidence = tuple(statement.evidence for statement in statements)
        found.append(Account(place, evidence, rows, place == entry.place, reason, not agrees))
    return _sorted(found)


def _actor_accounts(entry: Draft) -> tuple[Account, ...]:
    """List the sets of actors that tellings of the entry's own kind name."""
    values: dict[tuple[str, ...], tuple[list[Statement], list[Node]]] = {}
    for node in entry.cluster.nodes:
        if node.actors and node.kind == entry.kind:
            told = values.setdefault(tuple(sorted(node.actors)), ([], []))
            told[0].extend(node.statements)
            told[1].extend([node] if node.rows else [])
    if not _disputed(values.values()):
        return ()
    best = min(
        values, key=lambda names: (not values[names][1], -len(origins_of(tuple(values[names][0]))), names), default=()
    )
    found = []
    for names, (statements, nodes) in sorted(values.items()):
        rows = _nodes_rows(nodes)
        part = set(names) < set(best) or set(best) < set(names)
        note = "names a part of them, or more" if part else "names others"
        reason = _why(names == best, rows, len(origins_of(tuple(statements))), note)
        found.append(
            Account(
                ", ".join(names),
                tuple(item.evidence for item in statements),
                rows,
                names == best,
                reason,
                names != best and not part,
            )
        )
    return _sorted(found)


def accounts(entry: Draft, topic: Topic) -> Mapping[str, tuple[Account, ...]]:
    """Give the accounts of an entry by field; fields that nobody disputes and no row confirms are left out."""
    if len(entry.statements) == 1 and not entry.rows and not entry.others and len(entry.cluster.nodes) == 1:
        return _NONE
    fields = {
        "when": _when_accounts(entry),
        "place": _place_accounts(entry, topic),
        "actors": _actor_accounts(entry),
    }
    return {name: told for name, told in fields.items() if told}

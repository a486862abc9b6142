"""Keep what happens once in one entry: another day told for it is another account, not another event."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from site_src.events.clusters import Cluster
from site_src.events.drafts import Draft
from site_src.events.nodes import kind_of
from site_src.model import Statement
from site_src.topic.values import Topic

_COARSE = 27
"""Days above which a stretch is a month or longer."""


def _key(entry: Draft, topic: Topic) -> str:
    kind = kind_of(entry.kind, topic)
    if kind is None or not kind.once or not _held(entry):
        return ""
    organisation = entry.organisation or ("" if kind.organisation == "needed" else topic.organisation)
    return f"{kind.id}/{organisation}" if organisation else ""


def _held(entry: Draft) -> bool:
    return entry.stance in ("told", "recalled")


def _rank(entry: Draft) -> tuple[bool, int, int, str]:
    """Prefer an entry with a row, then more independent origins, then the more exact one."""
    return (not entry.rows, -len(entry.origins), entry.when.days, entry.when.edtf)


def _known_as(entry: Draft, listed: Sequence[Draft], topic: Topic) -> int | None:
    """Find the row that tells the one beginning of a status which an entry puts in another year or month."""
    if entry.rows or not entry.actors or not _held(entry) or entry.when.days <= _COARSE or entry.curated:
        return None
    kind = kind_of(entry.kind, topic)
    counted = {status.id for status in topic.statuses if status.counts}
    if kind is None or kind.status not in counted:
        return None
    found = [
        at
        for at, row in enumerate(listed)
        if row.kind == entry.kind and _held(row) and set(entry.actors) <= set(row.actors)
    ]
    return found[0] if len(found) == 1 and not listed[found[0]].when.meets(entry.when) else None


def fold_other_years(entries: Sequence[Draft], topic: Topic) -> tuple[Draft, ...]:
    """Fold the wrong year told for a status that somebody gained once, by the tables, into its entry, as an account."""
    listed = [entry for entry in entries if entry.rows]
    others: dict[int, list[Statement]] = {}
    kept = []
    for entry in entries:
        at = _known_as(entry, listed, topic)
        if at is None:
            kept.append(entry)
        else:
            others.setdefault(id(listed[at]), []).extend(entry.statements)
    return tuple(
        replace(one, others=(*one.others, *others[id(one)])) if one.rows and id(one) in others else one for one in kept
    )


def _with_editors(best: Draft, rest: Sequence[Draft]) -> Draft:
    """Put what editors write of another day into the entry that is kept: their day is an account, their text is shown."""
    written = tuple(node for entry in rest for node in entry.cluster.nodes if node.curated)
    if not written:
        return best
    nodes = (*best.cluster.nodes, *written)
    rows = {*best.rows, *(row for node in written for row in node.rows)}
    origins = {*best.origins, *(origin for node in written for origin in node.origins)}
    return replace(
        best,
        cluster=Cluster(nodes, best.cluster.joins),
        rows=tuple(sorted(rows, key=lambda row: (row.table, row.line))),
        origins=tuple(sorted(origins)),
    )


def fold_once(entries: tuple[Draft, ...], topic: Topic) -> tuple[Draft, ...]:
    """Fold the tellings of a once-only fact into its preferred entry, their statements kept as accounts."""
    groups: dict[str, list[Draft]] = {}
    kept = []
    for entry in entries:
        key = _key(entry, topic)
        if key:
            groups.setdefault(key, []).append(entry)
        else:
            kept.append(entry)
    for members in groups.values():
        best, *rest = sorted(members, key=_rank)
        others = tuple(statement for entry in rest for statement in entry.statements)
        kept.append(replace(_with_editors(best, rest), others=others))
    return tuple(kept)

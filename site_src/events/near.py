"""Keep in one entry what does not happen twice within days: a protocol "of the 15th" and "of the 16th" are one protocol.

Another day near it is another account of the field `when`, not another event: for kinds that the topic calls rare, of
the very same actors, told by others. One article that tells two days means two events.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from site_src.events.clusters import Cluster
from site_src.events.drafts import Draft
from site_src.events.nodes import kind_of, published_order
from site_src.events.origins import origins_of
from site_src.events.weighing import Weighed
from site_src.model import Reason
from site_src.topic.values import Topic

_NEAR = 3
"""Days between two accounts of one event."""
_FRESH = 7
"""Days after an event within which an article tells it as news: nearer to it than a table."""
_NEVER = 1 << 30
_SCORE = 0.6
"""What a near day adds up to: just enough, since it contradicts."""


def _key(entry: Draft, topic: Topic) -> tuple[str, frozenset[str], str] | None:
    kind = kind_of(entry.kind, topic)
    held = entry.stance in ("told", "recalled")
    if kind is None or not kind.rare or not held or not entry.actors or entry.when.days > _NEAR:
        return None
    organisation = entry.organisation if kind.organisation == "needed" else ""
    return entry.kind, frozenset(entry.actors), organisation


def _rank(entry: Draft, published: Mapping[str, str]) -> tuple[bool, bool, int, int, str]:
    """Prefer what was told within days, then what a row confirms, then more origins, then the more exact and earlier."""
    fresh = any(_days_after(entry, published.get(item.evidence.article, "")) <= _FRESH for item in entry.statements)
    return (not fresh, not entry.rows, -len(entry.origins), entry.when.days, entry.when.edtf)


def _days_after(entry: Draft, published: str) -> int:
    """Count the days from an event to an article; very many for an article without a date."""
    return (
        abs((date.fromisoformat(published) - entry.when.latest).days)
        if published[:1].isdigit() and len(published) == 10
        else _NEVER
    )


def _another_account(best: Draft, other: Draft) -> bool:
    """Tell whether an entry can be the same event: told by others only, its day near."""
    apart = max((other.when.earliest - best.when.latest).days, (best.when.earliest - other.when.latest).days)
    told = {item.evidence.article for item in best.statements} & {item.evidence.article for item in other.statements}
    return apart <= _NEAR and not told and not (best.rows and other.rows)


def joined(
    best: Draft,
    others: Sequence[Draft],
    published: Mapping[str, str],
    reason: str,
    why: Callable[[Draft, Draft], str],
) -> Draft:
    """Add other accounts of an event to the preferred one, which keeps its day."""
    statements = published_order((item for entry in (best, *others) for item in entry.statements), published)
    left = best.cluster.nodes[0].key
    joins = [
        Weighed(left, entry.cluster.nodes[0].key, _SCORE, (Reason(reason, _SCORE, why(best, entry)),))
        for entry in others
    ]
    nodes = tuple(node for entry in (best, *others) for node in entry.cluster.nodes)
    doubt = 1.0
    for entry in (best, *others):
        doubt *= 1 - entry.confidence
    return replace(
        best,
        cluster=Cluster(
            nodes, (*best.cluster.joins, *(join for entry in others for join in entry.cluster.joins), *joins)
        ),
        statements=statements,
        rows=tuple(
            sorted({row for entry in (best, *others) for row in entry.rows}, key=lambda row: (row.table, row.line))
        ),
        place=best.place or next((entry.place for entry in others if entry.place), ""),
        confidence=round(1 - doubt, 3),
        origins=tuple(sorted({*origins_of(statements), *(origin for node in nodes for origin in node.origins)})),
    )


def _why(best: Draft, other: Draft) -> str:
    return f"{other.when.edtf} is near {best.when.edtf}, and it does not happen twice within days"


def fold_near(entries: Sequence[Draft], topic: Topic, published: Mapping[str, str]) -> tuple[Draft, ...]:
    """Fold the other days that are told for a rare event into its preferred entry, as accounts."""
    groups: dict[tuple[str, frozenset[str], str], list[Draft]] = {}
    kept: list[Draft] = []
    for entry in entries:
        key = _key(entry, topic)
        if key is None:
            kept.append(entry)
        else:
            groups.setdefault(key, []).append(entry)
    for members in groups.values():
        left = sorted(members, key=lambda entry: _rank(entry, published))
        while left:
            best, *rest = left
            folded = [other for other in rest if _another_account(best, other)][:1]
            left = [other for other in rest if other not in folded]
            if folded:
                left.insert(0, joined(best, folded, published, "near_day", _why))
            else:
                kept.append(best)
    return tuple(kept)

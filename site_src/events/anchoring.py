"""Give facts that are only ordered to the entry that names their day.

"after A had invaded B" in one article, "A invaded B in 2022" in another: one entry, told by two. "At their last meeting,
in the capital" is the newest meeting of the two before that article. Where no entry, or more than one, could be meant,
the fact stays out; what is bounded on both sides can stand for itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from msgspec.structs import replace

from site_src.events.clusters import Cluster
from site_src.events.drafts import Draft
from site_src.events.nodes import kind_of, published_order
from site_src.events.origins import origins_of
from site_src.events.weighing import Weighed
from site_src.model import FIRST_DAY, Reason, Statement
from site_src.topic.values import Topic

_LAST = timedelta(days=400)
"""How far back "last" can mean."""
_SCORE = 0.6
"""What an ordered fact adds up to: just enough, since it names no day."""


def stands_alone(statement: Statement) -> bool:
    """Tell whether a statement can be an entry of its own: its days are bounded on both sides."""
    return not statement.order or (statement.when is not None and statement.when.earliest != FIRST_DAY)


Acts = Mapping[tuple[str, frozenset[str]], Sequence[int]]
"""The places of entries by their kind and their actors."""


def _acts(entries: Sequence[Draft]) -> Acts:
    acts: dict[tuple[str, frozenset[str]], list[int]] = {}
    for at, entry in enumerate(entries):
        acts.setdefault((entry.kind, frozenset(entry.actors)), []).append(at)
    return acts


def _could_be(entry: Draft, statement: Statement, topic: Topic) -> bool:
    """Tell whether an entry of its kind and actors can be what an ordered fact means: within its bounds."""
    when = statement.when
    if when is None or entry.stance not in ("told", "recalled"):
        return False
    if entry.organisation and statement.organisation and entry.organisation != statement.organisation:
        return False
    if entry.place and statement.place and _country(entry.place, topic) != _country(statement.place, topic):
        return False
    if (
        any(own.evidence.article == statement.evidence.article for own in entry.statements)
        and statement.order == "last"
    ):
        return False
    return entry.when.meets(when)


def _country(place: str, topic: Topic) -> str:
    entity = topic.entities.get(place)
    return (entity.country or entity.id) if entity else place


def _meant(entries: Sequence[Draft], acts: Acts, statement: Statement, topic: Topic) -> int | None:
    """Choose the entry that an ordered fact means: the only one, or the newest where it says so."""
    same = acts.get((statement.kind, frozenset(statement.actors)), ()) if statement.actors else ()
    found = [at for at in same if _could_be(entries[at], statement, topic)]
    if statement.order == "last" and statement.when:
        near = [at for at in found if entries[at].when.latest >= statement.when.latest - _LAST]
        return max(near, key=lambda at: (entries[at].when.latest, -at), default=None)
    return found[0] if len(found) == 1 else None


def _with(entry: Draft, told: Sequence[Statement], topic: Topic, published: Mapping[str, str]) -> Draft:
    """Add statements to an entry, each joined to its first node for the reason of its order."""
    statements = published_order((*entry.statements, *told), published)
    node = entry.cluster.nodes[0]
    joins = tuple(
        Weighed(
            node.key,
            item.id,
            _SCORE,
            (Reason("same_order", _SCORE, f"the only one that it can mean: {item.when_how}"),),
        )
        for item in sorted(told, key=lambda item: item.id)
    )
    kind = kind_of(entry.kind, topic)
    place = entry.place or next((item.place for item in statements if item.place), "")
    doubt = 1.0 - entry.confidence
    origins = {*origins_of(statements), *(origin for node in entry.cluster.nodes for origin in node.origins)}
    for origin in sorted(origins - set(entry.origins)):
        doubt *= 1 - 0.9 * max((item.confidence for item in told if origin in item.origins), default=0.0)
    return replace(
        entry,
        cluster=Cluster(entry.cluster.nodes, (*entry.cluster.joins, *joins)),
        place="" if kind and kind.place_is == "none" else place,
        statements=statements,
        confidence=round(1 - doubt, 3),
        origins=tuple(sorted(origins)),
    )


def anchored(
    entries: Sequence[Draft], ordered: Sequence[Statement], topic: Topic, published: Mapping[str, str]
) -> tuple[Draft, ...]:
    """Add to each entry the ordered facts that mean it; entries keep their places."""
    meant: dict[int, list[Statement]] = {}
    acts = _acts(entries) if ordered else {}
    for statement in ordered:
        at = _meant(entries, acts, statement, topic)
        if at is not None:
            meant.setdefault(at, []).append(statement)
    return tuple(
        _with(entry, meant[at], topic, published) if at in meant else entry for at, entry in enumerate(entries)
    )

"""Join the only tellings of a day in articles that are about the same: the news of it, and a later look back.

"The mine collapsed on Wednesday" and, a week later, "of the workers who were underground on 8 February": their
sentences share no word, and may not even share a language. But the articles name the same people and places, and
none tells two things of that day. Where one does, nothing is joined here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from site_src.events.clusters import Cluster
from site_src.events.drafts import Draft
from site_src.events.features import Weighed
from site_src.events.nodes import GENERAL, kind_of, published_order
from site_src.model import Article, Reason
from site_src.topic.values import Topic

_ALIKE = 0.25
"""The part of the names of the shorter article that both must share."""
_SCORE = 0.6
"""What it adds up to: just enough."""
_LONGEST = 7
"""Days of a stretch that can be one telling's day: a week, not a month."""


def _names(articles: Sequence[Article]) -> Mapping[str, frozenset[str]]:
    """Give whom and what each article names."""
    return {
        article.id: frozenset(mention.entity or mention.text.casefold() for mention in article.mentions.entities)
        for article in articles
    }


def _told_in(entry: Draft) -> frozenset[str]:
    return frozenset(item.evidence.article for item in entry.statements)


def _alike(left: Draft, right: Draft, names: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether articles of two entries are about the same."""
    for one in _told_in(left):
        for two in _told_in(right):
            shorter = min(len(names[one]), len(names[two]))
            if shorter and len(names[one] & names[two]) / shorter >= _ALIKE:
                return True
    return False


def _one(left: Draft, right: Draft, topic: Topic, names: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether two entries of a day can be one: one of them of no known kind, from different articles."""
    vague = any(entry.kind == GENERAL for entry in (left, right))
    held = [entry.stance in ("told", "recalled") for entry in (left, right)]
    same = left.stance == right.stance or all(held)
    generic = any(kind is not None and kind.generic for kind in (kind_of(left.kind, topic), kind_of(right.kind, topic)))
    apart = not _told_in(left) & _told_in(right)
    return vague and same and apart and not generic and _alike(left, right, names)


def _joined(left: Draft, right: Draft, published: Mapping[str, str]) -> Draft:
    """Make one entry of two: what it is says the one of a known kind, else the one told first."""
    best, other = sorted((left, right), key=lambda one: (one.kind == GENERAL, _first(one, published)))
    why = Reason("only_tellings", _SCORE, f"the only tellings of {left.when.edtf} in articles that are about the same")
    join = Weighed(best.cluster.nodes[0].key, other.cluster.nodes[0].key, _SCORE, (why,))
    return replace(
        best,
        cluster=Cluster((*best.cluster.nodes, *other.cluster.nodes), (*best.cluster.joins, *other.cluster.joins, join)),
        statements=published_order((*best.statements, *other.statements), published),
        stance="told" if "told" in (best.stance, other.stance) else best.stance,
        actors=tuple(dict.fromkeys((*best.actors, *(other.actors if not best.actors else ())))),
        place=best.place or other.place,
        rows=tuple(sorted({*best.rows, *other.rows}, key=lambda row: (row.table, row.line))),
        confidence=round(1 - (1 - best.confidence) * (1 - other.confidence), 3),
        origins=tuple(sorted({*best.origins, *other.origins})),
    )


def _first(entry: Draft, published: Mapping[str, str]) -> tuple[str, str]:
    return min((published.get(item.evidence.article, "9999"), item.id) for item in entry.statements)


def join_only(
    entries: Sequence[Draft], topic: Topic, articles: Sequence[Article], published: Mapping[str, str]
) -> tuple[Draft, ...]:
    """Join, day by day, the only tellings."""
    names = _names(articles)
    days: dict[tuple[object, ...], list[Draft]] = {}
    kept: list[Draft] = []
    for entry in entries:
        if entry.statements and entry.when.days <= _LONGEST:
            days.setdefault((entry.when.earliest, entry.when.latest, entry.stance == "planned"), []).append(entry)
        else:
            kept.append(entry)
    for found in days.values():
        own = [one for one in found if not (kind := kind_of(one.kind, topic)) or not kind.generic]
        kept += [one for one in found if one not in own]
        kept += _folded(own, topic, names, published) if _once_each(own) else own
    return tuple(kept)


def _once_each(entries: Sequence[Draft]) -> bool:
    """Tell whether no article tells two things of the day."""
    told = [article for entry in entries for article in _told_in(entry)]
    return len(told) == len(set(told))


def _folded(
    entries: Sequence[Draft], topic: Topic, names: Mapping[str, frozenset[str]], published: Mapping[str, str]
) -> list[Draft]:
    """Join each telling of a day to the first that it can be one with."""
    kept: list[Draft] = []
    for entry in sorted(entries, key=lambda one: (one.kind == GENERAL, _first(one, published))):
        at = next((at for at, other in enumerate(kept) if _one(other, entry, topic, names)), None)
        if at is None:
            kept.append(entry)
        else:
            kept[at] = _joined(kept[at], entry, published)
    return kept


def without_details(entries: Sequence[Draft], topic: Topic) -> tuple[Draft, ...]:
    """Leave out sentences without actors and kind that add to what their article tells of the day: no second entry.

    Only where a topic knows its kinds: without them such sentences are all there is.
    """
    if not topic.organisation:
        return tuple(entries)
    told = {
        (article, entry.when.earliest, entry.when.latest)
        for entry in entries
        if entry.kind != GENERAL
        for article in _told_in(entry)
    }
    return tuple(
        entry
        for entry in entries
        if entry.kind != GENERAL
        or entry.actors
        or entry.rows
        or not all((article, entry.when.earliest, entry.when.latest) in told for article in _told_in(entry))
    )

"""Give what a later article recalls by its month or year to the entry that the tables name for it.

"They were admitted in June last year", a year after: the row knows the day, and the sentence tells nothing else. Where
more countries are named than the row has, it is another telling and stays an entry of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_src.events.drafts import Draft
from site_src.events.near import joined
from site_src.events.nodes import GENERAL, kind_of
from site_src.topic.values import Topic

_DAYS = 3
"""The longest stretch of what is told as news; what is coarser looks back."""
_ENOUGH = 2
"""Words of a row's title by which a sentence tells of it."""


def _looks_back(entry: Draft) -> bool:
    return entry.stance == "recalled" and entry.when.days > _DAYS and not (entry.rows or entry.curated)


def _told_in(entry: Draft) -> frozenset[str]:
    return frozenset(item.evidence.article for item in entry.statements)


def _told_again(entry: Draft, plans: Mapping[str, Sequence[Draft]]) -> bool:
    """Tell whether one article says more exactly elsewhere when a plan is: "next month", and "on 15 June"."""
    if entry.stance != "planned" or entry.kind == GENERAL or entry.when.days == 1:
        return False
    return any(_plans_again(entry, other) for article in _told_in(entry) for other in plans[article])


def _plans_again(entry: Draft, other: Draft) -> bool:
    """Tell whether a plan is told once more, more exactly, wherever it is told."""
    return (
        entry.kind == other.kind
        and set(entry.actors) == set(other.actors)
        and other.when.days < entry.when.days
        and other.when.within(entry.when)
        and _told_in(entry) <= _told_in(other)
    )


def _known_as(entry: Draft, entries: Sequence[Draft], listed: Sequence[int], topic: Topic) -> list[int]:
    """List the entries with rows, within its stretch, that could be the same."""
    return [
        at
        for at in listed
        if entries[at].when.days <= entry.when.days
        and entries[at].when.within(entry.when)
        and _could_be(entry, entries[at], topic)
    ]


def _could_be(entry: Draft, other: Draft, topic: Topic) -> bool:
    """Tell whether a row tells it: with some of its actors, with all of a rare event's, or in the words of its title."""
    kind = kind_of(entry.kind, topic)
    if kind is None:
        return bool(set(entry.actors) & set(other.actors))
    if other.kind != kind.id and other.kind not in kind.also:
        return False
    if kind.rare:
        return set(entry.actors) <= set(other.actors)
    return len(_words(entry) & _words(other)) >= _ENOUGH


def _words(entry: Draft) -> frozenset[str]:
    """Give the stems of an entry's sentences; of one with rows those of their titles."""
    rows = [node for node in entry.cluster.nodes if node.rows]
    return frozenset().union(*(node.words for node in rows or entry.cluster.nodes))


def _is_day_of(entry: Draft, row: Draft, topic: Topic) -> bool:
    """Tell whether a day is told of what a row knows the month of, and nobody else tells."""
    kind = kind_of(entry.kind, topic)
    rare = kind is not None and kind.rare and not entry.rows
    same = (entry.kind, entry.actors, entry.stance) == (row.kind, row.actors, "told")
    return rare and same and entry.when.within(row.when)


def fold_coarse(entries: Sequence[Draft], topic: Topic, published: Mapping[str, str]) -> tuple[Draft, ...]:
    """Join coarse tellings of one kind with the row's entry; leave out those of no kind that rows tell exactly."""
    listed = [at for at, entry in enumerate(entries) if entry.rows]
    bare = [at for at in listed if not entries[at].statements and entries[at].when.days > _DAYS]
    plans = _plans(entries)
    kept, folded = [], dict[int, list[Draft]]()
    for at, entry in enumerate(entries):
        known = _known_as(entry, entries, listed, topic) if _looks_back(entry) else []
        known = known or [one for one in bare if _is_day_of(entry, entries[one], topic)]
        if _told_again(entry, plans):
            continue
        if len(known) == 1 and entry.kind != GENERAL:
            folded.setdefault(known[0], []).append(entry)
        elif not known or entry.kind != GENERAL:
            kept.append(at)
    return tuple(
        joined(entries[at], folded[at], published, "coarse_day", _why) if at in folded else entries[at] for at in kept
    )


def _plans(entries: Sequence[Draft]) -> Mapping[str, Sequence[Draft]]:
    """Give the planned entries of each article that are of a known kind."""
    plans: dict[str, list[Draft]] = {}
    for entry in entries:
        for article in _told_in(entry) if entry.stance == "planned" and entry.kind != GENERAL else ():
            plans.setdefault(article, []).append(entry)
    return plans


def _why(best: Draft, other: Draft) -> str:
    return f"{best.when.edtf} lies in {other.when.edtf}, and the table has no other of the kind"

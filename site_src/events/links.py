"""Relate entries that are not one: a plan and what was held, a month and a day in it, what one meeting brought."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from site_src.events.drafts import Draft
from site_src.events.nodes import GENERAL, kind_of
from site_src.topic.values import Topic

Link = tuple[int, int, str]
"""(position of the entry, position of the related one, relation)."""

_FAR = 400
"""Days of the longest stretch whose finer entries are sought."""


def _akin(left: Draft, right: Draft, topic: Topic) -> bool:
    """Tell whether two entries could tell of one thing: one kind, and all of the one act in the other."""
    if left.kind != right.kind or (left.kind == GENERAL and not (left.actors and right.actors)):
        return False
    if left.organisation and right.organisation and left.organisation != right.organisation:
        return False
    if left.actors and right.actors:
        return set(left.actors) <= set(right.actors) or set(right.actors) <= set(left.actors)
    kind = kind_of(left.kind, topic)
    return not left.actors and not right.actors and kind is not None and kind.actors in ("none", "any")


def _plan_links(at: int, entry: Draft, to: int, other: Draft) -> list[Link]:
    if entry.stance == "planned" and other.stance in ("told", "recalled"):
        return [(at, to, "held-as"), (to, at, "planned-for")]
    return []


def _grain_links(at: int, entry: Draft, to: int, other: Draft) -> list[Link]:
    if entry.when.days > other.when.days and other.when.within(entry.when):
        return [(at, to, "finer"), (to, at, "coarser")]
    return []


def _by_kind(entries: Sequence[Draft], topic: Topic) -> list[Link]:
    """Compare entries of one kind whose stretches meet, in the order of their days.

    What is akin has an actor in common, or no actors: a busy year is not compared with all that happened in it.
    """
    links: list[Link] = []
    order = sorted(
        range(len(entries)), key=lambda at: (entries[at].kind, entries[at].when.earliest, -entries[at].when.days)
    )
    open_: dict[tuple[str, str], list[int]] = {}
    for to in order:
        other = entries[to]
        if other.kind == GENERAL and not other.actors:
            continue
        keys = [(other.kind, actor) for actor in other.actors or ("",)]
        for key in keys:
            open_[key] = [at for at in open_.get(key, ()) if entries[at].when.latest >= other.when.earliest]
        for at in {at for key in keys for at in open_[key]}:
            entry = entries[at]
            if _akin(entry, other, topic):
                links += _plan_links(at, entry, to, other) + _plan_links(to, other, at, entry)
                if entry.stance != "planned" and other.stance != "planned":
                    links += _grain_links(at, entry, to, other)
        for key in keys if other.when.days <= _FAR else ():
            open_[key].append(to)
    return links


def _meeting_of(entry: Draft, meetings: dict[object, list[tuple[str, str]]], topic: Topic) -> str:
    """Give the meeting that an entry belongs to: named, or held on that day by its organisation or at its place."""
    kind = kind_of(entry.kind, topic)
    if entry.series or entry.when.grain != "day" or kind is None or kind.generic:
        return entry.series
    for name, place in meetings.get(entry.when.earliest, ()):
        if entry.organisation == topic.organisation or (place and entry.place == place):
            return name
    return ""


def _same_meeting(entries: Sequence[Draft], topic: Topic) -> list[Link]:
    """Relate what happened at a meeting to the meeting's own entry; without a table of meetings nothing has one."""
    if not topic.series:
        return []
    days: dict[object, list[tuple[str, str]]] = {}
    for series in topic.series:
        if series.organisation == topic.organisation:
            for meeting in series.meetings:
                if meeting.when.days <= 7:
                    for offset in range(meeting.when.days):
                        days.setdefault(meeting.when.earliest + timedelta(days=offset), []).append(
                            (f"{series.id}:{meeting.ordinal}", meeting.place)
                        )
    kinds = {series.id: series.kind for series in topic.series}
    named = [_meeting_of(entry, days, topic) for entry in entries]
    heads = {
        name: at
        for at, name in sorted(enumerate(named), key=lambda one: bool(entries[one[0]].rows))
        if name and entries[at].kind == kinds[name.partition(":")[0]] and (entries[at].rows or entries[at].series)
    }
    links: list[Link] = []
    for at, name in enumerate(named):
        head = heads.get(name)
        if head is not None and head != at:
            links += [(at, head, "same-meeting"), (head, at, "same-meeting")]
    return links


def links(entries: Sequence[Draft], topic: Topic) -> tuple[Link, ...]:
    """Give every relation between entries, each in both directions."""
    return tuple(sorted(set(_by_kind(entries, topic)) | set(_same_meeting(entries, topic))))

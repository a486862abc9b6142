"""Timeline -> where every address that was published leads now, and why some lead nowhere.

An address is followed by what an editor names, else by what a release recorded, else by the entry that holds most of its
sentences and rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from site_src.history.marks import digest, marks, standing
from site_src.history.silence import silenced
from site_src.history.state import State, newest
from site_src.history.telling import tell
from site_src.model import Event, Issue, Left, Past, Published, Timeline, Why, Words
from site_src.topic.values import Redirect, Topic
from site_src.topic.wrong import nearest


def follow(timeline: Timeline, topic: Topic) -> tuple[Past, tuple[Issue, ...]]:
    """Say what became of every address that was published, and what each release changed."""
    if not topic.releases and not topic.redirects:
        return Past(), ()
    state, there = newest(topic.releases), standing(article.id for article in timeline.articles)
    ways = _ways(timeline, topic, state)
    lost = sorted({*state.now, *ways.named} - ways.present)
    left = tuple(_left(address, ways, timeline, topic, there) for address in lost)
    past = Past(tell(topic.releases, there), left, frozenset(state.now))
    return past, tuple(_problems(ways, topic, left))


@dataclass(frozen=True, slots=True)
class _Ways:
    """All that leads on from an address."""

    present: frozenset[str]
    """The addresses of the entries that there are."""
    named: Mapping[str, Redirect]
    state: State
    holders: Mapping[str, tuple[Event, ...]]
    """The entries that hold a mark."""


def _ways(timeline: Timeline, topic: Topic, state: State) -> _Ways:
    holders: dict[str, list[Event]] = {}
    for event in timeline.events:
        for mark in sorted(marks(event)):
            holders.setdefault(mark, []).append(event)
    return _Ways(
        frozenset(event.id for event in timeline.events),
        {one.address: one for one in topic.redirects},
        state,
        {mark: tuple(events) for mark, events in holders.items()},
    )


def _left(address: str, ways: _Ways, timeline: Timeline, topic: Topic, there: frozenset[str]) -> Left:
    to, last = _follower(address, ways), ways.state.words.get(address)
    found = Left(
        address,
        to,
        silenced(last, there) if last else None,
        ways.state.left.get(address),
        elsewhere=() if to or address in ways.named else tuple(sorted(event.id for event in _nearest(last, ways))),
    )
    return found if to else _with_reason(found, last, ways.named.get(address), timeline, topic)


def _follower(address: str, ways: _Ways, seen: frozenset[str] = frozenset()) -> str:
    """Go on from an address until an entry stands; empty if none does, or the way is a circle."""
    if address in ways.present:
        return address
    if address in seen:
        return ""
    seen |= {address}
    if address in ways.named:
        return _follower(ways.named[address].to, ways, seen) if ways.named[address].to else ""
    now = ways.state.now.get(address)
    if now and now.fate == "moved" and (found := _follower(now.to, ways, seen)):
        return found
    nearest = _nearest(ways.state.words.get(address), ways)
    return nearest[0].id if len(nearest) == 1 else ""


def _nearest(last: Published | None, ways: _Ways) -> tuple[Event, ...]:
    """Give the entries that hold most of an old one's marks: several where they are equally near."""
    shared: dict[str, int] = {}
    events: dict[str, Event] = {}
    for mark in last.marks if last else ():
        for event in ways.holders.get(mark, ()):
            shared[event.id] = shared.get(event.id, 0) + 1
            events[event.id] = event
    if last is None or not shared:
        return ()
    weight = {
        id: (number, events[id].kind == last.kind, events[id].when.edtf == last.edtf) for id, number in shared.items()
    }
    most = max(weight.values())
    return tuple(events[id] for id in sorted(weight) if weight[id] == most)


def _with_reason(left: Left, last: Published | None, named: Redirect | None, timeline: Timeline, topic: Topic) -> Left:
    """Add why an entry is gone, if anybody said so: an editor, a correction, or a withdrawal."""
    if named:
        return _because(left, "named", named.reason)
    titles = set(last.titles.values()) if last else set()
    for one in timeline.corrections:
        same = one.correction.target.entry == left.address or titles & set(one.titles.values())
        if one.correction.does == "drop" and one.state == "applied" and same:
            return _because(left, "dropped", one.correction.reason, one.correction.made)
    for each in topic.withdrawn:
        if last and {*map(digest, each.articles)} & {*last.articles}:
            return _because(left, "withdrawn", each.reason, each.made)
    return left


def _because(left: Left, why: Why, reason: Words, made: str = "") -> Left:
    return replace(left, why=why, reason=reason, made=made)


def _problems(ways: _Ways, topic: Topic, left: Iterable[Left]) -> Iterator[Issue]:
    lost = {one.address for one in left if not one.to}
    path = f"{topic.folder.absolute().name}/redirects.toml"
    for one in topic.redirects:
        if one.address in ways.present:
            message = f"found {one.address!r}, at which an entry stands, expected an address that lost its entry"
            yield Issue(path, one.row.line, "history.redirect", message, "it is not used", "warning")
        elif one.to and one.address in lost:
            message = f"found to = {one.to!r}, expected the address of an entry{nearest(one.to, ways.present)}"
            yield Issue(path, one.row.line, "history.redirect", message, "the page there says that it is gone", "error")

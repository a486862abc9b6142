"""Addresses at which an entry stood: a page that leads on to the one that follows it, or says that it is gone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_src.model import Event, Left, Page
from site_src.pages.accounts import value_words
from site_src.pages.cards import title_of
from site_src.pages.changes import worded
from site_src.pages.desk import Desk, event_name
from site_src.pages.frame import framed
from site_src.pages.linked import absolute
from site_src.pages.views import Link
from site_src.wording import msgid
from site_src.wording.dates import day_words

TRAIL = (("timeline.html", msgid("Timeline")),)
REASONS = {
    "dropped": msgid("An editor took it off the timeline."),
    "withdrawn": msgid("An article that told it was withdrawn."),
    "named": "",
    "": msgid("What told it tells it no more, or tells it otherwise."),
}


def pages(desk: Desk) -> Iterator[Page]:
    """Plan a page for every address that was published and at which no entry stands now."""
    for left in desk.timeline.past.left:
        yield _moved(desk, left) if left.to in desk.holdings.event_by_id else _gone(desk, left)
    for event in desk.timeline.events:
        if event.id in desk.timeline.past.addresses and event.id not in desk.holdings.event_by_id:
            yield _unlisted(desk, event)


def _moved(desk: Desk, left: Left) -> Page:
    """Lead on without a script: the page refreshes itself at once, and has a link for those who forbid that."""
    name = event_name(left.address)
    href = desk.event_link(desk.path(name), left.to)
    title, lang = title_of(desk, desk.holdings.event_by_id[left.to])
    return framed(
        desk,
        name,
        "moved.html",
        desk.say("This entry has moved"),
        lead=desk.say("Its old address leads on to where it stands now."),
        robots="noindex",
        canonical=absolute(desk, desk.event_path(left.to)) if desk.topic.base_url else "",
        refresh=href,
        follower=Link(title, href, lang),
    )


def _gone(desk: Desk, left: Left) -> Page:
    path = desk.path(event_name(left.address))
    last = left.last if left.last and left.last.titles else None
    return _bare(
        desk,
        left.address,
        desk.say("This entry is gone"),
        desk.say("An entry stood at this address. It is no longer on the timeline."),
        stood=worded(desk, last.titles) if last else None,
        dated=value_words(desk, "when", last.edtf) if last else "",
        since=day_words(left.since, desk.words) if left.since else "",
        why=desk.say(REASONS[left.why]),
        reason=worded(desk, left.reason),
        made=day_words(date.fromisoformat(left.made), desk.words) if left.made else "",
        elsewhere=tuple(_entry(desk, path, id) for id in left.elsewhere if id in desk.holdings.event_by_id),
    )


def _unlisted(desk: Desk, event: Event) -> Page:
    """Say that an entry has no page of its own any more, where the topic gives pages to the most important ones only."""
    title, lang = title_of(desk, event)
    return _bare(
        desk,
        event.id,
        desk.say("This entry has no page of its own any more"),
        desk.say("It is still in the data, but more important entries have taken its place on the timeline."),
        stood=Link(title, "", lang),
        dated=desk.date(event).full,
    )


def _bare(
    desk: Desk,
    address: str,
    title: str,
    lead: str,
    *,
    stood: Link | None,
    dated: str,
    since: str = "",
    why: str = "",
    reason: Link | None = None,
    made: str = "",
    elsewhere: tuple[Link, ...] = (),
) -> Page:
    """Plan the page of an address at which no entry stands: what stood there, since when not, why, and what may be meant."""
    name = event_name(address)
    return framed(
        desk,
        name,
        "gone.html",
        title,
        lead=lead,
        trail=_trail(desk),
        robots="noindex",
        stood=stood,
        dated=dated,
        since=since,
        why=why,
        reason=reason or Link(""),
        made=made,
        elsewhere=elsewhere,
        timeline_href=desk.link(desk.path(name), "timeline.html"),
    )


def _trail(desk: Desk) -> tuple[tuple[str, str], ...]:
    return tuple((name, desk.say(words)) for name, words in TRAIL)


def _entry(desk: Desk, path: str, id: str) -> Link:
    title, lang = title_of(desk, desk.holdings.event_by_id[id])
    return Link(title, desk.event_link(path, id), lang)

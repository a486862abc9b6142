"""Links of a topic's own pages that nothing answers to, as Issues with file, line and the nearest right spelling."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from site_src.model import Issue, Timeline
from site_src.pages.holdings import gather
from site_src.pages.markdown import OwnLink, links
from site_src.pages.targets import Known, entries_now, known_targets
from site_src.topic.own_pages import read_own
from site_src.topic.values import Topic
from site_src.topic.wrong import nearest

DONE = "its words stand without a link"
FOLLOWED = "the link leads there"


def problems(timeline: Timeline, topic: Topic, *, own: bool) -> tuple[Issue, ...]:
    """Find the links that lead nowhere. Where the articles are not the topic's `own`, entries may well be missing."""
    found = [(path, link) for path, link in _all(topic)]
    if not found:
        return ()
    holdings = gather(timeline, topic)
    known, now = known_targets(holdings), entries_now(holdings)
    moved = (
        Issue(path, link.line, "topic.page-link", _led_on(link, now[link.id]), FOLLOWED, "note")
        for path, link in found
        if link.sort == "entry" and now.get(link.id, link.id) != link.id
    )
    lost = (
        _issue(path, link, known, "note" if link.sort in ("entry", "article", "kind") and not own else "warning")
        for path, link in found
        if link.id not in known.get(link.sort, {})
    )
    return (*moved, *lost)


def _led_on(link: OwnLink, now: str) -> str:
    return f"found a link to 'entry:{link.id}', where an entry stood before; it stands at {now!r} now"


def _all(topic: Topic) -> Iterator[tuple[str, OwnLink]]:
    """Give every such link with its file, its line counted from the file's first."""
    for name, texts in topic.pages.items():
        for language, text in texts.items():
            path, own = f"{topic.folder.absolute().name}/pages/{name}.{language}.md", read_own(text)
            for link in links(own.body):
                yield path, OwnLink(link.sort, link.id, link.words, link.line + own.line - 1)


def _issue(path: str, link: OwnLink, known: Known, level: Literal["warning", "note"]) -> Issue:
    at = f"found a link to {f'{link.sort}:{link.id}'!r}"
    if link.sort not in known:
        message = f"{at}, expected one of {', '.join(known)} before the colon{nearest(link.sort, known)}"
    else:
        message = f"{at}, expected what has a page{nearest(link.id, known[link.sort])}"
    return Issue(path, link.line, "topic.page-link", message, DONE, level)

"""Corrections: what editors changed in the open, from what to what, when and why, each linked to its entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from site_src.addresses import file_name
from site_src.model import Corrected, Event, Page, Target
from site_src.pages.accounts import value_words
from site_src.pages.cards import title_of
from site_src.pages.desk import Desk
from site_src.pages.frame import framed
from site_src.pages.passages import article_title
from site_src.pages.views import Label, Link
from site_src.wording import msgid
from site_src.wording.dates import day_words

PAGE = "corrections.html"
DEEDS = {
    "join": msgid("Reports joined into one entry"),
    "part": msgid("Reports kept apart"),
    "redate": msgid("Date changed"),
    "retitle": msgid("Title changed"),
    "rekind": msgid("Kind changed"),
    "drop": msgid("Taken off the timeline"),
}
STATES = {
    "applied": "",
    "resting": msgid("rests: its article is not among those read"),
    "failed": msgid("not applied: what it expects is not found any more"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """What a correction is about: an entry's address, or words of an article."""

    words: str
    lang: str
    link: Link


@dataclass(frozen=True, slots=True)
class Change:
    """A correction for readers."""

    anchor: str
    deed: str
    state: Label | None
    places: tuple[Place, ...]
    before: str
    after: str
    reason: str
    reason_lang: str
    """The language of the reason where it is not the page's."""
    made: str
    entries: tuple[Link, ...]
    file: str
    """Where it is written: "corrections.toml, line 3"."""
    href: str = ""
    """The link to it from another page."""


def pages(desk: Desk) -> Iterator[Page]:
    """Plan the page of corrections, the newest first."""
    path = desk.path(PAGE)
    found = sorted(desk.timeline.corrections, key=lambda one: one.correction.made, reverse=True)
    yield framed(
        desk,
        PAGE,
        PAGE,
        desk.say("Corrections"),
        lead=desk.say(
            "What editors changed by hand, and why. Every change expects to find what it corrects, or says so."
        ),
        changes=[_change(desk, path, one) for one in found],
    )


def changes_of(desk: Desk, path: str, event: Event) -> tuple[Change, ...]:
    """Show the corrections that shaped an entry."""
    own = {change.id for change in event.corrections}
    if not own:  # then nobody need look at all that editors changed
        return ()
    return tuple(_change(desk, path, one) for one in desk.timeline.corrections if one.correction.id in own)


def _change(desk: Desk, path: str, told: Corrected) -> Change:
    correction = told.correction
    anchor = file_name(correction.id)
    before, after = _both(desk, told)
    reason = desk.text(correction.reason)
    lang = next((code for code, words in correction.reason.items() if words == reason), desk.language)
    return Change(
        anchor=anchor,
        deed=desk.say(DEEDS[correction.does]),
        state=Label(desk.say(STATES[told.state]), told.state) if STATES[told.state] else None,
        places=tuple(_places(desk, path, told)),
        before=before,
        after=after,
        reason=reason,
        reason_lang="" if lang == desk.language else lang,
        made=day_words(date.fromisoformat(correction.made), desk.words),
        entries=tuple(link for id in told.events if (link := _entry(desk, path, id)).href),
        file=f"{correction.row.table}:{correction.row.line}",
        href=f"{desk.link(path, PAGE)}#{anchor}",
    )


def _both(desk: Desk, told: Corrected) -> tuple[str, str]:
    """Tell the value before and after a correction, in words; empty where there is none."""
    correction = told.correction
    if correction.does == "redate":
        return value_words(desk, "when", correction.found), value_words(desk, "when", correction.to)
    if correction.does == "rekind":
        return _kind(desk, correction.found), _kind(desk, correction.to)
    if correction.does == "retitle":
        return desk.text(told.titles) or correction.found, desk.text(correction.titles)
    return (desk.text(told.titles), "") if correction.does == "drop" and told.titles else ("", "")


def _kind(desk: Desk, id: str) -> str:
    return next((desk.text(kind.names) for kind in desk.topic.kinds if kind.id == id), desk.say("general"))


def _places(desk: Desk, path: str, told: Corrected) -> Iterator[Place]:
    """Give what a correction is about; an entry that is no more has the title that it had."""
    correction = told.correction
    target, other = correction.target, correction.other
    gone = bool(target.entry) and target.entry not in desk.holdings.event_by_id and bool(told.titles)
    yield Place("", "", Link(desk.text(told.titles))) if gone else _place(desk, path, target)
    if other:
        yield _place(desk, path, other)


def _place(desk: Desk, path: str, target: Target) -> Place:
    if target.entry:
        return Place("", "", _entry(desk, path, target.entry))
    article = desk.holdings.article_by_id.get(target.article)
    name = article_title(desk, article) if article else target.article
    lang = (article.language or "und") if article else ""
    return Place(target.words, lang, Link(name, desk.article_link(path, target.article), lang))


def _entry(desk: Desk, path: str, id: str) -> Link:
    event = desk.holdings.event_by_id.get(id)
    if event is None:
        return Link(id)
    title, lang = title_of(desk, event)
    return Link(title, desk.event_link(path, id), lang)

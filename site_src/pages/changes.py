"""What changed: what each release added to the timeline or changed in it, the newest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from site_src.model import Altered, Left, News, Page, Published, Released, Words
from site_src.pages.accounts import value_words
from site_src.pages.desk import Desk, event_name
from site_src.pages.frame import framed
from site_src.pages.passages import STANCES
from site_src.pages.views import Link
from site_src.wording import msgid
from site_src.wording.dates import day_words

PAGE = "changes.html"
DEEDS = {
    "added": msgid("Added"),
    "moved": msgid("Moved to another address"),
    "redated": msgid("Date changed"),
    "retitled": msgid("Title changed"),
    "rekinded": msgid("Kind changed"),
    "restated": msgid("Told otherwise"),
    "gone": msgid("Taken off the timeline"),
}


@dataclass(frozen=True, slots=True)
class Item:
    """An entry that a release changed."""

    entry: Link
    when: str
    """Its date, where that is not what changed."""
    before: Link
    after: str
    reason: Link


@dataclass(frozen=True, slots=True)
class Group:
    """What a release did of one kind."""

    deed: str
    count: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A release for readers."""

    anchor: str
    day: str
    note: Link
    summary: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What the releases are written from, for the page at `path`."""

    desk: Desk
    path: str
    lost: Mapping[str, Left]
    """By address, what became of entries that stand no more."""


def _sheet(desk: Desk, path: str) -> _Sheet:
    return _Sheet(desk, path, {left.address: left for left in desk.timeline.past.left})


def pages(desk: Desk) -> Iterator[Page]:
    """Plan the page of what changed; none before the first release."""
    releases, sheet = desk.timeline.past.releases, _sheet(desk, desk.path(PAGE))
    if releases:
        yield framed(
            desk,
            PAGE,
            PAGE,
            desk.say("What changed"),
            lead=desk.say(
                "What each release of this timeline added or changed. An address that it once gave an entry stays."
            ),
            releases=tuple(_shown(sheet, one) for one in releases),
        )


def news(desk: Desk) -> Iterator[News]:
    """Tell the releases for a feed."""
    sheet = _sheet(desk, "index.html")
    for one in desk.timeline.past.releases:
        shown = _shown(sheet, one)
        lines = (
            (group.deed, item.entry.text, item.entry.href) for group in shown.groups for item in group.items
        )  # fmt: skip
        title = desk.say("Release of %(day)s", day=shown.day)
        summary = f"{shown.note.text} {shown.summary}".strip()
        yield News(
            one.release.number, f"{desk.path(PAGE)}#{shown.anchor}", title, summary, tuple(lines), one.release.day
        )


def _shown(sheet: _Sheet, told: Released) -> Shown:
    desk, release = sheet.desk, told.release
    groups = tuple(_group(sheet, deed, tuple(some)) for deed, some in groupby(told.altered, lambda one: one.deed))
    return Shown(
        anchor=f"release-{release.number}",
        day=day_words(release.day, desk.words),
        note=worded(desk, release.note),
        summary=_summary(desk, told),
        groups=groups,
    )


def _summary(desk: Desk, told: Released) -> str:
    standing = desk.count("%(number)s entry", "%(number)s entries", told.standing)
    if told.release.number == desk.timeline.past.releases[-1].release.number:
        return desk.say("The first release, with %(entries)s.", entries=standing)
    if not told.altered:
        return desk.say("No entry was added or changed; some rest on other articles than before.")
    return desk.say("The timeline then had %(entries)s.", entries=standing)


def _group(sheet: _Sheet, deed: str, some: tuple[Altered, ...]) -> Group:
    desk = sheet.desk
    return Group(desk.say(DEEDS[deed]), desk.words.number(len(some)), tuple(_item(sheet, one) for one in some))


def _item(sheet: _Sheet, one: Altered) -> Item:
    desk, entry = sheet.desk, one.after or one.before
    before, after = _both(desk, one)
    return Item(
        entry=_link(sheet, entry) if entry else Link(""),
        when=_when(desk, entry) if entry and one.deed != "redated" else "",
        before=before,
        after=after,
        reason=_reason(sheet, one),
    )


def _both(desk: Desk, one: Altered) -> tuple[Link, str]:
    """Give what changed before and after, in words; empty where it may not be shown or is the entry's title itself."""
    if not one.before or not one.after or not one.before.titles or not one.after.titles:
        return Link(""), ""
    if one.deed == "redated":
        return Link(_when(desk, one.before)), _when(desk, one.after)
    if one.deed == "retitled":
        return worded(desk, one.before.titles), ""
    if one.deed == "rekinded":
        return Link(_kind(desk, one.before.kind)), _kind(desk, one.after.kind)
    if one.deed == "restated":
        return Link(_stance(desk, one.before.stance)), _stance(desk, one.after.stance)
    return Link(""), ""


def _link(sheet: _Sheet, entry: Published) -> Link:
    """Link an entry by its title; what may not be shown has neither title nor address, unless an entry stands there."""
    desk = sheet.desk
    if href := desk.event_link(sheet.path, entry.address):
        event = desk.holdings.event_by_id[entry.address]
        shown = worded(desk, entry.titles) if entry.titles else Link(desk.text(event.title))
        return Link(shown.text, href, shown.lang)
    if not entry.titles:
        return Link(desk.say("an entry whose article was taken down"))
    shown = worded(desk, entry.titles)
    known = entry.address in sheet.lost
    return Link(shown.text, desk.link(sheet.path, event_name(entry.address)) if known else "", shown.lang)


def _reason(sheet: _Sheet, one: Altered) -> Link:
    """Tell why an entry is gone, if it still is and somebody said so."""
    if one.deed != "gone" or not one.before:
        return Link("")
    left = sheet.lost.get(one.before.address)
    return worded(sheet.desk, left.reason) if left else Link("")


def worded(desk: Desk, words: Words) -> Link:
    """Choose among words by language, and say in which they are where that is not the page's."""
    text = desk.text(words)
    lang = next((code for code, one in words.items() if one == text), desk.language)
    return Link(text, lang="" if lang == desk.language else lang)


def _when(desk: Desk, entry: Published) -> str:
    return value_words(desk, "when", entry.edtf) if entry.edtf else ""


def _kind(desk: Desk, id: str) -> str:
    return next((desk.text(kind.names) for kind in desk.topic.kinds if kind.id == id), desk.say("general"))


def _stance(desk: Desk, id: str) -> str:
    return desk.say(STANCES.get(id, ""))

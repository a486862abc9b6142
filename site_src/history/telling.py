"""Releases -> what each of them changed, for readers: the newest first."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from site_src.history.silence import silenced
from site_src.history.state import State, after
from site_src.model import Altered, Published, Release, Released

_ORDER = ("added", "moved", "redated", "retitled", "rekinded", "restated", "gone")


def tell(releases: Sequence[Release], standing: Collection[str]) -> tuple[Released, ...]:
    """Tell every release; `standing` are the digests of the articles that are there."""
    state, told = State(), list[Released]()
    for release in releases:
        grown = after(state, release)
        found = sorted(_altered(release, state, grown), key=_place) if told else []
        told.append(Released(release, grown.standing, tuple(_shown(one, standing) for one in found)))
        state = grown
    return tuple(reversed(told))


def _altered(release: Release, before: State, after: State) -> Iterator[Altered]:
    came_from = _came_from(release, before)
    for entry in release.entries:
        was = before.now.get(entry.address)
        last = before.words.get(entry.address)
        if entry.fate == "moved" and not (was and was.fate == "moved"):
            yield Altered("moved", last, after.words.get(entry.to))
        elif entry.fate == "gone":
            yield Altered("gone", last, None)
        elif entry.fate == "stands" and was and was.fate == "stands" and last:
            yield from _changes(last, entry)
        elif entry.fate == "stands" and entry.address in came_from:
            yield from _changes(came_from[entry.address], entry)
        elif entry.fate == "stands":
            yield Altered("added", None, entry)


def _came_from(release: Release, before: State) -> Mapping[str, Published]:
    """Give by new address the entry that stood at the old one."""
    moved = sorted((one.to, one.address) for one in release.entries if one.fate == "moved")
    return {to: before.words[old] for to, old in reversed(moved) if old in before.words}


def _changes(before: Published, after: Published) -> Iterator[Altered]:
    """Compare two states of an entry; where one has lost its words there is nothing to compare."""
    if not before.titles or not after.titles:
        return
    if before.edtf != after.edtf:
        yield Altered("redated", before, after)
    if not _same_title(before, after):
        yield Altered("retitled", before, after)
    if before.kind != after.kind:
        yield Altered("rekinded", before, after)
    if before.stance != after.stance:
        yield Altered("restated", before, after)


def _same_title(before: Published, after: Published) -> bool:
    """Compare titles in the languages that both have: a language more is no other title."""
    both = set(before.titles) & set(after.titles)
    return bool(both) and all(before.titles[code] == after.titles[code] for code in both)


def _place(one: Altered) -> tuple[int, str, str]:
    entry = one.after or one.before
    return _ORDER.index(one.deed), entry.edtf if entry else "", entry.address if entry else ""


def _shown(one: Altered, standing: Collection[str]) -> Altered:
    return Altered(
        one.deed,
        silenced(one.before, standing) if one.before else None,
        silenced(one.after, standing) if one.after else None,
    )

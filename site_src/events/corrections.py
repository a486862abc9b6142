"""Corrections: found in the timeline as it is without any of them, so that their order changes nothing.

corrections + drafts -> Edits: statements changed or dropped, nodes bound together or kept apart, titles replaced
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from msgspec import structs

from site_src.events.clusters import Bond
from site_src.events.drafts import Draft
from site_src.model import Article, Corrected, Correction, Issue, Statement, Target, Words
from site_src.topic.dates import read_when
from site_src.topic.values import Topic


@dataclass(frozen=True, slots=True)
class Edits:
    """What editors change. A token is the id of a statement, or `table:line` of a row."""

    changes: tuple[tuple[Correction, frozenset[str]], ...] = ()
    """Each correction that holds, with the statements and rows that it is about."""
    bonds: tuple[Bond, ...] = ()
    bars: tuple[Bond, ...] = ()
    results: tuple[Corrected, ...] = ()
    issues: tuple[Issue, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changes or self.bonds)

    @property
    def apart(self) -> Mapping[str, str]:
        """Mark the statements that must not share a node with like ones, by the correction that parts them."""
        return {token: change.id for change, tokens in self.changes if change.does == "part" for token in tokens}

    def of(self, entry: Draft) -> tuple[Correction, ...]:
        """Give the corrections that shaped an entry."""
        if not self.changes:
            return ()
        return tuple(change for change, tokens in self.changes if entry.tokens & tokens)

    @property
    def dropped(self) -> frozenset[str]:
        """Name the statements that make no entry; the figures that they hold are claims all the same."""
        return frozenset().union(*(tokens for change, tokens in self.changes if change.does == "drop"))

    def statements(self, told: Sequence[Statement]) -> tuple[Statement, ...]:
        """Give the statements as corrected."""
        return tuple(self._one(one) for one in told) if self.changes else tuple(told)

    def _one(self, one: Statement) -> Statement:
        for change, tokens in self.changes:
            if one.id not in tokens:
                continue
            if change.does == "rekind":
                one = structs.replace(one, kind=change.to)
            if change.does == "redate" and one.when is not None:
                how = f"corrected by an editor from {one.when.edtf}"
                one = structs.replace(one, when=structs.replace(read_when(change.to), text=one.when.text), when_how=how)
        return one


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that a correction names, and which of its statements and rows."""

    entry: Draft
    address: str
    statements: tuple[Statement, ...]
    rows: tuple[str, ...] = field(default=())

    @property
    def tokens(self) -> tuple[str, ...]:
        return (*dict.fromkeys(one.id for one in self.statements), *self.rows)


Level = Literal["error", "warning", "note"]


class Missed(Exception):
    """The expectation does not hold; the message says what was found instead."""


class Resting(Exception):
    """The article of a correction is not among those that were read."""


def revise(
    topic: Topic,
    entries: Sequence[Draft],
    ids: Sequence[str],
    articles: Sequence[Article],
    title_of: Callable[[Draft], Words],
) -> Edits:
    """Hold every correction against the timeline without corrections, and say what is to be changed."""
    shelf = _Shelf(entries, ids, {article.id: article for article in articles}, title_of)
    changes, bonds, bars = list[tuple[Correction, frozenset[str]]](), list[Bond](), list[Bond]()
    results, issues = list[Corrected](), list[Issue]()
    for change in topic.corrections:
        try:
            left, right = _check(change, shelf)
        except Resting as why:
            results.append(Corrected(change, "resting", (), {}))
            # A near id may be meant, and then nobody would hear of it; else the article is simply elsewhere.
            level: Level = "warning" if "nearest" in str(why) else "note"
            issues.append(_issue(topic, change, f"{why}", "it rests", level))
        except Missed as why:
            results.append(Corrected(change, "failed", (), {}))
            issues.append(_issue(topic, change, f"{why}", "it is not applied", "error"))
        else:
            one, two = _tokens(left), _tokens(right)
            if change.does in ("join", "part"):
                target = bonds if change.does == "join" else bars
                target.append(Bond(one, two, f"an editor {change.does}s them: {change.id}"))
            changes.append((change, frozenset((*one, *two)) if change.does == "join" else frozenset(one)))
            results.append(Corrected(change, "applied", (), title_of(left[0].entry)))
    return Edits(tuple(changes), tuple(bonds), tuple(bars), tuple(results), tuple(issues))


def settle(edits: Edits, ids: Sequence[str], entries: Sequence[Draft]) -> tuple[Corrected, ...]:
    """Name the entries that every correction shaped in the end."""
    shaped: dict[str, list[str]] = {}
    for address, entry in zip(ids, entries, strict=True):
        for change in edits.of(entry):
            shaped.setdefault(change.id, []).append(address)
    return tuple(
        replace(one, events=tuple(sorted(shaped.get(one.correction.id, ())))) if one.state == "applied" else one
        for one in edits.results
    )


def _tokens(found: Sequence[Found]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(token for one in found for token in one.tokens))


def _issue(topic: Topic, change: Correction, message: str, done: str, level: Level) -> Issue:
    place = f"{topic.folder.absolute().name}/{change.row.table}"
    code = "events.correction" if level == "error" else "events.correction-rests"
    return Issue(place, change.row.line, code, f"{change.id}: {message}", done, level)


# --- Finding --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The timeline without corrections, to look things up."""

    entries: Sequence[Draft]
    ids: Sequence[str]
    articles: Mapping[str, Article]
    title_of: Callable[[Draft], Words]

    def find(self, target: Target) -> tuple[Found, ...]:
        """Give the entries that a target names.

        Raises Resting if its article was not read, Missed if nothing is there.
        """
        if target.article and target.article not in self.articles:
            near = difflib.get_close_matches(target.article, sorted(self.articles), n=1, cutoff=0.85)
            hint = f"; nearest is {near[0]!r}" if near else ""
            raise Resting(f"the article {target.article!r} is not among those read{hint}")
        return self._by_address(target) if target.entry else self._by_words(target)

    def _by_address(self, target: Target) -> tuple[Found, ...]:
        for address, entry in zip(self.ids, self.entries, strict=True):
            if address == target.entry:
                rows = tuple(f"{row.table}:{row.line}" for row in entry.rows)
                return (Found(entry, address, entry.statements, rows),)
        near = difflib.get_close_matches(target.entry, sorted(self.ids), n=1, cutoff=0.4)
        raise Missed(f"found no entry {target.entry!r}" + (f"; nearest is {near[0]!r}" if near else ""))

    def _by_words(self, target: Target) -> tuple[Found, ...]:
        found = []
        for address, entry in zip(self.ids, self.entries, strict=True):
            own = tuple(one for one in (*entry.statements, *entry.others) if _says(one, target))
            if own:
                found.append(Found(entry, address, own))
        if not found:
            source = " ".join(self.articles[target.article].source.split()).casefold()
            there = target.words.casefold() in source
            what = "no entry is made of" if there else f"{target.article} has no sentence with"
            raise Missed(f"{what} the words {target.words!r}")
        return tuple(found)


def _says(statement: Statement, target: Target) -> bool:
    quote = " ".join(statement.evidence.quote.split()).casefold()
    return statement.evidence.article == target.article and target.words.casefold() in quote


def _alone(found: Sequence[Found]) -> Found:
    """Give the one entry that is named."""
    if len(found) > 1:
        raise Missed(f"the words stand in {len(found)} entries: {', '.join(one.address for one in found)}; name one")
    return found[0]


# --- Expecting ------------------------------------------------------------------------------------------------------

_Both = tuple[tuple[Found, ...], tuple[Found, ...]]


def _check(change: Correction, shelf: _Shelf) -> _Both:
    """Give what a correction is about, both sides of it.

    Raises Missed if its expectation does not hold, Resting if there is nothing to hold it against.
    """
    found = shelf.find(change.target)
    if change.other is not None:
        return _two(change, _alone(found), _alone(shelf.find(change.other)))
    if change.does == "retitle":
        return (_titled(change, _alone(found), shelf),), ()
    return tuple(_telling(change, found)), ()


def _two(change: Correction, left: Found, right: Found) -> _Both:
    same = left.address == right.address
    if change.does == "join" and same:
        raise Missed(f"they are one entry already: {left.address}; the correction is no longer needed")
    if change.does == "part" and not same:
        raise Missed(f"they are apart already: {left.address} and {right.address}; the correction is no longer needed")
    if change.does == "part" and set(left.tokens) & set(right.tokens):
        raise Missed(f"both sides name the same words of {left.address}")
    return (left,), (right,)


def _titled(change: Correction, found: Found, shelf: _Shelf) -> Found:
    titles = shelf.title_of(found.entry)
    if change.found not in titles.values():
        told = " / ".join(repr(titles[code]) for code in sorted(titles))
        raise Missed(f"found the title {told}, expected {change.found!r}")
    return found


def _value(change: Correction, statement: Statement) -> str:
    if change.does == "rekind":
        return statement.kind
    return statement.when.edtf if statement.when else ""


def _telling(change: Correction, found: Sequence[Found]) -> list[Found]:
    """Give the statements that tell what is expected; an entry's own value must be it where the entry is named."""
    for one in found if change.target.entry else ():
        if one.rows:
            raise Missed(f"{one.address} stands in {', '.join(one.rows)}: change it there")
    kept = [
        replace(one, statements=tuple(s for s in one.statements if _value(change, s) == change.found)) for one in found
    ]
    kept = [one for one in kept if one.statements]
    if not kept:
        told = sorted({_value(change, statement) for one in found for statement in one.statements})
        raise Missed(f"found {', '.join(told)}, expected {change.found}")
    return kept

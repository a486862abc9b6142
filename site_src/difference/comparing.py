"""Entries before and after -> what became of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Entry = Mapping[str, Any]
_FIELDS = ("kind", "stance", "place", "actors")


@dataclass(frozen=True, slots=True)
class Loose:
    """An entry that only one side has."""

    id: str
    edtf: str
    title: str
    elsewhere: tuple[str, ...]
    """The entries of the other side that hold some of its sentences: it was split or merged."""


@dataclass(frozen=True, slots=True)
class Change:
    """What changed in an entry that both sides have."""

    id: str
    """Its address after."""
    field: str
    """`edtf`, `address`, `title.en`, `kind`, ..."""
    before: str
    after: str
    title: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of all entries, each list in order of time."""

    gained: tuple[Loose, ...]
    lost: tuple[Loose, ...]
    moved: tuple[Change, ...]
    """Of another day or at another address."""
    retitled: tuple[Change, ...]
    changed: tuple[Change, ...]
    """Of another kind, stance or place, or with other actors."""
    same: int
    """Entries of which none of this is true."""


def compare(before: Sequence[Entry], after: Sequence[Entry]) -> Difference:
    """Say what became of every entry; the order of either side changes nothing."""
    pairs = sorted(_pairs(before, after), key=lambda pair: _order(pair[1]))
    old, new = {one["id"] for one, _ in pairs}, {two["id"] for _, two in pairs}
    changes = [(pair, tuple(_changes(*pair))) for pair in pairs]
    every = [change for _, found in changes for change in found]
    return Difference(
        gained=_loose([one for one in after if one["id"] not in new], before),
        lost=_loose([one for one in before if one["id"] not in old], after),
        moved=tuple(one for one in every if one.field in ("edtf", "address")),
        retitled=tuple(one for one in every if one.field.startswith("title.")),
        changed=tuple(one for one in every if one.field in _FIELDS),
        same=sum(not found for _, found in changes),
    )


def _pairs(before: Sequence[Entry], after: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    """Pair entries by their addresses, then by the sentences that they share, the most alike first."""
    by_id = {one["id"]: one for one in after}
    pairs = [(one, by_id[one["id"]]) for one in before if one["id"] in by_id]
    taken = {one["id"] for one, _ in pairs}
    left, right = [one for one in before if one["id"] not in taken], [one for one in after if one["id"] not in taken]
    near = sorted(_alike(left, right), key=lambda found: (-found[0], found[1]["id"], found[2]["id"]))
    used = set[tuple[str, str]]()
    for _, one, two in near:
        if ("before", one["id"]) not in used and ("after", two["id"]) not in used:
            used |= {("before", one["id"]), ("after", two["id"])}
            pairs.append((one, two))
    return pairs


def _alike(left: Sequence[Entry], right: Sequence[Entry]) -> Iterator[tuple[float, Entry, Entry]]:
    """Weigh the pairs that share a sentence or a row: the part that they share, and what else is the same."""
    holders: dict[str, list[Entry]] = {}
    for two in right:
        for token in _tokens(two):
            holders.setdefault(token, []).append(two)
    for one in left:
        own = _tokens(one)
        for two in {id(entry): entry for token in own for entry in holders.get(token, ())}.values():
            other = _tokens(two)
            same = sum(one.get(key) == two.get(key) for key in ("kind", "edtf", "stance"))
            yield len(own & other) / len(own | other) + 0.1 * same, one, two


def _tokens(entry: Entry) -> frozenset[str]:
    """Give an entry's sentences, whatever their articles are called; without one, the sources of its rows and its titles."""
    quotes = frozenset("q " + " ".join(str(quote["quote"]).split()) for quote in entry["evidence"])
    rows = (f"r {row['table']} {row['source']} {sorted(entry['title'].items())}" for row in entry.get("rows", ()))
    return quotes or frozenset(rows)


def _order(entry: Entry) -> tuple[str, str]:
    return str(entry.get("earliest", entry["edtf"])), str(entry["id"])


def _title(entry: Entry) -> str:
    return str(next(iter(entry["title"].values()), ""))


def _loose(alone: Sequence[Entry], others: Sequence[Entry]) -> tuple[Loose, ...]:
    holders: dict[str, set[str]] = {}
    for other in others:
        for token in _tokens(other):
            holders.setdefault(token, set()).add(other["id"])
    return tuple(
        Loose(
            str(one["id"]),
            str(one["edtf"]),
            _title(one),
            tuple(sorted(set().union(*(holders.get(token, set()) for token in _tokens(one))))),
        )
        for one in sorted(alone, key=_order)
    )


def _changes(one: Entry, two: Entry) -> Iterator[Change]:
    if one["id"] != two["id"]:
        yield Change(two["id"], "address", one["id"], two["id"], _title(two))
    if one["edtf"] != two["edtf"]:
        yield Change(two["id"], "edtf", one["edtf"], two["edtf"], _title(two))
    for code in sorted(set(one["title"]) & set(two["title"])):
        if one["title"][code] != two["title"][code]:
            yield Change(two["id"], f"title.{code}", one["title"][code], two["title"][code], _title(two))
    for name in _FIELDS:
        if one.get(name) != two.get(name):
            yield Change(two["id"], name, _words(one.get(name)), _words(two.get(name)), _title(two))


def _words(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")

"""Entries by editors as nodes: they join what articles say of the same event, and stand alone where none does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_src.events.addresses import wanted
from site_src.events.clusters import Bond
from site_src.events.drafts import Draft
from site_src.events.nodes import Node, kind_of, stems
from site_src.model import Curated
from site_src.topic.values import Topic

_SURE = 0.9
"""A little less than a table row of high confidence, so that its day yields to the table's."""


def curated_nodes(topic: Topic) -> tuple[Node, ...]:
    """Give a node for every entry by an editor, in the order of their addresses."""
    return tuple(_node(entry, topic) for entry in sorted(topic.curated, key=lambda entry: entry.id))


def _node(entry: Curated, topic: Topic) -> Node:
    kind = kind_of(entry.kind, topic)
    return Node(
        key=f"r:curated-{entry.id}",
        kind=entry.kind,
        when=entry.when,
        stance="told",
        actors=frozenset(entry.actors),
        organisation=topic.organisation if kind and kind.organisation == "needed" else "",
        place=entry.place,
        series="",
        words=frozenset().union(*(stems(title) for title in entry.titles.values())),
        rows=(entry.row,),
        address=entry.id,
        titles=entry.titles,
        order=entry.actors,
        confidence=_SURE,
        once=kind is not None and kind.once,
        curated=entry,
        origins=tuple(sorted(set(_origins(entry, topic)))),
    )


def _origins(entry: Curated, topic: Topic) -> Iterator[str]:
    """Name whose reports an editor's sources are, as those of articles are named; his own text is nobody's report."""
    known = {name.lower(): outlet.id for outlet in topic.outlets.values() for name in (outlet.name, *outlet.aliases)}
    return (known.get(source.outlet.lower(), source.outlet) for source in entry.sources)


def named_alike(entries: Sequence[Draft], topic: Topic) -> tuple[Bond, ...]:
    """Bind an editor's entry to the one whose address it bears: so he names it without a word of its kind or day."""
    rows = {entry.id: f"{entry.row.table}:{entry.row.line}" for entry in topic.curated}
    named = [(wanted(entry, topic), entry) for entry in entries if not entry.curated]
    return tuple(
        Bond(tuple(sorted(entry.tokens)), (rows[address],), f"an editor's entry bears its address: {address}")
        for address, entry in named
        if address in rows
    )

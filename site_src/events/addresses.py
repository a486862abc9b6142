"""Give every entry an id that stays: from its table row, or from the first report that told it; never from a title."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256

from site_src.events.drafts import Draft
from site_src.events.nodes import GENERAL, kind_of
from site_src.events.seeds import stamp
from site_src.model import FIRST_DAY, Statement
from site_src.topic.values import Topic

LONGEST = 80
_ACTORS = 3
_IS_PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _plain(words: str) -> str:
    if _IS_PLAIN.fullmatch(words):
        return words
    ascii_words = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_words).strip("-")


@lru_cache(maxsize=1 << 12)
def _actor(id: str) -> str:
    return _plain(id) or sha256(id.encode()).hexdigest()[:6]


def _fit(address: str) -> str:
    """Keep an address within its length; one cut short ends in its digest."""
    if len(address) <= LONGEST:
        return address
    return f"{address[: LONGEST - 9].rstrip('-')}-{sha256(address.encode()).hexdigest()[:8]}"


def wanted(entry: Draft, topic: Topic) -> str:
    """Give the address that an entry would have if nobody else had it."""
    # A table's row before an editor's entry: to write about an event does not move its page.
    if rows := [node for node in entry.seeds if node.address]:
        seeds = sorted(rows, key=lambda node: (node.curated is not None, node.address.count("-"), node.key))
        same = [node for node in seeds if node.kind == entry.kind] or seeds
        return _fit(_plain(same[0].address))
    # The first report that says what happened: a mere saying gives way, here as in the entry's own kind, so that a
    # later report which names the matter does not move the page.
    kept = entry.statements
    if len(kept) > 1:
        kept = tuple(told for told in kept if not _gives_way(told.kind, topic)) or kept
    # And of these one that names its time: "before he met her" begins with the first of all days.
    anchor = next((told for told in kept if _begins(told)), kept[0])
    actors = map(_actor, sorted(anchor.actors)[:_ACTORS])
    when = anchor.when if anchor.when and _begins(anchor) else entry.when
    parts = [stamp(when), anchor.kind, *actors]
    if entry.stance == "planned":
        parts.append("planned")
    return _fit(_plain("-".join(parts)))


def _gives_way(kind: str, topic: Topic) -> bool:
    found = kind_of(kind, topic)
    return kind == GENERAL or (found is not None and found.generic)


def _begins(told: Statement) -> bool:
    return told.when is not None and told.when.earliest != FIRST_DAY and not told.order


def addresses(entries: Sequence[Draft], first_told: Sequence[str], topic: Topic) -> tuple[str, ...]:
    """Give the ids of entries, in their order; `first_told` are their anchors' publication days.

    Of several that would share an address, the one with a row or the first published keeps it; each other one gets
    six digits of its own anchor's digest.
    """
    naturally = [wanted(entry, topic) for entry in entries]
    anchors = [entry.statements[0].id if entry.statements else entry.cluster.nodes[0].key for entry in entries]
    order = sorted(range(len(entries)), key=lambda at: (not entries[at].rows, first_told[at], anchors[at]))
    taken: set[str] = set()
    found = [""] * len(entries)
    for at in order:
        address = naturally[at]
        if address in taken:
            mark = sha256(f"{anchors[at]}{entries[at].stance}".encode()).hexdigest()
            address = next(
                free
                for size in range(6, 64)
                if (free := f"{naturally[at][: LONGEST - size - 1]}-{mark[:size]}") not in taken
            )
        taken.add(address)
        found[at] = address
    return tuple(found)

"""Who is told together in entries of meetings.

A kind of entry is a meeting if it needs two actors (`actors = "two"` in `kinds.toml`). Only what was held counts: plans
and denials do not. Between countries a person meets for his or her own.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from site_src.addresses import chart_row
from site_src.charts.given import Entry
from site_src.charts.kinds import ACTORS, Subject
from site_src.charts.links import all_have_pages, page

Actors = Literal["people", "countries"]
Pair = tuple[str, str]
"""Two ids, the one with more meetings first."""


@dataclass(frozen=True, slots=True)
class Meetings:
    """All that the chart shows."""

    subject: Subject
    id: str
    """The chart's: the kind as the topic names it, with `-` for its colon."""
    actors: tuple[str, ...]
    """Those who met somebody, who met most often first."""
    pairs: tuple[tuple[Pair, tuple[Entry, ...]], ...]
    """Each pair and its meetings, oldest first; the pairs that met most often first."""
    held: int
    """How many meetings there are; one of three has three pairs."""
    kinds: tuple[str, ...]
    """The kinds of entries that are counted."""

    @property
    def most(self) -> int:
        """How often the pair met that met most often."""
        return len(self.pairs[0][1])

    def of(self, one: str, other: str) -> int:
        """Count the meetings of two."""
        return next((len(events) for pair, events in self.pairs if set(pair) == {one, other}), 0)

    def href(self, one: str, other: str) -> str:
        """Give what is behind a pair: its entry, or the first of its rows in the table of meetings."""
        row = 1
        for pair, events in self.pairs:
            if set(pair) == {one, other}:
                return self.page(events[0]) if len(events) == 1 and self.page(events[0]) else chart_row(self.id, 2, row)
            row += len(events)
        return ""

    def page(self, entry: Entry) -> str:
        """Give an entry's page; empty where not every entry has one."""
        return page(entry.id) if all_have_pages(self.subject.topic, self.subject.entries) else ""


def gather(subject: Subject) -> Meetings | None:
    """Gather the meetings of people or countries; None where no two of them met."""
    wanted = ACTORS if not subject.of else tuple(one for one in ACTORS if one == subject.of)
    return next((found for actors in wanted if (found := _gather(subject, actors))), None)


def _gather(subject: Subject, actors: Actors) -> Meetings | None:
    kinds = tuple(kind.id for kind in subject.topic.kinds if kind.actors == "two")
    told = [entry for entry in subject.entries if entry.kind in kinds and entry.stance in ("told", "recalled")]
    there = [(entry, who) for entry in told if len(who := _present(subject, entry, actors)) > 1]
    if not there:
        return None
    often = Counter(id for _, who in there for id in who)
    order = tuple(sorted(often, key=lambda id: (-often[id], id)))
    found: dict[Pair, list[Entry]] = {}
    for entry, who in sorted(there, key=lambda one: (one[0].when.earliest, one[0].id)):
        for pair in combinations(sorted(who, key=order.index), 2):
            found.setdefault((pair[0], pair[1]), []).append(entry)
    pairs = sorted(found.items(), key=lambda one: (-len(one[1]), [order.index(id) for id in one[0]]))
    id = f"meetings-{subject.of}" if subject.of else "meetings"
    return Meetings(subject, id, order, tuple((pair, tuple(entries)) for pair, entries in pairs), len(there), kinds)


def _present(subject: Subject, entry: Entry, actors: Actors) -> set[str]:
    known = [subject.topic.entities[id] for id in entry.actors if id in subject.topic.entities]
    if actors == "people":
        return {one.id for one in known if one.kind == "person"}
    return {one.id if one.kind == "country" else one.country for one in known} - {""}

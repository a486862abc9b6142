"""Addresses begin with the time that is told."""

from __future__ import annotations

from datetime import date

from msgspec import structs

from site_src.events.addresses import wanted
from site_src.events.clusters import Cluster
from site_src.events.drafts import Draft
from site_src.model import FIRST_DAY, between, in_month
from tests.events.corpus import MEETING, SIDELINES, timeline, told
from tests.statements.league import league

MAY = in_month(2024, 5)


def test_what_is_only_ordered_gives_no_address() -> None:
    """An entry first told as "before May 2024" and later by its month stands under its month, not under the first of all days."""
    (entry,) = timeline(told(MEETING, SIDELINES)).events
    told_first = next(one for one in entry.statements if one.kind == "meeting")
    ordered = structs.replace(told_first, when=between(FIRST_DAY, date(2024, 5, 1)), order="last")
    named = structs.replace(told_first, when=MAY)
    nobody = Cluster(nodes=(), joins=())
    found = Draft(nobody, MAY, entry.kind, "told", entry.actors, "", "", "", (ordered, named), (), 1.0, ())

    assert "2024-05-meeting-ana-ro-bo-li" == wanted(found, league())
    assert wanted(found, league()) == wanted(structs.replace(found, statements=(ordered,)), league())

"""Tell what a dated sentence says besides its own fact: the event that it takes up, and the meeting at which it was.

"A joined on Monday. The ceremony was held in Norport on Monday."  ->  both tell the accession
"The treaty was signed on Monday, at the second summit."           ->  the treaty, and the summit
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from site_src.model import Statement
from site_src.statements.kinds import Sign
from site_src.statements.meetings import Meeting
from site_src.statements.scenes import Scene
from site_src.statements.teller import BY_REFERENCE, GENERAL, Teller, digest
from site_src.statements.undated import Before
from site_src.statements.zones import Zone


def _edtf(statement: Statement) -> str:
    return statement.when.edtf if statement.when else ""


def taken_up(teller: Teller, scene: Scene, told: Statement, before: Before | None) -> Statement:
    """Give what takes up the event told last, by a word for it and by its day, to that event."""
    last = before.statement if before else None
    own = told.kind != GENERAL or not teller.knows_kinds or not scene.hits.first("refers")
    if own or last is None or last.kind == GENERAL or _edtf(told) != _edtf(last):
        return told
    return replace(
        told,
        id=digest(last.kind, told.when, scene.words),
        kind=last.kind,
        actors=last.actors,
        organisation=last.organisation,
        series=last.series,
        confidence=round(min(told.confidence, last.confidence) * BY_REFERENCE, 3),
    )


def held_at(
    teller: Teller, scene: Scene, zone: Zone, meeting: Meeting, told: Statement, found: Sequence[Sign]
) -> list[Statement]:
    """Tell the meeting at which something else happened on one of its days; nothing beside what was only said there."""
    kind, own = meeting.series.kind, teller.kind(told.kind)
    at = any(sign.framed and sign.kind.id == kind and zone.start <= sign.start < zone.end for sign in found)
    of_it = zone.alone and zone.when.grain == "day" and zone.when.within(meeting.meeting.when)
    if not (at and of_it) or told.stance not in ("told", "recalled") or told.series != meeting.id:
        return []
    if own is None or own.generic or own.id == kind:
        return []
    organisation = meeting.series.organisation
    id = digest(kind, zone.when, scene.words)
    return [replace(told, id=id, kind=kind, actors=(), organisation=organisation, quantities=())]

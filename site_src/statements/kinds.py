"""Find which kind of event a date's clause tells, by the trigger words of the topic's table.

In: a scene and a zone. Out: the `Sign` nearest to the date, or none.
"""

from __future__ import annotations

from dataclasses import dataclass

from site_src.statements.clauses import Clauses, clause_of, clauses, framed, hard_marks
from site_src.statements.scenes import Scene
from site_src.statements.zones import Zone
from site_src.topic.values import Kind, Topic

_ARTICLE = 5
"""Characters of a space, an article and a space."""
_ORDINAL = 14
"""Characters of a number that counts a meeting: "the seventeenth summit"."""
_TRIGGERS = "kind "
"""Begins the names of the lists of trigger words."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Trigger words that betray a kind. Offsets count in the scene's words."""

    kind: Kind
    start: int
    end: int
    framed: bool
    """It follows words such as "ahead of": the frame of the fact, not the fact."""


def signs(scene: Scene, topic: Topic) -> tuple[Sign, ...]:
    """List the signs of a sentence; of two that overlap the longer one counts, of equal ones the first kind's."""
    triggers = [name for name in scene.hits.found if name.startswith(_TRIGGERS)]
    if not triggers:
        return ()
    found = []
    meetings = {series.kind for series in topic.series}
    for name in triggers:
        rank, kind = next(item for item in enumerate(topic.kinds) if item[1].id == name.removeprefix(_TRIGGERS))
        for start, end in scene.hits.spans(name):
            if scene.hits.first(f"not {kind.id}", *clause_of(scene, start, end)) is None:
                aside = framed(scene, start) or (kind.actors == "none" and _located(scene, start, kind.id in meetings))
                found.append((start - end, rank, Sign(kind, start, end, aside)))
    kept: list[Sign] = []
    for _, _, sign in sorted(found, key=lambda item: (item[0], item[1], item[2].start)):
        if all(sign.end <= other.start or other.end <= sign.start for other in kept):
            kept.append(sign)
    return tuple(sorted(kept, key=lambda sign: sign.start))


def _located(scene: Scene, start: int, meeting: bool) -> bool:
    """Tell whether words stand behind "at" or "after", with at most a number, a name and an article: a fact's setting."""
    names = [scene.at(one) for one in scene.entities if 0 <= start - scene.stops(one) <= 1]
    counts = [one.start - scene.sentence.start for one in scene.quantities if one.unit == "ordinal"]
    begin = min([*names, *(place for place in counts if 0 < start - place <= _ORDINAL)], default=start)
    before = (*scene.hits.spans("where"), *(scene.hits.spans("settings") if meeting else ()))
    return any(begin - _ARTICLE <= end <= begin for _, end in before)


def _distance(scene: Scene, zone: Zone, sign: Sign, parts: Clauses) -> tuple[int, int]:
    """Measure how far a sign is from the date: characters, and much more for each hard mark or clause between."""
    date_start = zone.time.expression.start - scene.sentence.start
    date_end = zone.time.expression.end - scene.sentence.start
    first, last = (date_end, sign.start) if sign.start >= date_end else (sign.end, date_start)
    apart = parts.chain(sign.start) != parts.chain(date_start)
    return max(0, last - first) + 60 * hard_marks(scene, first, last) + 60 * apart, sign.start


def _apart(scene: Scene, zone: Zone, sign: Sign, parts: Clauses) -> bool:
    """Tell whether a sign belongs to another time: "on Monday ..., because it joined", "was chosen, but is not yet ..."."""
    start = zone.time.expression.start - scene.sentence.start
    chain = parts.chain(sign.start)
    between = scene.words[min(sign.end, start) : max(sign.start, start)]
    if not sign.kind.generic and ": " in between:
        return True
    if sign.end <= start and scene.hits.first("denied", sign.end, start) and chain != parts.chain(start) < 0:
        return True
    if sign.kind.generic or not chain < 0 <= parts.chain(start) or parts.begin(chain) < start:
        return False
    return any(first <= parts.begin(chain) <= last for first, last in scene.hits.spans("apart"))


def carried_on(scene: Scene, zone: Zone, found: tuple[Sign, ...]) -> Sign | None:
    """Give the meeting that a date goes on with: "the summit opened on Monday and closed yesterday"."""
    start = zone.time.expression.start - scene.sentence.start
    goes_on = scene.hits.starts_at("joins", zone.start) is not None
    before = [sign for sign in found if sign.end <= zone.start and sign.kind.actors == "none" and not sign.framed]
    named = any(zone.start <= scene.at(one) < start for one in scene.entities)
    return before[-1] if before and goes_on and not named else None


def nearest(scene: Scene, zone: Zone, found: tuple[Sign, ...]) -> Sign | None:
    """Choose the sign that stands nearest to the date within its zone; framed ones only where nothing else is."""
    if not found:
        return None
    parts = clauses(scene)
    inside = [sign for sign in found if zone.start <= sign.start < zone.end and not _apart(scene, zone, sign, parts)]
    plain = [sign for sign in inside if not sign.framed]
    if not inside:
        return None
    return min(plain or inside, key=lambda sign: _distance(scene, zone, sign, parts))

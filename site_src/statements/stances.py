"""Tell how a sentence stands to what it tells: told, planned, denied or recalled."""

from __future__ import annotations

from datetime import date

from site_src.languages.lexicon import Span
from site_src.model import Stance, When
from site_src.statements.clauses import clause_of
from site_src.statements.kinds import Sign
from site_src.statements.scenes import Scene
from site_src.statements.zones import Zone

_NEAR_WORDS = 60
"""How many characters before the fact's own words a word of plan may stand in its clause."""
_DENIAL = 22
"""How many characters before the fact's own words a "not" belongs to them."""
BACKGROUND_DAYS = 180
"""A fact this long before the article is background: recalled, not news."""


def _lead_in(scene: Scene, zone: Zone, sign: Sign | None) -> Span:
    """Give the words of the fact's clause before and with its trigger; without one, the clause of the date."""
    if sign is None:
        place = zone.time.expression.start - scene.sentence.start
        first, last = clause_of(scene, place, place)
        return max(first, zone.start), min(last, zone.end)
    first, _ = clause_of(scene, sign.start, sign.end)
    return max(zone.start, min(first, sign.start), sign.start - _NEAR_WORDS), sign.end


def stance_of(scene: Scene, zone: Zone, sign: Sign | None, clock: date | None) -> Stance:
    """Read the stance from the words before the fact and from the article's clock.

    A plan told with a date already past at the clock was a plan all the same: "the summit was to open on Monday".
    """
    lead, when = _lead_in(scene, zone, sign), zone.when
    if sign and scene.hits.first("denied", max(zone.start, sign.start - _DENIAL), sign.start):
        return "denied"
    if sign and _answered_no(scene, sign):
        return "denied"
    if _ahead(when, clock) or (scene.hits.first("planned", *lead) and not zone.again):
        return "planned"
    if zone.again or (clock and (clock - when.latest).days > BACKGROUND_DAYS):
        return "recalled"
    return "recalled" if scene.hits.first("recalled", *lead) else "told"


def _answered_no(scene: Scene, sign: Sign) -> bool:
    """Tell whether the words of a fact are followed by an answer that begins with a "no"."""
    quoted = [(start, end) for start, end in scene.marks if start >= sign.end and scene.words[end - 1] in "“\""]
    opened = [end for start, end in quoted if scene.words[:start].rstrip().endswith(":")]
    return any(scene.hits.starts_at("denied", place) for place in opened)


def _ahead(when: When, clock: date | None) -> bool:
    return clock is not None and when.earliest > clock

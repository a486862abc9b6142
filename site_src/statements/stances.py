"""Tell how a sentence stands to what it tells: told, planned, denied or recalled."""

from __future__ import annotations

from datetime import date

from site_src.languages.lexicon import Span
from site_src.model import Stance
from site_src.statements.clauses import clause_of, clauses
from site_src.statements.kinds import Sign
from site_src.statements.scenes import Scene
from site_src.statements.zones import Zone

_NEAR_WORDS = 60
"""How many characters before the fact's own words a word of plan may stand in its clause."""
_DENIAL = 22
"""How many characters before the fact's own words a "not" belongs to them."""
BACKGROUND_DAYS = 45
"""A fact this long before the article is background: recalled, not news."""
_FRESH_DAYS = 7
"""Until so many days after it a fact is news, also where the sentence looks back on it: "since Tuesday"."""


def _lead_in(scene: Scene, zone: Zone, sign: Sign | None) -> Span:
    """Give the words of the fact's clause before and with its trigger; without one, the clause of the date."""
    if sign is None:
        place = _place(scene, zone)
        first, last = clause_of(scene, place, place)
        return max(first, zone.start), min(last, zone.end)
    first, _ = clause_of(scene, sign.start, sign.end)
    return max(zone.start, min(first, sign.start), sign.start - _NEAR_WORDS), sign.end


def _place(scene: Scene, zone: Zone) -> int:
    return zone.time.expression.start - scene.sentence.start


def stance_of(scene: Scene, zone: Zone, sign: Sign | None, clock: date | None) -> Stance:
    """Read the stance from the words before the fact and from the article's clock.

    A plan told with a date already past at the clock was a plan all the same: "the summit was to open on Monday".
    """
    when = zone.when
    if _denies(scene, zone, sign):
        return "denied"
    if sign and _answered_no(scene, sign):
        return "denied"
    if _ahead(zone, clock) or (_plans(scene, zone, sign) and not zone.again):
        return "planned"
    if zone.again or (clock and (clock - when.latest).days > BACKGROUND_DAYS):
        return "recalled"
    fresh = clock is not None and (clock - when.latest).days <= _FRESH_DAYS
    return "recalled" if not fresh and scene.hits.first("recalled", *_lead_in(scene, zone, sign)) else "told"


def _denies(scene: Scene, zone: Zone, sign: Sign | None) -> bool:
    """Tell whether a "not" stands before the fact's own words, or a denial right before the clause of the date."""
    if sign is not None:
        return scene.hits.first("denied", max(zone.start, sign.start - _DENIAL), sign.start) is not None
    parts = clauses(scene)
    chain = parts.chain(_place(scene, zone))
    begin = parts.begin(chain)
    return chain < 0 and scene.hits.first("denied", max(0, begin - _DENIAL), begin) is not None


def _plans(scene: Scene, zone: Zone, sign: Sign | None) -> bool:
    """Tell whether a word of plan belongs to the fact: in its own clause, and not in what was denied or said."""
    first, last = _lead_in(scene, zone, sign)
    parts = clauses(scene)
    chain = parts.chain(sign.start if sign else _place(scene, zone))
    for start, end in scene.hits.spans("planned"):
        if first <= start and end <= last and parts.chain(start) == chain:
            return sign is not None or scene.hits.first("denied", first, start) is None
    return False


def _answered_no(scene: Scene, sign: Sign) -> bool:
    """Tell whether the words of a fact are followed by an answer that begins with a "no"."""
    quoted = [(start, end) for start, end in scene.marks if start >= sign.end and scene.words[end - 1] in '“"']
    opened = [end for start, end in quoted if scene.words[:start].rstrip().endswith(":")]
    return any(scene.hits.starts_at("denied", place) for place in opened)


def _ahead(zone: Zone, clock: date | None) -> bool:
    """Tell whether a time is still to come: all of it, or what the words count forwards: "less than a week away"."""
    if clock is None:
        return False
    meaning = zone.time.expression.meaning
    forwards = meaning.reads == "relative" and (meaning.offset or 0) > 0 and zone.when.latest > clock
    return zone.when.earliest > clock or forwards

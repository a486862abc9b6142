"""Tell a date on which something happens from one that only bounds, compares or dates what the sentence says.

A topic that knows its kinds needs no entry for these: "has nine members today", "since June 2001", "more than in May",
"gives Friday as the day". In an empty topic every date that has the sentence to itself is taken.
"""

from __future__ import annotations

import re
from datetime import date

from site_src.languages.lexicon import Span
from site_src.statements.clauses import clauses
from site_src.statements.scenes import Scene
from site_src.statements.teller import Teller, any_of
from site_src.statements.zones import Zone
from site_src.topic.measuring import measure_of

_WORD = re.compile(r"[^\W\d_][\w'-]*")
_BESIDE = 45
"""Characters between a word that bounds and the date: "since the second summit of the five in"."""
_SUPPOSED = 12
"""Characters between a word of condition and the date: less is a term, "unless by Friday"."""


def _date(scene: Scene, zone: Zone) -> Span:
    start = zone.time.expression.start - scene.sentence.start
    return start, zone.time.expression.end - scene.sentence.start


def _part(scene: Scene, zone: Zone) -> Span:
    """Give the part of the sentence around a date: between the nearest marks that end more than a list does."""
    start, end = _date(scene, zone)
    hard = [(first, last) for first, last in scene.marks if scene.words[first] != ","]
    left = max((last for _, last in hard if last <= start), default=0)
    right = min((first for first, _ in hard if first >= end), default=len(scene.words))
    return max(left, zone.start), min(right, zone.end)


def _led_by(scene: Scene, zone: Zone, words: str) -> bool:
    """Tell whether a date follows words of a list in one clause, or begins with them."""
    start, _ = _date(scene, zone)
    near = ((first, last) for first, last in scene.hits.spans(words) if first <= start and last >= start - _BESIDE)
    return any("," not in scene.words[last:start] for _, last in near)


def only_bounds(scene: Scene, zone: Zone, clock: date | None) -> bool:
    """Tell whether a past date is no day of the sentence's fact: "since June", "until May", "more than in 2019".

    What is put off until a day to come happens then.
    """
    near = clock is None or zone.when.earliest <= clock or zone.when.grain != "day"
    return near and _led_by(scene, zone, "bounding")


def only_supposed(scene: Scene, zone: Zone) -> bool:
    """Tell whether a date stands in a condition: "if the first meeting in 1996 is counted"."""
    start, _ = _date(scene, zone)
    left = max((last for _, last in scene.marks if last <= start), default=0)
    return scene.hits.first("conditions", left, start - _SUPPOSED) is not None


def measured(teller: Teller, scene: Scene) -> bool:
    """Tell whether a sentence states a figure that the topic's measures know."""
    return scene.sentence.start in teller.figured or any(
        measure_of(teller.topic, teller.article.language, scene.words, quantity, scene.sentence.start)
        for quantity in scene.quantities
    )


def happens(teller: Teller, scene: Scene, zone: Zone) -> bool:
    """Tell whether the clause of a date has a verb by which something happens, or a plan of one."""
    first, last = _part(scene, zone)
    parts = clauses(scene)
    chain = parts.chain(_date(scene, zone)[0])
    plans = scene.hits.spans("planned")
    pattern = any_of(teller.verbs)
    for match in _WORD.finditer(scene.words, first, last):
        place = match.start()
        if parts.chain(place) != chain:
            continue
        planned = any(0 <= place - end <= 1 for _, end in plans)
        if (planned or pattern.fullmatch(match[0].lower())) and not _is_still(scene, place):
            return True
    return False


def _is_still(scene: Scene, place: int) -> bool:
    """Tell whether a word belongs to those by which nothing happens: a state, a semblance, a saying."""
    still = ("states", "seeming", "attribution", "according", "verbs")
    return any(start <= place < end for words in still for start, end in scene.hits.spans(words))


def tells(teller: Teller, scene: Scene, zone: Zone) -> bool:
    """Tell whether a date with no words of a known kind tells something: it has the sentence, or a verb of its own.

    A figure that the topic's measures know is no event of its year: "23% of the world's people in 1998".
    """
    coarse = zone.when.grain == "year"
    if not teller.knows_kinds:
        return not (coarse and measured(teller, scene)) and ((zone.alone and not coarse) or teller.happens(scene, zone))
    reported = any(scene.hits.spans(name) for name in ("verbs", "attribution", "according"))
    if (reported or zone.when.grain != "day") and measured(teller, scene):
        return False
    if coarse and teller.article.clock and zone.when.earliest.year == teller.article.clock.year:
        return False
    if happens(teller, scene, zone):
        return True
    clock = teller.article.clock
    shown = zone.alone and zone.when.grain == "day" and not reported
    ahead = clock is not None and zone.when.earliest > clock
    return (shown or ahead) and scene.hits.first("states", *_part(scene, zone)) is None

"""Find which kind of event a date's clause tells, by the trigger words of the topic's table.

In: a scene and a zone. Out: the `Sign` nearest to the date, or none.
"""

from __future__ import annotations

from dataclasses import dataclass

from site_src.languages.pack import LanguagePack
from site_src.languages.phrases import any_of
from site_src.statements.clauses import HARD, clause_of, framed
from site_src.statements.scenes import Scene
from site_src.statements.zones import Zone
from site_src.topic.values import Kind, Topic


@dataclass(frozen=True, slots=True)
class Sign:
    """Trigger words that betray a kind. Offsets count in the scene's words."""

    kind: Kind
    start: int
    end: int
    framed: bool
    """It follows words such as "ahead of": the frame of the fact, not the fact."""


def _words(table: dict[str, tuple[str, ...]], language: str) -> tuple[str, ...]:
    if language in table:
        return table[language]
    return () if language else tuple(word for code in sorted(table) for word in table[code])


def signs(scene: Scene, topic: Topic, language: str, pack: LanguagePack | None) -> tuple[Sign, ...]:
    """List the signs of a sentence; of two that overlap the longer one counts, of equal ones the first kind's."""
    frames = any_of(pack.speech.frames if pack else ())
    found = []
    for rank, kind in enumerate(topic.kinds):
        refuses = any_of(_words(dict(kind.refuses), language))
        for match in any_of(_words(dict(kind.triggers), language)).finditer(scene.words):
            clause = clause_of(scene.words, match.start(), match.end())
            if refuses.search(scene.words, *clause) is None:
                aside = framed(scene.words, match.start(), frames)
                found.append((match.start() - match.end(), rank, Sign(kind, match.start(), match.end(), aside)))
    kept: list[Sign] = []
    for _, _, sign in sorted(found, key=lambda item: (item[0], item[1], item[2].start)):
        if all(sign.end <= other.start or other.end <= sign.start for other in kept):
            kept.append(sign)
    return tuple(sorted(kept, key=lambda sign: sign.start))


def _distance(scene: Scene, zone: Zone, sign: Sign) -> tuple[int, int]:
    """Measure how far a sign is from the date: characters, and much more for each hard mark between."""
    date_start = zone.time.expression.start - scene.sentence.start
    date_end = zone.time.expression.end - scene.sentence.start
    first, last = (date_end, sign.start) if sign.start >= date_end else (sign.end, date_start)
    hard = len(HARD.findall(scene.words[first:last])) if first < last else 0
    return max(0, last - first) + 60 * hard, sign.start


def nearest(scene: Scene, zone: Zone, found: tuple[Sign, ...]) -> Sign | None:
    """Choose the sign that stands nearest to the date within its zone; framed ones only where nothing else is."""
    inside = [sign for sign in found if zone.start <= sign.start < zone.end]
    plain = [sign for sign in inside if not sign.framed]
    return min(plain or inside, key=lambda sign: _distance(scene, zone, sign), default=None)

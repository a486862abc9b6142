"""Find who says it: the name before a verb of saying, after "according to", or the outlet that is cited."""

from __future__ import annotations

import re
from dataclasses import dataclass

from site_src.statements.clauses import clause_of
from site_src.statements.scenes import Scene, name_of
from site_src.statements.zones import Zone

_REACH = 90
_CITED = re.compile(r"(?:\s+(?:dari|oleh|by|from|the))?\s+([\w.-]+(?:\s[A-Z][\w.-]+){0,3})")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it, and whether the date of the zone is the day of the saying."""

    name: str
    dates_saying: bool
    cited: bool = False
    """It is an outlet that is cited: it speaks, but it did nothing."""


def _named_before(scene: Scene, place: int) -> str:
    """Give the person, country or organisation named closest before a verb of saying, within its reach."""
    near = [
        mention
        for mention in scene.entities
        if mention.kind in ("person", "country", "organisation", "name")
        and place - _REACH <= mention.start - scene.sentence.start < place
    ]
    persons = [mention for mention in near if mention.kind == "person"]
    chosen = (persons or near)[-1:]
    return name_of(chosen[0]) if chosen else ""


def _named_after(scene: Scene, place: int) -> str:
    """Give who follows "according to": a name up to the next comma, else the words as they stand."""
    comma = scene.words.find(",", place)
    end = comma if 0 <= comma <= place + _REACH else min(len(scene.words), place + 40)
    near = [mention for mention in scene.entities if place <= mention.start - scene.sentence.start < end]
    persons = [mention for mention in near if mention.kind == "person"]
    chosen = (persons or near)[:1]
    words = scene.words[place:end].strip()
    return name_of(chosen[0]) if chosen else words if comma == end and len(words.split()) <= 4 else ""


def _attribution(scene: Scene, zone: Zone | None) -> tuple[str, bool]:
    """Find the outlet that is cited, and whether the date stands with it: "as reported by X, Friday (16/9/2022)"."""
    cited = scene.hits.spans("attribution")
    if not cited:
        return "", False
    end = cited[-1][1]
    name = _CITED.match(scene.words, end)
    outlet = name.group(1).rstrip(".,") if name else ""
    if not (outlet[:1].isupper() or "." in outlet):
        return "", False  # "other reports have it": nobody is named
    if zone is None:
        return outlet, False
    date = zone.time.expression.start - scene.sentence.start
    return outlet, 0 <= date - end <= 50


def _opens_clause(scene: Scene, place: int) -> bool:
    """Tell whether a verb of saying follows what is said: "..., said the minister"."""
    before = len(scene.words[:place].rstrip())
    return before == 0 or any(first < before <= last for first, last in scene.marks)


def speaker_of(scene: Scene, zone: Zone | None) -> Speaker:
    """Say who speaks in a sentence; nobody where the article itself does."""
    outlet, dated = _attribution(scene, zone)
    according = scene.hits.spans("according")
    verbs = [span for span in scene.hits.spans("verbs") if span not in scene.hits.spans("attribution")]
    if according:
        name = _named_after(scene, according[0][1])
        if name:
            return Speaker(name, dated)
    if verbs and _opens_clause(scene, verbs[0][0]):
        _, end = clause_of(scene, *verbs[0])
        after = [one for one in scene.entities if one.kind == "person" and verbs[0][1] <= scene.at(one) < end]
        if after:
            return Speaker(name_of(after[0]), dated)
    if verbs:
        pronoun = scene.hits.spans("pronouns")
        name = _named_before(scene, verbs[0][0]) or (scene.before.person if pronoun else "")
        if name:
            return Speaker(name, dated)
    return Speaker(outlet, dated, cited=True)

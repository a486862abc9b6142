"""Tell what an article says: a statement for every date that names a time of its own, and for every figure.

Article -> scenes -> zones (one a date) -> kind, stance, actors, place, speaker -> Statement
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from msgspec import structs

from site_src.languages.pack import LanguagePack
from site_src.model import Article, Figure, State, Statement, When
from site_src.statements.figures import tell_figures
from site_src.statements.following import held_at, taken_up
from site_src.statements.happenings import measured, only_bounds, only_supposed, tells
from site_src.statements.kinds import Sign, carried_on, nearest, signs
from site_src.statements.meetings import Meeting, gathered, is_ahead, meeting_of, meeting_on
from site_src.statements.scenes import Scene, scenes
from site_src.statements.speakers import Speaker, speaker_of
from site_src.statements.stances import stance_of
from site_src.statements.states import states_of
from site_src.statements.teller import BY_REFERENCE, GENERAL, Teller, digest, evidence, quantities, who
from site_src.statements.undated import Before, bounded, referred, undated
from site_src.statements.words import word_lists
from site_src.statements.zones import Zone, names_time, zones
from site_src.topic.values import Kind, Topic

_NO_KIND = 0.7
"""A fact whose kind no table knows is told with less confidence."""
_FEW_DAYS = 7
"""The longest stretch with which a later sentence can go on."""


def _claims(teller: Teller, scene: Scene, states: tuple[State, ...], figures: tuple[Figure, ...]) -> Statement:
    """Make the statement of a sentence that states figures or what somebody is, and tells no event."""
    organisations = [mention.entity for mention in scene.entities if mention.kind == "organisation" and mention.entity]
    group, pair = scene.hits.spans("groups"), scene.hits.spans("pairs")
    return Statement(
        id=digest(GENERAL, None, scene.words),
        evidence=evidence(teller, scene),
        when=None,
        when_how="",
        kind=GENERAL,
        stance="told",
        actors=(scene.before.pair or scene.before.countries) if pair else (),
        organisation=organisations[0] if organisations else scene.before.organisation if group else "",
        place="",
        speaker=speaker_of(scene, None).name,
        quantities=scene.quantities,
        origins=teller.origins(scene),
        prominence=scene.prominence,
        confidence=0.8,
        states=states,
        figures=figures,
    )


def _dated(teller: Teller, scene: Scene, zone: Zone, found: tuple[Sign, ...]) -> Statement | None:
    """Make the statement of one date; none where several dates share a sentence and this one tells nothing."""
    topic = teller.topic
    speaker = speaker_of(scene, zone)
    sign = None if speaker.dates_saying else nearest(scene, zone, found)
    meeting = meeting_of(scene, zone, topic, found, teller.article.clock)
    kind = sign.kind if sign else None
    if speaker.dates_saying:
        kind = teller.generic
    elif sign is None and (carried := carried_on(scene, zone, found)):
        whole = replace(zone, start=0)
        kind, meeting = carried.kind, meeting_of(scene, whole, topic, found, teller.article.clock)
        if meeting and stance_of(scene, zone, carried, teller.article.clock) == "planned":
            return None  # its opening is told already
    elif meeting and (sign is None or sign.framed):
        kind, sign = teller.kind(meeting.series.kind) or kind, None
    if kind is not None and sign is not None and sign.framed and kind.actors == "none":
        # "His presence at the summit last month": the date is the setting's, and nothing is told of it.
        if not teller.happens(scene, zone, until=sign.start):
            return None
        kind, sign = None, None
    if _is_aside(teller, scene, zone, speaker, kind, meeting):
        return None
    acting = who(teller, scene, zone, sign, kind)
    if kind and (held := gathered(zone, topic, kind, acting.actors, acting.organisation)):
        kind, meeting = teller.kind(held.series.kind) or kind, held
    if kind and kind.generic and teller.knows_kinds and not acting.actors and zone.when.grain != "day":
        return None  # nobody's saying
    if speaker.dates_saying and speaker.name and not speaker.cited:
        acting = replace(acting, actors=(speaker.name,), referred=False)
    sure = zone.time.confidence * (1.0 if kind else _NO_KIND) * (BY_REFERENCE if acting.referred else 1.0)
    return Statement(
        id=digest(kind.id if kind else GENERAL, zone.when, scene.words),
        evidence=evidence(teller, scene),
        when=zone.when,
        when_how=f"{zone.time.expression.rule}: {zone.time.how}",
        kind=kind.id if kind else GENERAL,
        stance=stance_of(scene, zone, sign, teller.article.clock),
        actors=acting.actors,
        organisation=acting.organisation,
        place=acting.place,
        speaker=speaker.name,
        quantities=quantities(scene, zone),
        origins=teller.origins(scene),
        prominence=scene.prominence,
        confidence=round(sure, 3),
        series=meeting.id if meeting else "",
    )


def _is_aside(
    teller: Teller, scene: Scene, zone: Zone, speaker: Speaker, kind: Kind | None, meeting: Meeting | None
) -> bool:
    """Tell whether a date tells no fact: it only bounds, is supposed, or dates a figure."""
    if only_supposed(scene, zone):
        return True
    bounds = teller.knows_kinds and only_bounds(scene, zone, teller.article.clock)
    if kind is not None and kind.actors == "none" and not (kind.once or meeting) and bounds:
        return True
    if kind is None:
        return bounds or _this_year(zone) or not tells(teller, scene, zone)
    person = speaker.name in {one.entity for one in scene.entities if one.kind == "person"}
    return speaker.dates_saying and kind.generic and teller.knows_kinds and not person and measured(teller, scene)


def _this_year(zone: Zone) -> bool:
    """Tell whether a time is only "this year": the frame of all news."""
    meaning = zone.time.expression.meaning
    return zone.when.grain == "year" and meaning.reads == "relative" and meaning.offset == 0


def _of_meeting(teller: Teller, scene: Scene, zone: Zone, meeting: Meeting) -> Statement:
    """Make the statement that a meeting of a series itself is told of: "ahead of the 17th summit"."""
    told = _dated(teller, scene, zone, ())
    assert told is not None
    ahead = teller.article.clock is not None and zone.when.earliest > teller.article.clock
    return structs.replace(told, stance="planned" if ahead else "told", actors=(), series=meeting.id)


def _events(teller: Teller, scene: Scene, before: Before | None) -> Iterator[Statement]:
    """Tell what happened, as one sentence says."""
    found = signs(scene, teller.topic)
    if not (found or scene.times):
        return
    dated: list[Statement] = []
    for zone in zones(scene):
        meeting = meeting_of(scene, zone, teller.topic, found)
        if meeting and zone.numbered and is_ahead(scene, zone):
            dated.append(_of_meeting(teller, scene, zone, meeting))
            own = tuple(sign for sign in found if sign.kind.id != meeting.series.kind)
            beside = undated(teller, scene, own, before)
        else:
            beside = _dated(teller, scene, zone, found)
            beside = taken_up(teller, scene, beside, before) if beside else None
            dated += held_at(teller, scene, zone, meeting, beside, found) if beside and meeting else []
        dated += [beside] if beside else []
    dated += bounded(teller, scene, found)
    if not dated:
        beside = undated(teller, scene, found, before)
        dated += [beside] if beside else []
    yield from dated


def _scene(teller: Teller, scene: Scene, before: Before | None, figures: tuple[Figure, ...]) -> Iterator[Statement]:
    """Tell one sentence: what happened, and what it says somebody is."""
    told = list(_events(teller, scene, before))
    yield from told
    states = states_of(scene, teller.topic)
    if states or figures:
        claims = _claims(teller, scene, states, figures)
        yield structs.replace(claims, quantities=()) if told else claims


@lru_cache(maxsize=16)
def _of_past(words: tuple[str, ...]) -> tuple[str, ...]:
    """Write the single words among verbs of the past as patterns."""
    return tuple(re.escape(word).replace(r"\*", r"\w{2,}") for word in words if " " not in word)


def tell(article: Article, *, pack: LanguagePack | None, topic: Topic) -> tuple[Statement, ...]:
    """Tell what one article says, in the order of its text.

    A sentence gives a statement for each date that names a time of its own, one without a day where it is ordered
    among the others, and one where it states a figure or a state that the topic's measures know. Lengths, habits and
    "now" alone give none.
    """
    verbs = (*pack.numbers.noun_ends, *_of_past(tuple(pack.time.tense.get("done", ())))) if pack else ()
    listed = tuple(scenes(article, word_lists(topic, article.language, pack)))
    figures = tell_figures(listed, article, pack=pack, topic=topic)
    teller = Teller(article, topic, meeting_on(topic, article.clock), frozenset(figures), verbs)
    told: list[Statement] = []
    before: Before | None = None
    day: When | None = None
    waiting: Scene | None = None
    for scene in listed:
        here = list(_scene(teller, scene, before, figures.get(scene.sentence.start, ())))
        told += here
        days = [one for one in here if one.when and one.when.days <= _FEW_DAYS and not one.order]
        named = [time.when for time in scene.times if names_time(time) and time.when and time.when.grain == "day"]
        day = named[-1] if named else day
        if (
            waiting
            and named
            and scene.hits.first("refers")
            and scene.sentence.paragraph - waiting.sentence.paragraph <= 1
        ):
            of_before = referred(teller, waiting, named[-1])
            told += [of_before] if of_before else []
        waiting = None if scene.times else scene
        if days:
            before = Before(days[-1], scene.sentence.paragraph, day)
        elif before and before.day is not day:
            before = replace(before, day=day)
    return tuple(told)

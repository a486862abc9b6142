"""Tell what an article says: a statement for every date that names a time of its own, and for every figure.

Article -> scenes -> zones (one a date) -> kind, stance, actors, place, speaker -> Statement
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from site_src.languages.pack import LanguagePack
from site_src.model import Article, Evidence, Quantity, Statement, When
from site_src.statements.actors import Fact, actors_of, organisation_of
from site_src.statements.kinds import Sign, nearest, signs
from site_src.statements.meetings import Meeting, at_meeting, is_ahead, meeting_of, meeting_on
from site_src.statements.places import place_of
from site_src.statements.scenes import Scene, scenes
from site_src.statements.speakers import speaker_of
from site_src.statements.stances import stance_of
from site_src.statements.words import word_lists
from site_src.statements.zones import Zone, zones
from site_src.topic.measuring import measure_of
from site_src.topic.values import Kind, Topic

GENERAL = "general"
_NO_KIND = 0.7
"""A fact whose kind no table knows is told with less confidence."""
_BY_REFERENCE = 0.85
"""As is one whose actors an earlier sentence names,"""
_BY_NEIGHBOUR = 0.6
"""and one whose day does."""


@dataclass(frozen=True, slots=True)
class Teller:
    """What every step of one article needs."""

    article: Article
    topic: Topic
    now: Meeting | None
    """The meeting on whose days the article was written."""

    @property
    def generic(self) -> Kind | None:
        """The kind that a mere saying has: the last generic one of the topic."""
        return next((kind for kind in reversed(self.topic.kinds) if kind.generic), None)

    def kind(self, id: str) -> Kind | None:
        return next((kind for kind in self.topic.kinds if kind.id == id), None)


def digest(kind: str, when: When | None, quote: str) -> str:
    """Name a statement by what it says: the same for a copy in another file."""
    words = " ".join(quote.split()).casefold()
    return sha256(f"{kind}|{when.edtf if when else ''}|{words}".encode()).hexdigest()[:16]


def _evidence(teller: Teller, scene: Scene) -> Evidence:
    return Evidence(teller.article.id, scene.words, scene.sentence.start, scene.sentence.end)


def _measured(teller: Teller, scene: Scene) -> bool:
    """Tell whether a sentence states a figure that the topic's measures know."""
    return any(
        measure_of(teller.topic, teller.article.language, scene.words, quantity, scene.sentence.start)
        for quantity in scene.quantities
    )


def _figures(teller: Teller, scene: Scene) -> Statement:
    """Make the statement of a sentence that states figures and names no time."""
    organisations = [mention.entity for mention in scene.entities if mention.kind == "organisation" and mention.entity]
    group, pair = scene.hits.spans("groups"), scene.hits.spans("pairs")
    return Statement(
        id=digest(GENERAL, None, scene.words),
        evidence=_evidence(teller, scene),
        when=None,
        when_how="",
        kind=GENERAL,
        stance="told",
        actors=(scene.before.pair or scene.before.countries) if pair else (),
        organisation=organisations[0] if organisations else scene.before.organisation if group else "",
        place="",
        speaker=speaker_of(scene, None).name,
        quantities=scene.quantities,
        origins=teller.article.origins,
        prominence=scene.prominence,
        confidence=0.8,
    )


def _quantities(scene: Scene, zone: Zone) -> tuple[Quantity, ...]:
    return tuple(
        quantity for quantity in scene.quantities if zone.start <= quantity.start - scene.sentence.start < zone.end
    )


def _place(teller: Teller, scene: Scene, zone: Zone, kind: Kind | None) -> str:
    # The place of a sentence belongs to its own date, not to the earlier event that "again since May" names.
    if zone.again or (kind and kind.place_is == "none"):
        return ""
    return place_of(scene, zone.start, zone.end, teller.topic)


def _dated(teller: Teller, scene: Scene, zone: Zone, found: tuple[Sign, ...]) -> Statement | None:
    """Make the statement of one date; none where several dates share a sentence and this one tells nothing."""
    topic = teller.topic
    speaker = speaker_of(scene, zone)
    sign = None if speaker.dates_saying else nearest(scene, zone, found)
    meeting = meeting_of(scene, zone, topic)
    kind = sign.kind if sign else None
    if speaker.dates_saying:
        kind = teller.generic
    elif meeting and (sign is None or sign.framed):
        kind, sign = teller.kind(meeting.series.kind) or kind, None
    if kind is None and topic.kinds and not (zone.alone and zone.when.grain != "year"):
        return None
    at = sign.start if sign else zone.time.expression.start - scene.sentence.start
    fact = Fact(zone.start, zone.end, at, kind)
    actors, referred = actors_of(scene, fact, topic)
    if speaker.dates_saying and speaker.name and not speaker.cited:
        actors, referred = (speaker.name,), False
    sure = zone.time.confidence * (1.0 if kind else _NO_KIND) * (_BY_REFERENCE if referred else 1.0)
    return Statement(
        id=digest(kind.id if kind else GENERAL, zone.when, scene.words),
        evidence=_evidence(teller, scene),
        when=zone.when,
        when_how=f"{zone.time.expression.rule}: {zone.time.how}",
        kind=kind.id if kind else GENERAL,
        stance=stance_of(scene, zone, sign, teller.article.clock),
        actors=actors,
        organisation=organisation_of(scene, fact),
        place=_place(teller, scene, zone, kind),
        speaker=speaker.name,
        quantities=_quantities(scene, zone),
        origins=teller.article.origins,
        prominence=scene.prominence,
        confidence=round(sure, 3),
        series=meeting.id if meeting else "",
    )


def _of_meeting(teller: Teller, scene: Scene, zone: Zone, meeting: Meeting) -> Statement:
    """Make the statement that a meeting of a series itself is told of: "ahead of the 17th summit"."""
    told = _dated(teller, scene, zone, ())
    assert told is not None
    ahead = teller.article.clock is not None and zone.when.earliest > teller.article.clock
    return replace(told, stance="planned" if ahead else "told", actors=(), series=meeting.id)


def _undated(teller: Teller, scene: Scene, found: tuple[Sign, ...], last: Statement | None) -> Statement | None:
    """Make the statement of a sentence that names no time but says that it goes on with one.

    Either it happens at a meeting of a series on whose days the article was written, or it tells of the very two
    whose day the sentence before gives.
    """
    topic = teller.topic
    plain = [sign for sign in found if not sign.framed]
    if not plain:
        return None
    sign = plain[0]
    fact = Fact(0, len(scene.words), sign.start, sign.kind)
    actors, referred = actors_of(scene, fact, topic)
    meeting = at_meeting(found, teller.now)
    if meeting and sign.kind.id != meeting.series.kind and len(actors) >= (2 if sign.kind.actors == "two" else 1):
        when, how, series = (
            meeting.meeting.when,
            f"at the meeting {meeting.id}, during which it was written",
            meeting.id,
        )
    elif referred and scene.near and last and last.when and len(actors) > 1 and set(actors) == set(last.actors):
        when, how, series = last.when, f"the day of the sentence before: {last.when_how}", last.series
    else:
        return None
    if sign.kind.generic:
        return None
    zone = Zone.of_scene(scene, when)
    return Statement(
        id=digest(sign.kind.id, when, scene.words),
        evidence=_evidence(teller, scene),
        when=when,
        when_how=how,
        kind=sign.kind.id,
        stance=stance_of(scene, zone, sign, teller.article.clock),
        actors=actors,
        organisation=organisation_of(scene, fact),
        place=_place(teller, scene, zone, sign.kind),
        speaker=speaker_of(scene, None).name,
        quantities=scene.quantities,
        origins=teller.article.origins,
        prominence=scene.prominence,
        confidence=_BY_NEIGHBOUR,
        series=series,
    )


def _scene(teller: Teller, scene: Scene, last: Statement | None) -> Iterator[Statement]:
    """Tell one sentence."""
    found = signs(scene, teller.topic)
    dated: list[Statement] = []
    for zone in zones(scene):
        meeting = meeting_of(scene, zone, teller.topic)
        if meeting and zone.numbered and is_ahead(scene, zone):
            dated.append(_of_meeting(teller, scene, zone, meeting))
            own = tuple(sign for sign in found if sign.kind.id != meeting.series.kind)
            beside = _undated(teller, scene, own, last)
        else:
            beside = _dated(teller, scene, zone, found)
        dated += [beside] if beside else []
    if not dated:
        beside = _undated(teller, scene, found, last)
        dated += [beside] if beside else []
    if not dated and _measured(teller, scene):
        dated.append(_figures(teller, scene))
    yield from dated


def tell(article: Article, *, pack: LanguagePack | None, topic: Topic) -> tuple[Statement, ...]:
    """Tell what one article says, in the order of its text.

    A sentence gives a statement for each date that names a time of its own, and one without a day where it states a
    figure that the topic's measures know. Lengths, habits and "now" alone give none.
    """
    now = meeting_on(topic, article.clock)
    teller = Teller(article, topic, now)
    told: list[Statement] = []
    last: Statement | None = None
    for scene in scenes(article, word_lists(topic, article.language, pack), every=now is not None):
        here = list(_scene(teller, scene, last))
        told += here
        last = next((one for one in reversed(here) if one.when and one.when.grain == "day"), last)
    return tuple(told)

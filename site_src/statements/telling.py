"""Tell what an article says: a statement for every date that names a time of its own, and for every figure.

Article -> scenes -> zones (one a date) -> kind, stance, actors, place, speaker -> Statement
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from site_src.languages.pack import LanguagePack
from site_src.model import Article, Evidence, Quantity, Statement, When
from site_src.statements.actors import actors_of, organisation_of
from site_src.statements.kinds import Sign, nearest, signs
from site_src.statements.meetings import meeting_of
from site_src.statements.places import place_of
from site_src.statements.scenes import Scene, scenes
from site_src.statements.speakers import speaker_of
from site_src.statements.stances import stance_of
from site_src.statements.zones import Zone, zones
from site_src.topic.measuring import measure_of
from site_src.topic.values import Kind, Topic

GENERAL = "general"
_NO_KIND = 0.7
"""A fact whose kind no table knows is told with less confidence."""
_BY_REFERENCE = 0.85
"""As is one whose actors an earlier sentence names."""


@dataclass(frozen=True, slots=True)
class Teller:
    """What every step of one article needs."""

    article: Article
    pack: LanguagePack | None
    topic: Topic

    @property
    def generic(self) -> Kind | None:
        """The kind that a mere saying has: the first generic one of the topic."""
        return next((kind for kind in self.topic.kinds if kind.generic), None)


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
    speaker = speaker_of(scene, None, teller.pack)
    organisations = [mention.entity for mention in scene.entities if mention.kind == "organisation" and mention.entity]
    return Statement(
        id=digest(GENERAL, None, scene.words),
        evidence=_evidence(teller, scene),
        when=None,
        when_how="",
        kind=GENERAL,
        stance="told",
        actors=(),
        organisation=organisations[0] if organisations else scene.before.organisation,
        place="",
        speaker=speaker.name,
        quantities=scene.quantities,
        origins=teller.article.origins,
        prominence=scene.prominence,
        confidence=0.8,
    )


def _quantities(scene: Scene, zone: Zone) -> tuple[Quantity, ...]:
    return tuple(
        quantity for quantity in scene.quantities if zone.start <= quantity.start - scene.sentence.start < zone.end
    )


def _dated(teller: Teller, scene: Scene, zone: Zone, found: tuple[Sign, ...]) -> Statement | None:
    """Make the statement of one date; none where several dates share a sentence and this one tells nothing."""
    topic, pack, clock = teller.topic, teller.pack, teller.article.clock
    speaker = speaker_of(scene, zone, pack)
    sign = None if speaker.dates_saying else nearest(scene, zone, found)
    meeting = meeting_of(scene, zone, topic, teller.article.language)
    kind = sign.kind if sign else None
    if speaker.dates_saying:
        kind = teller.generic
    elif meeting and (sign is None or sign.framed):
        kind = next((kind for kind in topic.kinds if kind.id == meeting.series.kind), kind)
    if kind is None and topic.kinds and not (zone.alone and zone.when.grain != "year"):
        return None
    actors, referred = actors_of(scene, zone.start, zone.end, kind, topic, pack)
    if speaker.dates_saying and speaker.name:
        actors, referred = (speaker.name,), False
    sure = zone.time.confidence * (1.0 if kind else _NO_KIND) * (_BY_REFERENCE if referred else 1.0)
    return Statement(
        id=digest(kind.id if kind else GENERAL, zone.when, scene.words),
        evidence=_evidence(teller, scene),
        when=zone.when,
        when_how=f"{zone.time.expression.rule}: {zone.time.how}",
        kind=kind.id if kind else GENERAL,
        stance=stance_of(scene, zone, sign, clock, pack),
        actors=actors,
        organisation=organisation_of(scene, zone.start, zone.end, kind, topic, pack),
        place="" if kind and kind.place_is == "none" else place_of(scene, zone.start, zone.end, topic, pack),
        speaker=speaker.name,
        quantities=_quantities(scene, zone),
        origins=teller.article.origins,
        prominence=scene.prominence,
        confidence=round(sure, 3),
        series=meeting.id if meeting else "",
    )


def tell(article: Article, *, pack: LanguagePack | None, topic: Topic) -> tuple[Statement, ...]:
    """Tell what one article says, in the order of its text.

    A sentence gives a statement for each date that names a time of its own, and one without a day where it states a
    figure that the topic's measures know. Lengths, habits and "now" alone give none.
    """
    teller = Teller(article, pack, topic)
    told: list[Statement] = []
    for scene in scenes(article):
        found = signs(scene, topic, article.language, pack)
        dated = [_dated(teller, scene, zone, found) for zone in zones(scene, pack)]
        told.extend(statement for statement in dated if statement)
        if not any(dated) and _measured(teller, scene):
            told.append(_figures(teller, scene))
    return tuple(told)

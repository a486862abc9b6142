"""Recognise the n-th meeting of a series that a sentence names, by its number or by its name and its day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from site_src.statements.clauses import framed
from site_src.statements.kinds import Sign
from site_src.statements.scenes import Scene
from site_src.statements.zones import Zone
from site_src.topic.values import Kind, Series, SeriesMeeting, Topic


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting of a series."""

    series: Series
    meeting: SeriesMeeting

    @property
    def id(self) -> str:
        return f"{self.series.id}:{self.meeting.ordinal}"


def _numbered(zone: Zone, topic: Topic) -> Meeting | None:
    meaning = zone.time.expression.meaning
    if meaning.reads != "series":
        return None
    return next(
        (
            Meeting(series, meeting)
            for series in topic.series
            if series.id == meaning.series
            for meeting in series.meetings
            if meeting.ordinal == meaning.number
        ),
        None,
    )


def meeting_of(
    scene: Scene, zone: Zone, topic: Topic, found: Sequence[Sign] = (), clock: date | None = None
) -> Meeting | None:
    """Give the meeting that a zone names: "the 17th summit", or "the summit" at a time when there was one only.

    A month or a year is enough where a summit of the past is only the setting of what the sentence tells, and of one to
    come: "the next summit will be held in July".
    """
    numbered = _numbered(zone, topic)
    if numbered:
        return numbered
    for series in topic.series:
        named = scene.hits.first(f"series {series.id}", zone.start, zone.end) is not None
        if named or (series.organisation == topic.organisation and _own_summit(scene, zone, series, found)):
            past = clock is not None and zone.when.latest < clock
            aside = past and any(sign.framed and sign.kind.id == series.kind for sign in found)
            coming = clock is not None and zone.when.earliest > clock
            held = [
                one
                for one in series.meetings
                if _meets(zone, one, named=named or aside or (coming and _could_be_next(scene, series, one)))
            ]
            if len(held) == 1:
                return Meeting(series, held[0])
    return None


def _own_summit(scene: Scene, zone: Zone, series: Series, found: Sequence[Sign]) -> bool:
    """Tell whether a zone has the words of the series' kind, and no other organisation whose meeting it could be."""
    others = [one for one in scene.entities if one.kind == "organisation" and one.entity != series.organisation]
    return not others and any(sign.kind.id == series.kind and zone.start <= sign.start < zone.end for sign in found)


def _could_be_next(scene: Scene, series: Series, meeting: SeriesMeeting) -> bool:
    """Tell whether a coming meeting is one of a series: its organisation was named last, or its place is named with it."""
    places = {meeting.place, meeting.country} - {""}
    return scene.before.organisation == series.organisation or any(one.entity in places for one in scene.entities)


def _meets(zone: Zone, meeting: SeriesMeeting, *, named: bool) -> bool:
    """Tell whether a time is within a meeting, or, where the series is named, the month or year in which it was."""
    return zone.when.within(meeting.when) or (
        named and zone.when.grain in ("month", "year") and meeting.when.within(zone.when)
    )


def gathered(zone: Zone, topic: Topic, kind: Kind, actors: Sequence[str], organisation: str) -> Meeting | None:
    """Give the series' one meeting that "they met" means, where an organisation met and nobody is named."""
    if kind.actors != "two" or len(actors) > 1 or not organisation:
        return None
    own = [series for series in topic.series if series.organisation == organisation]
    held = [Meeting(series, one) for series in own for one in series.meetings if _meets(zone, one, named=True)]
    return held[0] if len(held) == 1 else None


_STILL = timedelta(days=2)
"""How long after its last day "during the summit" still means that one."""


def is_ahead(scene: Scene, zone: Zone) -> bool:
    """Tell whether the sentence only says that something came before the meeting: "ahead of the 17th summit"."""
    return framed(scene, zone.time.expression.start - scene.sentence.start, "ahead")


def meeting_on(topic: Topic, clock: date | None) -> Meeting | None:
    """Give the meeting of the topic's own series on whose days an article was written."""
    if clock is None:
        return None
    for series in topic.series:
        for meeting in series.meetings if series.organisation == topic.organisation else ():
            if meeting.when.days <= 7 and meeting.when.earliest <= clock <= meeting.when.latest + _STILL:
                return Meeting(series, meeting)
    return None


def at_meeting(found: Sequence[Sign], now: Meeting | None) -> Meeting | None:
    """Give the meeting that "during the summit" means in an article written on its days."""
    return now if now and any(sign.framed and sign.kind.id == now.series.kind for sign in found) else None

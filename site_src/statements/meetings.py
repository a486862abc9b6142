"""Recognise the n-th meeting of a series that a sentence names, by its number or by its name and its day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from site_src.statements.clauses import framed
from site_src.statements.kinds import Sign
from site_src.statements.scenes import Scene
from site_src.statements.zones import Zone
from site_src.topic.values import Series, SeriesMeeting, Topic


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


def meeting_of(scene: Scene, zone: Zone, topic: Topic) -> Meeting | None:
    """Give the meeting that a zone names: "the 17th summit", or "the summit" on a day within one of its table."""
    numbered = _numbered(zone, topic)
    if numbered:
        return numbered
    for series in topic.series:
        named = scene.hits.first(f"series {series.id}", zone.start, zone.end)
        if zone.when.grain in ("day", "range") and named:
            for meeting in series.meetings:
                if zone.when.within(meeting.when):
                    return Meeting(series, meeting)
    return None


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

"""Recognise the n-th meeting of a series that a sentence names, by its number or by its name and its day."""

from __future__ import annotations

from dataclasses import dataclass

from site_src.languages.phrases import any_of
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


def meeting_of(scene: Scene, zone: Zone, topic: Topic, language: str) -> Meeting | None:
    """Give the meeting that a zone names: "the 17th summit", or "the summit" on a day within one of its table."""
    numbered = _numbered(zone, topic)
    if numbered:
        return numbered
    for series in topic.series:
        names = series.names_in_text.get(language, ())
        if zone.when.grain in ("day", "range") and any_of(names).search(scene.words, zone.start, zone.end):
            for meeting in series.meetings:
                if zone.when.within(meeting.when):
                    return Meeting(series, meeting)
    return None

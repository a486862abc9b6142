"""`series.toml` and `tables/summits.csv`: numbered series of meetings and when each was held."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from pathlib import Path

from site_src.model import Issue
from site_src.topic.settings import Section, each_section, keep_known, typed
from site_src.topic.tables import Line, each, read_table, refer, unique
from site_src.topic.values import Entity, Series, SeriesMeeting
from site_src.topic.wrong import Wrong

FILE = "series.toml"
_COLUMNS = ("series", "ordinal", "date", "place", "country", "format", "decisions_*", "confidence", "source")
FORMATS = ("in-person", "virtual", "hybrid", "planned")
CONFIDENCE = ("high", "medium", "low")


def read_series(
    folder: Path, languages: tuple[str, ...], kinds: Collection[str], entities: Mapping[str, Entity]
) -> tuple[tuple[Series, ...], tuple[Issue, ...]]:
    """Read the series, each with its meetings in the order of their numbers."""

    def make(section: Section) -> Series:
        refer("kind", str(section.keys.get("kind", "")), kinds, "an id of kinds.toml")
        given = {"default_titles": {}, "default_names_in_text": {}, "default_organisation": ""}
        return typed(section.keys, Series, id=section.id, meetings=(), **given)

    made, issues = each_section(folder, FILE, make, Series)
    bodies = _of(entities, "organisation")
    series, unknown = keep_known(folder, FILE, made, "organisation", bodies, "an id of organisations.csv")
    table, found = read_table(folder, "summits", _COLUMNS)
    pairs, wrong = each(table, _maker(languages, [one.id for one in series], entities))
    kept, twice = unique(table, pairs, lambda pair: f"{pair[0]} {pair[1].ordinal}", lambda pair: pair[1].row.line)
    filled = tuple(replace(one, meetings=_meetings(one.id, kept)) for one in series)
    return filled, (*issues, *unknown, *found, *wrong, *twice)


def _of(entities: Mapping[str, Entity], kind: str) -> list[str]:
    return [entity.id for entity in entities.values() if entity.kind == kind]


def _meetings(series: str, pairs: tuple[tuple[str, SeriesMeeting], ...]) -> tuple[SeriesMeeting, ...]:
    return tuple(sorted((meeting for own, meeting in pairs if own == series), key=lambda meeting: meeting.ordinal))


def _maker(
    languages: tuple[str, ...], series: list[str], entities: Mapping[str, Entity]
) -> Callable[[Line], tuple[str, SeriesMeeting]]:
    places, countries = _of(entities, "place"), _of(entities, "country")

    def make(line: Line) -> tuple[str, SeriesMeeting]:
        when = line.when("date")
        if when is None:
            raise Wrong("date", "", "the day or the days of the meeting")
        return line.reference("series", series, "an id of series.toml"), SeriesMeeting(
            ordinal=line.number_in("ordinal"),
            when=when,
            place=line.reference("place", places, "an id of places.csv", needed=False),
            country=line.reference("country", countries, "an id of countries.csv", needed=False),
            format=line.choice("format", FORMATS, default="in-person"),
            decisions=line.words("decisions", languages),
            confidence=line.choice("confidence", CONFIDENCE, default="high"),  # type: ignore[arg-type]  # one of them
            row=line.row,
        )

    return make

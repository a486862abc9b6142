"""Series of meetings: the table of a numbered series, each meeting with its days, place, decisions and entries."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from site_src.model import Event, Page
from site_src.pages.cards import card
from site_src.pages.desk import Desk, series_name
from site_src.pages.frame import framed
from site_src.pages.holdings import row_key
from site_src.pages.passages import row_sources
from site_src.pages.rooms import WHO, rooms
from site_src.pages.views import Card, Link, RowSource
from site_src.topic.values import Series, SeriesMeeting
from site_src.wording import msgid
from site_src.wording.dates import DateWords, date_words

FORMATS = {
    "in-person": "",
    "virtual": msgid("by video"),
    "hybrid": msgid("partly by video"),
    "planned": msgid("planned"),
}
DOUBTS = {"medium": msgid("fairly sure"), "low": msgid("not sure")}


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting in the table of its series."""

    anchor: str
    ordinal: str
    others: str
    """Other numbers that articles give it: "no. 16"; empty if none does."""
    date: DateWords
    place: str
    country: Link
    format: str
    doubt: str
    decisions: str
    entry: Card | None
    """Its own entry."""
    beside: tuple[Card, ...]
    """Entries at the same meeting."""
    source: RowSource


@dataclass(frozen=True, slots=True)
class Listed:
    """A series in the list of all."""

    link: Link
    organisation: str
    span: str


def pages(desk: Desk) -> Iterator[Page]:
    """Plan the list of series and a page for each."""
    yield _all(desk)
    for series in desk.topic.series:
        yield _one(desk, series)


def _all(desk: Desk) -> Page:
    path = desk.path("series/index.html")
    return framed(
        desk,
        "series/index.html",
        "series-all.html",
        desk.say("Meetings"),
        lead=desk.say("Series of meetings that are counted, as the tables have them."),
        rooms=rooms(desk, path, WHO),
        series=[_listed(desk, path, series) for series in desk.topic.series],
    )


def _one(desk: Desk, series: Series) -> Page:
    name = series_name(series.id)
    path = desk.path(name)
    meetings = tuple(_meeting(desk, path, series, one) for one in series.meetings)
    held = [one for one in series.meetings if one.format != "planned"]
    return framed(
        desk,
        name,
        "series.html",
        desk.text(series.names),
        lead=_span(desk, series) if held else "",
        trail=(("series/index.html", desk.say("Meetings")),),
        meetings=meetings,
    )


def meetings_in(desk: Desk, start: str, country: str) -> tuple[tuple[Link, DateWords], ...]:
    """List the meetings of all series that a country received, each with its days."""
    return _held(desk, start, lambda meeting: meeting.country == country)


def meetings_at(desk: Desk, start: str, place: str) -> tuple[tuple[Link, DateWords], ...]:
    """List the meetings of all series that a place received, each with its days."""
    return _held(desk, start, lambda meeting: meeting.place == place)


def series_of(desk: Desk, start: str, organisation: str) -> tuple[Link, ...]:
    """Link the series of meetings of an organisation."""
    own = (one for one in desk.topic.series if one.organisation == organisation)
    return tuple(Link(desk.text(one.names), desk.link(start, series_name(one.id))) for one in own)


def _held(desk: Desk, start: str, wanted: Callable[[SeriesMeeting], bool]) -> tuple[tuple[Link, DateWords], ...]:
    held = [(one, series) for series in desk.topic.series for one in series.meetings if wanted(one)]
    return tuple(
        (_named(desk, start, series, meeting), date_words(meeting.when, desk.words))
        for meeting, series in sorted(held, key=lambda pair: pair[0].when.earliest)
    )


def _named(desk: Desk, start: str, series: Series, meeting: SeriesMeeting) -> Link:
    number = desk.words.number(meeting.ordinal)
    name = desk.say("%(series)s, number %(number)s", series=desk.text(series.names), number=number)
    return Link(name, f"{desk.link(start, series_name(series.id))}#no-{meeting.ordinal}")


def _listed(desk: Desk, start: str, series: Series) -> Listed:
    return Listed(
        Link(desk.text(series.names), desk.link(start, series_name(series.id))),
        desk.name(series.organisation) if series.organisation else "",
        _span(desk, series),
    )


def _span(desk: Desk, series: Series) -> str:
    """Tell the years of a series and where it met most recently; a meeting that is only planned is said to be."""
    years = [one.when.earliest.year for one in series.meetings]
    if not years:
        return ""
    held = sum(one.format != "planned" for one in series.meetings)
    told = desk.count("%(number)s meeting held", "%(number)s meetings held", held)
    planned = len(series.meetings) - held
    ahead = desk.count("%(number)s planned", "%(number)s planned", planned) if planned else ""
    span = str(years[0]) if years[0] == years[-1] else f"{min(years)}–{max(years)}"
    return ", ".join(part for part in (told, ahead, span) if part)


def _meeting(desk: Desk, start: str, series: Series, meeting: SeriesMeeting) -> Meeting:
    event = desk.holdings.event_of_row.get(row_key(meeting.row))
    known = desk.holdings.event_by_id
    near = [known[id] for id, how in event.related if how == "same-meeting" and id in known] if event else []
    return Meeting(
        anchor=f"no-{meeting.ordinal}",
        ordinal=desk.words.number(meeting.ordinal),
        others=_others(desk, series, meeting, event),
        date=date_words(meeting.when, desk.words),
        place=desk.name(meeting.place) if meeting.place else "",
        country=Link(desk.name(meeting.country), desk.country_link(start, meeting.country)),
        format=desk.say(FORMATS.get(meeting.format, "")),
        doubt=desk.say(DOUBTS.get(meeting.confidence, "")),
        decisions=desk.text(meeting.decisions) if meeting.decisions else "",
        entry=card(desk, start, event) if event else None,
        beside=tuple(card(desk, start, one) for one in near),
        source=row_sources(desk, (meeting.row,))[0],
    )


def _others(desk: Desk, series: Series, meeting: SeriesMeeting, event: Event | None) -> str:
    """Name the numbers that articles give a meeting beside the table's: the press counts some series in two ways."""
    if event is None:
        return ""
    told = {number for one in event.statements for own, _, number in [one.series.partition(":")] if own == series.id}
    other = sorted(int(number) for number in told if number.isdigit() and int(number) != meeting.ordinal)
    return ", ".join(desk.words.number(number) for number in other)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a meeting stands in its series, for its entry's page."""

    series: Link
    number: str
    before: Link | None
    after: Link | None


def place_in_series(desk: Desk, start: str, event: Event) -> Place | None:
    """Tell which meeting of a series an entry is, with the meetings before and after; None if it is none."""
    rows = set(event.rows)
    for series in desk.topic.series:
        for number, meeting in enumerate(series.meetings):
            if meeting.row in rows:
                near = desk.holdings.event_of_row
                before = series.meetings[number - 1] if number else None
                after = series.meetings[number + 1] if number + 1 < len(series.meetings) else None
                page = f"{desk.link(start, series_name(series.id))}#no-{meeting.ordinal}"
                return Place(
                    Link(desk.text(series.names), page),
                    desk.words.number(meeting.ordinal),
                    _step(desk, start, before, near),
                    _step(desk, start, after, near),
                )
    return None


def _step(desk: Desk, start: str, meeting: SeriesMeeting | None, near: Mapping[str, Event]) -> Link | None:
    event = near.get(row_key(meeting.row)) if meeting else None
    if meeting is None or event is None:
        return None
    place = desk.name(meeting.place) if meeting.place else desk.name(meeting.country)
    return Link(f"{place}, {meeting.when.earliest.year}", desk.event_link(start, event.id))

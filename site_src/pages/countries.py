"""Countries: their status through time, their entries, their latest figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from site_src.model import EntityKind, Page
from site_src.pages.desk import Desk, country_name
from site_src.pages.edtf import read_edtf
from site_src.pages.entities import role_words
from site_src.pages.frame import framed
from site_src.pages.lanes import lane, phases, status_label, status_now
from site_src.pages.rolls import roll
from site_src.pages.rooms import WHO, rooms
from site_src.pages.scales import percent
from site_src.pages.summits import meetings_in
from site_src.pages.views import Label, Link, Scale
from site_src.topic.values import Entity, Indicator
from site_src.wording.dates import date_words


@dataclass(frozen=True, slots=True)
class Lane:
    """A country in the list of all."""

    country: Link
    status: Label | None
    scale: Scale | None
    entries: str


@dataclass(frozen=True, slots=True)
class Rung:
    """The countries that share a status now."""

    name: str
    code: str
    lanes: tuple[Lane, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """The latest value of an indicator and its course."""

    name: str
    value: str
    unit: str
    year: str
    course: str
    """Points of a line in a box of 100 by 30: "0,30 10,28"."""
    course_text: str
    source: str
    derived: str


def pages(desk: Desk) -> Iterator[Page]:
    """Plan the list of countries and a page for each."""
    yield _all(desk)
    for id, country in desk.holdings.countries.items():
        yield _one(desk, id, country)


def _all(desk: Desk) -> Page:
    path = desk.path("countries/index.html")
    lanes = sorted((_lane(desk, path, id) for id in desk.holdings.countries), key=_by_status)
    return framed(
        desk,
        "countries/index.html",
        "countries.html",
        desk.say("Countries"),
        lead=desk.say("Who stands where, and since when. Every bar uses the same scale."),
        rooms=rooms(desk, path, WHO),
        key=[status_label(desk, status.id) for status in desk.topic.statuses],
        rungs=[
            Rung(group[0].status.text if group[0].status else desk.say("Without a status"), code, tuple(group))
            for code, group in ((code, list(lanes)) for code, lanes in groupby(lanes, _code))
        ],
    )


def _one(desk: Desk, id: str, country: Entity) -> Page:
    path = desk.country_path(id)
    events = desk.holdings.events_of_country.get(id, ())
    name = desk.name(id)
    status = status_now(desk, id)
    entries = desk.count("%(number)s entry", "%(number)s entries", len(events))
    return framed(
        desk,
        country_name(id),
        "country.html",
        name,
        lead=f"{status.text} · {entries}" if status else entries,
        trail=(("countries/index.html", desk.say("Countries")),),
        capital=desk.name(country.capital) if country.capital else "",
        status=status,
        lane=lane(desk, id),
        phases=phases(desk, id),
        figures=[figure for one in desk.topic.indicators.values() if (figure := _figure(desk, id, one))],
        people=[(_linked(desk, path, one), role_words(desk, one)) for one in _of_country(desk, id, "person")],
        places=[_linked(desk, path, one) for one in _of_country(desk, id, "place")],
        meetings=meetings_in(desk, path, id),
        entries=roll(desk, path, events),
    )


def _of_country(desk: Desk, country: str, kind: EntityKind) -> list[Entity]:
    """List the people or places of a country that have a page, by name."""
    found = [one for one in desk.holdings.entities.values() if one.country == country and one.kind == kind]
    return sorted(found, key=lambda one: (desk.name(one.id).casefold(), one.id))


def _linked(desk: Desk, start: str, entity: Entity) -> Link:
    return Link(desk.name(entity.id), desk.entity_link(start, entity.id))


def _lane(desk: Desk, start: str, id: str) -> Lane:
    events = desk.holdings.events_of_country.get(id, ())
    return Lane(
        Link(desk.name(id), desk.country_link(start, id)),
        status_now(desk, id),
        lane(desk, id),
        desk.count("%(number)s entry", "%(number)s entries", len(events)),
    )


def _code(lane: Lane) -> str:
    return lane.status.code if lane.status else "s9"


def _by_status(lane: Lane) -> tuple[str, str]:
    return _code(lane), lane.country.text.casefold()


def _figure(desk: Desk, country: str, indicator: Indicator) -> Figure | None:
    values = indicator.values.get(country, {})
    if not values:
        return None
    year = max(values)
    unit = indicator.unit if len(indicator.unit) == 3 and indicator.unit.isupper() else ""
    amount = desk.words.compact(values[year])
    return Figure(
        name=desk.text(indicator.names),
        value=f"{desk.words.currency(unit)}{amount}" if unit else amount,
        unit=desk.text(indicator.units),
        year=str(year),
        course=_course(dict(values)),
        course_text=desk.say(
            "from %(first)s in %(start)s to %(last)s in %(end)s",
            first=desk.words.compact(values[min(values)]),
            start=min(values),
            last=amount,
            end=year,
        ),
        source=", ".join(part for part in (indicator.source, indicator.licence, _vintage(desk, indicator)) if part),
        derived=desk.text(indicator.derived) if indicator.derived else "",
    )


def _vintage(desk: Desk, indicator: Indicator) -> str:
    when = read_edtf(indicator.vintage)
    return date_words(when, desk.words).label if when else indicator.vintage


def _course(values: dict[int, float]) -> str:
    """Draw a series as the points of a line from zero; years without a figure are passed over."""
    first, last, highest = min(values), max(values), max(values.values())
    return " ".join(
        f"{percent(100 * (year - first) / max(last - first, 1))[:-1]},{percent(30 - 28 * value / highest)[:-1] if highest else 30}"
        for year, value in sorted(values.items())
    )

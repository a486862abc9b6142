"""An invented league with its words: four countries, two leaders, a series of meetings, and eight kinds of event."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from site_src.model import Row, When, in_year, on_day
from site_src.topic.values import (
    Alias,
    Entity,
    Indicator,
    Kind,
    Measure,
    Milestone,
    Series,
    SeriesMeeting,
    Spell,
    Status,
    Topic,
)


def row(table: str, line: int) -> Row:
    return Row(table, line, "an invented register")


def _entity(id: str, kind: str, name: str, country: str = "", capital: str = "") -> Entity:
    return Entity(id, kind, {"en": name, "id": name}, (Alias(name, "", "name"),), country=country, capital=capital)  # type: ignore[arg-type]


_ENTITIES = (
    _entity("NOR", "country", "Norland", capital="norport"),
    _entity("EAS", "country", "Eastmark", capital="easton"),
    _entity("SUD", "country", "Sudria"),
    _entity("WES", "country", "Westfold"),
    _entity("ana-ro", "person", "Ana Ro", country="NOR"),
    _entity("bo-li", "person", "Bo Li", country="EAS"),
    _entity("cy-do", "person", "Cy Do", country="SUD"),
    _entity("league", "organisation", "League"),
    _entity("guild", "organisation", "Guild"),
    _entity("norport", "place", "Norport", country="NOR"),
    _entity("easton", "place", "Easton", country="EAS"),
)


def _kind(id: str, triggers: tuple[str, ...], **more: object) -> Kind:
    values: dict[str, object] = {
        "names": {"en": id},
        "refuses": {},
        "titles": {},
        "titles_planned": {},
        "actors": "any",
        "actor_kinds": ("country",),
        "place_is": "where",
        "organisation": "allowed",
        "once": False,
        "generic": False,
        "weight": 0.5,
        "status": "",
    }
    values |= more
    return Kind(id=id, triggers={"en": triggers}, **values)  # type: ignore[arg-type]


KINDS = (
    _kind(
        "founding",
        ("founded", "founding of"),
        actors="none",
        organisation="needed",
        once=True,
        weight=1.0,
        titles={"en": "The {organisation} is founded", "id": "{organisation} didirikan"},
    ),
    _kind(
        "accession",
        ("joined the", "join the", "to join"),
        refuses={"en": ("applied",)},
        organisation="needed",
        weight=0.9,
        status="member",
        titles={"en": "{actors} join the {organisation}", "id": "{actors} bergabung dengan {organisation}"},
        titles_planned={
            "en": "{actors} to join the {organisation}",
            "id": "{actors} akan bergabung dengan {organisation}",
        },
    ),
    _kind("observer", ("observer status",), organisation="needed", status="observer"),
    _kind("application", ("applied .. join",), organisation="needed"),
    _kind("protocol", ("signed a protocol",), actor_kinds=("person", "country"), rare=True),
    _kind(
        "summit",
        ("summit",),
        refuses={"en": ("on the sidelines",)},
        actors="none",
        organisation="needed",
        weight=0.9,
        titles={"en": "{organisation} summit[ in {place}]"},
    ),
    _kind(
        "meeting",
        ("met", "meets", "held talks", "will meet"),
        actors="two",
        actor_kinds=("person", "country"),
        weight=0.7,
        titles={"en": "Meeting of {actors}[ in {place}]", "id": "Pertemuan {actors}[ di {place}]"},
        titles_planned={"en": "Meeting of {actors} planned"},
    ),
    _kind(
        "remark",
        ("said", "praised", "pledged"),
        actor_kinds=("country", "person", "organisation"),
        generic=True,
        weight=0.3,
    ),
)

SERIES = (
    Series(
        "summit",
        "summit",
        {"en": "League summit"},
        {"en": "League summit no. {ordinal}[ in {place}]"},
        {"en": ("league summit",)},
        "league",
        (
            SeriesMeeting(
                5,
                When(date(2017, 6, 8), date(2017, 6, 9), "range"),
                "norport",
                "NOR",
                "in-person",
                {},
                "high",
                row("summits.csv", 2),
            ),
            SeriesMeeting(
                9,
                When(date(2024, 7, 3), date(2024, 7, 4), "range"),
                "easton",
                "EAS",
                "in-person",
                {},
                "high",
                row("summits.csv", 3),
            ),
            SeriesMeeting(12, in_year(2027), "", "SUD", "planned", {}, "low", row("summits.csv", 4)),
        ),
    ),
)


def spell(country: str, status: str, day: date, line: int, *, end: date | None = None, founding: bool = False) -> Spell:
    return Spell(country, status, on_day(day), end, None, founding, "high", {}, row("membership.csv", line))


SPELLS = (
    spell("NOR", "member", date(2001, 6, 15), 2, founding=True),
    spell("EAS", "member", date(2001, 6, 15), 3, founding=True),
    spell("SUD", "member", date(2017, 6, 9), 4),
    spell("WES", "member", date(2024, 7, 4), 5),
)

_YEARS = range(2015, 2024)
INDICATORS = {
    "people": {
        "NOR": dict.fromkeys(_YEARS, 200.0),
        "EAS": dict.fromkeys(_YEARS, 150.0),
        "SUD": dict.fromkeys(_YEARS, 60.0),
        "WES": dict.fromkeys(_YEARS, 10.0),
        "WLD": dict.fromkeys(_YEARS, 1000.0),
    },
    "money": {
        "NOR": {year: 100.0 + year - 2015 for year in _YEARS},
        "EAS": dict.fromkeys(_YEARS, 80.0),
        "SUD": dict.fromkeys(_YEARS, 20.0),
        "WLD": dict.fromkeys(_YEARS, 1000.0),
    },
    "money_ppp": {
        "NOR": dict.fromkeys(_YEARS, 200.0),
        "EAS": dict.fromkeys(_YEARS, 100.0),
        "SUD": dict.fromkeys(_YEARS, 50.0),
        "WLD": dict.fromkeys(_YEARS, 1000.0),
    },
}


def _indicator(id: str) -> Indicator:
    return Indicator(
        id, id.upper(), {"en": id}, "count", {"en": id}, "Invented Office", "CC0", "2024", {}, INDICATORS[id]
    )


def _measure(
    id: str, words: tuple[str, ...], unit: str, computes: str, indicators: tuple[str, ...] = (), tolerance: float = 0.05
) -> Measure:
    return Measure(id, {"en": id}, {"en": words}, {}, unit, computes, indicators, "member", tolerance)  # type: ignore[arg-type]


MEASURES = (
    _measure("population-share", ("world population", "world's people"), "percent", "share", ("people",)),
    _measure("gdp-share", ("world economy",), "percent", "share", ("money", "money_ppp")),
    _measure("gdp", ("economy",), "USD", "sum", ("money", "money_ppp")),
    _measure("members", ("member*",), "count", "count", tolerance=0.0),
    _measure("founded", ("founded",), "date", "founding", tolerance=0.0),
)


def league() -> Topic:
    """Make the topic of the league."""
    return Topic(
        folder=Path("."),
        title={"en": "The League"},
        subtitle={},
        description={},
        languages=("en", "id"),
        base_url="",
        organisation="league",
        entities={entity.id: entity for entity in _ENTITIES},
        kinds=KINDS,
        series=SERIES,
        statuses=(
            Status("member", {"en": "Members"}, True, "members"),
            Status("observer", {"en": "Observers"}, True, "observers"),
        ),
        spells=SPELLS,
        milestones=(
            Milestone(
                "charter",
                "protocol",
                on_day(date(2002, 6, 7)),
                {"en": "Charter signed", "id": "Piagam diteken"},
                (),
                "",
                "high",
                row("milestones.csv", 2),
            ),
        ),
        indicators={id: _indicator(id) for id in INDICATORS},
        measures=MEASURES,
        outlets={},
        furniture=(),
        trims=(),
        pages={},
        charts=(),
        max_entries=0,
        inputs=(),
    )


def bare() -> Topic:
    """Make the league without its tables' rows: kinds and names only."""
    return replace(league(), spells=(), milestones=(), series=())


def empty() -> Topic:
    """Make a topic that knows nothing."""
    return replace(bare(), entities={}, kinds=(), measures=(), indicators={}, organisation="")

"""An invented league of invented states, small enough to check every figure by head."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from site_src.model import Row, When, in_month, on_day
from site_src.topic.values import Entity, Indicator, Spell, Status, Topic

STATUSES = (
    Status("member", {"id": "Anggota", "en": "Members"}, True, "members"),
    Status("observer", {"id": "Pengamat", "en": "Observers"}, True, "observers"),
    Status("forerunner", {"id": "Liga Tiga", "en": "League of Three"}, True, ""),
    Status("applicant", {"id": "Pelamar", "en": "Applicants"}, False, ""),
)


def spell(country: str, status: str, start: When, *, end: date | None = None, line: int = 0) -> Spell:
    """Make a spell of status; its row is a line of an invented table."""
    row = Row("membership", line, "an invented register")
    return Spell(country, status, start, end, None, False, "high", {}, row)


def indicator(id: str, values: Mapping[str, Mapping[int, float]], derived: str = "") -> Indicator:
    """Make an indicator with figures of your own."""
    return Indicator(
        id=id,
        code=id.upper(),
        names={"id": f"Ukuran {id}", "en": f"Measure {id}"},
        unit="count",
        units={"id": "satuan", "en": "units"},
        source="Invented Statistics Office",
        licence="CC0",
        vintage="2007-01-01",
        derived={"id": derived, "en": derived} if derived else {},
        values=values,
    )


def country(id: str, name: str) -> Entity:
    """Make a country that is called the same in every language."""
    return Entity(id, "country", {"id": name, "en": name}, ())


def with_spells(*spells: Spell) -> Topic:
    """Make a topic of nothing but spells."""
    return replace(league(), spells=spells, indicators={})


def league() -> Topic:
    """Make the league: two states met in 1998, a third in 2000; founded 2001-03-01 by three; a fourth observed, then joined."""
    start, founding = on_day(date(1998, 4, 1)), on_day(date(2001, 3, 1))
    spells = (
        *(spell(id, "forerunner", start, end=date(2001, 3, 1), line=2) for id in ("AAA", "BBB")),
        spell("CCC", "forerunner", on_day(date(2000, 7, 1)), end=date(2001, 3, 1), line=3),
        *(replace(spell(id, "member", founding, line=4), founding=True) for id in ("AAA", "BBB", "CCC")),
        spell("DDD", "observer", in_month(2003, 5), end=date(2005, 2, 10), line=5),
        spell("DDD", "member", on_day(date(2005, 2, 10)), line=6),
    )
    people = {id: dict.fromkeys(range(1999, 2007), 40.0) for id in ("AAA", "BBB", "CCC", "DDD")}
    world = dict.fromkeys(range(1999, 2007), 400.0)
    gdp = {id: dict.fromkeys(range(1999, 2006), 30.0) for id in ("AAA", "BBB", "DDD")}
    gdp["CCC"] = dict.fromkeys(range(2002, 2006), 10.0)
    return Topic(
        folder=Path("."),
        title={"id": "Liga", "en": "The League"},
        subtitle={},
        description={},
        languages=("id", "en"),
        base_url="",
        organisation="league",
        entities={
            id: country(id, name) for id, name in zip(people, ("Utara", "Timur", "Selatan", "Barat"), strict=True)
        },
        kinds=(),
        series=(),
        statuses=STATUSES,
        spells=spells,
        milestones=(),
        indicators={
            "population": indicator("population", {**people, "WLD": world}),
            "gdp": indicator("gdp", {**gdp, "WLD": dict.fromkeys(range(1999, 2006), 300.0)}, "x times y"),
        },
        measures=(),
        outlets={},
        furniture=(),
        trims=(),
        pages={},
        charts=("membership", "shares", "status-lanes"),
        max_entries=0,
        inputs=(),
    )

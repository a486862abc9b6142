"""Invented entries, articles and claims about the league."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any, cast

from site_src.model import Article, Claim, DataCheck, Event, Evidence, Retold, Row, When, in_month, on_day
from site_src.topic.values import Measure, Topic
from tests.charts.invented import league

SHARE = Measure("population-share", {}, {}, {}, "percent", "share", ("population",), "member", 0.05)


def event(id: str, when: When, kind: str, rows: tuple[Row, ...] = ()) -> Event:
    """Make an entry, by default one that no table carries."""
    told = {"stance": "told", "title": {"en": id}, "actors": ()}
    return cast("Event", SimpleNamespace(id=id, when=when, kind=kind, rows=rows, **told))


def article(
    id: str, when: When | None, outlet: str = "", *, retells: tuple[str, ...] = (), copy_of: str = ""
) -> Article:
    """Make an article of an outlet, or a retelling of others' reports."""
    parts = SimpleNamespace(
        id=id,
        text=SimpleNamespace(outlet=outlet),
        front=SimpleNamespace(retells=tuple(Retold(name, "", "", "") for name in retells)),
        published=SimpleNamespace(when=when),
        part_of="",
        copy_of=copy_of,
    )
    return cast("Article", parts)


def claim(id: str, value: float, year: int, *, found: float, verdict: str = "holds", subject: str = "league") -> Claim:
    """Make a claim about the league's share of the world's population."""
    check = DataCheck(found, year, "population", verdict, "a / b")  # type: ignore[arg-type]
    quote = Evidence("herald-1", "...", 0, 3)
    return Claim(id, subject, SHARE.id, ">", value, "percent", None, "...", (quote,), (), check)


def measured(*names: str) -> Topic:
    """Make the league with a measure of its share and the charts that are named."""
    return replace(league(), charts=names, measures=(SHARE,))


def everything() -> Mapping[str, Any]:
    """Give what every kind of chart needs to be drawn: the arguments of `charts.draw` beside topic and languages."""
    return {
        "events": (
            *(event(f"e{number}", on_day(date(2001, 3, number)), f"kind-{number}") for number in range(1, 9)),
            event("open", When(date(2001, 12, 1), date(2002, 1, 5), "range"), "kind-1"),
            event("later", in_month(2004, 5), "kind-1"),
        ),
        "articles": (
            article("herald-1", on_day(date(2006, 1, 5)), "Northern Herald"),
            article("undated", None, "Northern Herald"),
            *(article(f"a{n}", on_day(date(2003, 1, n)), "Own", retells=(f"Outlet {n}",)) for n in range(1, 15)),
        ),
        "claims": (
            claim("a", 40, 2005, found=40.0),
            claim("b", 41, 2005, found=40.0),
            claim("c", 5, 1999, found=20.0, verdict="does-not-hold"),
        ),
    }

"""A chart that was drawn from the same before is taken over whole; one that shows anything that changed is drawn again."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from site_src import cache, charts
from site_src.charts import drawing, remembered
from site_src.charts.kinds import Subject
from site_src.model import Chart, on_day
from site_src.topic.values import Kind, Topic
from tests.charts.globe import atlas, placed
from tests.charts.invented import league, spell
from tests.charts.reported import SHARE, article, claim, event, everything
from tests.charts.test_meetings import known, met

MEETING = Kind("meeting", {"en": "Meeting"}, {}, {}, {}, {}, "two", ("person",), "where", "none", False, False, 0.5, "")
MEMBERSHIP = {"membership", "status-lanes", "map"}
FIGURES = {"shares", "by-country", "sums"}


@pytest.fixture(scope="module")
def topic() -> Topic:
    """The league, with people who meet, places on the globe, and all kinds of charts."""
    entities = {**league().entities, **known(3).entities, **placed().entities}
    return replace(league(), entities=entities, kinds=(MEETING,), charts=tuple(charts.KINDS), measures=(SHARE,))


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    """What the charts are given beside the topic."""
    return {**everything(), "languages": ("id", "en"), "atlas": atlas()}


@pytest.fixture
def redrawn(monkeypatch) -> set[str]:
    """The kinds that were drawn, and not remembered."""
    found: set[str] = set()
    draws: dict[str, Any] = {}
    for kind, draw in drawing.DRAWS.items():

        def counting(subject: Subject, kind: str = kind, draw: Any = draw) -> Chart | None:
            found.add(kind)
            chart: Chart | None = draw(subject)
            return chart

        draws[kind] = counting
    monkeypatch.setattr(drawing, "DRAWS", draws)
    return found


def again(work: Path, redrawn: set[str], topic: Topic, told: Mapping[str, Any]) -> tuple[tuple[Chart, ...], set[str]]:
    """Draw as a build does that remembers the one before; give also what was drawn."""
    redrawn.clear()
    with cache.Cache(work) as memory:
        found = charts.draw(topic, memory=memory, **told)
    return found, set(redrawn)


def test_charts_of_the_same_are_not_drawn_again(tmp_path, redrawn, topic, told):
    """The second build draws nothing, and its charts equal those of a build without a memory."""
    first, drawn = again(tmp_path, redrawn, topic, told)
    second, none = again(tmp_path, redrawn, topic, told)

    assert drawn == set(charts.KINDS)
    assert none == set()
    assert charts.draw(topic, **told) == first == second


def changed(topic: Topic, told: Mapping[str, Any]) -> dict[str, tuple[Topic, Mapping[str, Any], set[str]]]:
    """Change one thing after the other; give also what must be drawn again for it."""
    first, *claims = told["claims"]
    later = replace(topic.statuses[0], names={"en": "Something else"})
    measure = next(iter(topic.indicators.values()))
    other = replace(measure, names={"en": "Another measure"})
    events, articles = told["events"], told["articles"]
    row = topic.spells[0].row
    tables = MEMBERSHIP | FIGURES | {"entries", "articles", "meetings"}
    return {
        "a claim": (topic, {**told, "claims": (replace(first, value=43), *claims)}, {"shares", "sums"}),
        "a claim's verdict": (
            topic,
            {**told, "claims": (claim("a", 40, 2005, found=39.0, verdict="does-not-hold"), *claims)},
            {"shares", "sums"},
        ),
        "who states it": (
            topic,
            {**told, "articles": (article("herald-1", on_day(date(2006, 1, 5)), "Southern Herald"), *articles[1:])},
            {"shares", "sums", "articles"},
        ),
        "an article": (
            topic,
            {**told, "articles": (*articles, article("new", on_day(date(2004, 1, 1)), "Own"))},
            {"articles"},
        ),
        "an entry": (
            topic,
            {**told, "events": (*events, event("new", on_day(date(2004, 1, 1)), "kind-1"))},
            {"entries", "meetings"},
        ),
        "a meeting": (
            topic,
            {**told, "events": (*events, met(date(2001, 5, 1), "p00", "p01"))},
            {"entries", "meetings"},
        ),
        "the entry of a row": (
            topic,
            {**told, "events": (*events, event("joined", on_day(date(2001, 6, 15)), "accession", (row,)))},
            MEMBERSHIP | FIGURES | {"entries", "meetings"},
        ),
        "a spell": (
            replace(topic, spells=(*topic.spells, spell("EEE", "member", on_day(date(2007, 1, 1)), line=77))),
            told,
            tables,
        ),
        "a country's name": (
            replace(topic, entities={**topic.entities, "AAA": replace(topic.entities["AAA"], names={"en": "Aard"})}),
            told,
            tables,
        ),
        "a status": (replace(topic, statuses=(later, *topic.statuses[1:])), told, tables),
        "a measure": (replace(topic, indicators={**topic.indicators, measure.id: other}), told, tables),
        "the languages": (topic, {**told, "languages": ("en",)}, tables),
        "the outlines": (topic, {**told, "atlas": None}, {"map"}),
        "what no chart shows": (
            replace(
                topic, description={"en": "Other words"}, furniture=("Advertisement",), pages={"about": {"en": ""}}
            ),
            told,
            set(),
        ),
    }


@pytest.mark.parametrize("what", sorted(changed(league(), everything())))
def test_what_shows_a_change_is_drawn_again(tmp_path, redrawn, topic, told, what):
    """After a change those charts are drawn again that are given what changed, and all are as if nothing were known."""
    again(tmp_path, redrawn, topic, told)
    newer, now, expected = changed(topic, told)[what]
    found, drawn = again(tmp_path, redrawn, newer, now)

    assert expected == drawn
    assert charts.draw(newer, **now) == found


def test_another_program_or_other_words_draw_again(tmp_path, redrawn, topic, told, monkeypatch):
    """A chart is known by how it is drawn, too: program, markup and words."""
    again(tmp_path, redrawn, topic, told)
    monkeypatch.setattr(cache, "program", lambda: "another")
    _, by_program = again(tmp_path, redrawn, topic, told)
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures/picture.svg").write_text("<svg/>")
    monkeypatch.setattr(remembered, "TEMPLATES", tmp_path / "pictures")
    _, by_markup = again(tmp_path, redrawn, topic, told)

    assert by_program == by_markup == set(charts.KINDS)


def test_each_kind_is_given_all_that_it_shows(topic, told, monkeypatch):
    """What a kind is not given it would not show if it were: with everything its chart is the same."""
    narrow = charts.draw(topic, **told)
    everywhere = ("links", "stated", "reports", "entries", "atlas")
    monkeypatch.setattr(charts, "KINDS", dict.fromkeys(charts.KINDS, everywhere))

    assert charts.draw(topic, **told) == narrow


def test_nothing_is_left_of_a_chart_that_shows_something_else_now(tmp_path, redrawn, topic, told):
    """What an article told that is gone stands in no chart that is remembered."""
    events = (*told["events"], met(date(2001, 5, 1), "p00", "p01"))
    again(tmp_path, redrawn, topic, {**told, "events": events})
    before = kept(tmp_path)
    again(tmp_path, redrawn, topic, told)

    assert "Meeting of p00 and p01" in before
    assert "Meeting of p00 and p01" not in kept(tmp_path)


def kept(work: Path) -> str:
    """Give all that the memory holds, as text."""
    with closing(sqlite3.connect(work / "results.sqlite")) as base:
        return "".join(value.decode(errors="replace") for (value,) in base.execute("SELECT value FROM result"))

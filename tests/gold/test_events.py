"""Events, merging, stance, quantities and claims are found at least as well as they were, on texts marked beforehand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench import events
from bench.events_gold import GOLD, load

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text("utf-8"))["events"]


@pytest.mark.parametrize(("which", "measure"), [(which, name) for which, floors in FLOORS.items() for name in floors])
def test_floor(which: str, measure: str):
    """No figure falls under its floor. Floors only rise: `python -m bench.events --raise-floors` sets them."""
    way, part = which.split()

    assert FLOORS[which][measure] <= events.measured(way, part=part).figures[measure]


def test_every_part_has_floors():
    """Both ways of running and both parts of the texts are held to every measure."""
    assert {f"{way} {part}": set(events.TARGETS) for way in ("topic", "empty") for part in ("seen", "held")} == {
        which: set(floors) for which, floors in FLOORS.items()
    }


@pytest.mark.parametrize("way", ["topic", "empty"])
def test_articles_are_read_as_they_were_marked(way: str):
    """The program reads each text letter by letter, so that places agree."""
    gold, found = events.gold_and_found(way)

    assert sorted(one.id for one in gold.articles) == sorted(found.figures)


def test_enough_is_marked():
    """There are at least forty texts in two languages, and a dozen groups of which each tells the same events."""
    articles = [one for topic in events.TOPICS.values() for one in load(topic).articles]
    groups = sorted(path.stem for path in GOLD.glob("*/*.toml"))

    assert len(articles) >= 40
    assert len(groups) >= 12
    assert {"id", "en"} == {one.lang for one in articles}
    assert {"seen", "held"} == {one.part for one in articles}


@pytest.mark.parametrize("topic", sorted(events.TOPICS.values()))
def test_groups_tell_the_same(topic: str):
    """Some event of every group is told by a further article."""
    gold = load(topic)
    told = [{one.article for one in event.told} for event in gold.events]
    shared = {article for articles in told if len(articles) > 1 for article in articles}

    assert {one.group for one in gold.articles} == {one.group for one in gold.articles if one.id in shared}

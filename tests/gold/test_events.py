"""Events, merging, stance, quantities and claims are found at least as well as they were, on texts marked beforehand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench import events
from bench.events_gold import GOLD, STANCES, Gold, GoldEvent, Told, days, load
from bench.events_scoring import Found, FoundEvent, score

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


# --- The scorer -----------------------------------------------------------------------------------------------------


def told(event: str, start: int, stance: str = "told", article: str = "a") -> Told:
    return Told(event, article, start, start + 10, (stance,), "")


def wanted(key: str, edtf: str, *statements: Told, optional: bool = False) -> GoldEvent:
    return GoldEvent(key, (days(edtf),), edtf, "general", optional, statements)


def given(id: str, edtf: str, *statements: Told) -> FoundEvent:
    return FoundEvent(id, days(edtf), edtf, "general", "", statements)


def of(now: dict[str, float], *names: str) -> tuple[float, ...]:
    return tuple(now[name] for name in names)


def figures(right: list[GoldEvent], found: list[FoundEvent]) -> dict[str, float]:
    gold = Gold((), tuple(right), (), frozenset())
    return score(gold, Found(tuple(found), {}, (), frozenset(), {}), {"a", "b"}).figures


@pytest.mark.parametrize(
    ("right", "found", "fits"),
    [
        ("2024-03-05", "2024-03-05", True),
        ("2024-03-05", "2024-03-06", False),
        ("2024-03", "2024-03-05", False),
        ("2024-03-05", "2024-03", False),
        ("2024-03-01~/2024-03-10~", "2024-03-01/2024-03-07", True),
        ("../2024-03-31", "2024-03-21/2024-03-31", True),
        ("2024", "2024-01-01/2024-06-30", False),
    ],
)
def test_a_right_date_is_of_the_same_grain(right: str, found: str, fits: bool):
    """A date is right inside the right one or around it, and never more or less exact in kind."""
    assert fits == days(right).fits(days(found))


def test_an_event_told_twice_is_false_once():
    """Two entries for one event: found once, false once, and its statements are not together."""
    right = [wanted("x", "2024-03-05", told("x", 0), told("x", 0, article="b"))]
    found = [given("1", "2024-03-05", told("1", 0)), given("2", "2024-03-05", told("2", 0, article="b"))]
    now = figures(right, found)

    assert (0.5, 1.0, 0.6667) == of(now, "precision", "recall", "merging")


def test_two_events_in_one_entry():
    """An entry that swallows another event finds one of the two."""
    right = [wanted("x", "2024-03-05", told("x", 0)), wanted("y", "2024-03-05", told("y", 50))]
    found = [given("1", "2024-03-05", told("1", 0), told("1", 50))]
    now = figures(right, found)

    assert (1.0, 0.5, 0.6667) == of(now, "precision", "recall", "merging")


def test_optional_events_do_not_count():
    """Whether an optional event is found or not changes no figure."""
    right = [wanted("x", "2024-03-05", told("x", 0)), wanted("y", "2024-03-07", told("y", 50), optional=True)]
    one, other = given("1", "2024-03-05", told("1", 0)), given("2", "2024-03-07", told("2", 50))

    assert figures(right, [one]) == figures(right, [one, other])


def test_a_wrong_date_is_missed_and_false():
    """The right words with another day find nothing, and lower the share of right dates."""
    right = [wanted("x", "2024-03-05", told("x", 0)), wanted("y", "2024-03-07", told("y", 50))]
    found = [given("1", "2024-03-05", told("1", 0)), given("2", "2023-03-07", told("2", 50))]
    now = figures(right, found)

    assert (0.5, 0.5, 0.5) == of(now, "precision", "recall", "right_date")


def test_stances_are_measured_where_the_mark_decides():
    """`either` takes two stances as right, `open` any."""
    either = GoldEvent("x", (days("2024"),), "2024", "general", False, (Told("x", "a", 0, 10, STANCES["either"], ""),))
    free = GoldEvent("y", (days("2023"),), "2023", "general", False, (Told("y", "a", 50, 60, STANCES["open"], ""),))
    found = [given("1", "2024", told("1", 0, "planned")), given("2", "2023", told("2", 50, "denied"))]

    assert figures([either, free], found)["stance"] == 0.0

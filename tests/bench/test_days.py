"""How the choice of days is scored, and what it is compared with."""

from __future__ import annotations

from datetime import date

from bench.days import TRIED, date_f1, left_out
from bench.days_counting import COUNTERS
from tests.statements.notation import article

FIRST, SECOND, THIRD = (date(2024, 5, day) for day in (1, 2, 3))


def test_as_many_days_as_gold_inside_its_span() -> None:
    """As many days are chosen as the timeline has, inside its span, the weightiest and then the earliest."""
    weights = {FIRST: 1.0, SECOND: 1.0, THIRD: 3.0, date(2025, 1, 1): 9.0}

    assert 1.0 == date_f1(weights, [FIRST, THIRD])
    assert 0.5 == date_f1(weights | {SECOND: 2.0}, [FIRST, THIRD])


def test_too_few_days_cost_recall() -> None:
    """Who names too few days is measured by what is right among them and what is missing."""
    assert 2 / 3 == date_f1({FIRST: 1.0}, [FIRST, THIRD])


def test_weights_come_from_other_topics() -> None:
    """A topic's own timelines do not choose its weights."""
    flat = {str(at): 0.5 for at in range(len(TRIED))}
    found = {"a|x": flat | {"1": 0.9, "2": 0.1}, "b|y": flat | {"1": 0.2, "2": 0.8}}

    assert {"a|x": 0.1, "b|y": 0.2} == left_out(found)


def test_counters_count() -> None:
    """The counters count mentions, the articles that name a day, and publications."""
    some = [
        article("It began {{today|2024-05-01}}, on {{1 May|2024-05-01}}.", published="2024-05-01"),
        article("It began on {{1 May|2024-05-01}}.", id="two", published="2024-05-02"),
    ]
    found = {name: dict(count(some)) for name, count in COUNTERS.items()}

    assert {FIRST: 3} == found["mentions"]
    assert {FIRST: 2} == found["articles that name it"]
    assert {FIRST: 1, SECOND: 1} == found["publications"]
    assert {FIRST: 4, SECOND: 1} == found["mentions and publications"]

"""Dates are read at least as well as they were, on texts that were marked without sight of the program's answers."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bench import gold, ours
from bench.scoring import Scores, score

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text("utf-8"))
FLOORS.pop("events", None)  # those of test_events.py


@cache
def measured(code: str) -> Scores:
    texts = gold.articles(gold.GOLD / f"{code}.jsonl")
    return score(texts, [ours.find(text) for text in texts])


@pytest.mark.parametrize(("code", "measure"), [(code, name) for code, floors in FLOORS.items() for name in floors])
def test_floor(code: str, measure: str):
    """No figure falls under its floor. Floors only rise: `python bench/dates.py --raise-floors` sets them."""
    assert FLOORS[code][measure] <= getattr(measured(code), measure)


def test_every_set_has_floors():
    """Each file of marked articles has its floors."""
    assert sorted(FLOORS) == sorted(path.stem for path in gold.GOLD.glob("*.jsonl"))


@pytest.mark.parametrize("path", sorted(gold.GOLD.glob("*.jsonl")), ids=lambda path: path.stem)
def test_marks_stand_apart(path: Path):
    """Marked expressions do not overlap, and their words stand at their place."""
    for text in gold.articles(path):
        ends = [(one.end, next_one.start) for one, next_one in zip(text.times, text.times[1:], strict=False)]

        assert [pair for pair in ends if pair[0] > pair[1]] == [], text.id


WEEKDAYS = sorted(gold.GOLD.glob("*-weekdays.jsonl"))
RIGHT = 0.985
"""The share of bare weekdays that have to be right in texts chosen for hard ones; it only rises."""


@pytest.mark.parametrize("path", WEEKDAYS, ids=lambda path: path.stem)
def test_bare_weekdays(path: Path):
    """A weekday without a date is the day that the text means: the last one, or the one ahead."""
    right = []
    for text, record in zip(gold.articles(path), _records(path), strict=True):
        values = {one.start: str(one.value) for one in ours.find(text)}
        right += [values.get(one["start"]) == one["value"] for one in record["times"] if one.get("bare")]

    assert RIGHT <= sum(right) / len(right)


@pytest.mark.parametrize("path", WEEKDAYS, ids=lambda path: path.stem)
def test_traps(path: Path):
    """What only looks like a time is none: teams, papers, markets and scores."""
    found = [
        (text.id, trap["text"])
        for text, record in zip(gold.articles(path), _records(path), strict=True)
        for trap in record["traps"]
        for one in ours.find(text)
        if one.start < trap["end"] and trap["start"] < one.end and one[:2] not in [time[:2] for time in text.times]
    ]

    assert len(found) <= 1  # "Sheffield Wednesday" at the head of a sentence


def _records(path: Path) -> list[dict[str, list[dict[str, Any]]]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]

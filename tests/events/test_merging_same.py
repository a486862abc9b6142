"""Order, names and number of the marked texts change no address and no content: only who is named as a source."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from bench.events import TOPICS
from bench.events_gold import load
from site_src import pipeline, topic
from site_src.model import Event

ROOT = Path(__file__).resolve().parent.parent
Record = dict[str, Any]


@cache
def _records(way: str) -> tuple[Record, ...]:
    return tuple(dict(one.record) for one in load(TOPICS[way]).articles if one.part == "seen")


def _events(records: list[Record], way: str, *, folders: int = 1) -> tuple[Event, ...]:
    """Run the program on records, laid into one file or several."""
    with TemporaryDirectory() as scratch:
        folder = ROOT / "topics" / TOPICS[way] if TOPICS[way] else Path(scratch) / "topic"
        if not TOPICS[way]:
            topic.new(folder)
        articles = Path(scratch) / "articles"
        articles.mkdir()
        for number in range(folders):
            lines = [json.dumps(one, ensure_ascii=False) for one in records[number::folders]]
            (articles / f"{number}.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
        return pipeline.tell(pipeline.Options(folder, articles)).timeline.events


def _content(events: tuple[Event, ...]) -> list[tuple[object, ...]]:
    """Give what an entry says, without the names of who says it."""
    return [
        (
            one.id,
            one.when,
            one.kind,
            one.stance,
            dict(one.title),
            one.actors,
            one.place,
            sorted({told.evidence.quote for told in one.statements}),
            one.rows,
            sorted((field, [account.value for account in found]) for field, found in one.accounts.items()),
            one.importance,
            one.confidence,
            len(one.origins),
            one.related,
        )
        for one in events
    ]


@cache
def _as_written(way: str) -> list[tuple[object, ...]]:
    return _content(_events(list(_records(way)), way))


@pytest.mark.parametrize("way", TOPICS)
def test_renamed_and_turned_round(way: str) -> None:
    """Other ids, other files, the last one first: the same entries."""
    records = [{**one, "id": f"x{90 - at}"} for at, one in enumerate(_records(way))]

    assert _as_written(way) == _content(_events(records[::-1], way, folders=3))


@pytest.mark.parametrize("way", TOPICS)
def test_every_text_twice(way: str) -> None:
    """Each text once more under another id: the same entries."""
    again = [{**one, "id": f"0-{one['id']}"} for one in _records(way)]

    assert _as_written(way) == _content(_events([*_records(way), *again], way, folders=2))


@settings(max_examples=4, deadline=None)
@given(data=some.data())
def test_any_order(data: some.DataObject) -> None:
    """In whatever order the texts come: the same entries."""
    records = data.draw(some.permutations(_records("empty")))

    assert _as_written("empty") == _content(_events(list(records), "empty"))

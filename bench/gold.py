"""The texts that are measured on: articles that were marked for it, and the phrases of the tests."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from bench.scoring import Text, Time

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "tests" / "gold" / "dates"
CASES = ROOT / "tests" / "cases" / "mentions"


def articles(path: Path) -> tuple[Text, ...]:
    """Read marked articles, one JSON object a line.

    Raises:
        ValueError: if marked words are not at their place.
    """
    lines = path.read_text("utf-8").splitlines()
    return tuple(_article(f"{path.name}:{number}", json.loads(line)) for number, line in enumerate(lines, 1) if line)


def _article(place: str, record: Mapping[str, object]) -> Text:
    text = str(record["text"])
    marked = record["times"]
    assert isinstance(marked, list)
    for one in marked:
        if text[one["start"] : one["end"]] != one["text"]:
            raise ValueError(f"{place}: {one['text']!r} does not stand at {one['start']}")
    times = tuple(sorted(Time(one["start"], one["end"], str(one["value"])) for one in marked))
    return Text(str(record["id"]), date.fromisoformat(str(record["published"])), str(record["lang"]), text, times)


def phrases(path: Path) -> tuple[Text, ...]:
    """Read the phrases of the tests, each a text of its own; those of `[nothing]` have no expression."""
    table = tomllib.loads(path.read_text("utf-8"))
    clock, nothing = date.fromisoformat(table.pop("clock")), table.pop("nothing")["phrases"]
    told = [
        *((text, want) for part in table.values() for text, want in part.items()),
        *((text, {}) for text in nothing),
    ]
    return tuple(
        Text(f"{path.stem}-{number}", clock, path.stem, text, tuple(_places(text, want)))
        for number, (text, want) in enumerate(told, 1)
    )


def _places(text: str, wanted: Mapping[str, str]) -> Iterator[Time]:
    at = 0
    for words, value in wanted.items():
        start = text.index(words, at)
        at = start + len(words)
        yield Time(start, at, value)

"""The pages that the project's own topics write by hand rest on the timeline that stands beside them."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from site_src.topic.own_pages import read_own
from tests.site.run import PROJECT
from tests.site.sites import data

HISTORIES = sorted((PROJECT / "content" / "pages").glob("history.*.md"))
LINK = re.compile(r"\]\(entry:([^)\s]+)\)")
SENTENCE = re.compile(r"(?<=[.!?])((?:\[\]\(entry:[^)]+\))*)(?:\s+|$)(?=[A-Z]|$)")
ABBREVIATED = re.compile(r"\bSt\.(?= )")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def sentences(text: str) -> list[str]:
    """Cut a page's paragraphs into sentences, each with the links that follow its full stop."""
    paragraphs = [part for part in read_own(text).body.split("\n\n") if part.strip()]
    told = [part.strip() for part in paragraphs if not part.lstrip().startswith(("#", "[](chart:"))]
    return [sentence for part in told for sentence in _cut(ABBREVIATED.sub("St", part))]


def _cut(paragraph: str) -> list[str]:
    found, start = [], 0
    for match in SENTENCE.finditer(paragraph):
        found.append(paragraph[start : match.end()].strip())
        start = match.end()
    return [*found, paragraph[start:].strip()] if paragraph[start:].strip() else found


@pytest.fixture(scope="module")
def entries(shipped: Path) -> dict[str, dict[str, Any]]:
    """The entries of the shipped site by their addresses."""
    return {event["id"]: event for event in data(shipped, "events")}


def _years(entry: dict[str, Any]) -> set[int]:
    return set(range(int(entry["earliest"][:4]), int(entry["latest"][:4]) + 1))


@pytest.mark.parametrize("file", HISTORIES, ids=lambda file: file.name)
def test_every_sentence_has_its_entries(file: Path, entries: dict[str, dict[str, Any]]) -> None:
    """Every sentence of the history names at least one entry, all of them are there, and it is no list of dates."""
    told = sentences(file.read_text("utf-8"))
    linked = [(sentence, LINK.findall(sentence)) for sentence in told]

    assert len(told) >= 30
    assert [sentence for sentence, ids in linked if not ids] == []
    assert [id for _, ids in linked for id in ids if id not in entries] == []


@pytest.mark.parametrize("file", HISTORIES, ids=lambda file: file.name)
def test_years_are_those_of_the_entries(file: Path, entries: dict[str, dict[str, Any]]) -> None:
    """A year that a sentence states is the year of one of the entries that it names."""
    wrong = []
    for sentence in sentences(file.read_text("utf-8")):
        there = set(chain.from_iterable(_years(entries[id]) for id in LINK.findall(sentence)))
        words = re.sub(r"\]\([^)]*\)", "]", sentence)
        wrong += [(year, words) for year in map(int, YEAR.findall(words)) if year not in there]

    assert wrong == []


@pytest.mark.parametrize("file", HISTORIES, ids=lambda file: file.name)
def test_short(file: Path) -> None:
    """A short history has six hundred to nine hundred words."""
    words = re.sub(r"\]\([^)]*\)|[\[\]#]", " ", read_own(file.read_text("utf-8")).body).split()

    assert 600 <= len(words) <= 900


def test_same_entries_in_both_languages() -> None:
    """Both histories rest on the same entries, in the same order of chapters."""
    chapters = [
        [set(LINK.findall(part)) for part in re.split(r"(?m)^## ", file.read_text("utf-8"))] for file in HISTORIES
    ]

    assert len(HISTORIES) == 2
    assert chapters[0] == chapters[1]

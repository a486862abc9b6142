"""Refresh the topic's figures from their publisher, keep the old vintage, and tell what was revised.

`python -m site_src.refresh`, or `make data`. Which code is asked in which database stands in `indicators.toml`; an
indicator without a database (a derived one, one of another publisher) keeps its rows to the letter. Nothing is written
before every answer is whole, and each file takes its place at once, the table before the dates in `indicators.toml`: a
run that is killed between the two is mended by the next one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from site_src import topic as topics
from site_src.refresh import table
from site_src.refresh.revisions import Comparison, Figures, compare
from site_src.refresh.service import Answer, NoAnswer
from site_src.topic.figures import WORLD
from site_src.topic.values import Indicator, Topic

__all__ = ["Answer", "Indicator", "NoAnswer", "Refreshed", "Report", "refresh"]

Ask = Callable[[Indicator, frozenset[str]], Answer]
"""Asks for an indicator's figures of some countries. Raises `NoAnswer`."""
FIGURES, SETTINGS, OLD = "tables/indicators.csv", "indicators.toml", "tables/vintages"


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What became of an indicator."""

    indicator: Indicator
    vintage: str
    """The new one; `indicator.vintage` is the old one."""
    comparison: Comparison
    kept: str
    """The file that has the old figures, relative to the topic; empty where none changed."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a refresh did, and what it left alone."""

    refreshed: tuple[Refreshed, ...]
    untouched: tuple[Indicator, ...]
    files: Mapping[str, bytes]
    """What is to be written, in this order, by path in the topic; empty where everything is as it was."""


def refresh(folder: Path, ask: Ask) -> Report:
    """Ask for the figures of every indicator that names a database, and say what to write.

    Raises `NoAnswer` if any answer is missing or lacks a country that had figures, `NoTable`, and `TopicError`.
    """
    topic, _ = topics.load(folder)
    asked = [indicator for indicator in topic.indicators.values() if indicator.database]
    answers = {indicator.id: _whole(topic, indicator, ask) for indicator in asked}
    before = table.read(_text(folder / FIGURES))
    done = tuple(_compared(folder, before, indicator, answers[indicator.id]) for indicator in asked)
    untouched = tuple(indicator for indicator in topic.indicators.values() if not indicator.database)
    return Report(done, untouched, dict(_files(folder, before, topic, done, answers)))


def _whole(topic: Topic, indicator: Indicator, ask: Ask) -> Answer:
    """Ask for the countries of the table and of the membership; years before those of the table are left out."""
    countries = frozenset({WORLD, *indicator.values, *(spell.country for spell in topic.spells)})
    answer = ask(indicator, countries)
    first = min((year for years in indicator.values.values() for year in years), default=0)
    figures = {place: value for place, value in answer.figures.items() if place[1] >= first and place[0] in countries}
    if silent := sorted(indicator.values.keys() - {country for country, _ in figures}):
        raise NoAnswer(f"the answer for {indicator.code} lacks {', '.join(silent)}, of whom the table has figures")
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", answer.vintage):
        raise NoAnswer(f"the answer for {indicator.code} names no day of its vintage: {answer.vintage!r}")
    return Answer(answer.vintage, figures)


def _compared(folder: Path, before: table.Text, indicator: Indicator, answer: Answer) -> Refreshed:
    old = {(country, year): value for country, years in indicator.values.items() for year, value in years.items()}
    comparison = compare(indicator.code, old, answer.figures)
    own = table.of(before, (indicator.code, indicator.id)).whole
    kept = _free(folder, f"{OLD}/{indicator.id}-{indicator.vintage or 'undated'}", own) if comparison.differs else ""
    return Refreshed(indicator, answer.vintage, comparison, kept if old else "")


def _free(folder: Path, stem: str, own: str) -> str:
    """Name the file of the old vintage; one that is there with other figures is never overwritten."""
    number, name = 1, f"{stem}.csv"
    while (folder / name).exists() and _text(folder / name) != own:
        number, name = number + 1, f"{stem}-{number + 1}.csv"
    return name


def _files(
    folder: Path, before: table.Text, topic: Topic, done: tuple[Refreshed, ...], answers: Mapping[str, Answer]
) -> list[tuple[str, bytes]]:
    """Give the files that change: first the old figures, then the new ones, then their dates."""
    names = {name: one.code for one in topic.indicators.values() for name in (one.code, one.id) if name}
    changed = [one for one in done if one.comparison.differs]
    found = [(one.kept, table.of(before, (one.indicator.code, one.indicator.id)).whole) for one in changed if one.kept]
    if changed:
        fresh: dict[str, Figures] = {one.indicator.code: answers[one.indicator.id].figures for one in changed}
        order = [one.code for one in topic.indicators.values()]
        found.append((FIGURES, table.rewritten(before, fresh, names, order).whole))
    settings = _text(folder / SETTINGS)
    dated = settings
    for one in done:
        dated = _dated(dated, one.indicator.id, one.vintage)
    found += [(SETTINGS, dated)] if dated != settings else []
    return [(path, text.encode()) for path, text in found]


def _dated(settings: str, id: str, vintage: str) -> str:
    """Write an indicator's vintage into its section, and change nothing else."""
    head = re.search(rf"^\[{re.escape(id)}\][^\n]*\n", settings, re.MULTILINE)
    if head is None:
        return settings
    end = re.compile(r"^\[", re.MULTILINE).search(settings, head.end())
    stop = end.start() if end else len(settings)
    section, line = settings[head.end() : stop], f'vintage = "{vintage}"'
    written, count = re.subn(r'^vintage[ \t]*=[ \t]*"[^"\n]*"', line, section, count=1, flags=re.MULTILINE)
    return settings[: head.end()] + (written if count else f"{line}\n{section}") + settings[stop:]


def _text(file: Path) -> str:
    """Read a file with the ends of its lines as they are; an absent one is empty."""
    return file.read_bytes().decode("utf-8-sig") if file.exists() else ""

"""What a chart kind is given, and what all kinds share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from site_src.charts.given import Entry, Report, Stated
from site_src.charts.links import Links
from site_src.charts.outlines import Atlas
from site_src.charts.words import Speech, speak
from site_src.model import ChartTable, Words
from site_src.topic import figures
from site_src.topic.values import Status, Topic

if TYPE_CHECKING:  # what draws is loaded when something is drawn
    from site_src.charts.picture import Frame, Picture


TEMPLATES = Path(__file__).parents[2] / "templates" / "charts"
"""The markup of pictures."""
LETTER = 0.58
"""A letter's width, in parts of its height; the wider ones among sans-serif system fonts."""
ACTORS: tuple[Literal["people", "countries"], ...] = ("people", "countries")
"""Who meets whom, in the charts of meetings."""
MAP = "map"
"""The id of the chart that has outlines."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a kind draws from, and nothing else: of an equal one it draws an equal chart."""

    topic: Topic
    links: Links
    languages: tuple[str, ...]
    stated: tuple[Stated, ...] = ()
    """By year, then by measure and height."""
    reports: tuple[Report, ...] = ()
    """Of all articles that are no later pages and nobody's copies."""
    entries: tuple[Entry, ...] = ()
    of: str = ""
    """The indicator, or what else a kind can be of, that the topic names after it; empty: the kind chooses."""
    atlas: Atlas | None = None
    """The outlines of countries, where they are installed."""

    def say(self, tell: Callable[[Speech], str]) -> Words:
        """Say the same in every language."""
        return {language: tell(speak(language)) for language in self.languages}

    def country(self, id: str) -> Words:
        """Give a country's names; its id where the topic has none."""
        entity = self.topic.entities.get(id)
        return self.say(lambda speech: speech.name(entity.names, id) if entity else id)

    def countries(self, ids: Sequence[str], speech: Speech) -> str:
        """Name several countries in a sentence."""
        return speech.several(sorted(speech.name(self.country(id)) for id in ids))

    def drawn(self, make: Callable[[Speech, Frame], Picture]) -> Words:
        """Draw a picture in each language, wide and narrow in one string."""
        from site_src.charts import picture

        def drawn(speech: Speech) -> str:
            button = speech.say("Interactive chart")
            return "".join(picture.draw(make(speech, frame), button=button) for frame in picture.FRAMES)

        return self.say(drawn)


class Order(NamedTuple):
    """What is asked of a kind."""

    kind: str
    subject: Subject


def downloads(id: str, tables: Sequence[ChartTable], *own: str) -> tuple[str, ...]:
    """List a chart's files for readers: its own series first, then its tables."""
    return (*own, *(csv_path(id, number) for number in range(1, len(tables) + 1)), f"data/charts/{id}.json")


def csv_path(id: str, number: int) -> str:
    """Give the address of a chart's n-th table."""
    return f"data/charts/{id}.csv" if number == 1 else f"data/charts/{id}-{number}.csv"


def forerunner(topic: Topic) -> Status | None:
    """Give the status of the forerunner's states, where the topic's ladder has it."""
    return next((status for status in topic.statuses if status.id == figures.FORERUNNER), None)


def first_day(topic: Topic) -> date | None:
    """Give the day on which the story begins: the first that the forerunner or the members have."""
    member = figures.full(topic)
    counted = {figures.FORERUNNER, member.id if member else ""}
    return min((figures.begins(spell) for spell in topic.spells if spell.status in counted), default=None)

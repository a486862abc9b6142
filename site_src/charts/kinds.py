"""What a chart kind is given, and what all kinds share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from site_src.charts.links import Links
from site_src.charts.picture import Frame
from site_src.charts.words import Speech
from site_src.model import Words
from site_src.topic import figures
from site_src.topic.values import Topic

WIDE = Frame("wide", 760, 430, left=40, right=150, top=24, bottom=34, size=13)
NARROW = Frame("narrow", 344, 360, left=34, right=92, top=24, bottom=32, size=12.5)
FRAMES = (WIDE, NARROW)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a kind draws from."""

    topic: Topic
    links: Links
    languages: tuple[str, ...]


def country(topic: Topic, id: str) -> Words:
    """Give a country's names; its id where the topic has none."""
    entity = topic.entities.get(id)
    return entity.names if entity else {}


def countries(subject: Subject, ids: Sequence[str], speech: Speech) -> str:
    """Name several countries in a sentence."""
    return speech.several(sorted(speech.name(country(subject.topic, id), id) for id in ids))


def first_day(topic: Topic) -> date | None:
    """Give the day on which the story begins: the first that the forerunner or the members have."""
    member = figures.full(topic)
    counted = {figures.FORERUNNER, member.id if member else ""}
    return min((figures.begins(spell) for spell in topic.spells if spell.status in counted), default=None)

"""How the membership grew, as values: each counted status and the days on which it changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from site_src.charts import palette
from site_src.charts.kinds import Subject, first_day, forerunner
from site_src.topic import figures
from site_src.topic.figures import Change
from site_src.topic.values import Status

ID = "membership"


@dataclass(frozen=True, slots=True)
class Stair:
    """A status and its steps."""

    status: Status
    series: int
    """The number of its colour; 0 for the forerunner."""
    changes: tuple[Change, ...]

    @property
    def last(self) -> int:
        """How many countries have it today."""
        return self.changes[-1].count


@dataclass(frozen=True, slots=True)
class Growth:
    """All that the chart shows."""

    subject: Subject
    start: date
    end: date
    founded: date
    stairs: tuple[Stair, ...]
    """The counted statuses that ever had a country, the full members first."""
    forerunner: Stair | None

    @property
    def full(self) -> Stair:
        """The steps of the full members."""
        return self.stairs[0]

    @property
    def all(self) -> tuple[Stair, ...]:
        """Every stair, the forerunner's first."""
        return ((self.forerunner,) if self.forerunner else ()) + self.stairs


def grow(subject: Subject) -> Growth | None:
    """Gather the steps; None where the tables know no members."""
    topic = subject.topic
    start, end, founded = first_day(topic), figures.known_until(topic), figures.founded(topic)
    if start is None or founded is None or end is None:
        return None
    counted = [status for status in topic.statuses if status.counts and status.id != figures.FORERUNNER]
    stairs = [
        Stair(status, palette.series(number), figures.changes(topic, status.id))
        for number, status in enumerate(counted, 1)
    ]
    early = forerunner(topic)
    before = Stair(early, 0, figures.changes(topic, early.id)) if early else None
    climbed = tuple(stair for stair in stairs if stair.changes)
    return Growth(subject, start, end, founded, climbed, before if before and before.changes else None)

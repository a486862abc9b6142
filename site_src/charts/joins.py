"""Why a line or a pile jumps: the years in which members joined, each with a note above the plot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from site_src.charts import labels
from site_src.charts.kinds import Subject
from site_src.charts.links import behind
from site_src.charts.picture import Frame, Label, Rule
from site_src.charts.scale import Scale
from site_src.charts.words import Speech
from site_src.model import Row
from site_src.topic import figures
from site_src.topic.values import Topic

ROW = 25.0
"""The height of a note above the plot: its link is far enough from the next for a finger (WCAG 2.2, 2.5.8)."""


@dataclass(frozen=True, slots=True)
class Join:
    """A year at whose end there are members that were none a year before: the reason for a jump."""

    year: int
    gained: tuple[str, ...]
    href: str
    """The first entry behind it; empty if there is none."""


def members_today(topic: Topic) -> tuple[str, ...]:
    """List the full members on the newest day that the tables know."""
    member, day = figures.full(topic), figures.known_until(topic)
    return figures.countries_on(topic, member.id, day) if member and day else ()


def joins(subject: Subject, span: range) -> tuple[Join, ...]:
    """List the years in which members joined, with the entry behind the first of them."""
    topic, found = subject.topic, []
    for year in span[1:]:
        before, now = (figures.members_of_year(topic, at) for at in (year - 1, year))
        gained = tuple(country for country in now if country not in before)
        if gained and before:
            found.append(Join(year, gained, behind(subject.links, _rows(subject, gained, year))))
    return tuple(found)


def _rows(subject: Subject, gained: tuple[str, ...], year: int) -> list[Row]:
    member = figures.full(subject.topic)
    return [
        spell.row
        for spell in subject.topic.spells
        if member and spell.status == member.id and spell.country in gained and figures.begins(spell).year == year
    ]


def room(joins: Sequence[Join]) -> float:
    """Tell how much higher a picture is for its notes."""
    return len(joins) * ROW - 8 if joins else 0.0


def notes(
    subject: Subject, joins: Sequence[Join], speech: Speech, frame: Frame, across: Scale, start: float
) -> tuple[tuple[Label, ...], tuple[Rule, ...]]:
    """Write who joined, each year in a row of its own, the newest highest so that no rule runs through a note.

    A name that would leave the picture is counted instead; the rules lead from the notes down to their years.
    """
    found = []
    for row, join in enumerate(reversed(joins)):
        x, y = across(join.year), start + frame.size + row * ROW
        text = f"{join.year}: + {subject.countries(join.gained, speech)}"
        before = x > frame.width - x
        if labels.width(text, frame.size) > max(x, frame.width - x) - 6:
            text = f"{join.year}: +{len(join.gained)}"
        found.append(Label(x - 4 if before else x + 4, y, text, "end" if before else "start", href=join.href))
    rules = [
        Rule(across(join.year), note.y - frame.size * 0.7) for join, note in zip(reversed(joins), found, strict=True)
    ]
    return tuple(found), tuple(rules)

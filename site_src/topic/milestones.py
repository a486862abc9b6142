"""`tables/milestones.csv`: events that the topic's table states without a text."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from site_src.model import Issue
from site_src.topic.series import CONFIDENCE
from site_src.topic.tables import Line, each, read_table, unique
from site_src.topic.values import Entity, Milestone
from site_src.topic.wrong import Wrong

_COLUMNS = ("id", "date", "kind", "title_*", "actors", "place", "confidence", "source")


def read_milestones(
    folder: Path, languages: tuple[str, ...], kinds: Collection[str], entities: Mapping[str, Entity]
) -> tuple[tuple[Milestone, ...], tuple[Issue, ...]]:
    """Read the milestones in the order of the table."""
    table, found = read_table(folder, "milestones", _COLUMNS)
    made, wrong = each(table, _maker(languages, kinds, entities))
    kept, twice = unique(table, made, lambda milestone: milestone.id, lambda milestone: milestone.row.line)
    return kept, (*found, *wrong, *twice)


def _maker(
    languages: tuple[str, ...], kinds: Collection[str], entities: Mapping[str, Entity]
) -> Callable[[Line], Milestone]:
    places = [entity.id for entity in entities.values() if entity.kind == "place"]
    actors = [entity.id for entity in entities.values() if entity.kind != "place"]

    def make(line: Line) -> Milestone:
        when, titles = line.when("date"), line.words("title", languages)
        if when is None:
            raise Wrong("date", "", "the date of the event")
        if not titles:
            raise Wrong(f"title_{languages[0]}", "", "a title in at least one language")
        return Milestone(
            id=line.need("id"),
            kind=line.reference("kind", kinds, "an id of kinds.toml"),
            when=when,
            titles=titles,
            actors=line.references("actors", actors, "the id of a country, a person or an organisation"),
            place=line.reference("place", places, "an id of places.csv", needed=False),
            confidence=line.choice("confidence", CONFIDENCE, default="high"),  # type: ignore[arg-type]  # one of them
            row=line.row,
        )

    return make

"""`kinds.toml` and `statuses.toml`: what can happen, the words that betray it, and the rungs of membership."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from site_src.model import Issue
from site_src.topic.settings import Section, each_section, keep_known, typed
from site_src.topic.values import Kind, Status
from site_src.topic.wrong import Wrong

FILE = "kinds.toml"


def read_statuses(folder: Path) -> tuple[tuple[Status, ...], tuple[Issue, ...]]:
    """Read the statuses, in the order of the file."""

    def make(section: Section) -> Status:
        return typed(section.keys, Status, id=section.id, default_counts=True, default_column="")

    return each_section(folder, "statuses.toml", make, Status)


def _weighed(kind: Kind) -> Kind:
    if not 0 <= kind.weight <= 1:
        raise Wrong("weight", f"{kind.weight:g}", "a number from 0 to 1")
    return kind


def read_kinds(folder: Path, statuses: Collection[str]) -> tuple[tuple[Kind, ...], tuple[Issue, ...]]:
    """Read the kinds, in the order of the file."""

    def make(section: Section) -> Kind:
        return typed(
            section.keys,
            Kind,
            id=section.id,
            row=section.row,
            default_triggers={},
            default_refuses={},
            default_titles={},
            default_titles_planned={},
            default_actors="any",
            default_actor_kinds=("country", "person", "organisation"),
            default_place_is="where",
            default_organisation="allowed",
            default_once=False,
            default_generic=False,
            default_weight=0.5,
            default_status="",
        )

    kinds, issues = each_section(folder, FILE, lambda section: _weighed(make(section)), Kind)
    kept, unknown = keep_known(folder, FILE, kinds, "status", statuses, "an id of statuses.toml")
    return kept, (*issues, *unknown)

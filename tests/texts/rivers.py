"""A topic about an invented river council, as small as the tests of cleaning and naming need it."""

from __future__ import annotations

from pathlib import Path

from site_src.model import EntityKind, FrontMatter, RawText
from site_src.packed import packed_letters
from site_src.topic.values import Alias, Entity, Outlet, Topic


def outlet(id: str, name: str, *aliases: str, furniture: tuple[str, ...] = (), trims: tuple[str, ...] = ()) -> Outlet:
    return Outlet(id, name, aliases, "", furniture, trims, "dmy", False, "")


def entity(id: str, kind: EntityKind, *aliases: Alias) -> Entity:
    return Entity(id, kind, {"en": aliases[0].text}, aliases)


def topic(*entities: Entity, outlets: tuple[Outlet, ...] = ()) -> Topic:
    outlets = outlets or (
        outlet("warta-contoh", "Warta Contoh", "wartacontoh.example"),
        outlet("daily-example", "The Daily Example", "dailyexample.example", "Daily Example"),
    )
    return Topic(
        folder=Path("rivers"),
        title={},
        subtitle={},
        description={},
        languages=("id", "en"),
        base_url="",
        organisation="",
        entities={each.id: each for each in entities},
        kinds=(),
        series=(),
        statuses=(),
        spells=(),
        milestones=(),
        indicators={},
        measures=(),
        outlets={each.id: each for each in outlets},
        furniture=(),
        trims=(),
        pages={},
        charts=(),
        max_entries=0,
        inputs=(),
    )


def raw(text: str, front: FrontMatter | None = None, blocks: tuple[tuple[int, int], ...] | None = None) -> RawText:
    """Make a raw text whose lines are its blocks."""
    from site_src.corpus.plain import blocks as lines

    return RawText(
        "a",
        "a.txt",
        1,
        "text",
        packed_letters(text),
        blocks if blocks is not None else lines(text),
        front or FrontMatter(),
        "",
    )

"""What can be joined: a group of like statements, or a row of the topic's tables.

Statements that say the very same (kind, day, actors, place, stance) form one node at once, so that the number of pairs
to weigh grows with what is said, not with how often.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256
from sys import intern
from typing import Any, TypeVar

from msgspec import Struct, field
from msgspec.structs import force_setattr

from site_src.model import FIRST_DAY, Curated, Row, Stance, Statement, When, Words
from site_src.topic.values import Kind, Topic

GENERAL = "general"
_YEAR = 366
_WORD = re.compile(r"[^\W\d_]{4,}")
_NONE: Mapping[str, str] = {}
_STEM = 6
"""Letters of a word that are compared: enough to match forms of one stem in most languages."""
_SMALL = 12
"""Counts up to which any two stories may have the same one."""


Member = TypeVar("Member")
Stretch = tuple[date, date]
"""The first day and the last."""


class Node(Struct, frozen=True, gc=False):
    """Something said or listed once, ready to be compared.

    A struct, since there are tens of thousands of many fields: a dataclass takes three times as long to make.
    """

    key: str
    """Unique and made of content, so that the order of input changes nothing."""
    kind: str
    when: When
    stance: Stance
    actors: frozenset[str]
    organisation: str
    place: str
    series: str
    words: frozenset[str]
    statements: tuple[Statement, ...] = ()
    rows: tuple[Row, ...] = ()
    address: str = ""
    """A row's own event id; empty for statements."""
    titles: Words = field(default_factory=lambda: _NONE)
    order: tuple[str, ...] = ()
    """The actors in their order."""
    confidence: float = 0.0
    generic: bool = False
    """Its kind gives way to any other."""
    once: bool = False
    """Its kind happens once for one organisation."""
    also: tuple[str, ...] = ()
    """Kinds of which its own can be the act."""
    curated: Curated | None = None
    """An editor's entry, if it is one."""
    origins: tuple[str, ...] = ()
    """Whose reports an editor's entry rests on; those of statements are their own."""
    articles: frozenset[str] = frozenset()
    """The articles whose statements it holds."""
    figures: frozenset[tuple[float, str]] = frozenset()
    """What it counts, without the numbers that everybody counts."""
    days: Stretch = (FIRST_DAY, FIRST_DAY)
    """The first and the last of its days; made once, since every pair asks for them."""

    def __post_init__(self) -> None:
        force_setattr(self, "days", (self.when.earliest, self.when.latest))

    @property
    def tokens(self) -> frozenset[str]:
        """What an editor's word holds on to: the ids of its statements, and `table:line` of its rows."""
        rows = (f"{row.table}:{row.line}" for row in self.rows)
        return frozenset((*(statement.id for statement in self.statements), *rows))

    @property
    def held(self) -> bool:
        return self.stance in ("told", "recalled")


def stems(words: str) -> frozenset[str]:
    """Give the content words of a text, cut to their first letters: what two tellings of one event share."""
    return frozenset(map(intern, stems_in_order(words)))


def stems_in_order(words: str) -> dict[str, None]:
    """Give the stems of a text in the order of their first use."""
    return dict.fromkeys([word[:_STEM] for word in _WORD.findall(words.casefold())])


def own_stems(statement: Statement) -> frozenset[str]:
    """Give the stems of a statement's sentence without those of the words that name its time."""
    return frozenset(map(intern, own_stems_in_order(statement)))


def own_stems_in_order(statement: Statement) -> dict[str, None]:
    """Give the stems of a statement's sentence, without those of its time words, in the order of their first use."""
    found = stems_in_order(statement.evidence.quote)
    for stem in stems_in_order(statement.when.text) if statement.when else ():
        found.pop(stem, None)
    return found


def tells(words: str) -> bool:
    """Tell whether a text has stems."""
    return _WORD.search(words.casefold()) is not None


def _figures(statements: Sequence[Statement]) -> tuple[tuple[float, str], ...]:
    counted = [one for told in statements for one in told.quantities]
    return tuple(
        [
            (one.value, one.unit)
            for one in counted
            if one.unit not in ("ordinal", "times") and (one.unit != "count" or one.value > _SMALL)
        ]
    )


def _class(stance: Stance) -> str:
    return "held" if stance in ("told", "recalled") else stance


def _signature(statement: Statement, kind: Kind | None) -> tuple[object, ...]:
    assert statement.when is not None
    loose = kind is None or kind.generic
    alone = statement.id if loose or not (statement.actors or statement.series) else ""
    return (
        statement.kind,
        statement.when.earliest,
        statement.when.latest,
        _class(statement.stance),
        tuple(sorted(statement.actors)),
        statement.organisation,
        statement.place,
        statement.series,
        alone,
    )


def tells_event(statement: Statement, topic: Topic) -> bool:
    """Tell whether a statement is an entry's: of a known kind with what that kind needs, or of a year or less.

    Who acted need not be known: "the new fee applies from 1 December".
    """
    if statement.when is None:
        return False
    kind = kind_of(statement.kind, topic)
    if kind is not None and enough(kind, statement):
        return True
    return statement.stance != "denied" and statement.when.days <= _YEAR and not statement.order


def enough(kind: Kind, statement: Statement) -> bool:
    """Tell whether a statement names what its kind needs: who acted, and in which organisation."""
    if kind.organisation == "needed" and not statement.organisation and not statement.series:
        return False
    needs = {"none": 0, "any": 0, "one": 1, "two": 2}[kind.actors]
    return bool(statement.series) or len(statement.actors) >= needs


def kind_of(id: str, topic: Topic) -> Kind | None:
    """Give a kind by its id; None for `general`."""
    if id != GENERAL:
        for kind in topic.kinds:
            if kind.id == id:
                return kind
    return None


def published_order(statements: Iterable[Statement], published: Mapping[str, str]) -> tuple[Statement, ...]:
    """Sort statements by the publication of their articles, then by what they say: never by file names first."""
    found = tuple(statements)
    if len(found) < 2:
        return found
    return tuple(
        sorted(
            found,
            key=lambda item: (
                published.get(item.evidence.article, "9999"),
                item.id,
                item.evidence.article,
                item.evidence.start,
            ),
        )
    )


def group(
    statements: Sequence[Statement],
    published: Mapping[str, str],
    topic: Topic,
    apart: Mapping[str, str] = _NONE,
    stems_of: Callable[[Statement], frozenset[str]] = own_stems,
) -> tuple[Node, ...]:
    """Group like statements into nodes; those that `apart` marks by their ids only with others of the same mark."""
    kinds = {kind.id: kind for kind in topic.kinds}
    groups: dict[tuple[object, ...], list[Statement]] = {}
    for statement in statements:
        signature = _signature(statement, kinds.get(statement.kind))
        if statement.id in apart:
            signature = (*signature, apart[statement.id])
        groups.setdefault(signature, []).append(statement)
    made: dict[tuple[Any, ...], frozenset[Any]] = {}

    def set_of(members: tuple[Member, ...]) -> frozenset[Member]:
        """Give one value for what tens of thousands of nodes have in common."""
        found = made.get(members)
        if found is None:
            found = made[members] = frozenset(members)
        return found

    nodes = []
    for signature, members in groups.items():
        ordered = published_order(members, published)
        first = ordered[0]
        kind = kinds.get(first.kind)
        assert first.when is not None
        unlike = {item.id: item for item in ordered}
        words = frozenset().union(*map(stems_of, unlike.values())) if len(unlike) > 1 else stems_of(ordered[-1])
        stance: Stance = "told" if "told" in [item.stance for item in ordered] else first.stance
        nodes.append(
            Node(
                key=f"s:{min(unlike)}:{sha256(repr(signature).encode()).hexdigest()[:8]}",
                kind=first.kind,
                when=first.when,
                stance=stance,
                actors=set_of(tuple([actor for actor in first.actors if actor != first.organisation])),
                organisation=first.organisation,
                place=first.place,
                series=first.series,
                words=words,
                statements=ordered,
                articles=set_of(tuple([item.evidence.article for item in ordered])),
                figures=set_of(_figures(ordered)),
                order=first.actors,
                confidence=max([item.confidence for item in ordered]),
                generic=kind is None or kind.generic,
                once=kind is not None and kind.once,
                also=kind.also if kind else (),
            )
        )
    return tuple(sorted(nodes, key=lambda node: node.key))

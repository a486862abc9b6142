"""How many independent reports stand behind an entry: never more than its sentences can bear."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec import structs

from site_src import statements
from site_src.events.origins import origins_of
from site_src.model import Statement
from site_src.statements.bearers import bearers
from site_src.topic.values import Outlet
from tests.events.corpus import PACK, told
from tests.statements.league import empty, league

CASES = (
    ("nobody", (), ()),
    ("one report, whoever prints it", (("courier",), ("courier",)), ("courier",)),
    ("one of two that a retelling tells", (("courier", "gazette"),), ("courier",)),
    ("one of two, and one that another article has", (("courier", "gazette"), ("gazette",)), ("gazette",)),
    ("two that nothing joins", (("courier", "gazette"), ("harbour-post",)), ("courier", "harbour-post")),
    ("the fewest", (("a", "b"), ("b", "c"), ("b", "d")), ("b",)),
)


def _statements(*origins: tuple[str, ...]) -> tuple[Statement, ...]:
    articles = told("[[Sudria|SUD|c]] joined the [[League|league|o]] on {{9 June 2017|2017-06-09}}.")
    (statement,) = statements.tell(articles[0], pack=PACK, topic=league())
    return tuple(structs.replace(statement, origins=each) for each in origins)


@pytest.mark.parametrize(("fact", "borne", "expected"), CASES, ids=[fact for fact, _, _ in CASES])
def test_counts(fact: str, borne: tuple[tuple[str, ...], ...], expected: tuple[str, ...]) -> None:
    """What an article's background sentence has from one of several reports counts for one of them only."""
    assert expected == origins_of(_statements(*borne))


def _outlet(id: str, name: str, *aliases: str) -> Outlet:
    return Outlet(id, name, aliases, "", (), (), None, False, "")


def test_named_outlet_bears_its_sentence() -> None:
    """A sentence that names one of the reports that its article retells has it from that one."""
    topic = replace(empty(), outlets={"gazette": _outlet("gazette", "The Gazette", "gazette.example")})
    origins = ("Courier", "gazette")
    found = [
        bearers(origins, words, topic)
        for words in (
            "It rained, The Gazette wrote.",
            "It rained, Courier wrote.",
            "It rained.",
            "The Gazettes rained.",
        )
    ]

    assert [("gazette",), ("Courier",), origins, origins] == found

"""Equal values that are one: nothing looks different, and each is held once."""

from __future__ import annotations

from datetime import date
from random import Random

import msgspec

from site_src.interning import Shared
from site_src.model import Evidence, Quantity, Reason, Statement, on_day
from tests import values


def test_what_is_shared_is_equal():
    """Every statement is the same after as before, whatever its fields hold."""
    chance, shared = Random(7), Shared()
    told = [values.value(Statement, chance) for _ in range(300)]

    assert told == list(map(shared.statement, told))
    assert list(map(repr, told)) == list(map(repr, map(shared.statement, told)))


def test_equal_values_are_held_once():
    """What two statements say alike is one value in both, though each came out of bytes of its own."""
    counted = (Quantity(0, 1, "5", 5.0, "=", "count", "negara"),)
    when = on_day(date(2024, 7, 4), "Kamis")
    told = Statement(
        "a", Evidence("x", "y", 0, 1), when, "how", "k", "told", ("A",), "", "P", "", counted, ("o",), 0.5, 0.9
    )
    data = msgspec.msgpack.encode(told)
    shared = Shared()

    one, two = (shared.statement(msgspec.msgpack.decode(data, type=Statement)) for _ in range(2))

    same = ("when", "when_how", "kind", "actors", "place", "origins", "prominence", "confidence")
    assert all(getattr(one, name) is getattr(two, name) for name in same)
    assert one.evidence.article is two.evidence.article
    assert one.quantities[0].noun is two.quantities[0].noun


def test_reasons_are_held_once():
    """Two joins for the same reasons have the very same reasons."""
    shared = Shared()

    one, two = (shared.reasons((Reason("same_day", 0.3, "both name " + day),)) for day in ["2024-07-04"] * 2)

    assert (Reason("same_day", 0.3, "both name 2024-07-04"),) == one
    assert one is two

"""How much an entry matters."""

from __future__ import annotations

from itertools import pairwise

from tests.events.corpus import FOUNDED, HELD, MEETING, by_id, merged, told


def test_more_origins_matter_more() -> None:
    """An entry gains with every independent origin, the second more than the third, and stays at or below 1."""
    found = [max(one.importance for one in merged(told(*[FOUNDED] * times)).events) for times in (1, 2, 3)]

    assert found == sorted(found)
    assert found[-1] <= 1
    gains = [after - before for before, after in pairwise(found)]
    assert gains[0] >= gains[1] > 0


def test_named_day_lifts_entry() -> None:
    """Articles that only name an entry's day, without telling the entry, make it matter more."""
    alone = by_id(merged(told(HELD, "Nothing was told.")))
    named = by_id(merged(told(HELD, "All of Easton danced from dusk on {{4 July 2024|2024-07-04}} to dawn.")))
    (entry,) = [one for one in alone if "WES" in alone[one].actors and alone[one].when.grain == "day"]

    assert alone[entry].importance < named[entry].importance


def test_importance_is_a_share() -> None:
    """Every entry and every day has an importance from 0 to 1."""
    found = merged(told(MEETING, HELD, FOUNDED))

    assert all(0 <= one.importance <= 1 for one in (*found.events, *found.days))

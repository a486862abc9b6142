"""Count the independent reports that must stand behind some sentences: the fewest that can bear them all.

    borne by X or Y; borne by Y; borne by Z   ->   Y, Z

A retelling of several reports does not say of each sentence which of them has it, so that its sentences count for one of
them, and not twice where another article tells the same from that one. The fewest are sought greedily: what one report
alone can bear first, then whichever bears most of the rest (Chvátal 1979 bounds how far this can be from the fewest).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from site_src.model import Statement


def origins_of(statements: Iterable[Statement]) -> tuple[str, ...]:
    """Give the independent origins of statements, sorted."""
    told = tuple(statements)
    if len(told) == 1 and len(told[0].origins) < 2:  # most tellings
        return told[0].origins
    left = {frozenset(one.origins) for one in told if one.origins}
    chosen = {origin for each in left if len(each) == 1 for origin in each}
    left = {each for each in left if not each & chosen}
    while left:
        names = sorted({origin for each in left for origin in each})
        best = max(names, key=lambda origin: sum(origin in each for each in left))
        chosen.add(best)
        left = {each for each in left if best not in each}
    return tuple(sorted(chosen))


def surest(statements: Iterable[Statement]) -> Mapping[str, float]:
    """Give for each independent origin how sure its surest statement is."""
    told = tuple(statements)
    if len(told) == 1 and len(told[0].origins) == 1:  # most entries
        return {told[0].origins[0]: told[0].confidence}
    found: dict[str, float] = {}
    for origin in origins_of(told):
        found[origin] = max(one.confidence for one in told if origin in one.origins)
    return found

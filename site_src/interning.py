"""Equal values that are one: what is unpacked comes anew from every place where it stood.

Ten thousand articles tell of the same kinds, places and days, and are joined for the same reasons. Each of these held once,
what they tell takes half of the memory, in every process that looks at it.
"""

from __future__ import annotations

from typing import Any, TypeVar

from msgspec.structs import replace

from site_src.model import Evidence, Quantity, Reason, Statement, When

Value = TypeVar("Value")


class Shared:
    """The first of all that are equal, to stand for the others."""

    def __init__(self) -> None:
        self._first: dict[Any, Any] = {}  # of types that are never equal to one another: no whole numbers beside others

    def statement(self, told: Statement) -> Statement:
        """Give a statement made of values that others have too."""
        return replace(
            told,
            evidence=self._evidence(told.evidence),
            when=told.when and self._when(told.when),
            when_how=self._one(told.when_how),
            kind=self._one(told.kind),
            actors=self._names(told.actors),
            place=self._one(told.place),
            quantities=told.quantities and tuple(map(self._quantity, told.quantities)),
            origins=self._names(told.origins),
            prominence=self._one(told.prominence),
            confidence=self._one(told.confidence),
        )

    def reasons(self, why: tuple[Reason, ...]) -> tuple[Reason, ...]:
        """Give the reasons of a join, each of which many joins have."""
        first: tuple[Reason, ...] | None = self._first.get(why)
        return self._one(tuple(map(self._one, why))) if first is None else first

    def _one(self, value: Value) -> Value:
        first: Value = self._first.setdefault(value, value)
        return first

    def _names(self, names: tuple[str, ...]) -> tuple[str, ...]:
        first: tuple[str, ...] | None = self._first.get(names)
        return self._one(tuple(map(self._one, names))) if first is None else first

    def _evidence(self, quote: Evidence) -> Evidence:
        return replace(quote, article=self._one(quote.article))

    def _when(self, when: When) -> When:
        first: When | None = self._first.get(when)
        if first is None:
            first = self._one(replace(when, earliest=self._one(when.earliest), latest=self._one(when.latest)))
        return first

    def _quantity(self, counted: Quantity) -> Quantity:
        return replace(counted, unit=self._one(counted.unit), noun=self._one(counted.noun))

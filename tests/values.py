"""Values of the model made up from their types: every field filled, every alternative of a type taken sooner or later."""

from __future__ import annotations

import collections.abc
import dataclasses
import types
import typing
from datetime import date
from random import Random

import msgspec

STRINGS = ["", "a", "akhir Juni 2022", "“kutip” – \u00a0 \U0001f5d3", "\0\n\t", "x" * 300]
NUMBERS = [0, 1, -1, 10, 2**31, -(2**63), 2**63 - 1]
FLOATS = [0.0, 1.0, 40.0, 0.1, -2.5, 2.3e13, 1e-9]
DAYS = [date.min, date(2001, 6, 15), date(2024, 2, 29), date.max]
BYTES = [b"", b"\x00", bytes(range(256))]
DEPTH = 5


def value(kind: object, chance: Random, depth: int = 0) -> object:
    """Make a value of a type: plain ones, dataclasses, tuples, mappings, unions and literals of them."""
    origin, inside = typing.get_origin(kind), typing.get_args(kind)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        fields = msgspec.structs.fields(kind)
        return kind(*(value(field.type, chance, depth + 1) for field in fields))
    if dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        return kind(**{field.name: value(hints[field.name], chance, depth + 1) for field in dataclasses.fields(kind)})
    if origin in (types.UnionType, typing.Union):
        choices = [one for one in inside if one is types.NoneType] if depth > DEPTH else []
        return value(chance.choice(choices or inside), chance, depth)
    if origin is typing.Literal:
        return chance.choice(inside)
    if origin is tuple and inside[-1] is Ellipsis:
        return tuple(value(inside[0], chance, depth + 1) for _ in range(chance.randrange(3)))
    if origin is tuple:
        return tuple(value(one, chance, depth + 1) for one in inside)
    if origin is collections.abc.Mapping:
        return {value(inside[0], chance): value(inside[1], chance, depth + 1) for _ in range(chance.randrange(3))}
    plain = {
        str: STRINGS,
        int: NUMBERS,
        float: FLOATS,
        date: DAYS,
        bytes: BYTES,
        bool: [False, True],
        types.NoneType: [None],
    }
    return chance.choice(plain[kind])

"""What a setting takes, in words, and which part of a value of another type does not fit."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, get_args, get_origin

from site_src.model import Words
from site_src.topic.wrong import Wrong

_TOLD = re.compile(r"Expected `(?P<kinds>[^`]+)`, got `[^`]+` - at `\$(?P<path>[^`]+)`")
"""What msgspec says of a value whose inside is of another type."""
_STEP = re.compile(r"\.(?P<key>\w+)|\[(?P<place>\d+)\]")
_KINDS = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "a table",
}
_TYPES = {str: "text", int: "a whole number", float: "a number", bool: "true or false", date: "a day as YYYY-MM-DD"}


def misfit(name: str, value: Any, kind: Any, told: str) -> Wrong:
    """Say of a value of another type which part of it does not fit; `told` is what msgspec said.

    >>> str(misfit("charts", ["map", 3], tuple[str, ...], "Expected `str`, got `int` - at `$[1]`"))
    "charts[1]: found '3', expected text"
    """
    match, allowed = _TOLD.match(told), choices(kind)
    if allowed or not match:
        return Wrong(name, _shown(value), expected(kind), allowed)
    for step in _STEP.finditer(match["path"].partition("[...]")[0]):  # msgspec names no key of a mapping
        value, name = value[step["key"] or int(step["place"])], f"{name}{step[0]}"
    return Wrong(name, _shown(value), " or ".join(_KINDS.get(one, one) for one in match["kinds"].split(" | ")))


def expected(kind: Any) -> str:
    """Say in words what a field takes."""
    if allowed := choices(kind):
        return "one of " + ", ".join(allowed)
    if kind in (Words, Words | str):
        return 'words by language, like { id = "..." }'
    return "a list" if get_origin(kind) is tuple else _TYPES.get(kind, "a table")


def choices(kind: Any) -> tuple[str, ...]:
    """Give the words that a type allows, if it is a choice between words."""
    found = tuple(part for part in get_args(kind) if isinstance(part, str))
    return found or tuple(word for part in get_args(kind) for word in get_args(part) if isinstance(word, str))


def _shown(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)

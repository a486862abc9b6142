"""How data is written as JSON: for people, a value a line; for scripts, without a space.

Keys keep their order, letters stand as themselves, and the same value gives the same bytes.
"""

from __future__ import annotations

import msgspec

_write = msgspec.json.Encoder().encode


def readable(value: object, *, indent: int = 1) -> bytes:
    """Write JSON that a person can read and a diff can follow, with a line end behind it.

    >>> readable({"year": 2001, "days": []})
    b'{\\n "year": 2001,\\n "days": []\\n}\\n'
    """
    return msgspec.json.format(_write(value), indent=indent) + b"\n"


def compact(value: object) -> str:
    """Write JSON in one line.

    >>> compact({"year": 2001, "days": []})
    '{"year":2001,"days":[]}'
    """
    return _write(value).decode()

"""Records: one article a line, as JSON.

{"id": "a1", "outlet": "The Example", "published": "2024-07-03", "text": "First paragraph.\\nSecond one."}
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import msgspec

from site_src.corpus.decoding import Decoded
from site_src.corpus.plain import blocks
from site_src.corpus.raw import broken, joined, raw_record
from site_src.corpus.reading import Reading, Source


def read_records(source: Source, decoded: Decoded) -> Reading:
    """Read a `.jsonl` file; a broken line is an Issue, the others are read."""
    return joined([_record(source, number, line) for number, line in _lines(decoded.text)])


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Number the lines; only a line feed ends one, since JSON may hold every other kind inside its strings."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, line.strip()


def _record(source: Source, number: int, line: str) -> Reading:
    try:
        keys = _decoded(line)
    except (ValueError, RecursionError) as error:
        return broken(source, number, f"found {line[:40]!r}, expected a JSON object ({str(error).lower()})")
    if not isinstance(keys, dict):
        return broken(source, number, f"found {line[:40]!r}, expected an object with 'text'")
    return raw_record(source, number, keys, line.encode("utf-8"), blocks)


def _decoded(line: str) -> Any:
    """Decode a line; halves of letters outside the first plane, which scrapers leave behind, become U+FFFD."""
    try:
        return msgspec.json.decode(line)
    except msgspec.DecodeError:
        if "\\ud" not in line.lower():
            raise
        return json.loads(line, object_pairs_hook=lambda pairs: {_whole(key): _whole(value) for key, value in pairs})


def _whole(value: Any) -> Any:
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if isinstance(value, str) else value

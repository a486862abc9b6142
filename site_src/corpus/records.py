"""Records: one article a line, as JSON.

{"id": "a1", "outlet": "The Example", "published": "2024-07-03", "text": "First paragraph.\\nSecond one."}
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

import msgspec

from site_src.corpus.decoding import Decoded
from site_src.corpus.front_matter import check
from site_src.corpus.plain import blocks
from site_src.corpus.reading import Reading, Source
from site_src.model import Issue, RawText


def read_records(source: Source, decoded: Decoded) -> Reading:
    """Read a `.jsonl` file; a broken line is an Issue, the others are read."""
    texts: list[RawText] = []
    issues: list[Issue] = []
    for number, line in _lines(decoded.text):
        record, problems = _record(source, number, line)
        texts += [record] if record else []
        issues += problems
    return Reading(tuple(texts), tuple(issues))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Number the lines; only a line feed ends one, since JSON may hold every other kind inside its strings."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, line.strip()


def _record(source: Source, number: int, line: str) -> tuple[RawText | None, tuple[Issue, ...]]:
    try:
        keys = _decoded(line)
    except (ValueError, RecursionError) as error:
        return None, (_broken(source.path, number, f"no JSON: {error}"),)
    if not isinstance(keys, dict):
        return None, (_broken(source.path, number, "expected an object with 'text'"),)
    text = keys.pop("text", None)
    if not isinstance(text, str) or not text.strip() or "\x00" in text:
        stands = "is missing" if text is None else "holds NUL characters" if "\x00" in str(text) else "holds no text"
        return None, (_broken(source.path, number, f"'text' {stands}"),)
    front, issues = check(keys, source.path, {}, number)
    digest = hashlib.sha256(line.encode("utf-8")).hexdigest()
    id = front.id or f"{source.id}-{number}"
    return RawText(id, source.path, number, "record", text, blocks(text), front, digest), issues


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


def _broken(path: str, line: int, message: str) -> Issue:
    return Issue(path, line, "corpus.record", message, "the record is skipped", "error")

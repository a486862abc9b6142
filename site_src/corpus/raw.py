"""The one place where a `RawText` is put together: of a whole file, or of one record of many."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from site_src.corpus.front_matter import Value, check
from site_src.corpus.reading import Reading, Source, Span, too_many_lines
from site_src.model import FrontMatter, Issue, Media, RawText
from site_src.packed import packed_letters

MOST = 100
"""Issues of one kind in one file: a sheet that is broken from top to bottom would say the same 30,000 times."""


def raw_text(source: Source, media: Media, text: str, blocks: tuple[Span, ...], front: FrontMatter) -> RawText:
    """Make the value of a whole file."""
    digest = hashlib.sha256(source.data).hexdigest()
    return RawText(front.id or source.id, source.path, 1, media, packed_letters(text), blocks, front, digest)


def raw_record(
    source: Source, line: int, keys: Mapping[str, Value], data: bytes, blocks: Callable[[str], tuple[Span, ...]]
) -> Reading:
    """Make the value of a record of a file: its `text`, cut into `blocks`, and its other keys as front matter.

    `data` is what its digest is of.
    """
    text = keys.get("text")
    if not isinstance(text, str) or not text.strip() or "\x00" in text:
        stands = "is missing" if text is None else "holds NUL characters" if "\x00" in str(text) else "holds no text"
        return broken(source, line, f"'text' {stands}, expected the words of an article")
    if excess := too_many_lines(text):
        return broken(source, line, f"'text' has {excess}")
    front, issues = check({key: value for key, value in keys.items() if key != "text"}, source.path, {}, line)
    id, digest = front.id or f"{source.id}-{line}", hashlib.sha256(data).hexdigest()
    return Reading(
        (RawText(id, source.path, line, "record", packed_letters(text), blocks(text), front, digest),), issues
    )


def broken(source: Source, line: int, message: str, done: str = "the record is skipped") -> Reading:
    """Give nothing but the issue of a record that cannot be read."""
    return Reading(issues=(Issue(source.path, line, "corpus.record", message, done, "error"),))


def joined(readings: Sequence[Reading]) -> Reading:
    """Put the readings of a file's records together, in their order; what is wrong with very many of them is counted."""
    texts = tuple(text for reading in readings for text in reading.texts)
    return Reading(texts, _counted([issue for reading in readings for issue in reading.issues]))


def _counted(issues: Sequence[Issue]) -> tuple[Issue, ...]:
    """Keep the first of each kind, and let the last of these tell how many more there are."""
    kept: list[Issue] = []
    found: Counter[str] = Counter()
    last: dict[str, int] = {}
    for issue in issues:
        found[issue.code] += 1
        if found[issue.code] <= MOST:
            last[issue.code] = len(kept)
            kept.append(issue)
    for code, place in last.items():
        if found[code] > MOST:
            more = f"{kept[place].message} (and {found[code] - MOST} more of this kind in the file)"
            kept[place] = replace(kept[place], message=more)
    return tuple(kept)

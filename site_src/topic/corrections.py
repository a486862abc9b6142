"""`corrections.toml`: what editors change in the open. A table is a correction, its name is its address on the page.

[the-right-day]
does = "redate", article = "gazette-7", words = "opened the bridge", found = "2010", to = "2010-06-03", ...
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from site_src.model import Correction, Deed, Issue, Target, Words
from site_src.topic.dates import read_when, undated
from site_src.topic.settings import Section, each_section, typed
from site_src.topic.wrong import Wrong, nearest

FILE = "corrections.toml"
_OTHER: Mapping[str, str] = {"join": "with", "part": "from"}
"""The key under which a deed names its second place."""
_PLACE = ("article", "words", "entry")


@dataclass(frozen=True, slots=True)
class _Written:
    """The keys of a correction that are the same for every deed."""

    does: Deed
    reason: Words | str
    date: date
    article: str = ""
    words: str = ""
    entry: str = ""
    found: str = ""


def read_corrections(
    folder: Path, languages: tuple[str, ...], kinds: Collection[str]
) -> tuple[tuple[Correction, ...], tuple[Issue, ...]]:
    """Read the corrections in the order of the file; `kinds` are the ids that one may be rekinded to."""

    def make(section: Section) -> Correction:
        keys = {key: _plain(value) for key, value in section.keys.items()}
        told = typed(keys, _Written)
        _fits(told.does, keys)
        return Correction(
            id=section.id,
            does=told.does,
            target=_target(keys, "", _PLACE),
            other=_other(keys, _OTHER.get(told.does, "")),
            found=_found(told, kinds),
            to=_to(told.does, keys.get("to", ""), kinds),
            titles=_titles(keys.get("to"), languages) if told.does == "retitle" else {},
            reason=_reason(told.reason, languages),
            made=told.date.isoformat(),
            row=section.row,
        )

    return each_section(folder, FILE, make, _Written, ("to", "with", "from"))


def _plain(value: Any) -> Any:
    """Give days and years that stand without quotes as text."""
    return value.isoformat() if isinstance(value, date) else str(value) if isinstance(value, int) else value


def _fits(does: Deed, keys: Mapping[str, Any]) -> None:
    """See that a correction has what its deed needs and nothing that belongs to another deed."""
    needs = (
        {_OTHER[does]} if does in _OTHER else {"found"} if does == "drop" else {"found", "to"}
    )  # fmt: skip
    for key in sorted(needs):
        if not keys.get(key):
            raise Wrong(key, "", f"a value: {does} needs it", code="missing-key")
    for key in ("found", "to", "with", "from"):
        if key in keys and key not in needs:
            raise Wrong(key, str(keys[key]), f"no {key} with {does}, which needs {', '.join(sorted(needs))}")


def _target(keys: Mapping[str, Any], where: str, allowed: tuple[str, ...]) -> Target:
    """Read a place: `article` with `words`, or `entry`, which may name an `article` without which it rests."""
    for key in (key for key in keys if where and key not in allowed):
        raise Wrong(where, key, f"only {', '.join(allowed)}{nearest(key, allowed)}", code="unknown-key")
    article, words, entry = (" ".join(str(keys.get(key, "")).split()) for key in allowed)
    if entry and words:
        raise Wrong(where or "words", words, "either an entry or an article with words of it")
    if not entry and not (article and words):
        missing = "words" if article else "article"
        raise Wrong(where or missing, "", "an article with a few of its words, or an entry", code="missing-key")
    return Target(article, words, entry)


def _other(keys: Mapping[str, Any], key: str) -> Target | None:
    if not key:
        return None
    if not isinstance(keys[key], dict):
        raise Wrong(key, str(keys[key]), '{ article = "...", words = "..." } or { entry = "..." }')
    return _target(keys[key], key, _PLACE)


def _found(told: _Written, kinds: Collection[str]) -> str:
    if told.does in ("redate", "drop"):
        return _day("found", told.found)
    return _kind("found", told.found, kinds) if told.does == "rekind" else told.found


def _to(does: Deed, to: Any, kinds: Collection[str]) -> str:
    if does == "redate":
        return _day("to", str(to))
    return _kind("to", str(to), kinds) if does == "rekind" else ""


def _day(key: str, text: str) -> str:
    """Read a day and give it as `When` prints it, so that both sides compare."""
    try:
        return read_when(text).edtf
    except ValueError as error:
        raise undated(key, text, error) from None


def _kind(key: str, text: str, kinds: Collection[str]) -> str:
    known = (*kinds, "general")
    if text not in known:
        raise Wrong(key, text, "an id of kinds.toml", known, code="unknown-id")
    return text


def _titles(to: Any, languages: tuple[str, ...]) -> Words:
    try:
        titles = msgspec.convert(to, dict[str, str])
    except msgspec.ValidationError:
        raise Wrong("to", str(to), f'a title by language: {{ {languages[0]} = "..." }}') from None
    for code in titles:
        if code not in languages:
            raise Wrong("to", code, f"one of {', '.join(languages)}", languages)
    return titles


def _reason(reason: Words | str, languages: tuple[str, ...]) -> Words:
    words = {languages[0]: reason} if isinstance(reason, str) else dict(reason)
    if not any(text.strip() for text in words.values()):
        raise Wrong("reason", "", "why this is corrected", code="missing-key")
    return words

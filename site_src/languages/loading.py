"""Read one language pack and check it: a mistake is one line that names file, section and what was expected."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from site_src.languages.pack import (
    LanguagePack,
    NumberWords,
    PageWords,
    Rule,
    SentenceWords,
    SpeechWords,
    StanceWords,
    TimeWords,
)
from site_src.languages.patterns import expand, first_words

T = TypeVar("T")
READINGS = ("date", "relative", "part", "range", "duration", "set", "reference", "series", "bound")
RULE_KEYS = {"pattern", "reads", "examples", "not", "after"}


class PackError(ValueError):
    """A language pack that cannot be used; the message names file, section and what is wrong."""


def read_pack(path: Path) -> LanguagePack:
    """Read and check one pack; raise `PackError` with file and place for any mistake."""
    content = path.read_bytes()
    try:
        table = tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PackError(f"{path.name}: not readable as TOML: {error}") from error
    time = _section(path, table, "time", TimeWords)
    _check_read_on(path, time)
    return LanguagePack(
        code=_section(path, table, "code", str),
        names=_section(path, table, "names", dict[str, str]),
        sentences=_section(path, table, "sentences", SentenceWords),
        page=_section(path, table, "page", PageWords),
        numbers=_section(path, table, "numbers", NumberWords),
        stance=_section(path, table, "stance", StanceWords),
        speech=_section(path, table, "speech", SpeechWords),
        time=time,
        rules=tuple(_rule(path, table, name, time) for name in _section(path, table, "rules", dict[str, Any])),
        digest=hashlib.sha256(content).hexdigest(),
    )


def _section(path: Path, table: Mapping[str, Any], name: str, kind: type[T]) -> T:
    if name not in table:
        raise PackError(f"{path.name}: [{name}] is missing")
    try:
        return msgspec.convert(table[name], kind)
    except msgspec.ValidationError as error:
        raise PackError(f"{path.name}: [{name}]: {str(error)[:1].lower()}{str(error)[1:]}") from error


def _check_read_on(path: Path, time: TimeWords) -> None:
    try:
        date.fromisoformat(time.read_on)
    except ValueError as error:
        raise PackError(f"{path.name}: [time]: read_on is no ISO date: {time.read_on!r}") from error


def _rule(path: Path, table: Mapping[str, Any], name: str, time: TimeWords) -> Rule:
    """Make one rule; a rule without an example does not load."""
    place = f"{path.name}: [rules.{name}]"
    given = table["rules"][name]
    for key in ("pattern", "reads", "examples"):
        if not isinstance(given, dict) or not given.get(key):
            raise PackError(f"{place}: {key} is missing: a rule needs a pattern, a reading and at least one example")
    if given["reads"] not in READINGS:
        raise PackError(f"{place}: reads is {given['reads']!r}; expected one of {', '.join(READINGS)}")
    try:
        rule = Rule(
            name=f"{table['code']}.{name}",
            pattern=msgspec.convert(given["pattern"], str),
            reads=given["reads"],
            examples=msgspec.convert(given["examples"], dict[str, str]),
            counter=msgspec.convert(given.get("not", []), tuple[str, ...]),
            options=msgspec.convert({k: v for k, v in given.items() if k not in RULE_KEYS}, dict[str, str | int]),
            after=msgspec.convert(given.get("after", []), tuple[str, ...]),
        )
        _check_brackets(expand(rule.pattern, time)[0])
        first_words(rule.pattern, time)
    except msgspec.ValidationError as error:
        raise PackError(f"{place}: {str(error)[:1].lower()}{str(error)[1:]}") from error
    except ValueError as error:
        raise PackError(f"{place}: {error}") from error
    return rule


def _check_brackets(pattern: str) -> None:
    """Count the brackets of a pattern; compiling each one here would cost more than all the rest of loading."""
    bare = re.sub(r"\\.|\[(?:\\.|[^\]\\])+\]", "", pattern)
    if bare.count("(") != bare.count(")"):
        raise ValueError("the pattern does not compile: its brackets do not pair")

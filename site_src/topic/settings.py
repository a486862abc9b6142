"""TOML files of the topic: a table an entry (`[accession]`), read against the value that it becomes.

The fields of the value are the schema: their names are the keys, their types say what may stand there.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection, Mapping
from dataclasses import MISSING, dataclass, fields, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeVar, cast, get_type_hints

import msgspec

from site_src.model import Issue, Row
from site_src.topic.misfit import expected, misfit
from site_src.topic.tables import read_text
from site_src.topic.wrong import LONGEST, SeveralWrong, Wrong, addresses, issue, nearest

Value = TypeVar("Value")
_PLACE = re.compile(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")
"""Where the TOML reader says that it stopped."""


@dataclass(frozen=True, slots=True)
class Section:
    """A `[table]` of a TOML file and where it stands."""

    id: str
    file: str
    """The file inside the topic: `kinds.toml`."""
    line: int
    text: str
    """The whole file, to find the line of a key."""
    keys: Mapping[str, Any]

    @property
    def row(self) -> Row:
        """The place of this table, for pages that cite it."""
        archive = addresses("archive", str(self.keys.get("archive", "")))
        return Row(self.file, self.line, str(self.keys.get("source", "")), archive)

    def line_of(self, key: str) -> int:
        """Give the line on which a key of this table stands, also one inside it: `names.id`, `charts[2]`; else its own."""
        name, _, inside = key.partition("[")[0].partition(".")
        deeper = line_of(self.text, f"{self.id}.{name}".strip("."), inside) if inside else 0
        return deeper or line_of(self.text, self.id, name) or self.line


LONGEST_LINE = 300
"""Characters of a line in which a key or a heading is looked for."""


def line_of(text: str, section: str, key: str) -> int:
    """Find the line of `key =`, `key.id =` or `[section.key]` in a table; of `[section]` if `key` is empty; else 0."""
    if not key:
        return _headings(text).get(section, 0)
    heading = f"{section}.{key}".strip(".")
    own, inside = re.compile(rf'\s*"?{re.escape(key)}"?\s*[.=]'), section == ""
    for number, whole in enumerate(text.splitlines(), 1):
        line = whole.strip()[:LONGEST_LINE]
        if (name := _heading(line)) is not None:
            if name == heading:
                return number
            inside = name == section
        elif inside and own.match(line):
            return number
    return 0


@lru_cache(maxsize=4)
def _headings(text: str) -> Mapping[str, int]:
    """Give the line on which each table first begins."""
    found: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if (name := _heading(line.strip()[:LONGEST_LINE])) is not None:
            found.setdefault(name, number)
    return found


def _heading(line: str) -> str | None:
    header = re.match(r"\s*\[+\s*([^\]]+?)\s*\]", line)
    return header[1].replace('"', "") if header else None


def parsed(text: str) -> dict[str, Any]:
    """Read TOML.

    Raises ValueError, also where it nests too deep or holds a number too long for Python.
    """
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError("it nests too deep") from None


def broken(text: str, error: ValueError) -> tuple[int, str]:
    """Give the line on which TOML cannot be read, and say what stands there."""
    lines, told = text.splitlines() or [""], str(error)
    place = _PLACE.search(told)
    number = int(place["line"]) if place and place["line"] else len(lines)
    stood = lines[min(number, len(lines)) - 1].strip()
    reason = re.sub(r"\(('[^()]*?'),?\)", r"\1", _PLACE.sub("", told))
    return number, f"found {stood[:LONGEST]!r}, expected toml ({reason[:1].lower()}{reason[1:]})"


def read_settings(folder: Path, file: str) -> tuple[tuple[Section, ...], tuple[Issue, ...]]:
    """Read a TOML file of the topic as its tables, in their order; an absent file has none."""
    path = f"{folder.absolute().name}/{file}"
    text, issues = read_text(folder / file, path)
    try:
        entries = parsed(text)
    except ValueError as error:
        line, message = broken(text, error)
        return (), (*issues, Issue(path, line, "topic.syntax", message, "the file is left out", "error"))
    sections, problems = [], list(issues)
    for name, keys in entries.items():
        if isinstance(keys, dict):
            sections.append(Section(name, file, line_of(text, name, ""), text, keys))
        else:
            message = f"found setting {name!r} outside a table, expected it under a [table]"
            problems.append(
                Issue(path, line_of(text, "", name), "topic.unknown-key", message, "it is not read", "error")
            )
    return tuple(sections), tuple(problems)


def each_section(
    folder: Path, file: str, build: Callable[[Section], Value], shape: type, more: tuple[str, ...] = ()
) -> tuple[tuple[Value, ...], tuple[Issue, ...]]:
    """Build a value from every table of a file; a wrong one becomes Issues and is left out.

    `shape` names the keys that are read, `more` those that are read besides its fields.
    """
    sections, issues = read_settings(folder, file)
    path, values, problems = f"{folder.absolute().name}/{file}", [], list(issues)
    for section in sections:
        problems.extend(unknown_keys(path, section, (*types_of(shape), *more, "source", "archive")))
        try:
            values.append(build(section))
        except Wrong as wrong:
            problems.append(issue(path, section.line_of(wrong.where), wrong, "the table is left out"))
        except SeveralWrong as several:
            problems += [
                issue(path, section.line_of(one.where), one, "the table is left out") for one in several.wrongs
            ]
    return tuple(values), tuple(problems)


def keep_known(
    folder: Path, file: str, values: tuple[Value, ...], key: str, known: Collection[str], what: str
) -> tuple[tuple[Value, ...], tuple[Issue, ...]]:
    """Take from values what names nothing in another table; the rest of their table stays."""
    text, _ = read_text(folder / file, file)
    kept, issues = [], []
    for value in values:
        found = getattr(value, key)
        named = found if isinstance(found, tuple) else (found,) if found else ()
        good = tuple(name for name in named if name in known)
        section = str(getattr(value, "id"))  # noqa: B009 - every value of a table has an id, which no protocol says
        line = line_of(text, section, key)
        for name in (name for name in named if name not in known):
            wrong = Wrong(key, name, what, known, code="unknown-id")
            issues.append(issue(f"{folder.absolute().name}/{file}", line, wrong, "it is left out of its table"))
        changed: Any = good if isinstance(found, tuple) else "".join(good)
        kept.append(value if changed == found else replace(cast("Any", value), **{key: changed}))
    return tuple(kept), tuple(issues)


def unknown_keys(path: str, section: Section, known: tuple[str, ...]) -> tuple[Issue, ...]:
    """Name the keys of a table that nobody reads."""
    return tuple(
        Issue(
            path,
            section.line_of(key),
            "topic.unknown-key",
            f"found key {key!r}, expected one of {', '.join(known)}{nearest(key, known)}",
            "the key is not read",
            "error",
        )
        for key in section.keys
        if key not in known
    )


@cache
def types_of(shape: Any) -> dict[str, Any]:
    """Give the fields of a value's class and their types."""
    hints = get_type_hints(shape)
    return {item.name: hints[item.name] for item in fields(shape)}


def typed(keys: Mapping[str, Any], shape: type[Value], **given: Any) -> Value:
    """Make a value of a table: `given` first, then its keys, then `given` under `default_...`, then the field's default.

    Raises SeveralWrong with everything that is missing or of another type.
    """
    made: dict[str, Any] = {}
    types = types_of(cast("Any", shape))
    wrongs: list[Wrong] = []
    spares = {name.removeprefix("default_"): value for name, value in given.items() if name.startswith("default_")}
    for item in fields(shape):  # type: ignore[arg-type]  # every shape is a dataclass
        name = item.name
        if name in given:
            made[name] = given[name]
        elif name in keys:
            try:
                made[name] = msgspec.convert(keys[name], types[name])
            except msgspec.ValidationError as error:
                wrongs.append(misfit(name, keys[name], types[name], str(error)))
        elif name in spares:
            made[name] = spares[name]
        elif item.default is MISSING and item.default_factory is MISSING:
            wrongs.append(Wrong(name, "", expected(types[name]), code="missing-key"))
    if wrongs:
        raise SeveralWrong(tuple(wrongs))
    return shape(**made)

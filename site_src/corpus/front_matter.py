"""Front matter: the YAML between two `---` lines, or the keys of a record, as strings and checked key by key.

The article is read whatever stands here; what cannot be used is an Issue. YAML gives nodes with their lines, never
objects: no tags, no dates, no aliases.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches

import yaml

from site_src.model import FrontMatter, Issue, Retold

FENCED = re.compile(
    r"---[ \t]*(?:\r\n?|\n)(?P<inside>.*?)^(?:---|\.\.\.)[ \t]*(?:(?:\r\n?|\n)|\Z)", re.DOTALL | re.MULTILINE
)
LARGEST = 65_536
NESTING = 6_000
"""More brackets and dashes than this could nest so deep that the C loader overruns its stack."""
LONGEST_ID = 200
WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)

FIELDS = {"source": "outlet", "date": "published", "lang": "language"}
"""Keys whose field has another name."""
TEXTS = ("id", "title", "outlet", "source", "published", "date", "lang", "url", "archive", "told_as_of")
KEYS = (*TEXTS, "authors", "part", "retells")
RETOLD = ("outlet", "title", "date", "url", "archive")
ADDRESSES = ("url", "archive")

Value = object
"""A string, a list, or a mapping of these; records also bring numbers, booleans and None."""


def split(text: str, path: str) -> tuple[FrontMatter, int, tuple[Issue, ...]]:
    """Give a text's front matter, where its body begins, and the problems."""
    found = FENCED.match(text)
    if not found:
        broken = (_issue(path, 1, "the front matter has no closing '---'", "read as text"),)
        return FrontMatter(), 0, broken if re.match(r"---[ \t]*[\r\n]+\w+:", text) else ()
    try:
        keys, lines, doubles = _load(found["inside"])
    except _NoKeys as error:  # a text that begins with a ruled line
        return FrontMatter(), 0, (_issue(path, error.line, str(error), "read as text"),)
    except _Broken as error:
        issue = _issue(path, error.line, str(error), "the article is read without its front matter")
        return FrontMatter(), found.end(), (issue,)
    repeated = tuple(_issue(path, line, f"'{key}' stands twice", "the last one counts") for key, line in doubles)
    front, issues = check(keys, path, lines)
    return front, found.end(), repeated + issues


def check(
    keys: Mapping[str, Value], path: str, lines: Mapping[str, int], default: int = 1
) -> tuple[FrontMatter, tuple[Issue, ...]]:
    """Make front matter of keys and values; `lines` tells where each key stands, `default` where not."""
    issues: list[Issue] = []
    fields: dict[str, object] = {}
    for key, value in keys.items():
        line = lines.get(key, default)
        try:
            # `outlet` and `published` are the names, `source` and `date` only stand in for them.
            if key in KEYS and not (key in FIELDS and FIELDS[key] in keys):
                fields[FIELDS.get(key, key)] = _typed(key, value)
            elif key not in KEYS:
                raise _Broken(f"unknown key '{key}'{_nearest(key)}", line)
        except _Broken as error:
            issues.append(_issue(path, line, str(error), "the key is left out"))
    return FrontMatter(**fields), tuple(issues)  # type: ignore[arg-type]


class _Broken(ValueError):
    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


class _NoKeys(_Broken):
    pass


def _issue(path: str, line: int, message: str, done: str) -> Issue:
    return Issue(path, line, "corpus.front-matter", message, done)


def _nearest(key: str, keys: tuple[str, ...] = KEYS) -> str:
    near = get_close_matches(key.lower(), keys, n=1, cutoff=0.6)
    return f", expected '{near[0]}'" if near else f", expected one of {', '.join(keys)}"


# --- Values ---------------------------------------------------------------------------------------------------------


def _typed(key: str, value: Value) -> object:
    if key == "authors":
        return _authors(value)
    if key == "part":
        return _part(value)
    if key == "retells":
        return _retells(value)
    text = _text(key, value)
    if key in ADDRESSES and text and not WEB.fullmatch(text):
        raise _Broken(f"'{key}' is {_shown(text)}, expected an address that begins with http:// or https://")
    if key == "told_as_of" and text and not _is_day(text):
        raise _Broken(f"'told_as_of' is {_shown(text)}, expected a day as YYYY-MM-DD")
    if key == "id" and (len(text) > LONGEST_ID or not text.isprintable()):
        raise _Broken(f"'id' is {_shown(text)}, expected one printable line of at most {LONGEST_ID} characters")
    return text


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _text(key: str, value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, int) and not isinstance(value, bool):  # a record's `"id": 12`
        return str(value)
    if not isinstance(value, str):
        raise _Broken(f"'{key}' is {_shown(value)}, expected text")
    if "\x00" in value:
        raise _Broken(f"'{key}' is {_shown(value)}, which holds NUL characters")
    return " ".join(value.split())


def _authors(value: Value) -> tuple[str, ...]:
    names = value if isinstance(value, list) else [value]
    return tuple(name for name in (_text("authors", each) for each in names) if name)


def _part(value: Value) -> int:
    if value is None or value == "":
        return 0
    text = str(value).strip()
    if isinstance(value, bool) or not (text.isascii() and text.isdigit() and 1 <= len(text) <= 4):
        raise _Broken(f"'part' is {_shown(value)}, expected a page's number")
    return int(text)


def _retells(value: Value) -> tuple[Retold, ...]:
    rows = value if isinstance(value, list) else [value]
    return tuple(_retold(row) for row in rows if row not in (None, ""))


def _retold(row: Value) -> Retold:
    if not isinstance(row, dict):
        raise _Broken(f"'retells' holds {_shown(row)}, expected a mapping of {', '.join(RETOLD)}")
    if wrong := next((key for key in row if key not in RETOLD), ""):
        raise _Broken(f"'retells' holds the unknown key '{wrong}'{_nearest(wrong, RETOLD)}")
    texts = {key: _text(f"retells.{key}", row.get(key, "")) for key in RETOLD}
    for key in ADDRESSES:
        if texts[key] and not WEB.fullmatch(texts[key]):
            raise _Broken(f"'retells.{key}' is {_shown(texts[key])}, expected an address that begins with http")
    return Retold(**texts)


def _shown(value: Value) -> str:
    names = {list: "a list", dict: "a mapping", bool: "true or false", float: "a number", int: "a number"}
    if isinstance(value, str):
        return repr(value if len(value) <= 60 else value[:57] + "...")
    return names.get(type(value), "empty")


# --- YAML -----------------------------------------------------------------------------------------------------------


def _load(inside: str) -> tuple[dict[str, Value], dict[str, int], list[tuple[str, int]]]:
    """Give the keys, the line of each in its file, and the keys that stand twice."""
    if len(inside) > LARGEST or sum(map(inside.count, "[{?-")) > NESTING:
        raise _Broken("the front matter is too large or too deep", 1)
    try:
        root = yaml.compose(inside, Loader=yaml.CBaseLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise _Broken(f"the front matter is no YAML: {error.problem or error.context}", line) from None
    except yaml.YAMLError as error:
        raise _Broken(f"the front matter is no YAML: {str(error).splitlines()[0]}", 1) from None
    if root is None:
        return {}, {}, []
    if not isinstance(root, yaml.MappingNode):
        raise _NoKeys("the text between '---' and '---' holds no 'key: value' lines", 2)
    seen: set[int] = set()
    lines: dict[str, int] = {}
    doubles: list[tuple[str, int]] = []
    keys: dict[str, Value] = {}
    for key, value in root.value:
        name, line = str(_plain(key, seen, 0)), key.start_mark.line + 2
        if name in keys:
            doubles.append((name, line))
        keys[name], lines[name] = _plain(value, seen, 0), line
    return keys, lines, doubles


def _plain(node: yaml.Node, seen: set[int], depth: int) -> Value:
    """Give a node as strings, lists and mappings; a node met twice is an alias, and refused."""
    line = node.start_mark.line + 2
    if id(node) in seen:
        raise _Broken("the front matter holds an alias (*name), which is not allowed", line)
    if depth > 4:
        raise _Broken("the front matter nests deeper than any key needs", line)
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        return {str(_plain(key, seen, depth + 1)): _plain(value, seen, depth + 1) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(each, seen, depth + 1) for each in node.value]
    return str(node.value)

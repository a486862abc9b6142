"""The front matter of a topic's own texts: YAML between two lines of `---`, every value as it is written."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

import yaml

from site_src.topic.wrong import Wrong

FENCED = re.compile(r"---[ \t]*\r?\n(?P<inside>.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)

LARGEST = 1_000_000
"""Characters of front matter."""
NESTING = 6_000
"""More brackets and dashes than this could nest so deep that the C loader overruns its stack."""


def read_keys(inside: str, known: Collection[str]) -> dict[str, Any]:
    """Read YAML as strings, lists and mappings: no date and no number is guessed. Raises Wrong.

    Aliases are refused: a few lines of them can stand for more than memory holds.
    """
    if len(inside) > LARGEST or sum(map(inside.count, "[{?-")) > NESTING:
        raise Wrong("front matter", f"{len(inside)} characters", "fewer and less deep", code="syntax")
    try:
        for event in yaml.parse(inside, Loader=yaml.CBaseLoader):
            if isinstance(event, yaml.AliasEvent):
                line = event.start_mark.line + 2 if event.start_mark else 1
                raise Wrong(f"line {line}", f"*{event.anchor}", "its words", code="syntax")
        keys = yaml.load(inside, Loader=yaml.CBaseLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 2}" if mark else "front matter"
        lines = inside.splitlines()
        stood = lines[min(mark.line, len(lines) - 1)].strip() if mark and lines else ""
        raise Wrong(where, stood, f"YAML ({getattr(error, 'problem', error)})", code="syntax") from None
    if not isinstance(keys, dict):
        raise Wrong("front matter", str(keys)[:20], "lines of `key: value`")
    for key in keys:
        if key not in known:
            raise Wrong(str(key), str(key), f"one of {', '.join(known)}", known, code="unknown-key")
    return keys


def line_of_key(text: str, where: str) -> int:
    """Find the line of a key in the front matter; the first line if it has none."""
    if where.startswith("line "):
        return int(where.removeprefix("line "))
    found = re.search(rf"^{re.escape(where)}[ \t]*:", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1

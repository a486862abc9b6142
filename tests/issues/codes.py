"""The codes and the deeds of issues as they stand in the program's source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "site_src"
STAGES = ("corpus", "texts", "mentions", "articles", "statements", "events", "history", "topic")
WHOLE = re.compile(rf"(?:{'|'.join(STAGES)})\.(?!html)[a-z]+(?:-[a-z]+)*")
READERS = ("pages/quality_problems.py", "pages/sources.py")
"""What only reads codes, or names a page like one."""
ENDS = {"Wrong": (4, "topic"), "_warning": (3, "topic"), "Unreadable": (0, "corpus")}
"""Calls that take the end of a code: at which place, and of which stage."""
DEEDS = {"Issue": 4, "issue": 3, "_issue": 3, "_warning": 5, "broken": 3}
"""Calls that take what was done, and at which place."""


def _calls() -> Iterator[tuple[str, ast.Call]]:
    for file in sorted(SOURCE.rglob("*.py")):
        if file.relative_to(SOURCE).as_posix() not in READERS:
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                    yield node.func.id, node


def _text(node: ast.expr | None) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _argument(call: ast.Call, place: int, keyword: str) -> str:
    named = next((_text(one.value) for one in call.keywords if one.arg == keyword), "")
    return named or (_text(call.args[place]) if place < len(call.args) else "")


def codes() -> set[str]:
    """Find every `stage.problem` that the program can give."""
    found = {"topic.value"}  # what `Wrong` is where no other code is given
    for file in sorted(SOURCE.rglob("*.py")):
        if file.relative_to(SOURCE).as_posix() not in READERS:
            texts = (
                _text(node) for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Constant)
            )
            found.update(text for text in texts if WHOLE.fullmatch(text))
    for name, call in _calls():
        place, stage = ENDS.get(name, (0, ""))
        if stage and (end := _argument(call, place, "code")):
            found.add(f"{stage}.{end}")
    return found


def deeds() -> set[str]:
    """Find what the program says that it did, as far as it is written out in one piece."""
    found = {_argument(call, DEEDS[name], "done") for name, call in _calls() if name in DEEDS}
    for file in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Assign) and any(
                getattr(one, "id", "") in ("LEFT_OUT", "DONE", "_DONE") for one in node.targets
            ):
                found.add(_text(node.value))
    return found - {""}

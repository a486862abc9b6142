"""Every regular expression that the program compiles, and the worst that can be fed to each.

python tests/fuzz/patterns.py      prints them as JSON: [pattern, flags, file]
"""

from __future__ import annotations

import json
import pkgutil
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[2]
RUNS = (" ", "\t", "\n", "\r\n", "1", "a", "A", "-", ".", ",", "(", ")", "[", '"', "'", "<", "&", "|", "#", "/", "\u00a0", "é", "1 ", "a ", "A ", "a, ", "1.", "1/", "( ", ". ", "1 Mei ", "Mei 2020 ", "\n ")  # fmt: skip
END = "\x00"
"""What no pattern expects at the end of a long run."""


def compiled() -> list[tuple[str, int, str]]:
    """List the patterns in a process of its own: most are compiled when their module is loaded."""
    done = subprocess.run(
        [sys.executable, __file__], cwd=PROJECT, capture_output=True, text=True, encoding="utf-8", check=True
    )
    return [(pattern, flags, file) for pattern, flags, file in json.loads(done.stdout)]


def _collect() -> list[tuple[str, int, str]]:
    """Import every module and take the invented topic through the whole river, listening to `re`."""
    found: dict[tuple[str, int], str] = {}
    plain = re._compile  # type: ignore[attr-defined]

    def listening(pattern: Any, flags: int) -> Any:
        result = plain(pattern, flags)
        frame = sys._getframe(2)
        file = Path(frame.f_code.co_filename)
        if isinstance(pattern, str) and file.is_relative_to(PROJECT / "site_src"):
            found.setdefault((pattern, result.flags), file.relative_to(PROJECT).as_posix())
        return result

    re._compile = listening  # type: ignore[attr-defined]
    import site_src

    scratch = tempfile.TemporaryDirectory()
    site_src.WORK = Path(scratch.name) / "work"  # a cache of its own: what is remembered is not read again
    from site_src.cli import cli

    for module in pkgutil.walk_packages(site_src.__path__, "site_src."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    with tempfile.TemporaryDirectory() as folder:
        for words in (
            ("build", "--topic", "tests/topics/fiktif", "--output", f"{folder}/site"),
            ("extract", "--json", f"{folder}/all.json"),
        ):
            cli.main([*words, "--quiet", "--jobs", "1"], standalone_mode=False)
    _compile_rules()
    return [(pattern, flags, file) for (pattern, flags), file in sorted(found.items())]


def _compile_rules() -> None:
    """Compile every rule of every pack, also those that no text of the invented topic needs."""
    from site_src import languages
    from site_src.mentions.times_finder import rules_of

    for pack in languages.load().values():
        rules = rules_of(pack, ())
        for rule in pack.rules:
            if "<series>" not in rule.pattern:
                rules.compile(rule)


# --- Its worst ------------------------------------------------------------------------------------------------------


def worst(pattern: str, flags: int) -> Iterator[tuple[str, str, str]]:
    """Give inputs as (before, what is repeated, after): runs of all kinds, and what the pattern itself repeats."""
    for run in RUNS:
        yield "", run, END
    tree = re._parser.parse(pattern, flags & ~re.UNICODE)  # type: ignore[attr-defined]
    seen = set()
    for variant in range(3):
        for before, inside in _repeats(list(tree), "", variant):
            for each in ((before, inside, END), ("", before + inside, END), ("", inside, END)):
                if each[1] and each not in seen and len(each[1]) < 60:
                    seen.add(each)
                    yield each


def _repeats(nodes: list[Any], before: str, variant: int) -> Iterator[tuple[str, str]]:
    """Give what each repetition of a pattern repeats, with a text that leads there."""
    for kind, value in nodes:
        name = str(kind)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            least, most, inside = value
            text = _text(list(inside), variant)
            if most > 8:
                yield before, text
            yield from _repeats(list(inside), before, variant)
            before += text * max(least, variant % 2)
            continue
        for part in _parts(name, value):
            yield from _repeats(part, before, variant)
        before += _text([(kind, value)], variant)


def _parts(name: str, value: Any) -> list[list[Any]]:
    if name == "SUBPATTERN":
        return [list(value[3])]
    if name == "BRANCH":
        return [list(part) for part in value[1][:40]]
    if name in ("ASSERT", "ASSERT_NOT"):
        return [list(value[1])]
    if name == "ATOMIC_GROUP":
        return [list(value)]
    return []


def _text(nodes: list[Any], variant: int) -> str:
    """Give a text that nodes match, or nearly; which of several, the variant decides."""
    return "".join(_one(str(kind), value, variant) for kind, value in nodes)


def _one(name: str, value: Any, variant: int) -> str:
    if name == "LITERAL":
        return chr(value)
    if name == "NOT_LITERAL":
        return "a" if value != ord("a") else "b"
    if name == "ANY":
        return "a 1"[variant % 3]
    if name == "IN":
        return _of_set(value, variant)
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, most, inside = value
        return _text(list(inside), variant) * min(most, max(least, 1 if variant else 0))
    if name == "SUBPATTERN":
        return _text(list(value[3]), variant)
    if name == "BRANCH":
        return _text(list(value[1][variant % len(value[1])]), variant)
    if name == "ATOMIC_GROUP":
        return _text(list(value), variant)
    return ""


def _of_set(value: list[Any], variant: int) -> str:
    signs = {
        "CATEGORY_SPACE": " ",
        "CATEGORY_DIGIT": "1",
        "CATEGORY_WORD": "a",
        "CATEGORY_NOT_SPACE": "a",
        "CATEGORY_NOT_DIGIT": "a",
        "CATEGORY_NOT_WORD": "-",
    }
    if str(value[0][0]) == "NEGATE":
        kept = re.compile("[^" + "".join(_class(kind, one) for kind, one in value[1:]) + "]")
        return next((letter for letter in "a 1-.A(é"[variant:] + "a 1-.A(é" if kept.match(letter)), "~")
    letters = []
    for kind, one in value:
        name = str(kind)
        letters.append(chr(one) if name == "LITERAL" else chr(one[0]) if name == "RANGE" else signs.get(str(one), "a"))
    return letters[variant % len(letters)]


def _class(kind: Any, one: Any) -> str:
    name = str(kind)
    if name == "LITERAL":
        return re.escape(chr(one))
    if name == "RANGE":
        return f"{re.escape(chr(one[0]))}-{re.escape(chr(one[1]))}"
    return {
        "CATEGORY_SPACE": r"\s",
        "CATEGORY_DIGIT": r"\d",
        "CATEGORY_WORD": r"\w",
        "CATEGORY_NOT_SPACE": r"\S",
        "CATEGORY_NOT_DIGIT": r"\D",
        "CATEGORY_NOT_WORD": r"\W",
    }[str(one)]


if __name__ == "__main__":
    sys.path.insert(0, str(PROJECT))
    print(json.dumps(_collect()))

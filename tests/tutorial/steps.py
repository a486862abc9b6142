"""A tutorial as steps: its fenced blocks, in order, as a reader would follow them.

```sh              run each line in the project's folder
```text            what the command before it prints, in this order; `...` stands for anything
```csv add=FILE    added to the end of a file; toml alike
```toml set=FILE   each `key = ...` takes the place of the line of that key
```markdown write=FILE   the whole file
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_BLOCK = re.compile(
    r"^```(?P<language>\w+)(?: (?P<deed>add|set|write)=(?P<file>\S+))?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Step:
    """One block: what to do, with what, where."""

    deed: str
    """`run`, `expect`, `add`, `set` or `write`."""
    body: str
    file: str
    line: int
    """Where it begins in the tutorial."""


def steps(text: str) -> Iterator[Step]:
    """Give the blocks of a tutorial. Raises ValueError for a block that nothing is done with."""
    deeds = {"sh": "run", "text": "expect"}
    for found in _BLOCK.finditer(text):
        deed = found["deed"] or deeds.get(found["language"])
        line = text.count("\n", 0, found.start()) + 1
        if deed is None:
            raise ValueError(f"line {line}: a block of {found['language']} that nobody runs or writes")
        yield Step(deed, found["body"], found["file"] or "", line)


def write(step: Step, file: Path) -> None:
    """Do with a file what a step says."""
    before = file.read_text("utf-8") if file.exists() and step.deed != "write" else ""
    if step.deed == "set":
        for setting in step.body.splitlines():
            key = setting.split("=")[0].strip()
            before, count = re.subn(rf"(?m)^{re.escape(key)} = .*$", lambda _, new=setting: new, before)
            assert count == 1, f"line {step.line}: {key} stands {count} times in {file.name}"
        file.write_text(before, "utf-8")
    else:
        file.write_text(before + step.body, "utf-8")


def missing(step: Step, printed: str) -> list[str]:
    """Give the expected lines that were not printed, or not in this order."""
    lines, at, lacking = printed.splitlines(), 0, []
    for wanted in step.body.splitlines():
        pattern = re.compile(re.escape(wanted).replace(re.escape("..."), ".*"))
        found = next((number for number in range(at, len(lines)) if pattern.fullmatch(lines[number])), None)
        if found is None:
            lacking.append(wanted)
        else:
            at = found + (wanted != "...")
    return lacking

"""List the licence of every part that the program, its pages and its developers use: `make licences`.

    python -m bench.licences docs/licences.md

Names and versions come from the lists with hashes and from npm's lock; what a package says of its licence, from the
package itself where it is installed.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.message import Message
from importlib import metadata
from pathlib import Path
from typing import cast

ROOT = Path(__file__).resolve().parent.parent
LISTS = {
    "requirements.txt": "The program",
    "requirements-serve.txt": "`serve`",
    "requirements-data.txt": "`make data`",
    "requirements-share.txt": "`build --share-pictures`",
    "requirements-dev.txt": "Its developers",
    "requirements-bench.txt": "`make bench-dates`",
    "requirements-upkeep.txt": "`make requirements`, `make audit`",
}
"""A package is told once, where it comes first."""
PLACES = (".venv", ".cache/peers", ".cache/upkeep")
ELSEWHERE = {"colorama": "BSD-3-Clause", "tomli": "MIT"}
"""Packages that are installed on other systems or Pythons only."""
SPDX = {
    "MIT License": "MIT",
    "The MIT License (MIT)": "MIT",
    "BSD License": "BSD-3-Clause",
    "New BSD": "BSD-3-Clause",
    "BSD 2-Clause License": "BSD-2-Clause",
    "The BSD 2-Clause License": "BSD-2-Clause",
    "Apache Software License": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "PSFL": "PSF-2.0",
    "GNU GENERAL PUBLIC LICENSE": "GPL",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "ISC License (ISCL)": "ISC",
    "The Unlicense (Unlicense)": "Unlicense",
    "SIL Open Font License 1.1 (OFL-1.1)": "OFL-1.1",
}
"""What packages call them, and their short names (SPDX)."""


@dataclass(frozen=True, slots=True)
class Part:
    """A package with its version."""

    name: str
    version: str


def parts(list_: str) -> Iterator[Part]:
    """Read the packages of a list with hashes."""
    for found in re.finditer(r"(?m)^([\w.-]+)==([^\s;\\]+)", (ROOT / list_).read_text("utf-8")):
        yield Part(_folded(found[1]), found[2])


def scripts() -> Iterator[tuple[Part, str]]:
    """Read the parts of the pages from npm's lock."""
    lock = json.loads((ROOT / "package-lock.json").read_text("utf-8"))
    for place, one in lock["packages"].items():
        if place:
            yield Part(place.rpartition("node_modules/")[2], one["version"]), one["license"]


def sections() -> Iterator[tuple[str, tuple[Part, ...]]]:
    """Give each list's packages, those aside that an earlier one has."""
    told: set[str] = set()
    for list_, title in LISTS.items():
        own = tuple(part for part in parts(list_) if part.name not in told)
        told |= {part.name for part in own}
        yield title, own


def licence(part: Part, installed: Mapping[str, metadata.Distribution]) -> str:
    """Give what a package says of its licence.

    Raises:
        LookupError: if it is not installed, or says nothing.
    """
    if part.name not in installed:
        return ELSEWHERE[part.name]
    about = cast("Message", installed[part.name].metadata)
    classified = [line.rpartition(" :: ")[2] for line in about.get_all("Classifier") or () if "License ::" in line]
    plain = (about.get("License") or "").strip().splitlines()
    short = " AND ".join(SPDX.get(one, one) for one in classified if one != "OSI Approved")
    found = about.get("License-Expression") or (plain[0] if len(plain) == 1 and len(plain[0]) < 60 else "") or short
    found = found or _headline(installed[part.name])
    if not found:
        raise LookupError(f"{part.name} {part.version} says nothing of its licence")
    return SPDX.get(found, found)


def _headline(package: metadata.Distribution) -> str:
    """Read the first line of a package's licence, where it says its name nowhere else."""
    files = [file for file in package.files or () if file.name.upper().startswith("LICEN")]
    text = Path(str(files[0].locate())).read_text("utf-8") if files else ""
    return next((line.strip() for line in text.splitlines() if line.strip()), "")


def page() -> str:
    """Write the page."""
    installed = {_folded(one.name): one for place in PLACES for one in metadata.distributions(path=_libraries(place))}
    lines = [
        "# Licences of all parts",
        "",
        "Written by `make licences` from what each package says of itself. Nothing of these is copied into the repository; what a built",
        "site carries of them is named on its page of sources and licences.",
    ]
    for title, own in sections():
        rows = [f"| {part.name} | {part.version} | {licence(part, installed)} |" for part in own]
        lines += ["", f"## {title}", "", "| package | version | licence |", "|---|---|---|", *rows]
    rows = [f"| {part.name} | {part.version} | {words} |" for part, words in scripts()]
    lines += ["", "## In the pages (npm)", "", "| package | version | licence |", "|---|---|---|", *rows]
    return "\n".join(lines) + "\n"


def _libraries(place: str) -> list[str]:
    return [str(folder) for folder in sorted((ROOT / place).glob("lib*/python3*/site-packages"))] + [
        str(ROOT / place / "Lib" / "site-packages")
    ]


def _folded(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), "utf-8")

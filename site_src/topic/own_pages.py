"""`pages/NAME.LANGUAGE.md`: the topic's own pages, Markdown bodies by name and language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from site_src.model import Issue, Words
from site_src.topic.tables import read_text

_NAME = re.compile(r"(?P<name>[a-z0-9-]+)\.(?P<language>[a-z]{2,3})\.md")


def read_pages(folder: Path) -> tuple[Mapping[str, Words], tuple[Issue, ...]]:
    """Read the pages; a file of another name is an Issue."""
    pages: dict[str, dict[str, str]] = {}
    issues: list[Issue] = []
    for file in sorted((folder / "pages").glob("*")):
        path = f"{folder.absolute().name}/pages/{file.name}"
        match = _NAME.fullmatch(file.name)
        if file.name.startswith("."):
            continue
        if not match:
            message = f"found {file.name!r}, expected a name like about.id.md"
            issues.append(Issue(path, 0, "topic.page-name", message, "the page is left out", "error"))
            continue
        text, problems = read_text(file, path)
        issues += problems
        if text:
            pages.setdefault(match["name"], {})[match["language"]] = text
    return pages, tuple(issues)

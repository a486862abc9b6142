"""What is wrong -> a page that says so, with file, line, and what stands there."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from site_src.render import templates
from site_src.serving.answers import LAST_GOOD, SCRIPT, STYLE
from site_src.serving.board import Trouble
from site_src.wording import open_catalogue

if TYPE_CHECKING:
    from jinja2 import Environment

LONGEST = 400
"""Letters of a line that are shown."""
_PLACED = re.compile(r"(?P<path>[^:\n]{1,400}?):(?P<line>\d{1,9})(?P<column>:\d{1,9})?: (?P<words>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Mistake:
    """A line about what is wrong, taken apart."""

    place: str
    """`tables/membership.csv:12`; empty where the whole topic is meant."""
    words: str
    stands: str
    """What stands at the place; empty if that cannot be read."""


def trouble(found: Trouble, folders: Sequence[Path], *, language: str, mark: str, back: str, site: bool) -> bytes:
    """Write the page about a build that went wrong; `back` is the address of the page that was asked for.

    `folders` are those in which a place may be meant; `site` tells whether there is a last good site to go back to.
    """
    mistakes = [_mistake(line, folders) for line in found.lines]
    href = f"/{LAST_GOOD}?page={quote(back, safe='/')}" if site else ""
    return _page("serving/trouble.html", language, mark, mistakes=mistakes, href=href, written=found.written)


def waiting(*, language: str, mark: str) -> bytes:
    """Write the page that stands while there is no site yet."""
    return _page("serving/waiting.html", language, mark)


def _page(template: str, language: str, mark: str, **context: object) -> bytes:
    page = _templates(language).get_template(template)
    frame = {"language": language, "script": f"/{SCRIPT}?mark={mark}", "style": f"/{STYLE}"}
    rendered: str = page.render(frame | context)
    return rendered.encode()


@lru_cache(maxsize=8)
def _templates(language: str) -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(templates.FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    install: Callable[..., None] = made.install_gettext_translations  # type: ignore[attr-defined]
    install(open_catalogue(language).messages, newstyle=True)
    return made


def _mistake(line: str, folders: Sequence[Path]) -> Mistake:
    found = _PLACED.match(line)
    if not found:
        return Mistake("", line, "")
    place = f"{found['path']}:{found['line']}{found['column'] or ''}"
    return Mistake(place, found["words"], _stands(found["path"], int(found["line"]), folders))


def _stands(path: str, line: int, folders: Sequence[Path]) -> str:
    """Read a line of a file that lies in one of the folders."""
    for file in _candidates(path, folders):
        try:
            with file.open(encoding="utf-8", errors="replace") as text:
                return next(islice(text, line - 1, line), "").strip()[:LONGEST]
        except (OSError, ValueError):
            continue
    return ""


def _candidates(path: str, folders: Sequence[Path]) -> Iterator[Path]:
    """Find the file that is meant: an article is told from its folder, a table from the folder around its topic."""
    for start in (*folders, *(folder.parent for folder in folders), Path()):
        file = Path(os.path.realpath(start / path))
        if file.is_file() and any(file.is_relative_to(folder.resolve()) for folder in folders):
            yield file

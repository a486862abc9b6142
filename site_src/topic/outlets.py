"""`outlets.toml`: newspapers and sites, their page furniture, and what may be shown of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from site_src.model import Issue
from site_src.topic import regular
from site_src.topic.settings import Section, each_section, line_of, typed
from site_src.topic.tables import text_again
from site_src.topic.values import Outlet
from site_src.topic.wrong import Wrong, issue

FILE = "outlets.toml"


def read_outlets(folder: Path) -> tuple[dict[str, Outlet], tuple[Issue, ...]]:
    """Read the outlets by their ids. Only patterns that can be used are kept."""

    def make(section: Section) -> Outlet:
        return typed(
            section.keys,
            Outlet,
            id=section.id,
            default_aliases=(),
            default_url="",
            default_furniture=(),
            default_trims=(),
            default_date_order=None,
            default_full_text=False,
            default_licence="",
        )

    outlets, issues = each_section(folder, FILE, make, Outlet)
    kept, problems = {}, list(issues)
    for outlet in outlets:
        furniture, wrong = compiling(folder, FILE, outlet.id, "furniture", outlet.furniture)
        trims, wrong_trims = compiling(folder, FILE, outlet.id, "trims", outlet.trims)
        kept[outlet.id] = replace(outlet, furniture=furniture, trims=trims)
        problems += [*wrong, *wrong_trims]
    clear, clashes = _clear_aliases(folder, kept)
    return clear, (*problems, *clashes)


def compiling(
    folder: Path, file: str, section: str, key: str, patterns: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[Issue, ...]]:
    """Keep the regular expressions that can be used on any line; each other one becomes an Issue."""
    kept, issues = [], []
    for pattern in patterns:
        expected = regular.fault(pattern, anywhere=key == "trims")
        if not expected:
            kept.append(pattern)
            continue
        line = _line(folder, file, section, key, pattern)
        wrong = Wrong(key, pattern, expected, code="pattern")
        issues.append(issue(f"{folder.absolute().name}/{file}", line, wrong, "the pattern is left out"))
    return tuple(kept), tuple(issues)


def _line(folder: Path, file: str, section: str, key: str, pattern: str) -> int:
    """Find the line of a pattern by its letters from its key on; the key's own if it is written otherwise."""
    text = text_again(folder / file)
    begin = line_of(text, section, key)
    later = enumerate(text.splitlines()[max(begin - 1, 0) :], max(begin, 1))
    return next((number for number, line in later if pattern in line), begin)


def _clear_aliases(folder: Path, outlets: dict[str, Outlet]) -> tuple[dict[str, Outlet], list[Issue]]:
    """Take an alias from every outlet but the first that has it."""
    owners: dict[str, str] = {}
    clear, issues = {}, []
    for outlet in outlets.values():
        mine = [alias for alias in outlet.aliases if owners.setdefault(alias.casefold(), outlet.id) == outlet.id]
        for alias in outlet.aliases:
            if alias not in mine:
                line = _line(folder, FILE, outlet.id, "aliases", alias)
                message = f"found alias {alias!r} of {outlet.id}, expected it once: {owners[alias.casefold()]} has it"
                path = f"{folder.absolute().name}/{FILE}"
                issues.append(Issue(path, line, "topic.ambiguous-alias", message, "the first keeps it", "error"))
        clear[outlet.id] = replace(outlet, aliases=tuple(mine))
    return clear, issues

"""`withdrawn.toml`: articles that were taken down. A table is a withdrawal; its article leaves no trace but a tombstone.

[a-wrong-name]
article = "2024/gates", reason = "It named a person who was not there.", date = 2024-07-09
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from site_src.model import Issue, Words
from site_src.topic.settings import Section, each_section, typed
from site_src.topic.values import Withdrawal
from site_src.topic.wrong import Wrong, issue, nearest

FILE = "withdrawn.toml"


@dataclass(frozen=True, slots=True)
class _Written:
    """The keys of a withdrawal."""

    article: str
    reason: Words | str
    date: date
    removed: bool = False


def read_withdrawn(folder: Path, languages: tuple[str, ...]) -> tuple[tuple[Withdrawal, ...], tuple[Issue, ...]]:
    """Read the withdrawals in the order of the file."""

    def make(section: Section) -> Withdrawal:
        told = typed(section.keys, _Written)
        named = told.article.strip().removeprefix("articles/")
        if not named:
            raise Wrong("article", told.article, "the id or the path of an article", code="missing-key")
        reason = {languages[0]: told.reason} if isinstance(told.reason, str) else dict(told.reason)
        if not any(words.strip() for words in reason.values()):
            raise Wrong("reason", "", "why this is withdrawn", code="missing-key")
        return Withdrawal(section.id, named, reason, told.date.isoformat(), told.removed, section.row)

    return each_section(folder, FILE, make, _Written)


def withdraws(withdrawals: Iterable[Withdrawal], id: str, path: str) -> bool:
    """Tell whether an article is withdrawn, by its id or by its path below the articles' folder."""
    return any(each.article in (id, path) for each in withdrawals)


def settle(
    folder: Path, withdrawals: Iterable[Withdrawal], taken: Mapping[str, str], known: Collection[str], *, own: bool
) -> tuple[tuple[Withdrawal, ...], tuple[Issue, ...]]:
    """Say at which addresses tombstones stand, and which withdrawals found no article.

    `taken` are the paths of the articles that were taken out, by id; `known` the ids and paths that were read. In the
    topic's `own` folder a withdrawal that finds nothing may be mistyped, and its article be published.
    """
    settled, issues = [], []
    for each in withdrawals:
        ids = tuple(id for id, path in taken.items() if each.article in (id, path))
        settled.append(replace(each, articles=ids or (_address(each.article),)))
        if own and not ids and not each.removed:
            issues.append(_lost(folder, each, known))
    return tuple(settled), tuple(issues)


def _address(article: str) -> str:
    """Give the id of a file that is gone: what was named, without the suffix of a path."""
    path = Path(article)
    return article.removesuffix(path.suffix) if path.suffix.lower() in _SUFFIXES else article


_SUFFIXES = (".txt", ".md", ".html", ".htm")
"""Files that are one article; in any other kind an article has its own id."""


def _lost(folder: Path, withdrawal: Withdrawal, known: Collection[str]) -> Issue:
    wrong = Wrong(
        "article",
        withdrawal.article,
        "the id or the path of an article that is there, or removed = true where its file is gone",
        code="unknown-id",
    )
    found = issue(
        f"{folder.absolute().name}/{FILE}", withdrawal.row.line, wrong, "nothing is taken out; its tombstone stands"
    )
    return replace(found, message=f"{found.message}{nearest(withdrawal.article, known)}")

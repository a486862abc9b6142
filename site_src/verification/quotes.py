"""The quotes of a site against the articles, by the offsets that its data give.

    {"article": "a", "quote": "met on Thursday", "start": 120, "end": 135}  ->  source of a, [120:135]

The articles are read as a build reads them: for plain text and Markdown the quote is held against the letters of the
file, for pages, feeds and records against their normalised text.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from site_src import corpus
from site_src.model import RawText
from site_src.verification.findings import Finding
from site_src.verification.opening import Carried, Unreadable, whole

_LISTS = ("events", "claims", "days")
Place = tuple[str, int]
"""Path and line of an article."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quote and where it is said to stand."""

    owner: str
    """The entry, claim or day that shows it."""
    words: str
    start: int
    end: int
    """Both -1 where the data say only which article it is from."""


@dataclass(frozen=True, slots=True)
class Held:
    """What came of holding a site's quotes against its articles."""

    findings: tuple[Finding, ...]
    quotes: int
    articles: int


def hold(site: Carried, articles: Path) -> Held:
    """Hold every quote against its article.

    Raises:
        NothingToRead: if there is no article at the path.
    """
    wrong: list[Finding] = []
    records = _records(site, "articles", wrong)
    quotes: dict[str, list[Quote]] = defaultdict(list)
    for name in _LISTS:
        for record in _records(site, name, wrong):
            for article, quote in _quotes(record, str(record.get("id", record.get("day", "?")))):
                quotes[article].append(quote)
    sources = _sources(articles, {_place(record)[0] for record in records})
    known = {str(record.get("id")): record for record in records}
    unlisted = sorted(quotes.keys() - known.keys())
    wrong += (Finding("data/articles.json", "article", f"{id!r} is quoted and not listed") for id in unlisted)
    for id, record in known.items():
        wrong += _of_article(record, sources.get(_place(record)), quotes.get(id, ()))
    return Held(tuple(wrong), sum(map(len, quotes.values())), len(known))


def _records(site: Carried, name: str, wrong: list[Finding]) -> list[dict[str, Any]]:
    place = f"data/{name}.json"
    try:
        found = json.loads(whole(site, place))[name]
        return [dict(record) for record in found]
    except (Unreadable, KeyError, TypeError, ValueError, RecursionError):
        if not any(one.place == place for one in wrong):
            wrong.append(Finding(place, "unreadable", f"expected JSON with a list of {name}"))
        return []


def _quotes(value: Any, owner: str) -> Iterator[tuple[str, Quote]]:
    """Find every quote in a record, however deep: whatever has an article and a quote is one."""
    todo = [value]
    while todo:
        one = todo.pop()
        if isinstance(one, dict):
            if isinstance(one.get("quote"), str) and isinstance(one.get("article"), str):
                yield one["article"], Quote(owner, one["quote"], _number(one.get("start")), _number(one.get("end")))
            todo += one.values()
        elif isinstance(one, list):
            todo += one


def _number(value: Any) -> int:
    return value if isinstance(value, int) and value >= 0 else -1


def _place(record: Mapping[str, Any]) -> Place:
    return str(record.get("path", "")), _number(record.get("line"))


def _sources(articles: Path, wanted: set[str]) -> dict[Place, RawText]:
    """Read the files that the site has articles of; what was added since is left alone."""
    folder = articles if articles.is_dir() else articles.parent
    wanted = wanted | {path[:place] for path in wanted for place, letter in enumerate(path) if letter == "/"}
    found: dict[Place, RawText] = {}
    for path in corpus.list_sources(articles):
        if corpus.place(path, folder) in wanted:  # an archive's articles have its own path before theirs
            found |= {(raw.path, raw.line): raw for raw in corpus.read(path, folder).texts}
    return found


def _of_article(record: Mapping[str, Any], raw: RawText | None, quotes: Sequence[Quote]) -> Iterator[Finding]:
    path, line = _place(record)
    place = f"{path}:{line}" if line > 1 else path
    if raw is None:
        yield Finding(place, "article", f"is not there any more; {len(quotes)} quotes of it cannot be held against it")
        return
    if record.get("sha256") != raw.digest:
        yield Finding(place, "article", f"its SHA-256 is {raw.digest}, the site was built from {record.get('sha256')}")
    for quote in quotes:
        fault = _fault(quote, raw.source)
        if fault:
            yield Finding(f"{path}:{raw.source.count(chr(10), 0, max(quote.start, 0)) + line}", "quote", fault)


def _fault(quote: Quote, source: str) -> str:
    """Say how a quote is not what its article says; empty if it is."""
    if quote.start < 0 or quote.end < 0:
        return (
            "" if quote.words in source else f"{quote.owner} quotes {_short(quote.words)}, which stands nowhere in it"
        )
    found = source[quote.start : quote.end]
    if found == quote.words:
        return ""
    first = next(
        (n for n, (a, b) in enumerate(zip(found, quote.words, strict=False)) if a != b),
        min(len(found), len(quote.words)),
    )
    return f"{quote.owner} quotes {_short(quote.words[first:])} at {quote.start + first}, where {_short(found[first:])} stands"


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else f"{text[:57]}...")

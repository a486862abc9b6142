"""Suggestions -> lines for an editor: what was found and why, then blocks to paste, each under the name of its file."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from site_src.suggestions.deeds import NewKind
from site_src.suggestions.names import Name
from site_src.suggestions.outlets import NewOutlet, pattern

TABLES: Mapping[str, str] = {
    "person": "people",
    "organisation": "organisations",
    "place": "places",
    "country": "countries",
}
"""Into which table a guess goes; what is unclear is only listed."""
MOST = 60
"""Names of a table: more than an editor reads at a sitting."""
MOST_KINDS = 25
_EXAMPLE = 160


def heading(file: str, what: str) -> str:
    return f"# --- {file}: {what}"


def name_lines(names: Sequence[Name]) -> Iterator[str]:
    """List the names with their counts and what speaks for the guess."""
    yield "# names that no table knows: count, articles, name (short), what it may be: why"
    for name in names[: MOST * 3]:
        short = f" ({', '.join((*name.shorts, *name.aliases))})" if name.shorts or name.aliases else ""
        why = f": {', '.join(name.reasons)}" if name.reasons else ""
        yield f"# {name.count:5} {name.articles:4}  {name.name}{short}, {name.guess}{why}"


def table_lines(names: Sequence[Name], folder: Path, taken: frozenset[str]) -> Iterator[str]:
    """Write rows for the tables, under the columns that each table of the topic has."""
    used = set(taken)
    for guess, table in TABLES.items():
        own = [name for name in names if name.guess == guess][:MOST]
        columns = _columns(folder / "tables" / f"{table}.csv")
        if own and columns:
            yield ""
            yield heading(f"tables/{table}.csv", "rows to paste at its end; read each, the kind is a guess")
            for name in own:
                yield _row({column: _cell(column, name, used) for column in columns})


def _columns(file: Path) -> list[str]:
    try:
        first = file.read_text("utf-8-sig").splitlines()[:1]
    except (OSError, UnicodeDecodeError):
        return []
    return [column.strip() for column in next(csv.reader(first), [])]


def _cell(column: str, name: Name, used: set[str]) -> str:
    """Fill a cell of a row by its column."""
    stem, _, language = column.rpartition("_")
    if column == "id":
        return _id(name.name, used)
    if stem == "name":
        return name.name if language in name.languages or not name.languages else ""
    if column == "short":
        return "|".join(name.shorts) if name.guess == "person" else ""
    aliases = (*name.aliases, *(name.shorts if name.guess != "person" else ()))
    if column == "aliases" or (stem == "aliases" and language in name.languages):
        return "|".join(aliases)
    if stem == "role":
        return name.role.get(language, "")
    return f"named in {name.articles} articles" if column == "source" else ""


def _row(cells: Mapping[str, str]) -> str:
    """Write a row; where a table has aliases for all languages, those of one stay empty."""
    if "aliases" in cells:
        cells = {column: "" if column.startswith("aliases_") else cell for column, cell in cells.items()}
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(list(cells.values()))
    return out.getvalue()


def _id(words: str, used: set[str]) -> str:
    """Make an id that nobody has yet."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "name"
    free = next(one for one in (slug, *(f"{slug}-{number}" for number in range(2, 999))) if one not in used)
    used.add(free)
    return free


def outlet_lines(outlets: Sequence[NewOutlet], taken: frozenset[str]) -> Iterator[str]:
    """Write tables for outlets.toml; lines that stand on several pages are furniture to be judged."""
    if not outlets:
        return
    yield ""
    yield heading("outlets.toml", "tables to paste")
    used = set(taken)
    for outlet in outlets[:MOST]:
        yield f"# {outlet.count} articles"
        yield f"[{_id(outlet.name, used)}]"
        yield f"name = {_text(outlet.name)}"
        yield f"aliases = {_list((outlet.name, *outlet.domains))}"
        if outlet.lines:
            yield f"furniture = {_list([pattern(line) for line in outlet.lines])}  # lines that return on its pages"
        yield ""


def kind_lines(kinds: Sequence[NewKind], languages: Sequence[str], taken: frozenset[str]) -> Iterator[str]:
    """Write tables for kinds.toml: the verbs as triggers, and an example to judge them by."""
    if not kinds:
        return
    yield ""
    yield heading("kinds.toml", "tables to paste; give each its names, and a title if it deserves one")
    used = set(taken)
    for kind in kinds[:MOST_KINDS]:
        verbs = {deed.language: deed.verb for deed in kind.deeds}
        for deed in kind.deeds:
            example = min(deed.examples, key=lambda words: (len(words), words))
            often = ", ".join(f"{deed.verb} {word} ({number})" for word, number in deed.behind.most_common(3))
            yield f"# {deed.language}, {len(deed.articles)} articles{': ' + often if often else ''}"
            yield f"#   {example if len(example) <= _EXAMPLE else example[:_EXAMPLE].rpartition(' ')[0] + ' …'}"
        yield f"[{_id(kind.deeds[0].verb, used)}]"
        spare = kind.deeds[0].verb
        yield "names = { " + ", ".join(f"{code} = {_text(verbs.get(code, spare))}" for code in languages) + " }"
        for deed in kind.deeds:
            yield f"triggers.{deed.language} = {_list(sorted(deed.forms, key=lambda form: (-deed.forms[form], form)))}"
        yield 'actors = "any"'
        yield 'actor_kinds = ["person", "country", "organisation", "name"]'
        yield "weight = 0.5"
        yield ""


def _text(words: str) -> str:
    """Write a TOML string: JSON's are TOML's, too."""
    return json.dumps(words, ensure_ascii=False)


def _list(words: Sequence[str]) -> str:
    return "[" + ", ".join(map(_text, words)) + "]"

"""`dates`: every time expression of a text with its words, value and rule. Needs no topic."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import click

from site_src.cli.shared import USAGE, Day, Place, Stop, missing
from site_src.issues import visible

_LINE = re.compile(r"[^\n]+")
_BREAKS = re.compile("[\x85\u2028\u2029\ud800-\udfff]")
_MOST = 20_000_000
"""Bytes of one file that are read, as for articles."""


@click.command()
@click.argument("files", nargs=-1, type=Place(path_type=Path))
@click.option(
    "--jsonl",
    is_flag=True,
    help='Read {"id","text","published","lang"} lines from standard input, write one line an expression.',
)
@click.option("--lang", default="", metavar="CODE", help="The texts' language.  [default: found out]")
@click.option("--published", type=Day(), metavar="YYYY-MM-DD", help="The day that relative words count from.")
def dates(files: tuple[Path, ...], jsonl: bool, lang: str, published: date | None) -> None:
    """List the time expressions of texts: words, value, days and the rule that found them."""
    _known_language(lang)
    if jsonl:
        for number, line in enumerate(sys.stdin.buffer, 1):
            _pipe(number, line, lang, published)
        return
    texts = [(path, _text(path)) for path in files] or [
        (Path("-"), sys.stdin.buffer.read().decode("utf-8-sig", errors="replace"))
    ]
    _table([(path, found) for path, text in texts for found in _found(text, lang, published)], many=len(texts) > 1)


def _pipe(number: int, line: bytes, lang: str, clock: date | None) -> None:
    """Answer one line of JSON; a line that is none is said and passed over."""
    if not line.strip():
        return
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        record = None
    text = record.get("text") if isinstance(record, dict) else None
    if not isinstance(text, str):
        stood = ascii(line.strip()[:60].decode("utf-8", "replace"))
        message = f"found {stood}, expected a JSON object with the string 'text' (passed over)"
        click.echo(f"-:{number}: error: {message}", err=True)
        return
    given, told, name = str(record.get("published") or ""), clock, record.get("id", number)
    try:
        told = date.fromisoformat(given[:10]) if given else clock
    except ValueError:
        message = f"'published' is {visible(repr(given[:60]))}, expected a day as YYYY-MM-DD (it is not used)"
        click.echo(f"-:{number}: warning: {message}", err=True)
    language = str(record.get("lang") or "") or lang
    for found in _found(text, language if language in _packs() else lang, told):
        click.echo(_as_line({"id": name, **found}))


def _as_line(record: dict[str, Any]) -> str:
    """Write one line of JSON: no letter that a reader of lines takes for an end, no half letter that UTF-8 refuses."""
    return _BREAKS.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(record, ensure_ascii=False))


def _found(text: str, lang: str, clock: date | None) -> Iterator[dict[str, Any]]:
    """Find and resolve; offsets count code points."""
    from site_src.articles.resolve import resolve
    from site_src.languages.detect import detect
    from site_src.mentions.times import find_times
    from site_src.texts.sentences import split, stops_of

    packs = _packs()
    language = lang or detect(text, packs)
    # A text too short to tell its language by is in the one in which most of it is times.
    readings = {code: find_times(text, pack) for code, pack in packs.items() if not language or code == language}
    language = max(readings, key=lambda code: sum(time.end - time.start for time in readings[code]))
    pack, times = packs[language], readings[language]
    sentences = [span for line in _LINE.finditer(text) for span in split(text, *line.span(), stops_of(pack))]
    for time in resolve(text, sentences, times, pack=pack, clock=clock):
        words = time.expression
        yield {
            "start": words.start, "end": words.end, "text": words.text, "type": words.type, "value": time.value,
            "edtf": time.when.edtf if time.when else None, "rule": words.rule,
        }  # fmt: skip


@lru_cache(maxsize=1)
def _packs() -> Any:
    from site_src import languages

    return languages.load()


def _known_language(lang: str) -> None:
    if lang and lang not in _packs():
        from site_src.topic.wrong import nearest

        known = sorted(_packs())
        raise Stop(f"--lang: found {lang!r}, expected one of {', '.join(known)}{nearest(lang, known)}", USAGE)


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _MOST:
            raise Stop(f"{path}: larger than {_MOST // 1_000_000} MB; not read")
        return path.read_bytes().decode("utf-8-sig", errors="replace")
    except OSError as error:
        if not path.exists():
            raise missing(path) from error
        raise Stop(f"{path}: cannot be read: {(error.strerror or str(error)).lower()}", USAGE) from error


def _table(rows: Iterable[tuple[Path, dict[str, Any]]], *, many: bool) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False)
    heads = ("file", "from", "to", "words", "type", "value", "days", "rule")
    for head in heads if many else heads[1:]:
        table.add_column(head, overflow="fold", no_wrap=head in ("from", "to", "type"))
    for path, found in rows:
        cells = [
            found["start"],
            found["end"],
            found["text"],
            found["type"],
            found["value"],
            found["edtf"] or "",
            found["rule"],
        ]
        table.add_row(*(Text(visible(str(cell))) for cell in ([path, *cells] if many else cells)))
    # A pipe has no width of its own: nothing may be cut there.
    Console(width=None if sys.stdout.isatty() else 200).print(table)

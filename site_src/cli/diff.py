"""`diff OLD NEW`: what became of the entries between two builds, and which addresses are lost."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from site_src.cli.shared import Place, Stop, missing
from site_src.issues import visible

if TYPE_CHECKING:
    from site_src.difference import Difference

Line = tuple[str, str, str, str]
"""What happened, the day, the address, and the words."""


@click.command()
@click.argument("old", type=Place(path_type=Path))
@click.argument("new", type=Place(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Write the changes as JSON.")
@click.option("--strict", is_flag=True, help="Let lost addresses fail.")
def diff(old: Path, new: Path, as_json: bool, strict: bool) -> None:
    """Show entries gained, lost, moved and retitled between two sites, and warn of addresses that are lost.

    OLD and NEW are site folders, zips of them, or files of extract.
    """
    from site_src import difference

    for given in (old, new):
        if not given.exists():
            raise missing(given)
    try:
        before, after = difference.read(old), difference.read(new)
        found = difference.compare(before, after)
        lost = difference.lost(difference.addresses(old), difference.addresses(new), entries=before, now=after)
    except difference.NoSite as error:
        raise Stop(str(error)) from error
    if as_json:
        _write_json(found, lost)
    else:
        _write_table(list(_lines(found)))
    for address in lost:
        click.echo(f"warning: {visible(address)}: a page stood there, and nothing answers now", err=True)
    click.echo(_summary(found, lost), err=True)
    if strict and lost:
        raise Stop(f"--strict: {len(lost)} lost addresses")


def _write_json(found: Difference, lost: tuple[str, ...]) -> None:
    import json

    click.echo(json.dumps({**asdict(found), "addresses": lost}, ensure_ascii=False, indent=1))


def _lines(found: Difference) -> Iterator[Line]:
    for what, loose, where in (("gained", found.gained, "was in"), ("lost", found.lost, "now in")):
        for one in loose:
            note = f" ({where} {', '.join(one.elsewhere)})" if one.elsewhere else ""
            yield what, one.edtf, one.id, f"{one.title}{note}"
    for change in found.moved:
        yield (
            "moved",
            "" if change.field == "address" else change.after,
            change.id,
            f"{change.before} -> {change.after}",
        )
    for change in found.retitled:
        language = change.field.removeprefix("title.")
        yield "retitled", "", change.id, f"{language}: {change.before} -> {change.after}"
    for change in found.changed:
        yield "changed", "", change.id, f"{change.field}: {change.before or 'none'} -> {change.after or 'none'}"


def _write_table(lines: list[Line]) -> None:
    """Draw a table on a terminal; in a pipe, cells between tabs, one change a line."""
    if not sys.stdout.isatty():
        for line in lines:
            click.echo("\t".join(map(visible, line)))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, show_header=False)
    for overflow in ("ellipsis", "ellipsis", "fold", "fold"):  # an address that is cut cannot be asked for
        table.add_column(overflow=overflow)
    for line in lines:
        table.add_row(*(Text(visible(cell)) for cell in line))
    if lines:
        Console().print(table)


def _summary(found: Difference, lost: tuple[str, ...]) -> str:
    counts = {name: len(getattr(found, name)) for name in ("gained", "lost", "moved", "retitled", "changed")}
    return (
        ", ".join(f"{number} {name}" for name, number in counts.items())
        + f", {found.same} the same; {len(lost)} addresses lost"
    )

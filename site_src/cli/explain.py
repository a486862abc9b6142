"""`explain ID`: why an entry stands where it stands, and why a claim has its verdict."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Any

import click

from site_src.cli.shared import Common, Stop, common, tell
from site_src.issues import visible


@click.command()
@click.argument("id")
@common
def explain(common: Common, id: str) -> None:
    """Show the tree from an entry or a claim to its joins, statements, rules, file and line."""
    from site_src import events

    told = tell(common)
    tree = events.explain(id, told.timeline, told.topic)
    if tree is None:
        known = [one.id for one in (*told.timeline.events, *told.timeline.claims)]
        begun = [one for one in sorted(known) if id and one.startswith(id)]
        near = (begun or difflib.get_close_matches(id, known, n=3, cutoff=0.4))[:3]
        raise Stop(f"found no entry or claim {id!r}" + (f"; nearest: {', '.join(near)}" if near else ""))
    _draw(tree)


def _draw(tree: Any) -> None:
    """Print the tree, each branch one whole line: a terminal may fold it, a pipe must not lose its end."""
    click.echo(visible(tree.label))
    for line in _lines(tree, ""):
        click.echo(line)


def _lines(tree: Any, before: str) -> Iterator[str]:
    for number, child in enumerate(tree.children, 1):
        last = number == len(tree.children)
        yield f"{before}{'└── ' if last else '├── '}{visible(child.label)}"
        yield from _lines(child, before + ("    " if last else "│   "))

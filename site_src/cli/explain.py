"""`explain ID`: why an entry stands where it stands."""

from __future__ import annotations

import difflib
from typing import Any

import click

from site_src.cli.shared import Common, Stop, common, tell


@click.command()
@click.argument("id")
@common
def explain(common: Common, id: str) -> None:
    """Show the tree from an entry to its joins, statements, rules, file and line."""
    from site_src import events

    told = tell(common)
    known = [event.id for event in told.timeline.events]
    if id not in known:
        near = difflib.get_close_matches(id, known, n=3, cutoff=0.4)
        raise Stop(f"there is no entry {id!r}" + (f"; near it: {', '.join(near)}" if near else ""))
    _draw(events.explain(id, told.timeline))


def _draw(tree: Any) -> None:
    """Print the tree; rich cuts nothing and leaves colours out where there is no terminal."""
    from rich.console import Console
    from rich.text import Text
    from rich.tree import Tree

    def grow(node: Any, branch: Tree) -> None:
        for child in node.children:
            grow(child, branch.add(Text(child.label)))

    root = Tree(Text(tree.label, style="bold"))
    grow(tree, root)
    console = Console(soft_wrap=True)
    console.print(root)

"""`new DIR`: an empty topic that builds."""

from __future__ import annotations

from pathlib import Path

import click

from site_src.cli.shared import FAILED, Place, Stop


@click.command()
@click.argument("folder", type=Place(path_type=Path), metavar="DIR")
def new(folder: Path) -> None:
    """Begin an empty topic that builds."""
    from site_src import topic

    try:
        written = topic.new(folder)
    except topic.TopicError as error:
        raise Stop(str(error), FAILED) from error
    for path in written:
        click.echo(path)
    click.echo(f"now put articles into {folder / 'articles'} and run: python build.py --topic {folder}", err=True)

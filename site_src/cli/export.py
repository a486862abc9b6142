"""`export`: an edition of the timeline, one file to carry away."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import click

from site_src.cli.shared import (
    CONFIGURATION,
    USAGE,
    Common,
    Stop,
    common,
    fail_if_strict,
    interface,
    progress,
    report,
    tell,
)

KINDS = ("zip", "single", "epub", "csv", "json", "ics", "timelinejs")
"""Those of `publication.KINDS`, named here so that `--help` loads nothing; a test holds both equal."""


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@common
@click.option(
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    required=True,
    metavar="FILE",
    help="Where the edition goes; - for standard output.",
)
@click.option(
    "--plotly",
    type=click.Choice(["auto", "wheel", "basic"]),
    default="auto",
    show_default=True,
    help="Which bundle draws the interactive charts of a zip.",
)
def export(common: Common, kind: str, output: Path, plotly: str) -> None:
    """Write an edition: one file that is read without the site."""
    from site_src import charts, publication

    if output.is_dir():
        raise Stop(f"{output} is a folder, expected the name of a file", USAGE)
    told = tell(common)
    report(common, told.timeline.issues)
    fail_if_strict(common, told.timeline.issues)
    languages = interface(common, told.topic.languages)
    try:
        with progress(common) as bars:
            made = publication.publish(kind, publication.Order(told, languages, plotly, bars))
    except charts.BundleMissing as error:
        raise Stop(f"{error}; nothing was written") from error
    if str(output) == "-":
        sys.stdout.buffer.write(made)
    else:
        _write(output, made)
        if not common.quiet:
            click.echo(f"{output}: {len(told.timeline.events)} entries, {len(made):,} bytes", err=True)
    if told.table_errors:
        raise Stop(
            f"{told.table_errors} mistakes in the tables of {common.topic}; the edition is without those lines",
            CONFIGURATION,
        )


def _write(file: Path, made: bytes) -> None:
    """Put the edition in its place whole: whoever reads the old one meanwhile reads it to its end."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(prefix=f".{file.name}-", dir=file.parent)
        try:
            with open(number, "wb") as open_file:
                open_file.write(made)
            mask = os.umask(0)
            os.umask(mask)
            Path(name).chmod(0o666 & ~mask)
            os.replace(name, file)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise Stop(f"cannot write {file}: {(error.strerror or str(error)).lower()}") from error

"""`export`: an edition of the timeline, one file to carry away."""

from __future__ import annotations

from pathlib import Path

import click

from site_src.cli.shared import (
    Common,
    Place,
    Stop,
    Word,
    common,
    fail_if_strict,
    fail_if_tables_failed,
    interface,
    plotly_option,
    progress,
    report,
    tell,
)
from site_src.cli.writing import must_be_file, put

KINDS = ("zip", "single", "epub", "csv", "json", "ics", "timelinejs")
"""Those of `publication.KINDS`, named here so that `--help` loads nothing; a test holds both equal."""


@click.command()
@click.argument("kind", type=Word(KINDS), metavar="KIND")
@common
@click.option(
    "--output",
    type=Place(path_type=Path, allow_dash=True),
    required=True,
    metavar="FILE",
    help="Where the edition goes; - for standard output.",
)
@plotly_option
def export(common: Common, kind: str, output: Path, plotly: str) -> None:
    """Write an edition: one file that is read without the site.

    KIND is zip, single, epub, csv, json, ics or timelinejs.
    """
    from site_src import charts, publication, render

    must_be_file(output, apart_from=(common.topic, common.articles))
    told = tell(common)
    report(common, told.timeline.issues)
    fail_if_strict(common, told.timeline.issues)
    languages = interface(common, told.topic.languages)
    try:
        with progress(common) as bars:
            made = publication.publish(kind, publication.Order(told, languages, plotly, bars))
    except (charts.BundleMissing, render.Unrendered) as error:
        raise Stop(f"{error}; nothing was written") from error
    put(output, made)
    if str(output) != "-" and not common.quiet:
        click.echo(f"{output}: {len(told.timeline.events)} entries, {len(made):,} bytes", err=True)
    fail_if_tables_failed(common, told, "the edition is")

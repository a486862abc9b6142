"""`build`: the site, whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from site_src import issues
from site_src.cli.shared import (
    Common,
    Stop,
    common,
    fail_if_strict,
    fail_if_tables_failed,
    interface,
    plotly_option,
    progress,
    report,
    tell,
)


@click.command()
@common
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=Path("output"),
    show_default=True,
    metavar="DIR",
    help="Where the site goes.",
)
@plotly_option
@click.option("--clean", is_flag=True, help="Ignore what earlier builds found out, and begin a new cache.")
def build(common: Common, output: Path, plotly: str, clean: bool) -> None:  # fmt: skip
    """Build the site."""
    from site_src import charts, pipeline, render

    try:
        place = render.place(output, apart_from=(pipeline.PROJECT, common.topic, common.articles))
        with render.lock(place, work=pipeline.WORK):
            told = tell(common, clean=clean)
            report(common, told.timeline.issues)
            fail_if_strict(common, told.timeline.issues)
            languages = interface(common, told.topic.languages)
            with progress(common) as bars:
                written = pipeline.build(told, place, interface=languages, plotly=plotly, progress=bars)
    except charts.BundleMissing as error:
        raise Stop(f"{error}; the site before this build is untouched") from error
    except render.RenderError as error:
        raise Stop(str(error)) from error
    if not common.quiet:
        _say(told, written, output)
    fail_if_tables_failed(common, told, "the site is")


def _say(told: Any, written: Any, output: Path) -> None:
    timeline, found = told.timeline, issues.tally(told.timeline.issues)
    for note in told.notes:
        click.echo(f"note: {note}", err=True)
    if not told.topic.base_url:
        click.echo("note: site.toml has no base_url: without feeds, sitemap, and metadata for sharing", err=True)
    elif not told.topic.tag:
        click.echo("note: site.toml has no tag, like example.org,2026: without feeds", err=True)
    click.echo(
        f"{len(timeline.articles)} articles, {len(timeline.events)} entries, {len(timeline.claims)} claims; "
        f"{found['error']} errors, {found['warning']} warnings, {found['note']} notes", err=True,
    )  # fmt: skip
    click.echo(
        f"{output}: {written.new} files new, {written.changed} changed, {written.same} the same, {written.removed} removed",
        err=True,
    )

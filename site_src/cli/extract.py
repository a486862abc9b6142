"""`extract`: the timeline as data, without pages."""

from __future__ import annotations

from pathlib import Path

import click

from site_src.cli.shared import Common, Place, common, fail_if_strict, fail_if_tables_failed, report, tell
from site_src.cli.writing import must_be_file, put


@click.command()
@common
@click.option(
    "--json",
    "file",
    type=Place(path_type=Path, allow_dash=True),
    required=True,
    metavar="FILE",
    help="Where the data go; - for standard output.",
)
def extract(common: Common, file: Path) -> None:  # fmt: skip
    """Write events, claims, articles and days as JSON."""
    from site_src import exports
    from site_src.exports import data

    must_be_file(file, apart_from=(common.topic, common.articles))
    told = tell(common)
    report(common, told.timeline.issues)
    fail_if_strict(common, told.timeline.issues)
    found = exports.as_json(data.everything(told.timeline))
    put(file, found)
    fail_if_tables_failed(common, told, "the data are")

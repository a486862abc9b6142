"""`extract`: the timeline as data, without pages."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from site_src.cli.shared import CONFIGURATION, Common, Stop, common, fail_if_strict, report, tell


@click.command()
@common
@click.option(
    "--json",
    "file",
    type=click.Path(path_type=Path, allow_dash=True),
    required=True,
    metavar="FILE",
    help="Where the data go; - for standard output.",
)
def extract(common: Common, file: Path) -> None:  # fmt: skip
    """Write events, claims, articles and days as JSON."""
    from site_src import exports
    from site_src.exports import data

    told = tell(common)
    report(common, told.timeline.issues)
    fail_if_strict(common, told.timeline.issues)
    found = exports.as_json(data.everything(told.timeline))
    if str(file) == "-":
        sys.stdout.buffer.write(found)
    else:
        _write(file, found)
    if told.table_errors:
        raise Stop(
            f"{told.table_errors} mistakes in the tables of {common.topic}; the data are without those lines",
            CONFIGURATION,
        )


def _write(file: Path, found: bytes) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(found)
    except OSError as error:
        raise Stop(f"cannot write {file}: {(error.strerror or str(error)).lower()}") from error

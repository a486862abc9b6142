"""The command: `python -m site_src.refresh [--topic DIR]`. Revisions go to stdout as CSV, words to stderr."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import click

from site_src.cli.writing import put
from site_src.refresh import Indicator, NoAnswer, Refreshed, Report, refresh, service
from site_src.refresh.revisions import LARGE
from site_src.refresh.service import Answer
from site_src.refresh.table import NoTable, plain
from site_src.topic import TopicError


@click.command()
@click.option("--topic", type=click.Path(path_type=Path), default="content", show_default=True, help="The topic's folder.")  # fmt: skip
@click.option("--service", "address", default="", hidden=True, help="Another service that answers alike, for tests.")
def main(topic: Path, address: str) -> None:
    """Ask the publisher for the newest figures, put them into the topic's table, and list what was revised."""

    def ask(indicator: Indicator, countries: frozenset[str]) -> Answer:
        return service.ask(indicator.database, indicator.code, countries, address)

    try:
        report = refresh(topic, ask)
    except (NoAnswer, NoTable, TopicError) as error:
        raise click.ClickException(f"{error}; nothing was changed") from error
    for path, body in report.files.items():
        put(topic / path, body)
    _tell(report)


def _tell(report: Report) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["country", "year", "indicator", "old", "new", "percent"])
    for one in report.refreshed:
        for found in one.comparison.large:
            writer.writerow(
                [
                    found.country,
                    found.year,
                    found.indicator,
                    plain(found.old),
                    plain(found.new),
                    f"{found.percent:+.2f}",
                ]
            )
    for one in report.refreshed:
        click.echo(_summary(one), err=True)
        for country, year in one.comparison.gone:
            click.echo(f"  no longer there: {country} {year}", err=True)
    for indicator in report.untouched:
        reason = "derived" if indicator.derived else "names no database"
        rows = sum(map(len, indicator.values.values()))
        click.echo(f"{indicator.code or indicator.id}: {reason}; its {rows} rows stay as they are", err=True)


def _summary(one: Refreshed) -> str:
    found = one.comparison
    dates = f"{one.indicator.vintage or 'undated'} -> {one.vintage}"
    counts = (
        f"{len(found.revised)} revised, {len(found.large)} of them by more than {LARGE:g}%; "
        f"{len(found.added)} new; {len(found.gone)} gone"
    )
    return f"{one.indicator.code}: {dates}: {counts}" + (f"; the old figures: {one.kept}" if one.kept else "")


if __name__ == "__main__":
    main(prog_name="python -m site_src.refresh")

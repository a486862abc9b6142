"""`check`: everything is loaded and held against everything else; nothing is written."""

from __future__ import annotations

import click

from site_src import issues
from site_src.cli.shared import FINDINGS, Common, common, report, tell


@click.command()
@common
@click.option(
    "--suggest", is_flag=True, help="List unknown names, outlets and verbs with their counts, ready to paste."
)
def check(common: Common, suggest: bool) -> None:
    """Check tables, articles and cross-references; write nothing."""
    from site_src import suggestions, topic

    told = tell(common)
    found = issues.in_order([*told.timeline.issues, *topic.check(told.topic)])
    report(common, found)
    if suggest:
        for line in suggestions.lines(told.timeline.articles, told.topic, told.packs):
            click.echo(line)
    counted = issues.tally(found)
    if not common.quiet:
        click.echo(issues.summary(found), err=True)
    if counted["error"] + counted["warning"]:
        raise click.exceptions.Exit(FINDINGS)

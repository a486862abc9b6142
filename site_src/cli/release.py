"""`release`: writes down what is published, for the redirects and the "what changed" of later builds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from site_src.cli.shared import CONFIGURATION, USAGE, Common, Day, Stop, common, fail_if_strict, report, tell
from site_src.cli.writing import put
from site_src.issues import counted

if TYPE_CHECKING:
    from site_src.model import Release


@click.command()
@common
@click.option(
    "--date",
    "day",
    type=Day(),
    metavar="YYYY-MM-DD",
    help="Its day.  [default: the site's own date]",
)
@click.option("--note", default="", metavar="TEXT", help="A sentence on it, in the topic's first language.")
def release(common: Common, day: date | None, note: str) -> None:  # fmt: skip
    """Write down what is published: redirects and "what changed" come from it."""
    from site_src import history, topic

    if common.articles != common.topic / "articles":
        raise Stop("a release is of the topic's own articles, so it takes no --articles", USAGE)
    told = tell(common)
    report(common, told.timeline.issues)
    fail_if_strict(common, told.timeline.issues)
    if told.table_errors:
        raise Stop(
            f"{counted(told.table_errors, 'mistake')} in the tables of {common.topic}; nothing was written",
            CONFIGURATION,
        )
    made = _next(told, _day(told, day), " ".join(note.split()))
    kept = history.without_withdrawn(told.topic.releases, told.topic.withdrawn)
    if made or kept != told.topic.releases:
        for name, text in topic.history_files((*kept, *([made] if made else []))).items():
            put(common.topic / name, text)
    if not common.quiet:
        click.echo(_said(made, changed=kept != told.topic.releases), err=True)


def _day(told: Any, asked: date | None) -> date:
    """Choose the day of a release: never before the last one's."""
    newest: date = max((one.day for one in told.topic.releases), default=date.min)
    if asked and asked < newest:
        raise Stop(f"--date {asked} is before the last release, of {newest}", USAGE)
    return asked or max(told.timeline.as_of, newest)


def _next(told: Any, day: date, note: str) -> Release | None:
    from site_src import history, pages

    known, timeline = told.topic, told.timeline
    shown = pages.shown(timeline.events, known.max_entries)
    words = {known.languages[0]: note} if note else {}
    return history.record(timeline, known.releases, shown, day=day, note=words)


def _said(made: Release | None, *, changed: bool) -> str:
    if made:
        number = len(made.entries)
        return f"release {made.number} of {made.day}: {number} {'entry' if number == 1 else 'entries'} written down"
    words = "the words of withdrawn articles were taken out of the history"
    return f"nothing has changed since the last release; {words if changed else 'nothing was written'}"

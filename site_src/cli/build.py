"""`build`: the site, whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from site_src import PROJECT, WORK, allowance, issues
from site_src.cli.shared import (
    Bars,
    Common,
    Stop,
    common,
    fail_if_strict,
    fail_if_tables_failed,
    interface,
    output_option,
    plotly_option,
    progress,
    report,
    tell,
)

if TYPE_CHECKING:
    from site_src import render, standing

Between = Callable[[Any, Sequence[str]], None]
"""Is told a timeline and the interface languages before its site is written."""


@click.command()
@common
@output_option
@plotly_option
@click.option("--share-pictures", is_flag=True, help="Draw a picture of every entry for where its page is shared.")
@click.option("--clean", is_flag=True, help="Ignore what earlier builds found out, and begin a new cache.")
def build(common: Common, output: Path, plotly: str, share_pictures: bool, clean: bool) -> None:  # fmt: skip
    """Build the site."""
    from site_src import render, standing

    with _held(common, output) as place:
        memory = standing.Memory(WORK, place)
        asked = _asked(common, plotly, share_pictures)
        known = None if clean else memory.recall(asked)
        _note(common, memory.notes)
        if known:
            outcome, written = known.outcome, render.Written(0, 0, known.files, 0, known.carried)
            report(common, outcome.issues)
            fail_if_strict(common, outcome.issues)
        else:
            told, written = _make(common, place, plotly, clean=clean, share_pictures=share_pictures, noted=memory.notes)
            outcome = _outcome(told)
            lasting = "" if allowance.cuts(outcome.issues) else asked
            memory.keep(lasting, written.new + written.changed + written.same, written.carried, outcome)
    if not common.quiet:
        _say(outcome, written, output)
    fail_if_tables_failed(common, outcome, "the site is")


def write(
    common: Common, output: Path, plotly: str, *, between: Between | None = None, bars: Bars | None = None
) -> tuple[Any, render.Written]:
    """Write the site, whole or not at all, and give what it tells with what became of its files.

    `between` sees the timeline and the interface languages before anything is written, `bars` the progress.
    """
    with _held(common, output) as place:
        return _make(common, place, plotly, between=between, bars=bars)


@contextmanager
def _held(common: Common, output: Path) -> Iterator[Path]:
    """Hold the folder of a site that may be written; whatever the disk says is one line and an exit code."""
    from site_src import render

    try:
        place = render.place(output, apart_from=(PROJECT, common.topic, common.articles))
        with render.lock(place, work=WORK):
            yield place
    except render.Unrendered as error:
        raise Stop(f"{error}; the site before this build is untouched") from error
    except render.RenderError as error:
        raise Stop(str(error)) from error


def _asked(common: Common, plotly: str, share_pictures: bool) -> str:
    """Sign all that a site is made from: the program, its libraries, the topic, the articles, the options."""
    from site_src import cache, standing

    inputs = [PROJECT / name for name in ("build.py", "site_src", "templates", "node_modules")]
    settings = [
        plotly,
        str(share_pictures),
        *common.languages,
        os.environ.get("SOURCE_DATE_EPOCH", ""),
        sys.version,
        *cache.libraries(),
    ]
    return standing.asked([*inputs, common.topic, common.articles], settings)


def _make(
    common: Common,
    place: Path,
    plotly: str,
    *,
    clean: bool = False,
    share_pictures: bool = False,
    noted: Sequence[str] = (),
    between: Between | None = None,
    bars: Bars | None = None,
) -> tuple[Any, render.Written]:
    from site_src import charts, making

    told = replace(tell(common, clean=clean, bars=bars), share_pictures=share_pictures)
    report(common, told.timeline.issues)
    fail_if_strict(common, told.timeline.issues)
    languages = interface(common, told.topic.languages)
    try:
        if between:
            between(told, languages)
        with progress(common, bars) as pace:
            written = making.build(
                told, place, interface=languages, plotly=plotly, processes=common.jobs, progress=pace
            )
    except charts.BundleMissing as error:
        raise Stop(f"{error}; the site before this build is untouched") from error
    _note(common, [note for note in told.notes if note not in noted])
    return told, written


def _note(common: Common, notes: Sequence[str]) -> None:
    for note in () if common.quiet else notes:
        click.echo(f"note: {note}", err=True)


def _outcome(told: Any) -> standing.Outcome:
    from site_src import standing
    from site_src.exports import sharing

    timeline, known = told.timeline, told.topic
    advice = []
    if not known.base_url:
        advice.append("site.toml has no base_url: without feeds, sitemap, and metadata for sharing")
    elif not known.tag:
        advice.append("site.toml has no tag, like example.org,2026: without feeds")
    if told.share_pictures and (lacks := sharing.missing()):
        advice.append(f"there is no {lacks} (requirements-share.txt): without pictures for sharing")
    counts = len(timeline.articles), len(timeline.events), len(timeline.claims)
    return standing.Outcome(timeline.issues, *counts, told.table_errors, tuple(advice))


def _say(outcome: standing.Outcome, written: render.Written, output: Path) -> None:
    for note in outcome.advice:
        click.echo(f"note: {note}", err=True)
    click.echo(
        f"{outcome.articles} articles, {outcome.events} entries, {outcome.claims} claims; {issues.summary(outcome.issues)}",
        err=True,
    )
    click.echo(
        f"{output}: {written.new} files new, {written.changed} changed, {written.same} the same, {written.removed} removed",
        err=True,
    )

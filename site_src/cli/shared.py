"""What the verbs share: options, exit codes, progress, and how mistakes are told."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import update_wrapper
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from site_src import issues
from site_src.model import Issue

FAILED, USAGE, CONFIGURATION, FINDINGS, MISMATCH, INTERRUPTED = 1, 2, 3, 4, 5, 130
"""Exit codes: see docs/command-line.md."""

Bars = Callable[[str, int, int], None]
"""Told `(what, done, all)` while long work goes on."""
Command = TypeVar("Command", bound=Callable[..., Any])


class Stop(click.ClickException):
    """A reason to stop, said in one line, with its exit code."""

    def __init__(self, message: str, code: int = FAILED) -> None:
        super().__init__(message)
        self.code = code

    def show(self, file: Any = None) -> None:
        click.echo(f"error: {self.message}", err=True, file=file)


@dataclass(frozen=True, slots=True)
class Common:
    """The options that most verbs share."""

    topic: Path
    articles: Path
    jobs: int
    languages: tuple[str, ...]
    quiet: bool
    verbose: bool
    strict: bool


def common(command: Command) -> Command:
    """Add the shared options to a verb; it gets them as one `Common`."""

    def call(
        *args: Any, topic: Path, articles: Path | None, jobs: int | None, languages: str, quiet: bool, verbose: bool,
        strict: bool, **more: Any,
    ) -> Any:  # fmt: skip
        named = tuple(dict.fromkeys(code.strip() for code in languages.split(",") if code.strip()))
        found = articles if articles is not None else topic / "articles"
        shared = Common(topic, found, jobs or _cores(), named, quiet, verbose, strict)
        return command(*args, common=shared, **more)

    wrapped: Any = update_wrapper(call, command)
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return cast("Command", wrapped)


_OPTIONS = (
    click.option("--topic", type=click.Path(path_type=Path), default=Path("content"), show_default=True, metavar="DIR",
                 help="The topic: tables, pages and articles."),
    click.option("--articles", type=click.Path(path_type=Path), metavar="PATH",
                 help="Another folder of articles, or one file, for the same topic.  [default: articles/ of the topic]"),
    click.option("--jobs", type=click.IntRange(1, 256), metavar="N", help="Processes.  [default: the cores]"),
    click.option("--languages", default="", metavar="id,en", help="Interface languages, the first at the root.  [default: the topic's]"),
    click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors."),
    click.option("-v", "--verbose", is_flag=True, help="Say every note too."),
    click.option("--strict", is_flag=True, help="Let warnings fail."),
)  # fmt: skip


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def interface(common: Common, offered: Sequence[str]) -> tuple[str, ...]:
    """Choose the interface languages: those asked for, if there are words for them, else the topic's."""
    from site_src import wording

    known = wording.languages()
    for code in common.languages:
        if code not in known:
            raise click.BadParameter(f"there are no interface words for {code!r}; there are {', '.join(known)}")
    return common.languages or tuple(code for code in offered if code in known) or known[:1]


def tell(common: Common, *, clean: bool = False, bars: Bars | None = None) -> Any:
    """Run the river up to the timeline; whatever stops it is one line and an exit code. `bars` see the progress."""
    from site_src import corpus, pipeline, topic

    options = pipeline.Options(common.topic, common.articles, jobs=common.jobs, clean=clean)
    try:
        with progress(common, bars) as told:
            return pipeline.tell(options, told)
    except topic.TopicError as error:
        raise Stop(str(error), CONFIGURATION) from error
    except corpus.NothingToRead as error:
        missing = not common.articles.exists()
        raise Stop(str(error), USAGE if missing else FAILED) from error
    except pipeline.QuoteMissing as error:
        raise Stop(f"a quote is not in its source, so nothing was written:\n{error}", MISMATCH) from error


def report(common: Common, found: Sequence[Issue]) -> None:
    """Say the problems, errors first; notes only to those who asked for them."""
    for issue in found:
        if issue.level == "error" or (issue.level == "warning" and not common.quiet) or common.verbose:
            click.echo(issues.line(issue), err=True)


def fail_if_strict(common: Common, found: Sequence[Issue]) -> None:
    """Stop where warnings count."""
    told = issues.tally(found)
    if common.strict and told["error"] + told["warning"]:
        raise Stop(f"--strict: {told['error']} errors and {told['warning']} warnings; nothing was written")


def fail_if_tables_failed(common: Common, told: Any, made: str) -> None:
    """Stop where lines of tables were left out of what was `made`: "the site is"."""
    if told.table_errors:
        raise Stop(
            f"{told.table_errors} mistakes in the tables of {common.topic}; {made} without those lines", CONFIGURATION
        )


plotly_option = click.option(
    "--plotly",
    type=click.Choice(["auto", "wheel", "basic"]),
    default="auto",
    show_default=True,
    help="Which bundle draws the interactive charts.",
)


@contextmanager
def progress(common: Common, bars: Bars | None = None) -> Iterator[Bars]:
    """Draw a bar on a terminal while work is long; elsewhere stay silent. Whoever has `bars` of his own draws nothing."""
    if bars is not None:
        yield bars
        return
    if common.quiet or not sys.stderr.isatty():
        yield lambda what, done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as drawn:
        tasks: dict[str, Any] = {}

        def tell(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = drawn.add_task(what, total=total)
            drawn.update(tasks[what], completed=done)

        yield tell

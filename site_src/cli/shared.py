"""What the verbs share: options, exit codes, progress, and how mistakes are told."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from functools import update_wrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from site_src import issues

if TYPE_CHECKING:
    from site_src.model import Issue

FAILED, USAGE, CONFIGURATION, FINDINGS, MISMATCH, INTERRUPTED = 1, 2, 3, 4, 5, 130
"""Exit codes: see docs/command-line.md."""

Bars = Callable[[str, int, int], None]
"""Told `(what, done, all)` while long work goes on."""
Command = TypeVar("Command", bound=Callable[..., Any])


class Place(click.Path):
    """A path that names something: an empty one would stand for the folder one is in."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        return super().convert(value, param, ctx) if str(value) else self.fail("found '', expected a path", param, ctx)


class Word(click.Choice[str]):
    """One of a few words."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value not in self.choices:
            from site_src.topic.wrong import nearest

            hint = nearest(str(value), self.choices)
            self.fail(f"found {value!r}, expected one of {', '.join(self.choices)}{hint}", param, ctx)
        return str(value)


class Day(click.ParamType[date]):
    """A day of the calendar, as YYYY-MM-DD."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"found {value!r}, expected a day as YYYY-MM-DD", param, ctx)


class Stop(click.ClickException):
    """A reason to stop, said in one line, with its exit code."""

    def __init__(self, message: str, code: int = FAILED) -> None:
        super().__init__(message)
        self.code = code

    def show(self, file: Any = None) -> None:
        click.echo(
            "\n".join(f"error: {issues.visible(line)}" for line in self.message.split("\n")), err=True, file=file
        )


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
        _must_speak(languages, named)
        found = articles if articles is not None else topic / "articles"
        shared = Common(topic, found, jobs or _cores(), named, quiet, verbose, strict)
        return command(*args, common=shared, **more)

    wrapped: Any = update_wrapper(call, command)
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return cast("Command", wrapped)


_OPTIONS = (
    click.option("--topic", type=Place(path_type=Path), default=Path("content"), show_default=True, metavar="DIR",
                 help="The topic: tables, pages and articles."),
    click.option("--articles", type=Place(path_type=Path), metavar="PATH",
                 help="Another folder of articles, or one file, for the same topic.  [default: articles/ of the topic]"),
    click.option("--jobs", type=click.IntRange(1, 256), metavar="N", help="Processes.  [default: the cores]"),
    click.option("--languages", default="", metavar="id,en", help="Interface languages, the first at the root.  [default: the topic's]"),
    click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors."),
    click.option("-v", "--verbose", is_flag=True, help="Say every note too."),
    click.option("--strict", is_flag=True, help="Let warnings fail."),
)  # fmt: skip


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _must_speak(asked: str, named: Sequence[str]) -> None:
    """Refuse interface languages without words, before any work is done."""
    if not asked:
        return
    from site_src import wording
    from site_src.topic.wrong import nearest

    known = wording.languages()
    for code in named or (asked,):
        if code not in known:
            hint = nearest(code, known)
            raise Stop(f"--languages: found {code!r}, expected some of {', '.join(known)}, with commas{hint}", USAGE)


def missing(path: Path) -> Stop:
    """Say that a path names nothing, and which one beside it may be meant."""
    from site_src.topic.wrong import nearest

    with suppress(OSError):
        beside = {str(path.parent / other.name) for other in path.parent.iterdir() if not other.name.startswith(".")}
        return Stop(f"{path}: no such file or folder{nearest(str(path), beside, 0.75)}", USAGE)
    return Stop(f"{path}: no such file or folder", USAGE)


def must_be_topic(folder: Path) -> None:
    """Refuse a topic that is no folder."""
    if not folder.exists():
        raise missing(folder)
    if not folder.is_dir():
        raise Stop(f"{folder}: is a file, expected the folder of a topic", USAGE)


def interface(common: Common, offered: Sequence[str]) -> tuple[str, ...]:
    """Choose the interface languages: those asked for, else the topic's, as far as there are words for them."""
    from site_src import wording

    known = wording.languages()
    return common.languages or tuple(code for code in offered if code in known) or known[:1]


def tell(common: Common, *, clean: bool = False, bars: Bars | None = None) -> Any:
    """Run the river up to the timeline; whatever stops it is one line and an exit code. `bars` see the progress."""
    from site_src import corpus, pipeline, topic

    must_be_topic(common.topic)
    options = pipeline.Options(common.topic, common.articles, jobs=common.jobs, clean=clean)
    try:
        with progress(common, bars) as told:
            return pipeline.tell(options, told)
    except topic.TopicError as error:
        raise Stop(str(error), CONFIGURATION) from error
    except pipeline.Restless as error:
        raise Stop(str(error)) from error
    except corpus.NothingToRead as error:
        raise (Stop(str(error)) if common.articles.exists() else missing(common.articles)) from error
    except pipeline.WrongDay as error:
        raise Stop(str(error), USAGE) from error
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
        raise Stop(f"--strict: {issues.summary(found)}; nothing was written")


def fail_if_tables_failed(common: Common, told: Any, made: str) -> None:
    """Stop where lines of tables were left out of what was `made`: "the site is"."""
    if told.table_errors:
        raise Stop(
            f"{issues.counted(told.table_errors, 'mistake')} in the tables of {common.topic}; {made} without those lines",
            CONFIGURATION,
        )


output_option = click.option(
    "--output",
    type=Place(path_type=Path),
    default=Path("output"),
    show_default=True,
    metavar="DIR",
    help="Where the site goes.",
)
plotly_option = click.option(
    "--plotly",
    type=Word(["auto", "wheel", "basic"]),
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

    pace = TextColumn("{task.fields[pace]}")
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), pace, TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as drawn:
        tasks: dict[str, Any] = {}

        def tell(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = drawn.add_task(what, total=total, pace="")
            speed = drawn.tasks[tasks[what]].speed
            drawn.update(tasks[what], completed=done, pace=f"{speed:,.0f} a second" if speed else "")

        yield tell

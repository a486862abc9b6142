"""The command line: `python build.py [VERB]`. Results go to stdout, words to stderr.

A verb is one file with one command; the row below says which exist.
"""

from __future__ import annotations

import gc
import re
import sys
from io import TextIOWrapper

import click

import site_src
from site_src.cli import build, check, dates, diff, explain, export, extract, new, release, serve, verify
from site_src.cli.shared import FAILED, INTERRUPTED, Stop
from site_src.issues import visible

_MEANT = re.compile(r"\.? \(?Did you mean (?:one of: )?(.+?)\?\)?$")
"""How click ends a message about a mistyped name."""

RARELY = (50_000, 20, 50)
"""When to look for values that hold one another: ours are frozen and hold what was there before them, so there are none."""


class _Verbs(click.Group):
    """A group whose verb may be left out: then it builds."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {"--help", "-h", "--version"}
        if not args or (args[0].startswith("-") and args[0] not in own):
            args = ["build", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Verbs, context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100})
@click.version_option(site_src.__version__, prog_name="linimasa")
def cli() -> None:
    """Make a dated, sourced timeline from a folder of news articles. Without a verb: build."""


for verb in (
    build.build,
    extract.extract,
    export.export,
    dates.dates,
    explain.explain,
    check.check,
    diff.diff,
    serve.serve,
    verify.verify,
    release.release,
    new.new,
):
    cli.add_command(verb)


def _line(mistake: click.ClickException) -> str:
    """Say a mistyped command in one line, and where to read more."""
    words = _MEANT.sub(r"; nearest is \1", " ".join(mistake.format_message().split()))
    asked = getattr(mistake, "ctx", None)
    more = f"; see {asked.command_path} --help" if asked else ""
    return visible(f"{words[:1].lower()}{words[1:].rstrip('.')}{more}")


def main() -> None:
    """Run the command line and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):  # our data and our words are UTF-8, whatever the locale
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    gc.set_threshold(*RARELY)
    try:
        code = cli.main(prog_name="build.py", standalone_mode=False)
    except click.exceptions.Exit as leaving:
        code = leaving.exit_code
    except Stop as stop:
        stop.show()
        code = stop.code
    except click.ClickException as mistake:
        click.echo(f"error: {_line(mistake)}", err=True)
        code = mistake.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted; nothing was changed", err=True)
        code = INTERRUPTED
    except BrokenPipeError:
        # Whoever reads our results has seen enough; there is nobody left to tell.
        sys.stderr.close()
        code = FAILED
    sys.exit(code or 0)

"""`serve`: the site on this machine, built again whenever something it is made from changes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from site_src import issues
from site_src.cli.build import write
from site_src.cli.shared import INTERRUPTED, USAGE, Common, Stop, common, must_be_topic, output_option, plotly_option

if TYPE_CHECKING:
    from site_src import serving

HOSTS = ("127.0.0.1", "::1", "localhost")
FIRST_PORT = 8000


@click.command()
@common
@output_option
@plotly_option
@click.option(
    "--host", default=HOSTS[0], show_default=True, metavar="ADDRESS", help="This machine's own address, no other."
)
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    metavar="N",
    help=f"Where to serve.  [default: the first free one from {FIRST_PORT} on]",
)
def serve(common: Common, output: Path, plotly: str, host: str, port: int | None) -> None:  # fmt: skip
    """Build, serve on this machine alone, and build again at each change."""
    from site_src import pipeline, serving

    if host not in HOSTS:
        raise Stop(f"--host: found {host!r}, expected this machine's own address: {', '.join(HOSTS)}", USAGE)
    must_be_topic(common.topic)
    order = serving.Order(
        site=output,
        work=partial(_once, common, output, plotly),
        content=(common.topic, common.articles),
        program=(common.topic / "templates", pipeline.PROJECT / "templates", pipeline.PROJECT / "site_src"),
        host=host,
        port=port,
        first=FIRST_PORT,
        language=next(iter(common.languages), "en"),
    )
    try:
        serving.serve(order, lambda words: None if common.quiet else click.echo(words, err=True))
    except serving.NoPort as error:
        raise Stop(str(error)) from error
    except KeyboardInterrupt:
        click.echo("served until now; the site stands", err=True)
        raise click.exceptions.Exit(INTERRUPTED) from None


def _once(
    common: Common, output: Path, plotly: str, wanted: Sequence[str], show: serving.Tell, halt: serving.Halt
) -> serving.Built:
    """Build as `build` does, the `wanted` pages first. What is wrong is an answer, not an end."""
    from site_src import serving

    spoken: list[str] = []

    def present(told: Any, languages: Sequence[str]) -> None:
        spoken.append(languages[0])
        if not told.table_errors:
            for name, body in serving.see(told, wanted, interface=languages, plotly=plotly):
                show(serving.Seen(name, body))
        halt()

    try:
        told, _ = write(common, output, plotly, between=present, bars=halt)
    except Stop as stop:
        stop.show()
        return serving.Built(
            tuple(map(issues.visible, stop.message.split("\n"))), written=False, language="".join(spoken)
        )
    wrong = [issue for issue in told.timeline.issues if issue.level == "error"] if told.table_errors else []
    return serving.Built(tuple(map(issues.line, wrong)), language=spoken[0])

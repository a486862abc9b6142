"""`verify PATH`: is this site the one that was built, and are its quotes in their sources?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from site_src.cli.shared import FAILED, MISMATCH, Place, Stop, missing
from site_src.issues import visible

SHOWN = 20
"""Files that no build made, named at most."""


@click.command()
@click.argument("path", type=Place(path_type=Path))
@click.option(
    "--articles",
    type=Place(path_type=Path),
    metavar="PATH",
    help="The articles that it was built from: then every quote is held against them.",
)
@click.option("--strict", is_flag=True, help="Let files fail that no build made.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but what does not match.")
def verify(path: Path, articles: Path | None, strict: bool, quiet: bool) -> None:  # fmt: skip
    """Hold a site's folder or zip against its manifest.

    With --articles, hold every quote against its article, too.
    """
    from site_src import corpus, verification

    for given in (path, articles):
        if given is not None and not given.exists():
            raise missing(given)
    try:
        found = verification.verify(path, articles)
    except (verification.NoSite, corpus.NothingToRead) as error:
        raise Stop(str(error), FAILED) from error
    for one in found.findings:
        click.echo(visible(str(one)))
    if not quiet or strict:
        _tell_extra([f"{name}: no build made it" for name in found.extra])
        _tell_extra([f"{name}: lies beside the site, and no manifest tells of it" for name in found.beside])
    if not quiet:
        quotes = f", {found.quotes} quotes of {found.articles} articles" if articles else ""
        wrong = f"{len(found.findings)} findings" if found.findings else "all match"
        click.echo(f"{found.files} files{quotes}: {wrong}", err=True)
    if found.findings:
        raise click.exceptions.Exit(MISMATCH)
    if strict and found.extra:
        raise Stop(f"--strict: {len(found.extra)} files that no build made")


def _tell_extra(notes: Sequence[str]) -> None:
    for note in notes[:SHOWN]:
        click.echo(f"note: {visible(note)}", err=True)
    if len(notes) > SHOWN:
        click.echo(f"note: and {len(notes) - SHOWN} more such files", err=True)

"""Sites of other generators from the same articles: a page for each, lists by year, a home page, a feed.

A peer is one function that lays out its site and says how it is built; the row at the end says which exist.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Peer:
    """How a site is built, and where its articles and its pages lie."""

    command: list[str]
    source: Path
    output: Path
    cold: list[str] | None = None
    """The command that remembers nothing, where it is another."""


def _hugo(articles: Path, folder: Path) -> Peer:
    """Lay out a site for Hugo: the folders of years are its sections."""
    page = "<!doctype html><html lang=id><meta charset=utf-8><title>{{ .Title }}</title><h1>{{ .Title }}</h1>"
    entry = "<li><a href='{{ .RelPermalink }}'>{{ .Title }}</a> {{ .Date.Format \"2006-01-02\" }}</li>"
    files = {
        "hugo.toml": 'baseURL = "https://example.org/"\ntitle = "Bench"\ndisableKinds = ["taxonomy", "term"]\n',
        "layouts/_default/single.html": page
        + '<p>{{ .Params.source }} {{ .Date.Format "2006-01-02" }}</p>{{ .Content }}</html>',
        "layouts/_default/list.html": page + f"<ul>{{{{ range .Pages }}}}{entry}{{{{ end }}}}</ul></html>",
        "layouts/index.html": page + f"<ul>{{{{ range first 50 .Site.RegularPages }}}}{entry}{{{{ end }}}}</ul></html>",
    }
    return _laid(
        articles,
        folder,
        files,
        "content",
        ["hugo", "--quiet", "--cleanDestinationDir", "--source", str(folder)],
        "public",
    )


def _pelican(articles: Path, folder: Path) -> Peer:
    """Lay out a site for Pelican with its own plain theme and lists by year."""
    settings = (
        'PATH = "content"\nSITENAME = "Bench"\nSITEURL = "https://example.org"\nTIMEZONE = "UTC"\nTHEME = "simple"\n'
        'YEAR_ARCHIVE_SAVE_AS = "{date:%Y}/index.html"\nFEED_ALL_ATOM = "feed.xml"\nCATEGORY_FEED_ATOM = None\nAUTHOR_SAVE_AS = ""\n'
        'TAG_SAVE_AS = ""\nARTICLE_SAVE_AS = "{slug}.html"\n'
    )
    output = folder / "output"
    command = ["pelican", "--quiet", "-s", str(folder / "settings.py"), "-o", str(output), str(folder / "content")]
    return _laid(articles, folder, {"settings.py": settings}, "content", command, "output")


def _laid(
    articles: Path, folder: Path, files: Mapping[str, str], content: str, command: list[str], output: str
) -> Peer:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(articles, folder / content)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return Peer(command, folder / content, folder / output)


PEERS: Mapping[str, Callable[[Path, Path], Peer]] = {"hugo": _hugo, "pelican": _pelican}

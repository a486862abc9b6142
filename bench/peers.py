"""Sites of other generators from the same articles: a page for each, lists by year, a home page, a feed.

A peer is one function that lays out its site and says how it is built; the row at the end says which exist.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Peer:
    """How a site is built, and where its articles and its pages lie."""

    command: list[str]
    source: Path
    output: Path
    cold: list[str] | None = None
    """The command that remembers nothing, where it is another."""
    folder: Path | None = None
    """Where the command runs, if that matters."""


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
        'TAG_SAVE_AS = ""\nFILENAME_METADATA = "(?P<slug>.*)"\nARTICLE_SAVE_AS = "{slug}.html"\n'
    )
    output = folder / "output"
    command = ["pelican", "--quiet", "-s", str(folder / "settings.py"), "-o", str(output), str(folder / "content")]
    return _laid(articles, folder, {"settings.py": settings}, "content", command, "output")


def _eleventy(articles: Path, folder: Path) -> Peer:
    """Lay out a site for Eleventy: a layout for articles, one page a year from a collection. Its command runs in the folder."""
    page = "<!doctype html><html lang=id><meta charset=utf-8><title>{{ title }}</title><h1>{{ title }}</h1>"
    entry = "<li><a href='{{ one.url }}'>{{ one.data.title }}</a> {{ one.date | date: '%Y-%m-%d' }}</li>"
    files = {
        "eleventy.config.mjs": "export default (config) => {\n"
        "  config.setQuietMode(true);\n"
        "  config.addCollection('years', (known) => {\n"
        "    const years = {};\n"
        "    for (const one of known.getFilteredByGlob('content/[0-9]*/*.md'))\n"
        "      (years[one.date.getFullYear()] ??= []).push(one);\n"
        "    return Object.entries(years);\n"
        "  });\n"
        "};\nexport const config = {"
        " markdownTemplateEngine: false, dir: { input: 'content', includes: '../layouts', output: 'out' } };\n",
        "layouts/article.liquid": page + "<p>{{ source }}</p>{{ content }}</html>",
        "content/content.json": '{"layout": "article.liquid"}',
        "content/years.liquid": "---\npagination: { data: collections.years, size: 1, alias: year }\n"
        "permalink: '/{{ year[0] }}/index.html'\nlayout: null\ntitle: '-'\n---\n"
        f"<ul>{{% for one in year[1] %}}{entry}{{% endfor %}}</ul>",
        "content/index.liquid": "---\nlayout: null\ntitle: Bench\n---\n"
        f"<ul>{{% for year in collections.years %}}{{% for one in year[1] limit: 5 %}}{entry}{{% endfor %}}{{% endfor %}}</ul>",
    }
    return _laid(articles, folder, files, "content", ["eleventy"], "out", within=True)


def _mkdocs(articles: Path, folder: Path) -> Peer:
    """Lay out a site for MkDocs with one bare template; a change is built with `--dirty`, which leaves lists as they were."""
    settings = (
        "site_name: Bench\ndocs_dir: content\nsite_dir: site\ntheme: {name: null, custom_dir: theme}\nplugins: []\n"
        "markdown_extensions: []\nnav: [index.md]\nnot_in_nav: '*'\n"
    )
    main = "<!doctype html><html lang=id><meta charset=utf-8><title>{{ page.title }}</title>{{ page.content }}</html>"
    files = {"mkdocs.yml": settings, "theme/main.html": main, "content/index.md": "# Bench\n"}
    command = ["mkdocs", "build", "--quiet", "--config-file", str(folder / "mkdocs.yml")]
    peer = _laid(articles, folder, files, "content", [*command, "--dirty"], "site")
    return replace(peer, cold=[*command, "--clean"])


def _laid(
    articles: Path,
    folder: Path,
    files: Mapping[str, str],
    content: str,
    command: list[str],
    output: str,
    *,
    within: bool = False,
) -> Peer:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(articles, folder / content)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return Peer(command, folder / content, folder / output, folder=folder if within else None)


PEERS: Mapping[str, Callable[[Path, Path], Peer]] = {
    "hugo": _hugo,
    "eleventy": _eleventy,
    "mkdocs": _mkdocs,
    "pelican": _pelican,
}

"""The topic's own pages, rendered: links that name what lasts, numbers for sentences, places, languages."""

from __future__ import annotations

import re

import pytest

from site_src.pages.markdown import Followed, OwnLink, headings, links, render_markdown
from tests.pages.test_pages import Outline, drawn

TEXT = """---
menu: Dulu
lead: Bagaimana mulanya.
---
# Sejarah danau

## Awal

Didirikan empat negeri.[](entry:2001-06-15-founding) Belmora mengamati sejak
[tahun itu](entry:2005-observer).[](entry:2005-observer)[](entry:2001-06-15-founding) Ada [](country:ARV) dan
[yang hilang](entry:1999-nothing).

[](chart:membership)
"""


def follow(link: OwnLink) -> Followed | None:
    return None if link.id == "lost" else Followed(f"{link.sort}/{link.id}.html", f"<{link.id}>", "")


@pytest.fixture(scope="module")
def site() -> dict[str, str]:
    return drawn(pages={"history": {"id": TEXT}, "about": {"id": "# Tentang\n\nIsi."}}, main_pages=("history",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a *b*](entry:x)", '<p><a href="entry/x.html" rel="noopener">a <em>b</em></a></p>\n'),
        ("[](entry:x)", '<p><a href="entry/x.html" rel="noopener">&lt;x&gt;</a></p>\n'),
        ("[a *b*](entry:lost) c", "<p>a <em>b</em> c</p>\n"),
        ("a[](entry:lost)", "<p>a</p>\n"),
        ("[a](https://example.org/)", '<p><a href="https://example.org/" rel="noopener">a</a></p>\n'),
        ("[a](method.html)", '<p><a href="method.html" rel="noopener">a</a></p>\n'),
        ('<a href="entry:x">a</a>', '<p><a rel="noopener">a</a></p>\n'),
        ("<h2 id=main>x</h2>", "<h2>x</h2>"),
        ('<span class="masthead" onclick="x()">a</span>', '<p><span class="">a</span></p>\n'),
    ],
)
def test_links(text: str, expected: str) -> None:
    """A link that names something leads there or becomes plain words; nothing else of a page's own comes in."""
    assert expected == render_markdown(text, follow)


def test_lines() -> None:
    """Each link knows its line, its words, and what it names, however the address is written."""
    found = links("# A\n\nb [c](entry:x)\nd [e f](outlet:The%20Gazette) [g](https://x.org)\n\n- [](page:method)\n")

    assert found == (
        OwnLink("entry", "x", "c", 3),
        OwnLink("outlet", "The Gazette", "e f", 4),
        OwnLink("page", "method", "", 6),
    )


def test_anchors_differ() -> None:
    """Headings get anchors of their own, also where two say the same."""
    text = "### Danau & sungai\n\n### Danau & sungai\n"

    assert headings(text) == (("s-danau-sungai", "Danau & sungai"), ("s-danau-sungai-2", "Danau & sungai"))
    assert 'id="s-danau-sungai-2"' in render_markdown(text)


def test_numbers_and_their_list(site: dict[str, str]) -> None:
    """A link without words is a number; the same entry has the same number; below stand the entries in that order."""
    page = site["history.html"]
    numbers = re.findall(r'class="cited" href="([^"]+)"[^>]*>.*?</span>(\d+)<', page)
    listed = re.findall(r'cited-number">(\d+)</span>.*?<a href="([^"]+)"', page)

    assert numbers == [
        ("events/2001-06-15-founding.html", "1"),
        ("events/2005-observer.html", "2"),
        ("events/2001-06-15-founding.html", "1"),
    ]
    assert listed == [("1", "events/2001-06-15-founding.html"), ("2", "events/2005-observer.html")]


def test_names_and_lost_words(site: dict[str, str]) -> None:
    """A link without words takes the name of what it names; what nothing answers to stands as plain words."""
    page = site["history.html"]

    assert re.search(r'Ada <a href="countries/arv.html"[^>]*>\w+</a>', page)
    assert "yang hilang." in page
    assert "1999-nothing" not in page


def test_chart_on_a_line_of_its_own(site: dict[str, str]) -> None:
    """A line that names a chart and nothing else shows it, with its styles."""
    assert '<div class="chart">' in site["history.html"]
    assert "assets/charts.css" in site["history.html"]


def test_places(site: dict[str, str]) -> None:
    """A page stands in the main navigation of every page where site.toml says so, else at the foot, by its short name."""
    main, foot = (
        re.search(rf'<nav class="{name}".*?</nav>|<footer.*?</footer>' if name else r"<footer.*?</footer>", html, re.DOTALL)
        for name, html in (("main-nav", site["charts.html"]), ("", site["charts.html"]))
    )  # fmt: skip

    assert main
    assert foot
    assert '<a href="history.html">Dulu</a>' in main[0]
    assert "history.html" not in foot[0]
    assert '<a href="about.html">' in foot[0]
    assert '<a href="glossary.html">' in foot[0]


def test_missing_language(site: dict[str, str]) -> None:
    """A page that is not there in a language is shown in another one, says so, and is marked as such."""
    page = site["en/history.html"]

    assert "There is no version of this page in your language yet" in page
    assert '<div class="prose prose-page own" lang="id">' in page
    assert '<h1 lang="id">Sejarah danau</h1>' in page


def test_glossary_without_a_text(site: dict[str, str]) -> None:
    """The terms of every site are explained on it, each with an anchor, and every jump leads to one."""
    page = Outline(site["en/glossary.html"])
    ids = {attrs["id"] for _, attrs in page.tags if attrs.get("id")}
    jumps = {href[1:] for href in page.links if href.startswith("#")} - {"main"}

    assert {"term-entry", "term-stance", "term-exactness"} <= jumps
    assert jumps <= ids


def test_sources_and_licences(site: dict[str, str]) -> None:
    """The page of data sources names each indicator's publisher and licence, and counts its figures and the tables' rows."""
    page = site["en/sources.html"]

    assert "A bureau" in page
    assert 'href="https://creativecommons.org/licenses/by/4.0/"' in page
    assert "2 figures, 2000–2001" in page
    assert "Warta Danau" in page


def test_every_style_is_in_the_sheet() -> None:
    """Each part of the site's styles is in its one sheet, and its layer has a place among the layers."""
    from site_src.render.templates import FOLDER, STYLES

    parts = {path.stem: path.read_text("utf-8") for path in (FOLDER / "assets" / "css").glob("*.css")}
    order = re.search(r"@layer ([^;{]+);", parts["tokens"])

    assert order
    assert set(STYLES) == set(parts)
    assert order[1].split(", ") == list(STYLES)

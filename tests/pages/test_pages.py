"""The pages of the invented lake association, rendered."""

import re
from html.parser import HTMLParser
from itertools import pairwise
from posixpath import dirname, join, normpath

import pytest

from site_src import pages
from site_src.model import Timeline
from site_src.render import templates
from tests.pages import sample

VOID = {"meta", "link", "br", "hr", "img", "input", "rect", "line", "circle", "path", "polyline"}


def drawn(timeline: Timeline = sample.TIMELINE, **topic: object) -> dict[str, str]:
    """Plan and render the sample in Indonesian and English."""
    known = sample.topic(**topic)
    planned = pages.plan(timeline, known, {"id": sample.pack()}, (sample.CHART,), languages=("id", "en"))
    return {path: html.decode() for path, html in templates.render(planned, known)}


@pytest.fixture(scope="module")
def site() -> dict[str, str]:
    return drawn()


class Outline(HTMLParser):
    """Collects what the tests look at: tags, headings, links, ids."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    @property
    def links(self) -> list[str]:
        return [attrs["href"] or "" for tag, attrs in self.tags if "href" in attrs and tag in ("a", "link")]


def test_every_page_kind_in_both_languages(site: dict[str, str]):
    """The default language stands at the root, the other under its code, with the same names."""
    root = {path for path in site if not path.startswith("en/")}
    single = {
        "404",
        "about",
        "charts",
        "claims",
        "index",
        "method",
        "quality",
        "timeline",
        "articles/index",
        "countries/index",
    }

    assert {f"en/{path}" for path in root} == set(site) - root
    assert {f"{name}.html" for name in single} <= root
    assert "countries/arv.html" in root


def test_one_heading_and_their_order(site: dict[str, str]):
    """Each page has one h1, and no heading skips a level."""
    for path, html in site.items():
        levels = [int(tag[1]) for tag, _ in Outline(html).tags if re.fullmatch("h[1-6]", tag)]

        assert levels.count(1) == 1, path
        assert all(below <= above + 1 for above, below in pairwise(levels)), (path, levels)


def test_links_lead_somewhere(site: dict[str, str]):
    """Every relative link names a file of the site and, with a fragment, an id on it."""
    ids = {path: {attrs["id"] for _, attrs in Outline(html).tags if attrs.get("id")} for path, html in site.items()}
    lost = set()
    for path, html in site.items():
        for href in Outline(html).links:
            target, _, fragment = href.partition("#")
            page = normpath(join(dirname(path), target)) if target else path
            if "//" in href or page.startswith(("assets/", "data/")):
                continue
            if page not in site or (fragment and fragment not in ids[page]):
                lost.add((path, href))

    assert set() == lost


def test_nothing_inline(site: dict[str, str]):
    """No page has an inline script, style or handler: the policy would forbid it."""
    found = {
        (path, tag)
        for path, html in site.items()
        for tag, attrs in Outline(html).tags
        if tag == "style"
        or "style" in attrs
        or (tag == "script" and "src" not in attrs)
        or any(a.startswith("on") for a in attrs)
    }

    assert set() == found


def test_articles_are_text(site: dict[str, str]):
    """What an article or a topic's page contains cannot become markup."""
    assert "&lt;Telaga&gt; &amp; sekitarnya" in site["articles/index.html"]
    assert "alert(1)" not in site["about.html"]


def test_quote_stands_in_its_sentence(site: dict[str, str]):
    """A quote is marked inside its sentence, with the language of its article."""
    found = re.search(r'<blockquote lang="id"><p>(.*?)</p>', site["en/events/2005-observer.html"])

    assert found
    assert "<mark>Belmora menjadi pengamat pada 2005</mark>." == found[1]


def test_retelling_is_named(site: dict[str, str]):
    """A retelling names whose report it retells."""
    assert "penceritaan ulang dari Kabar Telaga" in site["events/2005-observer.html"]
    assert "retelling of Kabar Telaga" in site["en/events/2005-observer.html"]


def test_full_text_only_where_licensed(site: dict[str, str]):
    """The whole text of an article is shown only where its outlet's row allows it."""
    path = next(path for path in site if path.startswith("articles/kabar"))

    assert "Empat negeri mendirikan" in site["articles/warta-001.html"]
    assert "Perhimpunan Danau didirikan pada 15 Juni 2001 oleh empat negeri. Belmora" in site["articles/warta-001.html"]
    assert "Belmora akan resmi bergabung pada hari Kamis. Juru bicara" not in site[path]


def test_differing_accounts_are_shown(site: dict[str, str]):
    """Both accounts of a date are shown, with the preferred one and the reason."""
    page = site["events/2001-06-15-founding.html"]

    assert "2002 (tahun saja)" in page
    assert "version-preferred" in page


def test_language_switch_stays_on_the_page(site: dict[str, str]):
    """The switch leads to the same page in the other language."""
    assert 'href="../en/events/2005-observer.html" lang="en" hreflang="en"' in site["events/2005-observer.html"]


def test_canonical_needs_an_address(site: dict[str, str]):
    """Canonical and alternate links are there only where the topic has a public address."""
    public = drawn(base_url="https://example.org/danau/")

    assert 'rel="canonical"' not in site["timeline.html"]
    assert '<link rel="canonical" href="https://example.org/danau/timeline.html">' in public["timeline.html"]
    assert (
        '<link rel="alternate" hreflang="en" href="https://example.org/danau/en/timeline.html">'
        in public["timeline.html"]
    )


def test_empty_topic_has_every_page():
    """Nothing to tell is told politely on every page."""
    nothing = Timeline((), (), (), (), (), sample.TIMELINE.as_of)
    bare = drawn(
        nothing, entities={}, kinds=(), spells=(), statuses=(), indicators={}, measures=(), outlets={}, pages={}
    )

    assert "Belum ada peristiwa." in bare["timeline.html"]
    assert "countries/index.html" in bare


def test_unimportant_entries_can_go_without_a_page():
    """With a limit only the most important entries get a page, and no link is broken."""
    site = drawn(max_entries=2)

    assert ["events/2001-06-15-founding.html", "events/2024-07-03-meeting.html"] == sorted(
        path for path in site if path.startswith("events/")
    )
    test_links_lead_somewhere(site)


def test_same_bytes_twice(site: dict[str, str]):
    """Planning and rendering depend on nothing but their input."""
    assert site == drawn()

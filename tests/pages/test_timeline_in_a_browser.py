"""The timeline in a real browser, from disk: filters and shared addresses, keys, both clocks, paper, thousands of entries."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from bench.timeline import write
from site_src import pages
from site_src.pages import chronology
from site_src.render import templates
from tests.laying import lay
from tests.pages import sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FOCUSED = "document.activeElement.textContent.trim()"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the sample's pages, without charts, to a folder."""
    root = tmp_path_factory.mktemp("site")
    known = sample.topic()
    planned = pages.plan(sample.TIMELINE, known, {"id": sample.pack()}, (), languages=("id", "en"))
    return lay(root, [*templates.render(planned, known), *templates.assets().items()])


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the timeline of more entries than one page should hold."""
    root = tmp_path_factory.mktemp("many")
    write(root, chronology.MOST + 100)
    return root


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    opened = context.new_page()
    trouble: list[str] = []
    opened.on("pageerror", lambda error: trouble.append(str(error)))
    opened.on("console", lambda message: message.type == "error" and trouble.append(message.text))
    yield opened
    context.close()
    assert [] == trouble


def titles(page: Page) -> list[str]:
    return [text.strip() for text in page.locator("[data-facets] .card-title:visible").all_inner_texts()]


def chosen(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).fragment)


def settled(page: Page) -> None:
    """Wait until what was chosen stands in the address."""
    page.wait_for_timeout(120)


FILTERS: list[tuple[str, str, list[str]]] = [
    ("kind", "meeting", ["Para pemimpin bertemu di Telaga"]),
    ("country", "ces", ["Arvania dan Cestia mengajukan keanggotaan"]),
    ("state", "denied", ["Juru bicara membantah rencana aliansi"]),
    ("grain", "days", ["Para pemimpin bertemu di Telaga"]),
    ("order", "newest", []),
]


@pytest.mark.parametrize(("name", "value", "left"), FILTERS, ids=[name for name, _, _ in FILTERS])
def test_each_filter_makes_an_address_that_can_be_shared(
    page: Page, folder: Path, name: str, value: str, left: list[str]
):
    """What a reader chose opens again from its address, in another window, with the same entries."""
    page.goto((folder / "timeline.html").as_uri())
    page.evaluate("document.getElementById('more-filters').open = true")
    page.select_option(f"#filter-{name}", value)
    settled(page)
    narrowed, address = titles(page), page.url
    page.goto("about:blank")
    page.goto(address)

    assert {name: [value]} == chosen(page)
    assert narrowed == titles(page)
    assert left in ([], narrowed)


def test_counts_follow_what_is_chosen(page: Page, folder: Path):
    """Each choice says how many entries it would leave; sections and the strip count along."""
    page.goto((folder / "timeline.html").as_uri())
    page.select_option("#filter-country", "bel")
    settled(page)
    kinds = page.locator("#filter-kind option").all_inner_texts()

    assert {"Keanggotaan (2)", "Pendirian (1)", "Pertemuan (0)"} <= set(kinds)
    assert "3 dari 7 peristiwa" == page.inner_text("#filter-count")
    assert "1 dari 3 peristiwa" == page.inner_text("#y2024 .year-head p")
    assert page.locator(".strip-fine rect.column-all").last.get_attribute("height") == "100%"


def test_the_strip_keeps_what_is_chosen(page: Page, folder: Path):
    """A column leads to its year and leaves the filters in the address."""
    page.goto((folder / "timeline.html").as_uri() + "#country=bel")
    page.locator(".strip-fine a").last.click()

    assert {"country": ["bel"], "year": ["2024"]} == chosen(page)
    assert "2024" == page.evaluate(FOCUSED)


def test_newest_first_turns_everything(page: Page, folder: Path):
    """Years and the entries in them stand the other way round, and back."""
    page.goto((folder / "timeline.html").as_uri())
    oldest = titles(page)
    page.goto((folder / "timeline.html").as_uri() + "#order=newest")
    page.reload()
    newest = titles(page)

    assert oldest == newest[::-1]


def test_what_was_known_by_a_day(page: Page, folder: Path):
    """A day hides what no article had reported by then, on both clocks, and quotes of later articles."""
    for name in ("timeline.html", "reported.html"):
        page.goto((folder / name).as_uri() + "#by=2023-01-01")

        assert 3 == len(titles(page)), name
    page.goto((folder / "timeline.html").as_uri() + "#by=2023-01-01")
    page.locator(".opened summary").first.click()

    assert 1 == page.locator(".opened").first.locator(".told > li:visible").count()


def test_the_clocks_keep_what_is_chosen(page: Page, folder: Path):
    """From one clock to the other the filters stay; the first report leads the order there."""
    page.goto((folder / "timeline.html").as_uri() + "#kind=status")
    page.click(".clocks a:not([aria-current])")

    assert page.url.endswith("reported.html#kind=status")
    assert 3 == len(titles(page))
    assert 3 == page.locator(".happened:visible").count()


def test_a_walk_without_a_mouse(page: Page, folder: Path):
    """Keys lead through entries and years, open one in place, go to its page, filter, and explain themselves."""
    page.goto((folder / "timeline.html").as_uri())
    walk = []
    for key in ("j", "ArrowDown", "ArrowUp", "J", "K", "j"):
        page.keyboard.press(key)
        walk.append(page.evaluate(FOCUSED))
    page.keyboard.press("ArrowLeft")
    closed = page.locator(".opened[open]").count()
    page.keyboard.press("ArrowRight")
    opened = page.locator(".opened[open] .told").is_visible()
    ring = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    page.keyboard.press("?")
    explained = page.locator("#keys").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("juru bicara")
    settled(page)
    found = titles(page)
    page.keyboard.press("Escape")
    settled(page)
    page.keyboard.press("j")
    page.keyboard.press("Enter")

    first, second = "Sebuah awal", "Perhimpunan Danau didirikan"
    assert [first, second, first, second, first, second] == walk
    assert (0, True, "solid", True) == (closed, opened, ring, explained)
    assert ["Juru bicara membantah rencana aliansi"] == found
    page.wait_for_url("**/events/*.html")


def test_letters_can_be_kept_from_being_keys(page: Page, folder: Path):
    """A reader who dictates turns them off in the dialog; the choice is kept, and the button still opens it."""
    page.goto((folder / "timeline.html").as_uri())
    page.click("#keys-button")
    page.click("#keys-on")
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("j")
    walked = page.evaluate("Boolean(document.activeElement.closest('[data-facets]'))")
    page.click("#keys-button")

    assert not walked
    assert not page.is_checked("#keys-on")


@pytest.mark.parametrize("width", [320, 390])
def test_a_phone_has_all_filters(browser: Browser, folder: Path, width: int):
    """Nothing is wider than a phone, also with everything open, and every control is large enough for a finger."""
    context = browser.new_context(viewport={"width": width, "height": 760}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto((folder / "timeline.html").as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    small = page.evaluate(
        "Array.from(document.querySelectorAll('.filters :is(input, select, button), summary'))"
        ".filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 24).map(one => one.outerHTML)"
    )
    context.close()

    assert (0, []) == (over, small)


def test_reading_without_scripts(browser: Browser, folder: Path):
    """Without scripts: the whole list, its quotes, both clocks, and the pages of years and kinds, step by step."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "timeline.html").as_uri())
    listed, offered = len(titles(page)), page.is_visible("#filters")
    page.locator(".opened summary").first.click()
    quoted = page.locator(".told").first.is_visible()
    page.click(".clocks a:not([aria-current])")
    again = len(titles(page))
    page.goto((folder / "timeline.html").as_uri())
    page.click("#y2001 .year-head a")
    page.click(".steps a[rel=next]")
    context.close()

    assert (len(sample.EVENTS), False, True, len(sample.EVENTS)) == (listed, offered, quoted, again)
    assert page.url.endswith("years/2005.html")


def test_paper_has_every_entry_and_its_sources(page: Page, folder: Path, tmp_path: Path, words: Callable[[Path], str]):
    """The printed timeline holds every title, numbered sources with readable addresses, and no furniture."""
    page.goto((folder / "timeline.html").as_uri())
    page.pdf(path=str(tmp_path / "timeline.pdf"), format="A4", prefer_css_page_size=True)
    found = words(tmp_path / "timeline.pdf")

    assert [] == [event.title["id"] for event in sample.EVENTS if event.title["id"] not in found]
    assert "[1, 2, 3, 4]" in found
    assert "example.org/danau" in found
    assert not [one for one in ("Saringan", "Tombol", "Lewati") if one in found]


@pytest.fixture
def words() -> Callable[[Path], str]:
    """Read the text of a printed page, as one line."""

    def read(path: Path) -> str:
        try:
            done = subprocess.run(["pdftotext", str(path), "-"], check=True, capture_output=True, text=True)
        except FileNotFoundError:
            pytest.skip("pdftotext (poppler) is not installed")
        return " ".join(done.stdout.split())

    return read


def test_filters_reach_all_of_a_large_timeline(page: Page, many: Path):
    """Above a page's measure the filters find every entry, also those that the page does not show."""
    page.goto((many / "timeline.html").as_uri())
    before = len(titles(page))
    option = page.locator("#filter-kind option").nth(1)
    value = option.get_attribute("value")
    page.select_option("#filter-kind", value)
    page.wait_for_selector("#found .story")
    first = len(titles(page))
    total = int(page.inner_text("#filter-count").split()[0].replace(".", ""))
    page.click("#more-found button")

    assert before == chronology.OUTLINE
    assert f"({total})" in option.inner_text()
    assert first < total
    assert first < len(titles(page)) <= total


def test_a_large_timeline_walks_and_shares_alike(page: Page, many: Path):
    """Keys and addresses work on found entries as on listed ones, in the chosen order."""
    page.goto((many / "reported.html").as_uri() + "#grain=day&order=newest")
    page.wait_for_selector("#found .story")
    years = [int(text) for text in page.locator("#found h2").all_inner_texts()]
    page.keyboard.press("j")
    page.keyboard.press("j")

    assert sorted(years, reverse=True) == years
    assert page.evaluate("document.querySelectorAll('#found .card-title a')[1] === document.activeElement")

"""The search in a real browser, from disk: typing, keys, slips, forms of words, filters, shared links, no scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from site_src import pages, search
from site_src.render import templates
from tests.laying import lay
from tests.pages import sample
from tests.search.invented import DOCUMENTS
from tests.waiting import until


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the sample's pages with an index of invented documents."""
    root, known = tmp_path_factory.mktemp("site"), sample.topic()
    planned = pages.plan(sample.TIMELINE, known, {"id": sample.pack()}, (), languages=("id", "en"))
    index = search.index(DOCUMENTS, languages=("id", "en"))
    return lay(root, [*templates.render(planned, known), *templates.assets().items(), *index.items()])


@pytest.fixture
def page(browser) -> Iterator[object]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def titles(page) -> list[str]:
    """Give the titles on the page once they are those of what was asked last."""
    until(
        page,
        "document.getElementById('search').dataset.ready === document.getElementById('search').dataset.asked",
    )
    return [text.strip() for text in page.locator(".found-title").all_inner_texts()]


def found(page, query: str) -> list[str]:
    page.fill("#search-text", query)
    return titles(page)


def test_forms_of_a_word_are_found(page, folder: Path):
    """One form of a word finds the others, the very form before them, also forms that no text has."""
    page.goto((folder / "search.html").as_uri())

    assert ["Avalon masuk", "Cordova menunggu"] == found(page, "bergabung ")
    assert ["Cordova menunggu", "Avalon masuk"] == found(page, "bergabungnya ")
    assert ["Avalon masuk", "Cordova menunggu"] == sorted(found(page, "gabung "))
    assert ["Avalon masuk", "Cordova menunggu"] == sorted(found(page, "penggabungan "))
    assert ["Belmora masuk"] == found(page, "joined ") == found(page, "joins ") == found(page, "join ")


def test_both_languages_search_the_same(page, folder: Path):
    """The English page finds Indonesian quotes and titles, and shows its own titles."""
    page.goto((folder / "en/search.html").as_uri())

    assert ["Lake League founded"] == found(page, "didirikan ") == found(page, "founded ")
    assert ["Avalon masuk", "Cordova menunggu"] == found(page, "bergabung ")
    assert "id" == page.get_attribute(".found-title a", "lang")


def test_typing_finds_beginnings(page, folder: Path):
    """While a word is being typed its beginning is enough."""
    page.goto((folder / "search.html").as_uri())
    page.locator("#search-text").press_sequentially("belm")

    assert ["Belmora masuk"] == titles(page)
    assert "1 hasil." == page.inner_text("#found")


def test_slips_are_forgiven_and_told(page, folder: Path):
    """A word that stands nowhere is taken for the one beside it, and the page says so; one far off finds nothing."""
    page.goto((folder / "search.html").as_uri())
    slip = found(page, "dramagard ")
    told = page.inner_text("#found")
    nothing = found(page, "xyzzyx ")

    assert ["Puncak di Dramagrad"] == slip
    assert "1 hasil. “dramagard” tidak terdapat di sini; yang ditampilkan: dramagrad." == told
    assert [] == nothing
    assert "Tidak ada yang ditemukan. “xyzzyx” tidak terdapat di sini." == page.inner_text("#found")


def test_accents_do_not_matter(page, folder: Path):
    """Names are found with and without their marks, and are marked whole; what articles say is text, never markup."""
    page.goto((folder / "search.html").as_uri())
    plain = found(page, "jose ")

    assert ["José Ibarra", "Puncak di Dramagrad"] == plain == found(page, "JOSÉ ")
    assert ["José", "José"] == page.locator(".found mark").all_inner_texts()
    assert "<img src=x onerror=alert(1)> José memimpin sidang puncak." == page.inner_text(".snippet")
    assert 0 == page.locator("#results img").count()


def test_filters_combine_and_are_kept_in_the_address(page, folder: Path):
    """Sort, kind and years narrow together; the address opens the same view, in the other language too."""
    page.goto((folder / "search.html").as_uri())
    all_found = found(page, "avalon")
    page.check("input[value=country]", force=True)
    country = titles(page)
    page.check("input[value='']", force=True)
    page.fill("#search-text", "")
    page.select_option("#search-kind", "status")
    page.fill("#search-from", "2005")
    page.fill("#search-to", "2012")
    narrowed, address = titles(page), page.url
    page.goto("about:blank")
    page.goto(address)
    again = titles(page)
    page.click("a[data-switch][lang=en]")
    page.wait_for_url("**/en/search.html#*")

    assert ["Avalon", "Avalon masuk"] == all_found
    assert ["Avalon"] == country
    assert ["Belmora masuk"] == narrowed == again == titles(page)
    assert page.url.endswith("en/search.html#kind=status&from=2005&to=2012")


def test_order_by_time(page, folder: Path):
    """Results can stand by time; what has no year stands last."""
    page.goto((folder / "search.html").as_uri() + "#q=avalon&order=newest")
    newest = titles(page)
    page.goto((folder / "search.html").as_uri() + "#kind=status&order=oldest")

    assert ["Avalon masuk", "Avalon"] == newest
    assert ["Avalon masuk", "Belmora masuk", "Cordova menunggu"] == titles(page)


def test_keys_walk_the_results(page, folder: Path):
    """Down and up go through the results, Enter goes to the first and opens it, Escape leads back and clears."""
    page.goto((folder / "search.html").as_uri())
    focused = "document.activeElement.textContent.trim()"
    found(page, "avalon")
    walk = []
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
        walk.append(page.evaluate(focused))
    page.keyboard.press("Escape")
    back = page.evaluate("document.activeElement.id")
    page.keyboard.press("Escape")
    cleared = page.input_value("#search-text")
    found(page, "avalon")
    page.keyboard.press("Enter")
    until(page, "document.activeElement.closest('.found')")
    page.keyboard.press("Enter")
    page.wait_for_url("**/countries/index.html")

    assert ["Avalon", "Avalon masuk", "Avalon masuk", "Avalon"] == walk
    assert ("search-text", "") == (back, cleared)


def test_slash_leads_to_the_search_from_every_page(page, folder: Path):
    """`/` focuses the field in the header; Enter shows what was found. On a phone the key opens the search page."""
    page.goto((folder / "en/countries/index.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("belmora")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/search.html#q=belmora")
    wide = titles(page)
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto((folder / "index.html").as_uri())
    page.keyboard.press("/")
    page.wait_for_url("**/search.html")

    assert ["Belmora masuk"] == wide
    assert "search-text" == page.evaluate("document.activeElement.id")
    assert 390 == page.evaluate("document.documentElement.scrollWidth")


def test_partial_matches_are_told(page, folder: Path):
    """Where nothing has all the words, what has some of them is shown, and the page says so."""
    page.goto((folder / "search.html").as_uri() + "#q=cordova+belmora")

    assert ["Belmora masuk", "Cordova menunggu"] == sorted(titles(page))
    assert "Tidak ada yang memuat semua kata" in page.inner_text("#found")


def test_without_scripts_it_offers_the_lists(browser, folder: Path):
    """Without JavaScript every header links to the search page, which says what it needs and offers the lists."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "index.html").as_uri())
    page.click(".finder-link")
    told, links = page.inner_text("noscript"), page.locator(".hint-lists a").all_inner_texts()
    form = page.is_visible("#search")
    context.close()

    assert told.startswith("Pencarian memerlukan skrip")
    assert (False, ["Linimasa", "Klaim", "Negara", "Artikel"]) == (form, links)


def test_the_head_of_every_page_searches(page, folder: Path):
    """The field in a page's head opens the search with its words, by its button too; without words it waits for some."""
    start = (folder / "index.html").as_uri()
    page.goto(start)
    page.click(".finder-go")
    waiting = page.url, page.evaluate("document.activeElement.type")
    page.keyboard.type("belmora")
    page.click(".finder-go")
    page.wait_for_selector("#results li")

    assert (start, "search") == waiting
    assert page.url.endswith("search.html#q=belmora")
    assert titles(page)

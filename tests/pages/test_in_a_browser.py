"""The pages in a real browser, from disk: filters, keys, the language switch, narrow screens, no scripts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from site_src import pages, search
from site_src.render import templates
from tests.laying import lay
from tests.pages import sample
from tests.waiting import until


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the sample's pages, without charts, to a folder."""
    root = tmp_path_factory.mktemp("site")
    known = sample.topic()
    planned = pages.plan(sample.TIMELINE, known, {"id": sample.pack()}, (), languages=("id", "en"))
    documents = pages.documents(
        pages.open_desks(sample.TIMELINE, known, {"id": sample.pack()}, (), languages=("id", "en"))
    )
    index = search.index(documents, languages=("id", "en"))
    return lay(root, [*templates.render(planned, known), *templates.assets().items(), *index.items()])


@pytest.fixture
def page(browser) -> Iterator[object]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def shown(page) -> list[str]:
    return [text.strip() for text in page.locator(".card-title:visible").all_inner_texts()]


def test_filters_combine_and_are_kept_in_the_address(page, folder: Path):
    """Words and kinds narrow the list together; the address opens the same view again."""
    page.goto((folder / "timeline.html").as_uri())
    page.fill("#filter-text", "belmora")
    page.select_option("#filter-kind", "status")
    narrowed, address = shown(page), page.url
    page.goto("about:blank")
    page.goto(address)

    assert ["Belmora menjadi pengamat", "Belmora dijadwalkan bergabung"] == narrowed == shown(page)
    assert "2 dari 7 peristiwa" == page.inner_text("#filter-count")


def test_filters_can_be_cleared(page, folder: Path):
    """One button brings every entry back."""
    page.goto((folder / "timeline.html").as_uri() + "#state=planned")
    narrowed = shown(page)
    page.click("button[type=reset]")
    until(page, "!location.hash")

    assert ["Belmora dijadwalkan bergabung"] == narrowed
    assert len(sample.EVENTS) == len(shown(page))


def test_keys_walk_the_timeline(page, folder: Path):
    """`j` and `k` go from entry to entry, `/` to the filter, Escape out of it."""
    page.goto((folder / "timeline.html").as_uri())
    focused = "document.activeElement.textContent.trim()"
    walk = []
    for key in "jjk":
        page.keyboard.press(key)
        walk.append(page.evaluate(focused))
    page.keyboard.press("/")
    page.keyboard.type("puncak tak ada")
    nothing = page.is_visible("#nothing")
    page.keyboard.press("Escape")

    assert ["Sebuah awal", "Perhimpunan Danau didirikan", "Sebuah awal"] == walk
    assert nothing
    assert len(sample.EVENTS) == len(shown(page))


def test_language_switch_keeps_the_filter(page, folder: Path):
    """The other language opens at the same page with the same view."""
    page.goto((folder / "timeline.html").as_uri() + "#kind=founding")
    page.click("a[hreflang=en]")

    assert page.url.endswith("en/timeline.html#kind=founding")
    assert ["In English: Perhimpunan Danau didirikan"] == shown(page)


def test_strip_leads_to_its_year(page, folder: Path):
    """A column of the strip leads to its year."""
    page.goto((folder / "index.html").as_uri())
    page.locator(".strip-fine a").last.click()

    assert page.url.endswith("timeline.html#y2024")
    assert page.locator("#y2024").is_visible()


def test_everything_is_there_without_scripts(browser, folder: Path):
    """Without scripts the whole list is there and the filters are not offered."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "timeline.html").as_uri())
    titles, filters = shown(page), page.is_visible("#filters")
    context.close()

    assert (len(sample.EVENTS), False) == (len(titles), filters)


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_is_wider_than_the_screen(browser, folder: Path, width: int):
    """No page scrolls sideways, down to 320 pixels."""
    context = browser.new_context(viewport={"width": width, "height": 700})
    page = context.new_page()
    wider = {}
    for path in sorted(folder.rglob("*.html")):
        page.goto(path.as_uri())
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if over > 0:
            wider[path.relative_to(folder).as_posix()] = over
    context.close()

    assert {} == wider


def test_nothing_is_asked_of_the_network(page, folder: Path):
    """Every page loads from its folder, without an error and without a breach of its policy."""
    trouble: list[str] = []
    root = folder.as_uri()
    page.on("request", lambda request: request.url.startswith((root, "data:")) or trouble.append(request.url))
    page.on("console", lambda message: message.type == "error" and trouble.append(message.text))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    for path in sorted(folder.rglob("*.html")):
        page.goto(path.as_uri())

    assert [] == trouble


def test_print_has_every_entry(page, folder: Path):
    """The printed timeline holds every entry and no furniture."""
    page.goto((folder / "timeline.html").as_uri())
    page.emulate_media(media="print")

    assert len(sample.EVENTS) == len(shown(page))
    assert not page.is_visible("#filters")
    assert not page.is_visible(".masthead")

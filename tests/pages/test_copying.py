"""References in a browser, from disk: buttons that copy them, and text to select where no script runs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from site_src import pages
from site_src.render import templates
from tests.laying import lay
from tests.pages import sample

ENTRY = "en/events/2022-06-application.html"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write one entry's page with its styles and scripts to a folder."""
    root = tmp_path_factory.mktemp("site")
    known = sample.topic()
    planned = pages.plan(sample.TIMELINE, known, {"id": sample.pack()}, (), languages=("id", "en"))
    entry = [page for page in planned if page.path == ENTRY]
    return lay(root, [*templates.render(entry, known), *templates.assets().items()])


@pytest.fixture(params=[True, False], ids=["clipboard", "no-clipboard"])
def page(browser, request: pytest.FixtureRequest) -> Iterator[object]:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"] if request.param else [])
    if not request.param:
        context.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    yield context.new_page()
    context.close()


def test_a_button_copies_and_says_so(page, folder: Path):
    """A press copies the reference, with the browser's clipboard or by selecting it, and a line says that it did."""
    page.goto((folder / ENTRY).as_uri())
    page.click("[data-copy=cite-apa]")
    page.locator(".cite-said", has_text="Copied.").wait_for(timeout=5000)

    assert "Copied." == page.inner_text(".cite-said")


def test_without_scripts_the_text_is_there(browser, folder: Path):
    """No button shows that does nothing, and every format can be opened and read."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / ENTRY).as_uri())
    page.click(".cite-data summary")
    shown = page.locator("[data-copy]:visible").count()
    text = page.inner_text("#cite-ris")
    context.close()

    assert (0, "TY  - ELEC") == (shown, text.splitlines()[0])

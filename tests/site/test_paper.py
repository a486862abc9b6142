"""What stays on paper: an entry, a year and the whole timeline, each with its sources numbered and their addresses to read."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.site.sites import data

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FURNITURE = ("Langsung ke isi", "Saringan lain", "Menurut pemberitaan", "Hapus saringan")
Print = Callable[[Path], str]


@pytest.fixture(scope="module")
def printed(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Print]:
    """Print a page and give its words without any space, since paper breaks lines and addresses anywhere."""
    context = browser.new_context()
    page, paper = context.new_page(), tmp_path_factory.mktemp("paper") / "page.pdf"

    def words(path: Path) -> str:
        page.goto(path.as_uri())
        page.pdf(path=str(paper), format="A4", prefer_css_page_size=True)
        try:
            done = subprocess.run(["pdftotext", "-raw", str(paper), "-"], check=True, capture_output=True, text=True)
        except FileNotFoundError:
            pytest.skip("pdftotext (poppler) is not installed")
        return packed(done.stdout)

    yield words
    context.close()


def packed(text: str) -> str:
    """Take out every space, and the hyphens at which addresses may be broken."""
    return "".join(text.split()).replace("-", "").replace("\u00ad", "")


def addresses(site: Path, articles: set[str]) -> set[str]:
    """Give the addresses of the reports that some articles tell again."""
    return {
        one["url"] for row in data(site, "articles") if row["id"] in articles for one in row["retells"] if one["url"]
    }


def told_in(events: list[dict[str, object]]) -> set[str]:
    return {proof["article"] for event in events for proof in event["evidence"]}  # type: ignore[attr-defined]


def test_whole_timeline(shipped: Path, printed: Print):
    """Every entry's title is there, how to read the marks, every source's address, and no furniture."""
    events = data(shipped, "events")
    words = printed(shipped / "timeline.html")

    assert [] == [event["id"] for event in events if packed(event["title"]["id"]) not in words]
    assert [] == [url for url in sorted(addresses(shipped, told_in(events))) if packed(url) not in words]
    assert packed("Sumber menyebut harinya.") in words
    assert [] == [one for one in FURNITURE if packed(one) in words]


def test_year(shipped: Path, printed: Print):
    """A year's page has its entries and their sources, and no others."""
    events = [event for event in data(shipped, "events") if event["earliest"].startswith("2022")]
    words = printed(shipped / "years" / "2022.html")

    assert events
    assert [] == [event["id"] for event in events if packed(event["title"]["id"]) not in words]
    assert [] == [url for url in sorted(addresses(shipped, told_in(events))) if packed(url) not in words]


def test_entry(shipped: Path, printed: Print):
    """An entry's page has every quote, also those that a reader would have to open, and every source with its address."""
    event = max(data(shipped, "events"), key=lambda one: (len(one["evidence"]), one["id"]))
    words = printed(shipped / "events" / f"{event['id']}.html")

    assert [] == [proof["quote"] for proof in event["evidence"] if packed(proof["quote"]) not in words]
    assert [] == [url for url in sorted(addresses(shipped, told_in([event]))) if packed(url) not in words]
    assert [] == [one for one in FURNITURE if packed(one) in words]

"""The page that holds everything, opened in a real browser from disk."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lxml import html

from tests.editions.made import FIKTIF, folded
from tests.site.run import linimasa
from tests.site.test_in_a_browser import SPY

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Edition = Callable[..., Path]
Events = list[dict[str, Any]]


def opened(browser: Browser, file: Path, **settings: Any) -> tuple[Page, list[str]]:
    """Open a file and collect every request but its own, every error, and every breach of its policy."""
    context = browser.new_context(**settings)
    trouble: list[str] = []
    context.add_init_script(SPY)
    context.on("request", lambda one: one.url.startswith((file.as_uri(), "data:")) or trouble.append(one.url))
    context.on("console", lambda one: trouble.append(one.text))
    context.on("weberror", lambda one: trouble.append(str(one.error)))
    page = context.new_page()
    page.goto(file.as_uri())
    return page, trouble


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("width", [390, 1280])
def test_it_opens_from_disk_and_asks_for_nothing(browser: Browser, edition: Edition, scripts: bool, width: int):
    """Not one request, not one complaint of the policy, and nothing stands out of a phone's screen."""
    size = {"width": width, "height": 800}
    page, trouble = opened(browser, edition("single"), java_script_enabled=scripts, viewport=size)
    wide = page.evaluate("document.documentElement.scrollWidth") if scripts else width
    colour = page.locator("h2").first.is_visible()
    page.context.close()

    assert ([], width, True) == (trouble, wide, colour)


def test_every_entry_is_in_it(edition: Edition, events: Events):
    """Each entry has its title and every sentence that says so, in order of time."""
    whole = html.parse(str(edition("single")))
    found = {one.get("id")[2:]: folded(one.text_content()) for one in whole.xpath("//section[@id='timeline']//article")}
    without = [
        (event["id"], words)
        for event in events
        for words in (event["title"]["id"], *(proof["quote"] for proof in event["evidence"]))
        if folded(words) not in found[event["id"]]
    ]

    assert ([], len(events)) == (without, len(found))


def test_links_lead_inside(edition: Edition):
    """Every link of the page has its place in it, or goes to a source on the web; no id stands twice."""
    whole = html.parse(str(edition("single")))
    ids = whole.xpath("//@id")
    inside = {link[1:] for link in whole.xpath("//@href") if link.startswith("#")}
    others = {link for link in whole.xpath("//@href") if not link.startswith(("#", "http", "data:,"))}

    assert (set(), set(), len(ids)) == (inside - set(ids), others, len(set(ids)))


def test_charts_are_pictures_with_their_figures(edition: Edition):
    """Charts stand as SVG with tables; the chart library is not in the page."""
    whole = html.parse(str(edition("single")))

    assert whole.xpath("//section[@id='charts']//*[local-name()='svg']")
    assert whole.xpath("//section[@id='charts']//table//td")
    assert "plotly" not in edition("single").read_text("utf-8").replace("js-plotly", "").lower().partition("<body>")[2]


def test_search_narrows_the_entries(browser: Browser, edition: Edition, events: Events):
    """Words narrow the entries to those that hold all of them; without them everything is back."""
    page, trouble = opened(browser, edition("single"))
    word = events[0]["title"]["id"].split()[-1]
    page.fill("#finder input", word.upper())
    shown = page.locator("#timeline article:visible")
    some, all_fit = shown.count(), all(word.lower() in text.lower() for text in shown.all_inner_texts())
    page.fill("#finder input", "")
    back = page.locator("#timeline article:visible").count()
    page.context.close()

    assert ([], True, len(events)) == (trouble, all_fit, back)
    assert 0 < some < len(events)


def test_five_hundred_entries_fit_in_two_megabytes(tmp_path: Path):
    """Five hundred reported entries, with charts and sources, are less than 2 MB."""
    lines = [
        {
            "id": f"kabar-{number}",
            "title": f"Dermaga ke-{number} dibuka di Kereng",
            "outlet": "Kabar Velinor",
            "published": f"{1980 + number // 12}-{number % 12 + 1:02}-17",
            "text": f"Kereng, 17/{number % 12 + 1}/{1980 + number // 12}. Dermaga ke-{number} dibuka pada "
            f"16/{number % 12 + 1}/{1980 + number // 12} oleh pemerintah Kereng di hadapan para tamu dari negara "
            "tetangga, yang menyebutnya sebagai langkah penting bagi perdagangan di kawasan itu.",
        }
        for number in range(500)
    ]
    articles = tmp_path / "articles.jsonl"
    articles.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    words = ("--topic", FIKTIF, "--articles", articles)
    done = linimasa("export", "single", *words, "--output", tmp_path / "all.html")
    held = html.parse(str(tmp_path / "all.html")).xpath("//section[@id='timeline']//article")

    assert 0 == done.returncode
    assert 500 <= len(held)
    assert (tmp_path / "all.html").stat().st_size < 2_000_000

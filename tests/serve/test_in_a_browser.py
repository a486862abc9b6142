"""An editor at work: what is written is seen, a mistake is seen with its place, and mended it is gone."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.serve.running import Running, serving
from tests.site.sites import FIKTIF, data

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture
def topic(tmp_path: Path) -> Path:
    """A copy of the invented topic that a test may edit."""
    return Path(shutil.copytree(FIKTIF, tmp_path / "topic"))


def _until(page: Page, holds: Callable[[Page], bool], seconds: float = 60) -> float:
    """Wait until a page is as wanted; give the seconds. A page that is just being left has no answer."""
    began = time.perf_counter()
    while time.perf_counter() - began < seconds:
        try:
            if holds(page):
                return time.perf_counter() - began
        except Exception as error:
            if "navigat" not in str(error) and "destroyed" not in str(error):
                raise
        time.sleep(0.01)
    raise AssertionError(page.content()[:3000])


def _says(words: str) -> Callable[[Page], bool]:
    return lambda page: words in page.inner_text("body")


def _open(browser: Browser, running: Running, path: str, complaints: list[str]) -> Page:
    page = browser.new_page()
    page.on("console", lambda one: complaints.append(one.text) if one.type == "error" else None)
    page.on("pageerror", lambda one: complaints.append(str(one)))
    page.goto(f"http://127.0.0.1:{running.port}/{path}")
    return page


def test_edit_break_mend(browser: Browser, topic: Path, tmp_path: Path) -> None:
    """An edited article shows itself; a broken table line shows its place and what stands there, with a way to the site; mended, the page is back."""
    complaints: list[str] = []
    article, table = topic / "articles" / "baru.txt", topic / "tables" / "membership.csv"
    article.write_text("Pawai pertama\n\nWarga Kota Lama berkumpul pada 3 Mei 2020.\n", "utf-8")
    with serving(tmp_path, "--topic", topic, "--output", tmp_path / "site") as running:
        running.wait_for("built in")
        page = _open(browser, running, "articles/baru.html", complaints)
        _until(page, _says("Pawai pertama"))

        article.write_text("Pawai kedua\n\nWarga Kota Lama berkumpul pada 3 Mei 2020.\n", "utf-8")
        seconds = _until(page, _says("Pawai kedua"))
        print(f"\nchange -> browser shown again: {seconds:.2f} s")

        lines = table.read_text("utf-8")
        table.write_text(f"{lines}QQQ,x,y\n", "utf-8")
        _until(page, _says(f"membership.csv:{lines.count(chr(10)) + 1}"))
        stands = page.inner_text("body")
        page.click("a")
        _until(page, _says("Pawai kedua"))
        page.click("nav a >> nth=1")
        beyond = page.url

        table.write_text(lines, "utf-8")
        other = _open(browser, running, "articles/baru.html", complaints)
        _until(other, _says("Pawai kedua"))
        running.end()
    failed = [one for one in complaints if "503" not in one and "ERR_CONNECTION" not in one and "INCOMPLETE" not in one]

    assert "QQQ,x,y" in stands
    assert ".linimasa" not in beyond
    assert failed == []
    assert b"Pawai kedua" in (tmp_path / "site" / "articles" / "baru.html").read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="such names cannot be made there")
def test_hostile_names(browser: Browser, topic: Path, tmp_path: Path) -> None:
    """What is wrong is shown as text, whatever a file is called and whatever stands in it: nothing of it acts."""
    name, mark = "<img src=x onerror=alert(1)>", "\"'><script>alert(2)<!--"
    (topic / "articles" / f"{name}.md").write_bytes(b"")
    (topic / "events").mkdir(exist_ok=True)
    (topic / "events" / f"{name}.md").write_text("x", "utf-8")
    (topic / "pages" / f"{mark}.md").write_text("x", "utf-8")
    (topic / "events" / "\u202elive\u2066.md").write_text("x", "utf-8")
    table = topic / "tables" / "membership.csv"
    table.write_text(f"{table.read_text('utf-8')}<svg onload=alert(3)>,<b>x,y\n", "utf-8")
    seen: list[str] = []
    with serving(tmp_path, "--topic", topic, "--output", tmp_path / "site") as running:
        running.wait_for("built without")
        page = browser.new_page()
        page.on("dialog", lambda one: (seen.append(one.message), one.dismiss()))
        page.on("console", lambda one: seen.append(one.text) if "policy" in one.text.lower() else None)
        page.on("request", lambda one: seen.append(one.url) if one.url.endswith("/x") else None)
        page.goto(f"http://127.0.0.1:{running.port}/index.html")
        _until(page, _says("membership.csv:"))
        page.wait_for_timeout(300)
        words = page.inner_text("main")
        tags = page.eval_on_selector_all("main *", "all => [...new Set(all.map(one => one.localName))].sort()")
        running.end()

    assert seen == []
    assert all(
        one in words for one in (f"events/{name}.md", f"{mark}.md", "<svg onload=alert(3)>,<b>x,y", f"{name}.md: error")
    )
    assert "\u202e" not in words
    assert set(tags) <= {"h1", "p", "ul", "li", "pre", "a"}


def test_new_page_shows_itself(browser: Browser, topic: Path, tmp_path: Path) -> None:
    """Whoever waits at an address where nothing stands sees its page when it comes."""
    with serving(tmp_path, "--topic", topic, "--output", tmp_path / "site") as running:
        running.wait_for("built in")
        page = _open(browser, running, "articles/nanti.html", [])
        before = page.title()
        (topic / "articles" / "nanti.txt").write_text("Kabar nanti\n\nWarga berkumpul pada 3 Mei 2020.\n", "utf-8")
        _until(page, _says("Kabar nanti"))

    assert "Kabar nanti" not in before


def test_first_build(browser: Browser, topic: Path, tmp_path: Path) -> None:
    """Before there is a site, the browser says that it is being built, and shows it when it is."""
    with serving(tmp_path, "--topic", topic, "--output", tmp_path / "site") as running:
        page = _open(browser, running, "", [])
        _until(page, lambda one: "Meranta" in one.title())

        assert data(tmp_path / "site", "events")


def test_own_pages_look_right(browser: Browser, topic: Path, tmp_path: Path) -> None:
    """The page about what is wrong has its style under its own policy, and fits a phone."""
    (topic / "tables" / "membership.csv").open("a", encoding="utf-8").write("QQQ," + "x" * 300 + ",y\n")
    complaints: list[str] = []
    with serving(tmp_path, "--topic", topic, "--output", tmp_path / "site", "--languages", "en") as running:
        running.wait_for("built without")
        page = _open(browser, running, "index.html", complaints)
        page.set_viewport_size({"width": 390, "height": 800})
        wide = page.evaluate("document.documentElement.scrollWidth")
        colour = page.evaluate("getComputedStyle(document.body).borderTopColor")
        words = page.inner_text("h1")

    assert wide <= 390
    assert colour != "rgb(0, 0, 0)"
    assert words == "The site is built without the lines that are wrong"
    assert [one for one in complaints if "Content Security" in one] == []

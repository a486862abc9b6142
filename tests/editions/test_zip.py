"""The site in a zip, unpacked somewhere and read in a real browser from disk."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tests.site.test_in_a_browser import trouble_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def test_zip_holds_the_site_and_its_manifest(edition: Callable[..., Path], fiktif: Path):
    """The files are those of a build, to the byte, and the manifest among them names each."""
    with zipfile.ZipFile(edition("zip")) as whole:
        files = {name.partition("/site/")[2]: whole.read(name) for name in whole.namelist() if "/site/" in name}
    manifest = json.loads(files["data/manifest.json"])
    built = {path.relative_to(fiktif).as_posix(): path.read_bytes() for path in fiktif.rglob("*") if path.is_file()}

    assert built == files
    assert {row["path"]: row["sha256"] for row in manifest["outputs"]} == {
        path: hashlib.sha256(body).hexdigest() for path, body in files.items() if path != "data/manifest.json"
    }


def test_zip_is_clicked_through_from_disk(edition: Callable[..., Path], browser: Browser, tmp_path: Path):
    """One page to start from leads to the site in both languages, with its styles, and asks nobody for anything."""
    place = tmp_path / "Meja kerja & lain-lain"
    with zipfile.ZipFile(edition("zip")) as whole:
        whole.extractall(place)
    (folder,) = place.iterdir()
    context = browser.new_context()
    trouble = trouble_of(context, place.as_uri())
    page = context.new_page()
    page.goto((folder / "START-HERE.html").as_uri())
    seen = []
    for number in range(2):
        page.locator("h2 a").nth(number).click()
        page.wait_for_load_state()
        page.locator(".main-nav a").first.click()
        page.wait_for_load_state()
        page.locator("main a[href*='events/']").first.click()
        page.wait_for_load_state()
        seen.append((page.locator("html").get_attribute("lang"), page.locator("h1").is_visible()))
        page.goto((folder / "START-HERE.html").as_uri())
    context.close()

    assert ([("id", True), ("en", True)], []) == (seen, trouble)
    assert ["START-HERE.html", "site"] == sorted(path.name for path in folder.iterdir())

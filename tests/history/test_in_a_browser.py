"""A renamed entry's old address, as readers open it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.history.topic import build, redate, release

if TYPE_CHECKING:
    from playwright.sync_api import Browser

OLD, NEW = "2003-06-20-charter-signed", "2003-06-21-charter-signed"


class Quiet(SimpleHTTPRequestHandler):
    """A web server without a log."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def renamed(released: Path, tmp_path: Path) -> Path:
    """The site after an entry was renamed and released."""
    redate(released)
    release(released)
    return build(released, tmp_path / "site")


@pytest.fixture
def served(renamed: Path) -> Iterator[str]:
    """The same site on this machine's web server."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(renamed))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_redirect(renamed: Path, served: str, browser: Browser, scripts: bool):
    """A rename followed by `release` leaves a working redirect: from disk and from http, in both languages, without scripts too."""
    found = []
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    for root in (renamed.as_uri(), served):
        for folder in ("", "en/"):
            page.goto(f"{root}/{folder}events/{OLD}.html")
            page.wait_for_url(f"{root}/{folder}events/{NEW}.html")
            found.append(page.locator("h1").inner_text())
    context.close()

    titles = ["Piagam Dewan Meranta ditandatangani", "Charter of the Meranta Council signed"]
    assert titles * 2 == found


def test_redirect_for_those_who_forbid_it(renamed: Path):
    """The page has a plain link as well, asks not to be indexed, and holds no script of its own."""
    text = (renamed / f"events/{OLD}.html").read_text("utf-8")

    assert f'<meta http-equiv="refresh" content="0; url={NEW}.html">' in text
    assert f'<a href="{NEW}.html">' in text
    assert '<meta name="robots" content="noindex">' in text

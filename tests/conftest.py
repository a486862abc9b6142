"""What all tests share: the browser, real clippings where there are any, and a fixed clock for hypothesis."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests import browser as browsers

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# The same examples on every run, and no failure because a machine was busy.
settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")

pytest_plugins = ["tests.site.sites"]

PROJECT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def project() -> Path:
    """The repository's own folder."""
    return PROJECT


@pytest.fixture(scope="session")
def clippings() -> Path:
    """The folder of real clippings that `LINIMASA_CLIPPINGS` names; without it the test is skipped."""
    named = os.environ.get("LINIMASA_CLIPPINGS")
    if not named:
        pytest.skip("LINIMASA_CLIPPINGS names no folder of real clippings")
    return Path(named)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium. Where there is none the test is skipped, and fails if `CI` is set."""
    program = browsers.find()
    if program is None:
        if os.environ.get("CI"):
            pytest.fail(browsers.MISSING)
        pytest.skip(browsers.MISSING)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        # Containers have no user namespaces for its sandbox, and the pages opened here are our own.
        running = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield running
        running.close()

"""The built sites in a real browser, from disk: every page kind, scripts on and off, and what a reader does there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.site.sites import data

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

SPY = "addEventListener('securitypolicyviolation', e => console.error('CSP', e.effectiveDirective, e.blockedURI))"


@pytest.fixture(params=["shipped", "fiktif"])
def site(request: pytest.FixtureRequest) -> Path:
    """Each of the two built sites."""
    found: Path = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def sources(event: dict[str, Any]) -> int:
    return len({evidence["article"] for evidence in event["evidence"]})


def disputed(event: dict[str, Any]) -> bool:
    return any(len(accounts) > 1 for accounts in event["accounts"].values())


KINDS = {
    "one source": lambda event: sources(event) == 1,
    "several sources": lambda event: sources(event) > 1,
    "several accounts": disputed,
    "planned": lambda event: event["stance"] == "planned",
    "tables only": lambda event: not sources(event),
}


def kinds(site: Path) -> list[str]:
    """Name a page of every kind, in both languages."""
    events = data(site, "events")
    chosen = [f"events/{next(event['id'] for event in events if fits(event))}.html" for fits in KINDS.values()]
    single = [path.name for path in sorted(site.glob("*.html"))]
    folders = [folder for folder in sorted(site.iterdir()) if folder.name != "en" and any(folder.glob("*.html"))]
    listed = [f"{folder.name}/index.html" for folder in folders if (folder / "index.html").exists()]
    largest = [max(folder.glob("*.html"), key=lambda path: (path.stat().st_size, path.name)) for folder in folders]
    names = dict.fromkeys((*single, *listed, *chosen, *(f"{path.parent.name}/{path.name}" for path in largest)))
    return [f"{language}{name}" for language in ("", "en/") for name in names]


def trouble_of(context: BrowserContext, root: str) -> list[str]:
    """Collect what must not happen: a request that leaves the folder or fails, an error, a breach of the policy."""
    trouble: list[str] = []
    context.add_init_script(SPY)
    context.on("request", lambda one: one.url.startswith((root, "data:", "blob:")) or trouble.append(one.url))
    context.on("requestfailed", lambda one: trouble.append(f"failed: {one.url}"))
    context.on("console", lambda one: one.type == "error" and trouble.append(one.text))
    context.on("weberror", lambda one: trouble.append(str(one.error)))
    return trouble


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_every_page_kind_opens_from_disk(browser: Browser, site: Path, scripts: bool):
    """Every kind of page has its text, asks nobody outside its folder, and nothing goes wrong on it."""
    context = browser.new_context(java_script_enabled=scripts)
    trouble = trouble_of(context, site.as_uri())
    page = context.new_page()
    bare = []
    for name in kinds(site):
        # The charts fetch their library: leaving before it has come would cut that off, as any browser does.
        page.goto((site / name).as_uri(), wait_until="networkidle" if name.endswith("charts.html") else "load")
        if len(page.locator("main").inner_text()) < 40 or not page.locator("h1").is_visible():
            bare.append(name)
    context.close()

    assert ([], []) == (trouble, bare)


def test_filters_narrow_the_real_timeline(page: Page, shipped: Path):
    """What articles report can be seen without what only tables have, and the address keeps the choice."""
    page.goto((shipped / "timeline.html").as_uri())
    page.click("#more-filters > summary")
    page.select_option("#filter-state", "reported")
    page.wait_for_url("**#state=reported")
    told = sum(sources(event) > 0 for event in data(shipped, "events"))

    assert told == page.locator(".card:visible, .under:visible").count()
    assert 0 == page.locator(".card-quiet:visible").count()


def test_filters_are_not_offered_without_scripts(browser: Browser, shipped: Path):
    """Without scripts every entry is listed, and nothing is shown that would not work."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((shipped / "timeline.html").as_uri())
    found = page.locator(".card:visible, .under:visible").count(), page.is_visible("#filters")
    context.close()

    assert (len(data(shipped, "events")), False) == found


def test_language_switch_stays_on_every_page_kind(page: Page, fiktif: Path):
    """The switch leads to the same page in the other language, and back."""
    for name in kinds(fiktif)[::5]:
        page.goto((fiktif / name).as_uri())
        page.click("a[data-switch]:not([aria-current])")
        page.click("a[data-switch]:not([aria-current])")

        assert page.url == (fiktif / name).as_uri()


def borne_out(claim: dict[str, Any]) -> bool:
    """Tell whether a claim is a status that the tables bear out and that no other claim contradicts."""
    disputed = any(relation["kind"] == "contradicts" for relation in claim["relations"])
    holds = claim["data_check"] is not None and claim["data_check"]["verdict"] == "holds"
    return claim["unit"] == "status" and holds and not disputed


def test_a_claim_at_a_glance_leads_to_its_details(page: Page, shipped: Path):
    """Every claim has a line that leads to its quotes and its sum; what the tables bear out of a status is folded away."""
    page.goto((shipped / "claims.html").as_uri())
    claims = data(shipped, "claims")
    lines = page.locator(".glance li[id]")
    found = lines.count(), page.locator(".glance-measure:visible").count()
    page.locator(".glance-measure:visible").last.click()

    assert (len(claims), sum(not borne_out(claim) for claim in claims)) == found
    assert page.locator(":target.verdict").is_visible()


def test_a_claim_keeps_its_place_among_all(page: Page, shipped: Path):
    """The address of a claim on the page of all claims shows its line, also where it was folded away."""
    borne = next(claim for claim in data(shipped, "claims") if borne_out(claim))
    page.goto((shipped / "claims.html").as_uri() + f"#claim-{borne['id']}")

    assert page.locator(":target .glance-measure").is_visible()


def test_chart_button_brings_the_picture(page: Page, shipped: Path):
    """The button under a chart brings back the picture in the interactive chart's place."""
    page.goto((shipped / "charts.html").as_uri(), wait_until="networkidle")
    page.mouse.move(5, 5)
    page.wait_for_selector(".chart.is-interactive .js-plotly-plot")
    id = page.locator(".chart:has(.js-plotly-plot)").first.get_attribute("id")
    page.wait_for_timeout(700)  # who presses while the chart comes by itself does not mean to take it away
    page.locator(f".chart-block:has(#{id}) .chart-toggle").click()

    assert page.locator(f"#{id} svg.chart-picture:visible").count() == 1


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_wider_than_the_screen(browser: Browser, site: Path, width: int):
    """No kind of page scrolls sideways."""
    context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    wider = {}
    for name in kinds(site):
        page.goto((site / name).as_uri())
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if over > 0:
            wider[name] = over
    context.close()

    assert {} == wider


def test_print_has_the_figures_and_their_sums(page: Page, shipped: Path):
    """On paper what a reader would have to open stands open, and furniture is gone."""
    page.goto((shipped / "claims" / "gdp-share.html").as_uri())
    page.emulate_media(media="print")

    assert not page.is_visible(".masthead")
    assert page.locator(".sum").first.is_visible()

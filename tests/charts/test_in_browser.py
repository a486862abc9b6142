"""Charts in a browser: with either bundle, from a disk and from a server, by pointer and by keys, and without scripts."""

from __future__ import annotations

import functools
import http.server
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_src import charts
from site_src.charts.bundles import BASIC
from site_src.model import Chart
from tests.charts.reported import everything, measured
from tests.laying import lay

ASSETS = Path(__file__).parents[2] / "templates" / "assets"
WATCH = """
self.violations = [];
addEventListener('securitypolicyviolation', event => violations.push(event.violatedDirective + ' ' + event.blockedURI));
"""


def switches(chart: Chart) -> str:
    """Write a chart's boxes and choices as a page has them."""
    first = chart.switches[:1]
    return "".join(
        f'<label><input type="{"radio" if one.choice else "checkbox"}" name="{chart.id if one.choice else ""}"'
        f' data-shows="{one.layer}"{" checked" if not one.choice or one in first else ""}> {one.label["en"]}</label>'
        for one in chart.switches
    )


@pytest.fixture(scope="module", params=["basic", "wheel"])
def site(request, tmp_path_factory, project) -> Path:
    """A page with all charts of the league, under the site's policy."""
    if request.param == "basic" and not (project / BASIC).is_dir():
        pytest.skip("the small bundle is not installed: run npm ci")
    topic = measured(*charts.KINDS)
    drawn = charts.draw(topic, languages=("en",), **everything())
    bundle = charts.bundle(request.param, project)
    files = dict(charts.files(drawn, topic, bundle))
    files |= {f"assets/{name}": (ASSETS / name).read_bytes() for name in ("charts.css", "charts.js")}
    body = "".join(
        f'<section class="chart-block"><h2>{one.title["en"]}</h2>{switches(one)}<div class="chart" id="chart-{one.id}">{one.svg["en"]}</div>'
        f'<p><a href="data/charts/{one.id}.en.svg" data-png="PNG">SVG</a></p></section>'
        for one in drawn
    )
    files["index.html"] = (
        '<!doctype html><html lang="en"><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{bundle.csp}">'
        '<meta name="viewport" content="width=device-width"><title>charts</title><link rel="icon" href="data:,">'
        '<link rel="stylesheet" href="assets/charts.css"><script src="assets/charts.js" defer></script>'
        f"{body}</html>"
    ).encode()
    root = tmp_path_factory.mktemp(request.param)
    return lay(root, files.items())


@pytest.fixture(scope="module", params=["disk", "server"])
def address(request, site) -> Iterator[str]:
    """Where the page is read: from a disk, or from a server on this machine."""
    if request.param == "disk":
        yield site.as_uri() + "/"
        return

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


def opened(browser, address, **options):
    """Open the page and note all that it asks for and says."""
    page = browser.new_context(viewport={"width": 900, "height": 700}, **options).new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.add_init_script(WATCH)
    page.goto(f"{address}index.html")
    return page, asked, said


def interactive(page, id: str) -> None:
    """Scroll to a chart and wait until it is drawn."""
    page.locator(f"#chart-{id}").scroll_into_view_if_needed()
    page.mouse.move(5, 5)
    page.wait_for_selector(f"#chart-{id}.is-interactive .main-svg")
    page.wait_for_selector(f"#chart-{id}:not([aria-busy])")


def test_every_chart_becomes_interactive_and_asks_nobody(browser, address, site):
    """No violation of the policy, no request outside the folder, no word on the console; all kinds but two have a figure."""
    page, asked, said = opened(browser, address)
    with_figure = [id for id in charts.KINDS if (site / f"data/charts/{id}.en.json").is_file()]
    for id in with_figure:
        interactive(page, id)

    assert set(charts.KINDS) - set(with_figure) == {"map", "meetings"}

    assert page.evaluate("violations") == []
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    assert said == []
    page.context.close()


def test_plotly_is_not_loaded_before_a_chart_is_seen(browser, site):
    """A reader who does not scroll, or who only passes by with a chart in view, does not pay for it."""
    asked: list[str] = []
    for height in (60, 700):
        page = browser.new_context(viewport={"width": 900, "height": height}).new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(site.as_uri() + "/index.html")
        page.wait_for_timeout(300)

    assert not [url for url in asked if "plotly" in url]
    page.context.close()


def test_keys_read_the_values_of_the_table(browser, site):
    """Arrow keys move through the points; each is said as the figure says it."""
    page, _, _ = opened(browser, site.as_uri() + "/")
    interactive(page, "shares")
    texts = json.loads((site / "data/charts/shares.en.json").read_text("utf-8"))["data"]
    page.locator("#chart-shares .chart-plot").focus()
    reading = page.locator("#chart-shares .chart-reading")
    found = []
    for key in ("ArrowRight", "ArrowRight", "End", "ArrowDown", "Escape"):
        page.keyboard.press(key)
        found.append(reading.inner_text())
    first, second = (trace["text"] for trace in texts[:2])

    expected = [first[0], first[1], first[-1], next(text for text in reversed(second) if text), ""]

    assert expected == found
    page.context.close()


def test_the_button_brings_the_picture_back(browser, site):
    """Interactive is a choice that can be taken back, though not by who was on the way to the button when it came."""
    page, _, _ = opened(browser, site.as_uri() + "/")
    interactive(page, "membership")
    button = page.locator("#chart-membership + .chart-toggle")
    page.wait_for_timeout(700)
    assert button.get_attribute("aria-pressed") == "true"
    button.click()

    assert page.locator("#chart-membership .chart-wide").is_visible()
    assert button.get_attribute("aria-pressed") == "false"
    page.context.close()


def test_the_picture_stays_without_scripts(browser, site):
    """One of the two pictures is shown, whichever fits, and no button that does nothing."""
    for width, shown in ((900, "wide"), (360, "narrow")):
        page, asked, _ = opened(browser, site.as_uri() + "/", java_script_enabled=False)
        page.set_viewport_size({"width": width, "height": 700})
        visible = [name for name in ("wide", "narrow") if page.locator(f"#chart-shares .chart-{name}").is_visible()]

        assert visible == [shown]
        assert page.locator(".chart-toggle").count() == 0
        assert not [url for url in asked if "plotly" in url]
        page.context.close()


def test_the_picture_stays_where_plotly_does_not_come(browser, site):
    """A script that is lost on the way costs the extra and nothing else."""
    context = browser.new_context(viewport={"width": 900, "height": 700})
    context.route("**/plotly.min.js", lambda route: route.abort())
    page = context.new_page()
    page.goto(site.as_uri() + "/index.html")
    page.mouse.move(5, 5)
    page.wait_for_selector("#chart-membership.is-static")

    assert page.locator("#chart-membership .chart-wide").is_visible()
    assert not page.locator("#chart-membership + .chart-toggle").is_visible()
    context.close()


def test_charts_follow_light_and_dark(browser, site):
    """The interactive chart takes the colours of the scheme, at once and when it changes."""
    page, _, _ = opened(browser, site.as_uri() + "/", color_scheme="light")
    page.evaluate("document.documentElement.style.colorScheme = 'light dark'")
    interactive(page, "shares")
    line = "getComputedStyle(document.querySelector('#chart-shares .chart-plot .js-line')).stroke"
    light = page.evaluate(line)
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(300)

    assert page.evaluate(line) != light
    page.context.close()


def test_a_reader_hides_what_is_no_figure(browser, site):
    """The switch takes the claims out of the picture and out of the interactive chart, and brings them back."""
    page, _, _ = opened(browser, site.as_uri() + "/")
    marks = page.locator("#chart-shares .chart-wide [data-layer=claims]")
    switch = page.get_by_label("What the press states").first
    before = marks.first.is_visible()
    switch.press("Space")  # a click could miss it: the chart begins to load as it is scrolled into view
    hidden = not marks.first.is_visible()
    interactive(page, "shares")
    traces = "document.querySelector('#chart-shares .chart-plot').data.map(trace => trace.visible !== false)"
    without = page.evaluate(traces)
    switch.check()
    page.wait_for_timeout(200)

    assert (before, hidden) == (True, True)
    assert not all(without)
    assert all(page.evaluate(traces))
    page.context.close()


def test_a_picture_can_be_kept_as_png(browser, site):
    """The button makes it from the SVG's own bytes, under the site's policy and without a request."""
    page, asked, said = opened(browser, site.as_uri() + "/")
    with page.expect_download() as download:
        page.locator(".chart-png").first.click()
    body = Path(download.value.path()).read_bytes()

    assert download.value.suggested_filename == "membership.png"
    assert body.startswith(b"\x89PNG")
    assert len(body) > 5000
    assert said == []
    assert page.evaluate("violations") == []
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    page.context.close()

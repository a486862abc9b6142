"""The map in a browser, from a disk and under the site's policy: slider, keys, pointer, finger, and without scripts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from site_src import charts
from site_src.model import Chart
from tests.charts.globe import atlas, placed
from tests.laying import lay

ASSETS = Path(__file__).parents[2] / "templates" / "assets"
WATCH = """
self.violations = [];
addEventListener('securitypolicyviolation', event => violations.push(event.violatedDirective + ' ' + event.blockedURI));
"""


@pytest.fixture(scope="module")
def chart() -> Chart:
    """The map of the placed league."""
    return charts.draw(replace(placed(), charts=("map",)), (), languages=("en",), atlas=atlas())[0]


@pytest.fixture(scope="module")
def site(chart, project, tmp_path_factory) -> Path:
    """A page with the map, as the site's pages hold it."""
    bundle = charts.bundle("wheel", project)
    files = dict(charts.files((chart,), placed(), bundle))
    files |= {f"assets/{name}": (ASSETS / name).read_bytes() for name in ("charts.css", "charts.js", "map.js")}
    files["index.html"] = (
        '<!doctype html><html lang="en"><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{bundle.csp}">'
        '<meta name="viewport" content="width=device-width"><title>map</title><link rel="icon" href="data:,">'
        '<link rel="stylesheet" href="assets/charts.css"><script src="assets/charts.js" defer></script>'
        '<script src="assets/map.js" defer></script>'
        f'<section class="chart-block" id="map"><h2>{chart.title["en"]}</h2>'
        f'<div class="chart" id="chart-map">{chart.svg["en"]}</div>'
        '<p><a href="data/charts/map.en.svg" data-png="PNG">SVG</a></p></section></html>'
    ).encode()
    files["countries/aaa.html"] = b"<!doctype html><title>Utara</title>"
    return lay(tmp_path_factory.mktemp("map"), files.items())


@pytest.fixture
def opened(browser, site):
    """Open the page in a context with options, and note what it asks for and says."""
    contexts = []

    def open_page(width=900, **options):
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.asked, page.said = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.add_init_script(WATCH)
        page.goto(f"{site.as_uri()}/index.html")
        return page

    yield open_page
    for context in contexts:
        context.close()


def counts(page) -> dict[str, str]:
    """Read the key of the picture that is shown."""
    shown = page.locator(".chart-picture:visible [data-count]")
    return {one.get_attribute("data-count"): one.text_content() for one in shown.all()}


def of_table(chart: Chart, year: int) -> dict[str, str]:
    """Read a year's row of the table: members, observers, forerunner."""
    row = next(row for row in chart.tables[1].rows if row[0] == year)
    return dict(zip(("1", "2", "0"), map(str, row[1:]), strict=True))


def test_the_slider_moves_by_keys_through_all_years(opened, chart):
    """Each year counts what the table counts; year, words for screen readers and small maps follow; nothing is asked."""
    page = opened()
    slider = page.get_by_label("Year", exact=True)
    slider.focus()
    page.keyboard.press("Home")
    for year in range(1998, 2006):
        assert slider.input_value() == str(year)
        assert page.locator(".chart-picture:visible [data-year]").text_content() == str(year)
        assert counts(page) == of_table(chart, year)
        assert slider.get_attribute("aria-valuetext").startswith(f"{year}: Members {of_table(chart, year)['1']}")
        page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")

    assert page.locator(".chart-picture:visible .is-shown").get_attribute("data-small") == "2003"
    assert page.locator(".map-reading").inner_text() == "2003: Barat – observers"
    assert page.evaluate("violations") == []
    assert page.said == []
    assert [url for url in page.asked if not url.startswith(("file:", "data:"))] == []
    assert not [url for url in page.asked if "plotly" in url]


@pytest.mark.parametrize("year", [1998, 2002, 2003, 2005])
def test_pointer_and_focus_say_what_the_table_says(opened, chart, year):
    """A country's line and its label name the status and the day of the row whose years hold the year."""
    page = opened()
    page.get_by_label("Year", exact=True).fill(str(year))
    for id, name in {"AAA": "Utara", "BBB": "Timur", "CCC": "Selatan", "DDD": "Barat"}.items():
        rows = [
            row for row in chart.tables[0].rows
            if row[0]["en"] == name and int(row[2][:4]) <= year <= int(row[2][-4:])
        ]  # fmt: skip
        link = page.locator(f".chart-picture:visible [data-place={id}]")
        link.focus()
        focused = page.locator(".map-reading").inner_text()
        page.mouse.move(1, 1)
        link.locator(".map-place").hover()
        hovered = page.locator(".map-reading").inner_text()
        words = f"{name}: no status"
        if rows:
            start = {"1998-04-01": "1 April 1998", "2000-07-01": "1 July 2000", "2001-03-01": "1 March 2001", "2003-05": "May 2003", "2005-02-10": "10 February 2005"}[rows[0][3]]  # fmt: skip
            status = rows[0][1]["en"] if rows[0][1]["en"] == "League of Three" else rows[0][1]["en"].lower()
            words = f"{name}: {status} since {start}"

        assert (focused, hovered) == (f"{year} · {words}",) * 2
        assert link.locator("title").text_content() == words


def test_a_country_is_filled_as_it_stood(opened):
    """The outline's pattern is that of the year's status; in a year without one it is left open."""
    page = opened()
    shape = page.locator(".chart-picture:visible [data-place=AAA] .map-place")
    tile = page.locator(".chart-picture:visible [data-place=DDD] .map-place")
    slider = page.get_by_label("Year", exact=True)
    found = []
    for year in (1999, 2004, 2005):
        slider.fill(str(year))
        found.append((shape.get_attribute("fill"), tile.get_attribute("fill")))

    assert found == [
        ("url(#map-wide-m0)", "none"),
        ("url(#map-wide-m1)", "url(#map-wide-2)"),
        ("url(#map-wide-m1)", "url(#map-wide-1)"),
    ]


def test_a_small_map_leads_to_its_year(opened):
    """Who points can press a small map instead of the slider."""
    page = opened()
    page.locator(".chart-picture:visible [data-small='2001']").click()

    assert page.get_by_label("Year", exact=True).input_value() == "2001"


def test_a_finger_reads_first_and_opens_then(opened):
    """A tap says what a country is, with a link; the second one follows it."""
    page = opened(width=390, has_touch=True)
    page.locator(".chart-picture:visible [data-place=AAA] .map-place").tap()

    assert page.url.endswith("/index.html")
    assert page.locator(".map-reading a").get_attribute("href") == "countries/aaa.html"
    page.locator(".chart-picture:visible [data-place=AAA] .map-place").tap()
    page.wait_for_url("**/countries/aaa.html")


def test_it_plays_where_motion_is_welcome(opened):
    """The button goes through the years and stops at the last; whoever wants less motion has no such button."""
    page = opened()
    page.get_by_label("Year", exact=True).fill("2004")
    page.get_by_role("button", name="Play").click()
    assert page.get_by_role("button", name="Pause").is_visible()
    page.get_by_role("button", name="Play").wait_for()

    assert page.get_by_label("Year", exact=True).input_value() == "2005"
    assert opened(reduced_motion="reduce").get_by_role("button", name="Play").count() == 0


def test_without_scripts_the_newest_year_and_the_years_of_change_are_there(opened):
    """No slider that does nothing; the picture that fits, with its small maps and links."""
    for width, shown in ((900, "wide"), (390, "narrow")):
        page = opened(width=width, java_script_enabled=False)

        assert page.locator("input, button").count() == 0
        assert page.locator(f".chart-{shown}").is_visible()
        assert page.locator(".chart-picture:visible").count() == 1
        assert page.locator(f".chart-{shown} [data-year]").text_content() == "2005"
        assert page.locator(f".chart-{shown} [data-small]").count() == 5


def test_the_narrow_picture_is_drawn_with_the_wide_ones_outlines(opened):
    """What is not shown can still be used: the outlines have a size on a phone."""
    page = opened(width=390)
    box = page.locator(".chart-narrow [data-place=AAA] .map-place").bounding_box()

    assert box["width"] > 40
    assert box["height"] > 40


def test_the_picture_can_be_kept_as_png(opened):
    """A chart without a figure has the button too, and asks for nothing of Plotly."""
    page = opened()
    with page.expect_download() as download:
        page.locator(".chart-png").click()

    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")
    assert not [url for url in page.asked if "plotly" in url]
    assert page.locator(".chart-toggle:not(.map-player)").count() == 0

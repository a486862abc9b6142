"""The page of all charts as it is built, from a disk, with either bundle: every chart, every point, by pointer and keys."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from site_src.charts.bundles import BASIC
from tests.charts.test_in_browser import WATCH
from tests.site.run import linimasa

POINTS = """
chart => {
  const holder = chart.querySelector('.chart-plot'), reading = chart.querySelector('.chart-reading');
  const press = key => holder.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}));
  const found = [];
  holder.data.forEach((trace, curve) => {
    if (trace.visible === false) return;
    trace.text.forEach((text, point) => {
      if (!text) return;
      Plotly.Fx.unhover(holder);  // else it waits 50 ms before it hovers again
      Plotly.Fx.hover(holder, [{curveNumber: curve, pointNumber: point}]);
      const label = [...holder.querySelectorAll('.hoverlayer .hovertext text.nums')].map(one => one.textContent).join('');
      found.push([text, label]);
    });
  });
  Plotly.Fx.unhover(holder);
  const read = new Set();
  const curves = holder.data.filter(trace => trace.visible !== false).length;
  for (let curve = 0; curve < curves; curve += 1) {
    press('Home');
    for (let last = null; last !== reading.textContent; press('ArrowRight')) {
      last = reading.textContent;
      read.add(last);
    }
    press('ArrowDown');
  }
  return {found, read: [...read]};
}
"""
"""Hover every point; go to every point by keys; give what was said."""


@pytest.fixture(scope="module", params=["basic", "wheel"])
def room(request, tmp_path_factory, project) -> Path:
    """The shipped site with one of the bundles."""
    if request.param == "basic" and not (project / BASIC).is_dir():
        pytest.skip("the small bundle is not installed: run npm ci")
    place = tmp_path_factory.mktemp(request.param) / "site"
    done = linimasa("build", "--plotly", request.param, "--languages", "en", "--output", place)
    assert done.returncode == 0, done.stderr
    return place


@pytest.fixture
def opened(browser, room):
    """The page of all charts, read from a disk, with all that it asks for and says."""
    page = browser.new_context(viewport={"width": 1000, "height": 800}).new_page()
    heard: dict[str, Any] = {"asked": [], "said": []}
    page.on("request", lambda request: heard["asked"].append(request.url))
    page.on("console", lambda message: heard["said"].append(message.text))
    page.on("pageerror", lambda error: heard["said"].append(str(error)))
    page.add_init_script(WATCH)
    page.goto((room / "charts.html").as_uri())
    yield page, heard
    page.context.close()


def interactive(page) -> list[str]:
    """Make every chart interactive that has a figure, by its button where scrolling past it did not; give their ids."""
    ids = [one.get_attribute("id") for one in page.locator(".chart:has([data-button])").all()]
    page.mouse.move(5, 5)
    for id in ids:
        page.locator(f"#{id}").scroll_into_view_if_needed()
        page.wait_for_selector(f"#{id}.is-interactive:not([aria-busy]) .main-svg")
    return ids


def test_pointer_and_keys_say_what_the_tables_have(opened, room):
    """Every point of every chart: its label is its text, keys reach it, and nothing is asked or forbidden."""
    page, heard = opened
    ids = interactive(page)
    points = 0
    for id in ids:
        figure = json.loads((room / f"data/charts/{id.removeprefix('chart-')}.en.json").read_text("utf-8"))["data"]
        texts = {text for trace in figure if trace.get("visible", True) for text in trace["text"] if text}
        said = page.locator(f"#{id}").evaluate(POINTS)

        assert {text for text, _ in said["found"]} == texts
        assert [pair for pair in said["found"] if bare(pair[0]) != bare(pair[1])] == []
        assert texts - set(said["read"]) == set()
        points += len(texts)

    assert len(ids) >= 9
    assert points > 900
    assert page.evaluate("violations") == []
    assert [url for url in heard["asked"] if not url.startswith((room.as_uri(), "data:"))] == []
    assert heard["said"] == []


def bare(text: str) -> str:
    """Leave out the white space at which a label is broken."""
    return "".join(text.split())


def test_a_point_leads_to_its_row(opened):
    """Enter opens the table at the year's row, which is in view and marked, and the reader goes on from there."""
    page, heard = opened
    interactive(page)
    page.locator("#chart-shares .chart-plot").focus()
    for key in ("ArrowRight", "ArrowRight", "Enter"):
        page.keyboard.press(key)
    row = page.locator("#shares-1-2")
    row.wait_for(state="visible")

    assert page.url.endswith("charts.html#shares-1-2")
    assert row.locator("th").inner_text() == "1997"
    assert page.evaluate("document.activeElement.id") == "shares-1-2"
    assert heard["said"] == []


def test_no_button_of_the_toolbar_sends_anything(opened):
    """Each button is one of zooming, moving, and keeping a picture."""
    page, _ = opened
    interactive(page)
    page.locator("#chart-shares .chart-plot").hover()
    titles = set(page.locator(".modebar-btn").evaluate_all("buttons => buttons.map(one => one.dataset.title)"))

    assert titles == {"Download plot as a PNG", "Zoom", "Pan", "Zoom in", "Zoom out", "Reset axes"}


@pytest.mark.parametrize("scripts", [True, False])
def test_a_choice_holds_for_the_picture_also_without_scripts_and_on_paper(browser, room, scripts):
    """The bars of the chosen day are shown, those of the other are not."""
    page = browser.new_context(java_script_enabled=scripts, viewport={"width": 1000, "height": 800}).new_page()
    page.goto((room / "charts.html").as_uri())
    bars = {layer: page.locator(f"#chart-status-lanes .chart-wide [data-layer={layer}]").first for layer in ("in-force", "decided")}  # fmt: skip
    before = {layer: bar.is_visible() for layer, bar in bars.items()}
    page.locator("#status-lanes [data-shows=decided]").check()
    drawn = {layer: bar.evaluate("bar => getComputedStyle(bar).display") for layer, bar in bars.items()}
    page.emulate_media(media="print")
    on_paper = {layer: bar.is_visible() for layer, bar in bars.items()}

    assert before == {"in-force": True, "decided": False}
    assert drawn == {"in-force": "none", "decided": "inline"}
    assert on_paper == {"in-force": False, "decided": True}
    page.context.close()


def test_without_scripts_picture_and_table_are_there(browser, room):
    """Every chart has a picture in view and, once opened, its figures; none has a button that does nothing."""
    page = browser.new_context(java_script_enabled=False, viewport={"width": 1000, "height": 800}).new_page()
    page.goto((room / "charts.html").as_uri())
    blocks = page.locator(".chart-block").all()
    for block in blocks:
        assert block.locator(".chart-picture:visible").count() >= 1
        block.locator(".chart-data summary").first.click()
        assert block.locator(".chart-data tbody tr").first.is_visible()

    assert len(blocks) >= 9
    assert page.locator(".chart-toggle, .chart-png").count() == 0
    page.context.close()


def test_every_layer_has_its_rule(project):
    """The stylesheet hides each layer that a switch names, for it cannot go by names that it does not know."""
    from site_src.charts.switches import LAYERS

    style = (project / "templates/assets/charts.css").read_text("utf-8")

    assert [one for one in LAYERS if f'[data-shows="{one}"]:not(:checked)) [data-layer="{one}"]' not in style] == []

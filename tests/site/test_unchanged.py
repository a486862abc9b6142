"""A page that shows what it showed is taken from the folder; after any change the folder is what a build from nothing makes."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from site_src import PROJECT, charts, making, pipeline, search, unchanged
from site_src.charts import remembered
from site_src.charts.kinds import Order
from site_src.model import Chart, Page
from site_src.render import Draft, Drafts, templates
from site_src.render.place import look
from tests.site.sites import FIKTIF

LANGUAGES = ("id", "en")


class Newsroom:
    """A topic that is changed and built, in one process, with a memory of its own."""

    def __init__(self, folder: Path, rendered: list[str]) -> None:
        self.topic, self.output, self.rendered = folder / "topic", folder / "site", rendered
        shutil.copytree(FIKTIF, self.topic)

    def build(self) -> tuple[list[str], bool]:
        """Build; give the pages that were rendered, and whether all stand as a build from nothing makes them."""
        self.rendered.clear()
        told = pipeline.tell(pipeline.Options(self.topic, self.topic / "articles"))
        making.build(told, self.output, interface=LANGUAGES, plotly="auto")
        rendered = list(self.rendered)
        files = dict(making.site(told, charts.bundle("auto", PROJECT), LANGUAGES))
        found = {path: (self.output / path).read_bytes() for path in files if (self.output / path).is_file()}
        return rendered, found == files

    def article(self, name: str) -> Path:
        return self.topic / "articles" / name


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    rendered: list[str] = []
    render = templates.render

    def counted(pages: Iterable[Page], *words: Any, **named: Any) -> Iterator[tuple[str, bytes]]:
        for page in pages:
            rendered.append(page.path)
            yield from render([page], *words, **named)

    monkeypatch.setattr(templates, "render", counted)
    for module in (pipeline, making):
        monkeypatch.setattr(module, "WORK", tmp_path / ".cache")
    return Newsroom(tmp_path, rendered)


def _add(path: Path, words: str) -> None:
    path.write_text(path.read_text("utf-8") + words, "utf-8")


def _own_template(room: Newsroom) -> None:
    place = room.topic / "templates" / "entry.html"
    place.parent.mkdir(exist_ok=True)
    place.write_text('{% extends "program/entry.html" %}{% block body %}<p>own</p>{{ super() }}{% endblock %}', "utf-8")


def _touched(room: Newsroom) -> None:
    _add(next(iter(sorted((room.output / "events").glob("*.html")))), "<p>not ours</p>")


def _renamed(room: Newsroom) -> None:
    table = room.topic / "tables" / "countries.csv"
    table.write_text(table.read_text("utf-8").replace("Tarsonia,Tarsonia", "Tarsonia,Tarsonland"), "utf-8")


def _gone(room: Newsroom) -> None:
    next(iter(sorted((room.output / "en" / "events").glob("*.html")))).unlink()


CHANGES: dict[str, tuple[Callable[[Newsroom], object], int, int]] = {
    "nothing": (lambda room: None, 0, 0),
    "a sentence without a date": (lambda room: _add(room.article("velinor-summit.md"), "\nNobody was asked.\n"), 0, 40),
    "a sentence with one": (
        lambda room: _add(
            room.article("bantahan.md"),
            "\nDewan Meranta menandatangani perjanjian dagang dengan Quarra di Dravik pada 3 Mei 2019.\n",
        ),
        2,
        150,
    ),
    "an article less": (lambda room: room.article("dovel-dan-kereng.txt").unlink(), 2, 200),
    "a page that somebody wrote into": (_touched, 1, 1),
    "a page that somebody removed": (_gone, 1, 1),
    "a template of the topic's own": (_own_template, 100, 10_000),
}
"""What is changed, and the fewest and the most pages that are rendered after it."""


def test_every_change_shows(newsroom: Newsroom) -> None:
    """After each of some changes in a row the site is equal to one from nothing, and few pages were rendered."""
    everything, same = newsroom.build()
    assert same
    assert len(everything) > 100
    found = {}
    for name, (change, fewest, most) in CHANGES.items():
        change(newsroom)
        rendered, same = newsroom.build()
        assert same, name
        found[name] = (fewest <= len(rendered) <= most, len(rendered))

    assert {} == {name: how for name, how in found.items() if not how[0]}


def test_charts_and_index_are_made_where_they_show_something_new(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words that no chart shows and nobody can look for leave both as they are; what the folder lost is made again."""
    index, draw = search.index, remembered.drawn

    def indexed(*documents: Any, **named: Any) -> Mapping[str, bytes]:
        newsroom.rendered.append("index")
        return index(*documents, **named)

    def drawn(order: Order) -> Chart | None:
        newsroom.rendered.append(f"chart {order.kind}")
        return draw(order)

    monkeypatch.setattr(search, "index", indexed)
    monkeypatch.setattr(remembered, "drawn", drawn)
    charts_of_members = {"chart membership", "chart shares", "chart status-lanes", "chart map"}
    changes: dict[str, tuple[Callable[[Newsroom], object], set[str]]] = {
        "first": (CHANGES["nothing"][0], {"index", "chart meetings", *charts_of_members}),
        "nothing": (CHANGES["nothing"][0], set()),
        "words": (CHANGES["a sentence without a date"][0], set()),
        "an entry": (CHANGES["a sentence with one"][0], {"index", "chart meetings"}),
        "a lost file": (lambda room: (room.output / "assets/search/words.js").unlink(), {"index"}),
        "a name": (_renamed, {"index", "chart meetings", *charts_of_members}),
    }
    for name, (change, expected) in changes.items():
        change(newsroom)
        rendered, same = newsroom.build()

        assert same, name
        assert expected == {one for one in rendered if one == "index" or one.startswith("chart ")}, name


@pytest.mark.parametrize(("one", "two"), [
    ({"title": "a & b"}, {"title": Markup("a & b")}),
    ({"title": "a"}, {"title": "b"}),
    ({"title": None}, {"title": ""}),
    ({"number": 1}, {"number": "1"}),
    ({"a": ("b", "c")}, {"a": ("b",), "c": ()}),
])  # fmt: skip
def test_what_differs_is_signed_differently(one: dict[str, object], two: dict[str, object]) -> None:
    """Two contexts that a template can tell apart have two signatures, words and markup of the same letters too."""
    before = unchanged.Before(Path(), "way", unchanged.Site({}, []))

    assert before.sign(Page("a.html", "a.html", "en", one), "") != before.sign(Page("a.html", "a.html", "en", two), "")


def test_what_cannot_be_signed_is_rendered(tmp_path: Path) -> None:
    """A context with a value of an unknown sort has no signature, and its page is rendered each time."""
    page = Page("a.html", "a.html", "en", {"thing": object()})
    drafts = Drafts(look(tmp_path / "none"), tmp_path)
    before = unchanged.Before(tmp_path, "way", unchanged.Site({b"a page": unchanged.Mark(b"", b"", ())}, []))
    files, shown = unchanged.pages([page], before, "", lambda pages: [(one.path, b"new") for one in pages], drafts)

    assert [("a.html", Draft)] == [(path, type(made)) for path, made in files]
    assert {} == shown

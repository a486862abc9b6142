"""Pictures of entries for where their pages are shared."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from lxml import html
from PIL import Image

from site_src import making, pipeline
from site_src.exports import sharing, sharing_drawing
from site_src.model import Booklet
from tests.editions.made import BASE, published_topic
from tests.site.run import digests, linimasa

CARD = sharing.Card("share/a.png", "Sebuah perjanjian", "3–4 Juli 2024", "Linimasa Danau")


@pytest.fixture
def topic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The invented topic with an address, and a cache of its own."""
    monkeypatch.setattr(pipeline, "WORK", tmp_path / "cache")
    monkeypatch.setattr(making, "WORK", tmp_path / "cache")
    return published_topic(tmp_path / "topic")


def build(topic: Path, name: str = "site", *, share: bool = True) -> Path:
    from dataclasses import replace

    told = replace(pipeline.tell(pipeline.Options(topic, topic / "articles")), share_pictures=share)
    making.build(told, topic.parent / name, interface=("id", "en"), plotly="wheel")
    return topic.parent / name


def test_every_entry_has_its_picture(topic: Path):
    """Each is a PNG of the size that OpenGraph's readers ask for, in each language, and its page names it."""
    site = build(topic)
    pages = [*site.glob("events/*.html"), *site.glob("en/events/*.html")]
    named = [html.parse(str(page)).xpath("//meta[@property='og:image']/@content")[0] for page in pages]
    sizes = {Image.open(site / one.removeprefix(f"{BASE}/")).size for one in named}

    assert len(set(named)) == len(pages)
    assert {(1200, 630)} == sizes


def test_remembered_or_drawn_anew_they_are_the_same(topic: Path):
    """A second build takes them from the cache, byte for byte."""
    first = build(topic)
    (topic.parent / "cache" / "results.sqlite").unlink()

    assert digests(first) == digests(build(topic, "again")) == digests(build(topic, "third"))


def test_without_being_asked_there_are_none(topic: Path):
    """Pictures are a choice; without them pages name none."""
    site = build(topic, share=False)

    assert not (site / "share").exists()
    assert "og:image" not in next(site.glob("events/*.html")).read_text("utf-8")


def test_what_is_missing_is_one_note(topic: Path, monkeypatch: pytest.MonkeyPatch):
    """Without the library the site is built all the same."""
    monkeypatch.setattr(sharing, "_NEEDS", ("a-library-that-nobody-has",))
    site = build(topic)

    assert "a-library-that-nobody-has" == sharing.missing()
    assert not (site / "share").exists()


def test_the_verb_draws_them(topic: Path, tmp_path: Path):
    """The option of `build` draws; without an address nothing is drawn, and the note says why."""
    done = linimasa("build", "--topic", topic, "--output", tmp_path / "site", "--share-pictures")
    plain = (topic / "site.toml").read_text("utf-8").partition("\n")[2]
    (topic / "site.toml").write_text(plain, "utf-8")
    without = linimasa("build", "--topic", topic, "--output", tmp_path / "other", "--share-pictures")

    assert (0, 0) == (done.returncode, without.returncode)
    assert (True, False) == ((tmp_path / "site/share").exists(), (tmp_path / "other/share").exists())
    assert "no base_url" in without.stderr


@pytest.mark.parametrize("title", ["Satu", "kata " * 80, "Sangat" * 60, "Ünïcode “—” Страна"])
def test_any_title_fits(title: str):
    """Short, endless, without a space, or in letters beyond English: nothing is drawn over the edge."""
    drawn = Image.open(io.BytesIO(sharing_drawing.draw(sharing.Card("", title, "2005 (tahun saja)", "Linimasa"))))
    edge = drawn.convert("RGB").crop((1160, 0, 1200, 630))

    assert 1 == len(edge.getcolors() or [])


def test_letters_that_the_font_lacks():
    """No picture is better than one with empty boxes."""
    assert b"" == sharing_drawing.draw(sharing.Card("", "上海合作组织", "2001", "Linimasa"))


def test_what_was_taken_down_is_in_no_cache(topic: Path):
    """The picture of an entry whose article is removed stays neither in the site nor in the cache."""
    build(topic)
    before = (topic.parent / "cache" / "results.sqlite").read_bytes()
    (topic / "articles" / "quarra-memorandum.html").unlink()
    gone = sharing_drawing.draw(
        next(
            card
            for card in sharing._cards(_booklets(published_topic(topic.parent / "before")))
            if "2021-09-23-memorandum-qrr" in card.path
        )
    )[200:260]
    build(topic, share=False)

    assert gone in before
    assert gone not in (topic.parent / "cache" / "results.sqlite").read_bytes()


def _booklets(topic: Path) -> tuple[Booklet, ...]:
    from site_src import pages

    told = pipeline.tell(pipeline.Options(topic, topic / "articles"))
    return pages.tell_booklets(pages.open_desks(told.timeline, told.topic, told.packs, (), languages=("id", "en")))

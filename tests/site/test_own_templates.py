"""A topic replaces the program's templates one by one; what is wrong with one is a line, never a traceback."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.site.run import linimasa
from tests.site.sites import FIKTIF

FOOT = '{% extends "program/base.html" %}{% block colophon %}<p id="own">WORDS</p>{{ super() }}{% endblock %}'


@pytest.fixture
def topic(tmp_path: Path) -> Path:
    """A copy of the invented topic with a folder for templates."""
    copy = Path(shutil.copytree(FIKTIF, tmp_path / "topic"))
    (copy / "templates" / "assets" / "css").mkdir(parents=True)
    return copy


def _build(topic: Path) -> tuple[int, str, Path]:
    site = topic.parent / "site"
    done = linimasa("build", "--topic", topic, "--output", site)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr, site


def test_template_style_and_picture_of_the_topic(topic: Path) -> None:
    """A template takes the program's place and may extend it, a style its part of the sheet; a picture goes along."""
    (topic / "templates" / "base.html").write_text(FOOT, "utf-8")
    (topic / "templates" / "assets" / "css" / "tokens.css").write_text("/* own colours */", "utf-8")
    (topic / "templates" / "assets" / "seal.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    code, _, site = _build(topic)
    pages = [page.read_text("utf-8") for page in sorted((site / "events").glob("*.html"))]
    inputs = {one["path"] for one in json.loads((site / "data" / "manifest.json").read_text("utf-8"))["inputs"]}

    assert code == 0
    assert pages
    assert all('<p id="own">WORDS</p>' in page and "colophon-in" in page for page in pages)
    assert (site / "assets" / "site.css").read_text("utf-8").startswith("/* own colours */")
    assert (site / "assets" / "seal.svg").is_file()
    assert "topic/templates/base.html" in inputs


def test_a_changed_template_changes_the_pages(topic: Path) -> None:
    """The next build shows what was changed, from the cache too."""
    template = topic / "templates" / "base.html"
    found = []
    for words in ("first", "second"):
        template.write_text(FOOT.replace("WORDS", words), "utf-8")
        found.append(_build(topic)[2].joinpath("index.html").read_text("utf-8").count(words))
    template.unlink()
    last = _build(topic)[2].joinpath("index.html").read_text("utf-8")

    assert [1, 1] == found
    assert 'id="own"' not in last


def test_mistyped_name(topic: Path) -> None:
    """A name that the program does not know replaces nothing and is told with the nearest one."""
    (topic / "templates" / "entri.html").write_text("mistyped", "utf-8")
    (topic / "templates" / "_part.html").write_text("a part", "utf-8")
    code, words, site = _build(topic)

    assert code == 0
    assert "templates/entri.html: warning: found entri.html" in words
    assert "nearest is 'entry.html'" in words
    assert "_part.html" not in words
    assert "entri.html" in (site / "quality.html").read_text("utf-8")


def _with_index(topic: Path, text: str) -> tuple[int, str, Path]:
    """Lay the topic's own home page, and build."""
    (topic / "templates" / "index.html").write_text(text, "utf-8")
    return _build(topic)


def test_broken_template(topic: Path) -> None:
    """A template that cannot be read is named with its line, the program's own serves, and the exit code tells."""
    (topic / "templates" / "entry.html").write_text("one\n{% block main %}\n{% endfor %}\n", "utf-8")
    code, words, site = _build(topic)

    assert code == 3
    assert "templates/entry.html:3: error: found what is no template" in words
    assert all("<h1" in page.read_text("utf-8") for page in (site / "events").glob("*.html"))


MISSING = {
    "extended": '{% extends "tidak-ada.html" %}',
    "included": '{% include "tidak-ada.html" %}',
    "imported": '{% from "tidak-ada.html" import satu %}',
    "outside": '{% include "../site.toml" %}',
    "a filter": "{{ title|tidakada }}",
}


@pytest.mark.parametrize("how", MISSING)
def test_missing_template(topic: Path, how: str) -> None:
    """A template that is not there is named with file and line inside the topic; the program's own serves."""
    code, words, site = _with_index(topic, f"\n\n{MISSING[how]}\n")

    assert code == 3
    assert "topic/templates/index.html:3: error: found " in words
    assert "(the program's own is used) [topic.template]" in words
    assert not [line for line in words.splitlines() if "topic.template" in line and str(topic.parent) in line]
    assert "<h1" in (site / "index.html").read_text("utf-8")


def test_part_that_is_broken(topic: Path) -> None:
    """What includes a part that cannot be read is left out with it: each has its line."""
    (topic / "templates" / "_part.html").write_text("\n{% endif %}", "utf-8")
    code, words, _ = _with_index(topic, '{% include "_part.html" %}')

    assert code == 3
    assert "topic/templates/_part.html:2: error: found what is no template" in words
    assert "topic/templates/index.html:1: error: found '_part.html'" in words


def test_template_that_may_be_missing(topic: Path) -> None:
    """What a template says may be missing, or names only when it runs, is no mistake of its text."""
    code, _, site = _with_index(topic, '{% include "_x.html" ignore missing %}fine')

    assert code == 0
    assert (site / "index.html").read_text("utf-8") == "fine"


FAILING = {
    '{% include "ab" ~ "c.html" %}': "found 'abc.html', expected the name of a template",
    '{% include "index.html" %}': "it comes back to itself without end",
    "{{ nothing.at.all }}": "'nothing' is undefined",
    "{{ 1 // 0 }}": "integer division or modulo by zero",
}


@pytest.mark.parametrize("text", FAILING)
def test_template_that_fails(topic: Path, text: str) -> None:
    """What fails while a page is written is one line: the file inside the topic, the line, what stands there."""
    code, words, site = _with_index(topic, f"\n{text}\n")
    last = words.splitlines()[-1]

    assert code == 1
    assert last.startswith("error: topic/templates/index.html:2: ")
    assert FAILING[text] in last
    assert f"there stands {text!r}; the site before this build is untouched" in last
    assert str(topic.parent) not in last
    assert not site.exists()


def test_edition_with_failing_template(topic: Path) -> None:
    """An edition says the same, and writes nothing."""
    (topic / "templates" / "index.html").write_text("{{ nothing }}", "utf-8")
    done = linimasa("export", "zip", "--topic", topic, "--output", topic.parent / "edisi.zip")

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "topic/templates/index.html:1: 'nothing' is undefined" in done.stderr
    assert not (topic.parent / "edisi.zip").exists()


def test_failing_template(topic: Path) -> None:
    """A template that asks for what no page has stops the build with its line; the site before stands."""
    _, _, site = _build(topic)
    before = (site / "index.html").read_bytes()
    code, words, _ = _with_index(topic, '{% extends "base.html" %}\n\n{% block main %}{{ nothing }}{% endblock %}')

    assert code == 1
    assert "topic/templates/index.html:3: 'nothing' is undefined" in words
    assert before == (site / "index.html").read_bytes()

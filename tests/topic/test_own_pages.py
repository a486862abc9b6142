"""The topic's own pages: their words for readers, their names, their place in the navigation."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from site_src import topic
from site_src.topic.own_pages import OwnText, read_own
from tests.site.run import linimasa
from tests.site.sites import FIKTIF


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A topic with nothing but its settings and a page about it."""
    place = tmp_path / "topik"
    topic.new(place)
    return place


def _write(folder: Path, name: str, text: str) -> None:
    (folder / "pages" / name).write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# The lake\n\nIt is deep.\n", OwnText("The lake", "The lake", "", "\nIt is deep.\n", 2)),
        ("It is deep.\n", OwnText("", "", "", "It is deep.\n", 1)),
        ("---\nmenu: Lake\nlead: How deep it is.\n---\n# The lake\nSo.", OwnText("The lake", "Lake", "How deep it is.", "So.", 6)),
        ("---\ntitle: The lake\n---\n\nSo.", OwnText("The lake", "The lake", "", "\nSo.", 4)),
    ],
    ids=["heading", "plain", "front matter and heading", "title"],
)  # fmt: skip
def test_parts(text: str, expected: OwnText) -> None:
    """A text is parted into title, name in the navigation, lead and body, and knows on which line the body begins."""
    assert expected == read_own(text)


@pytest.mark.parametrize(
    ("name", "text", "line", "says"),
    [
        ("lake.en.md", "---\nmenue: Lake\n---\nDeep.", 2, "nearest is 'menu'"),
        ("lake.en.md", "---\nmenu: [Lake]\n---\nDeep.", 2, "expected text"),
        ("lake.en.md", "---\n: : :\n---\nDeep.", 2, "expected YAML"),
        ("timeline.en.md", "Deep.", 0, "not that of a page of every site"),
        ("Lake.md", "Deep.", 0, "a name like about.id.md"),
    ],
    ids=["unknown key", "no text", "no YAML", "taken name", "no language"],
)
def test_wrong_page(folder: Path, name: str, text: str, line: int, says: str) -> None:
    """A page that cannot be read is left out, and the Issue names its file, its line and what was expected."""
    _write(folder, name, text)
    found, issues = topic.load(folder)

    assert [(issue.path, issue.line) for issue in issues] == [(f"topik/pages/{name}", line)]
    assert says in issues[0].message
    assert set(found.pages) == {"about", "guide"}


def test_unknown_page_in_navigation(folder: Path) -> None:
    """A page that site.toml puts into the navigation and that nobody wrote is named with the nearest one."""
    settings = folder / "site.toml"
    settings.write_text(re.sub(r"(?m)^main = .*$", 'main = ["giude"]', settings.read_text("utf-8")), "utf-8")
    found, issues = topic.load(folder)

    assert found.main_pages == ()
    assert [issue.code for issue in issues] == ["topic.unknown-id"]
    assert "nearest is 'guide'" in issues[0].message
    assert issues[0].line == 1 + settings.read_text("utf-8").splitlines().index('main = ["giude"]')


def test_names_of_every_site_are_reserved(fiktif: Path) -> None:
    """A topic's page cannot take the place of a page that every site has."""
    from site_src.topic.own_pages import RESERVED, SHARED

    made = {path.stem for path in fiktif.glob("*.html")}

    assert made - {*SHARED} <= {*RESERVED}


def test_lost_links_are_found(tmp_path: Path) -> None:
    """`check` names links that lead nowhere by file and line, with what stood there and the nearest right spelling."""
    place = Path(shutil.copytree(FIKTIF, tmp_path / "fiktif"))
    known, _ = topic.load(place)
    country = next(spell.country for spell in known.spells)
    text = f"# Tentang\n\nSatu [negara](country:{country}).\nDua [negara](country:{country[:2]}), [tiga](entri:x).\n"
    _write(place, "about.id.md", text)
    _write(place, "about.en.md", "# About\n\nNothing.\n")
    done = linimasa("check", "--topic", place)
    lines = [line for line in (done.stdout + done.stderr).splitlines() if "topic.page-link" in line]

    assert done.returncode == 4
    assert [line.split(": ")[0] for line in lines] == ["fiktif/pages/about.id.md:4"] * 2
    assert f"'country:{country[:2]}'" in lines[0]
    assert f"nearest is '{country}'" in lines[0]
    assert "'entri:x'" in lines[1]
    assert "nearest is 'entry'" in lines[1]


def test_entries_of_other_articles(tmp_path: Path) -> None:
    """Where other articles are read than the topic's own, an entry that is not there is a note: the page may be right."""
    place = Path(shutil.copytree(FIKTIF, tmp_path / "fiktif"))
    for language in ("id", "en"):
        _write(place, f"about.{language}.md", "# Tentang\n\n[Dulu](entry:1801-01-01-founding).\n")
    (tmp_path / "lain").mkdir()
    (tmp_path / "lain" / "beras.txt").write_text("Harga beras naik pada Senin (5/2/1996), kata pedagang.\n", "utf-8")
    own = linimasa("check", "--topic", place)
    other = linimasa("check", "-v", "--topic", place, "--articles", tmp_path / "lain")

    assert (own.returncode, own.stderr.count(": warning: found a link")) == (4, 2)
    assert (other.returncode, other.stderr.count(": note: found a link")) == (0, 2)

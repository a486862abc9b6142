"""Which folders and names a site may have."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from site_src import render
from site_src.render.paths import Names, check
from tests.render.builder import build, site, sources
from tests.render.trees import tree


def test_strange_folder_is_refused(tmp_path: Path):
    """A folder that holds something and no manifest of ours is not touched."""
    output = tmp_path / "photos"
    output.mkdir()
    (output / "summer.jpg").write_bytes(b"x")

    with pytest.raises(render.Refused, match="not empty") as refusal:
        build(output, tmp_path / ".cache", 1)
    assert "\n" not in str(refusal.value)
    assert tree(output) == {"summer.jpg": b"x"}


@pytest.mark.parametrize(
    "text", ["{}", "[]", "not json", '{"program": {"name": "Other"}, "outputs": []}', "[" * 100_000]
)
def test_strange_manifest_is_refused(tmp_path: Path, text: str):
    """Another program's manifest, or a broken one, does not make a folder ours."""
    output = tmp_path / "output"
    (output / "data").mkdir(parents=True)
    (output / "data/manifest.json").write_text(text)

    with pytest.raises(render.Refused):
        render.place(output)


def test_folder_of_dotfiles_is_accepted(tmp_path: Path):
    """A folder that holds only a placeholder is as good as an empty one."""
    output = tmp_path / "output"
    output.mkdir()
    (output / ".gitkeep").touch()

    assert output == render.place(output)


def test_file_is_refused(tmp_path: Path):
    """A file in the place of the folder is not replaced."""
    (tmp_path / "output").write_text("mine")

    with pytest.raises(render.Refused, match="it is a file"):
        render.place(tmp_path / "output")


def test_folder_around_the_inputs_is_refused(tmp_path: Path):
    """The site can neither take the place of what it is built from, nor lie where it would be read as input."""
    project, topic = tmp_path / "project", tmp_path / "project/content"
    topic.mkdir(parents=True)
    for output in (tmp_path, project, topic, topic / "articles/out", Path("/"), Path.home()):
        with pytest.raises(render.Refused):
            render.place(output, apart_from=(project, topic))

    assert project / "output" == render.place(project / "output", apart_from=(project, topic))


def test_page_in_the_place_of_a_strange_file(tmp_path: Path):
    """A page does not overwrite a file that somebody else put there, in whatever case it is written."""
    output, work = tmp_path / "output", tmp_path / ".cache"
    build(output, work, 1)
    (output / "Robots.txt").write_text("mine")
    before = tree(output)

    for path in ("Robots.txt", "robots.txt", "robots.txt/index.html"):
        with pytest.raises(render.Refused, match="not made by the program"):
            render.write({path: b"ours"}, output, work=work, manifest=sources(1))
    assert before == tree(output)


LEAVING = [
    "", "/etc/passwd", "../x.html", "a/../../x", "a/./b", "a//b", "a\\b", "C:/x", "c:x", "CON", "events/nul.html",
    "aux.", "COM1", "lpt9.txt", "a/x ", "a/x.", " x", "a\0b", "a\nb", "a?b", "a*b", "x" * 241, "é" * 121, "\ud800",
]  # fmt: skip


@pytest.mark.parametrize("path", LEAVING)
def test_path_that_would_leave_is_refused(tmp_path: Path, path: str):
    """A page's path that climbs out, or that some system cannot hold, stops the build before anything is touched."""
    output = tmp_path / "output"

    with pytest.raises(render.Refused):
        render.write({**dict(site(1)), path: b"x"}, output, work=tmp_path / ".cache", manifest=sources(1))
    assert not output.exists()


@pytest.mark.parametrize(
    "path", ["index.html", "en/events/2001-06-15.html", "data/contact.csv", "x" * 240, "com10", "a b"]
)
def test_plain_path_is_accepted(path: str):
    """Usual names pass."""
    assert path == check(path)


@pytest.mark.parametrize(("first", "second"), [
    ("a/B.html", "A/b.html"), ("é.html", "e\u0301.html"), ("a", "a/b"), ("a/b", "A"), ("ß", "ss"),
    ("data/manifest.json", "data/Manifest.json"),
])  # fmt: skip
def test_two_names_for_one_file(first: str, second: str):
    """Two pages that a disk without case would make one are refused."""
    names = Names()
    names.take(first)

    with pytest.raises(render.Refused):
        names.take(second)


@given(some.text(max_size=40) | some.text(alphabet="./\\ab :", max_size=12))
def test_accepted_path_stays_inside(path: str):
    """No path that is accepted leads out of the folder."""
    try:
        accepted = check(path)
    except render.Refused:
        return

    assert Path("/site", accepted).resolve().is_relative_to("/site")
    assert Path("/site", accepted).as_posix() == f"/site/{accepted}"

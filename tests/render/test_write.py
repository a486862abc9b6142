"""What a build does to its folder, and what it leaves alone."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_src import render
from tests.render.builder import build, no_exchange, site, sources
from tests.render.trees import torn, tree


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "output"


@pytest.fixture
def work(tmp_path: Path) -> Path:
    return tmp_path / ".cache"


def test_new_site_is_whole(output: Path, work: Path):
    """A build into a folder that is not there, nor its parent, makes all files and their manifest."""
    output = output / "deep" / "er"

    written = build(output, work, 1)

    assert {**dict(site(1)), "data/manifest.json": (output / "data/manifest.json").read_bytes()} == tree(output)
    assert torn(output) == []
    assert (written.new, written.changed, written.same, written.removed) == (len(tree(output)), 0, 0, 0)


def test_mapping_and_generator_are_one(output: Path, work: Path, tmp_path: Path):
    """Files may come as a mapping or one by one."""
    build(output, work, 1)
    render.write(dict(site(1)), tmp_path / "other", work=work, manifest=sources(1))

    assert tree(output) == tree(tmp_path / "other")


def test_unchanged_file_keeps_inode_and_time(output: Path, work: Path):
    """A file whose bytes are the same is the same file; a changed one is a new one."""
    build(output, work, 1)
    same, changed = (output / "articles/1.html").stat(), (output / "events/0.html").stat()

    written = build(output, work, 2)

    after = (output / "articles/1.html").stat()
    assert (same.st_ino, same.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert changed.st_ino != (output / "events/0.html").stat().st_ino
    assert written.same == 20
    assert written.removed == 10


def test_nothing_changed_touches_nothing(output: Path, work: Path):
    """A build of the same input leaves even the folder itself."""
    build(output, work, 1)
    before = output.stat()

    written = build(output, work, 1)

    assert (before.st_ino, before.st_mtime_ns) == (output.stat().st_ino, output.stat().st_mtime_ns)
    assert (written.new, written.changed, written.removed) == (0, 0, 0)


@pytest.mark.parametrize("two_steps", [False, True])
def test_rebuild_equals_clean_build(output: Path, work: Path, tmp_path: Path, two_steps: bool):
    """Whatever was there before, the site is the one that a build from nothing makes."""
    for release in (1, 2, 3):
        build(output, work, release, two_steps=two_steps)
    build(tmp_path / "clean", work, 3)

    assert tree(tmp_path / "clean") == tree(output)


def test_files_of_others_are_carried(output: Path, work: Path):
    """What the program did not make stays: files, links, empty folders, whole trees, with their inodes."""
    output.mkdir()
    (output / ".gitkeep").touch()
    build(output, work, 1)
    (output / "CNAME").write_text("timeline.example")
    (output / "events/note.txt").write_text("mine")
    (output / ".git/objects").mkdir(parents=True)
    (output / ".git/HEAD").write_text("ref")
    (output / "latest").symlink_to("events/0.html")
    (output / "away").symlink_to("/nowhere")
    inode = (output / "CNAME").stat().st_ino

    written = build(output, work, 2)

    found = tree(output)
    assert found["CNAME"] == b"timeline.example"
    assert found["events/note.txt"] == b"mine"
    assert found[".git/HEAD"] == b"ref"
    assert found[".git/objects/"] == b""
    assert found["latest"] == b"-> events/0.html"
    assert found["away"] == b"-> /nowhere"
    assert ".gitkeep" in found
    assert inode == (output / "CNAME").stat().st_ino
    assert written.carried == 6


def test_edited_page_is_made_again(output: Path, work: Path):
    """A page that somebody changed by hand is the program's all the same."""
    build(output, work, 1)
    (output / "index.html").write_text("by hand")

    written = build(output, work, 1)

    assert (output / "index.html").read_bytes() == b"<title>1</title>"
    assert written.changed == 1


def test_linked_page_is_not_followed(output: Path, work: Path, tmp_path: Path):
    """A page that was replaced by a link is made again, and the link's target keeps its bytes."""
    build(output, work, 1)
    target = tmp_path / "target.html"
    target.write_bytes(b"<title>1</title>")
    (output / "index.html").unlink()
    (output / "index.html").symlink_to(target)

    build(output, work, 2)

    assert not (output / "index.html").is_symlink()
    assert target.read_bytes() == b"<title>1</title>"


def test_rights_of_folders_stay(output: Path, work: Path):
    """A folder keeps the rights that somebody gave it."""
    build(output, work, 1)
    output.chmod(0o2775)
    (output / "events").chmod(0o750)

    build(output, work, 2)

    assert oct(output.stat().st_mode & 0o7777) == "0o2775"
    assert oct((output / "events").stat().st_mode & 0o7777) == "0o750"


def test_linked_output_stays_a_link(output: Path, work: Path, tmp_path: Path):
    """An output that is a symbolic link is built where it leads; the link stays."""
    real = tmp_path / "real"
    output.symlink_to(real)

    build(output, work, 1)
    build(output, work, 2)

    assert output.is_symlink()
    assert torn(real) == []


def test_nothing_beside_the_site(output: Path, work: Path):
    """After a build, only the site and the work folder are there, and of the work only the site before."""
    build(output, work, 1)
    build(output, work, 2)

    assert sorted(os.listdir(output.parent)) == [".cache", "output"]
    assert sorted(path.name for path in work.glob("sites/*/*")) == ["previous"]


def through(handle: int, name: str) -> bytes:
    with open(os.open(name, os.O_RDONLY, dir_fd=handle), "rb") as file:
        return file.read()


def test_open_reader_keeps_one_build(output: Path, work: Path):
    """Who has the folder open reads one whole build through it, also after another has taken its place."""
    build(output, work, 1)
    before = tree(output)
    handle = os.open(output, os.O_RDONLY)
    try:
        build(output, work, 2)
        found = {name: through(handle, name) for name in before}
    finally:
        os.close(handle)

    assert before == found


def test_work_on_another_disk(output: Path, tmp_path: Path):
    """Where the work folder is on another disk the site grows beside its place, and nothing stays there."""
    other = Path("/dev/shm")
    if not other.is_dir() or other.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("there is no second file system to work on")
    work = other / f"linimasa-{os.getpid()}"
    try:
        build(output, work, 1)
        build(output, work, 2)
    finally:
        render.swap.remove(work)

    assert os.listdir(output.parent) == ["output"]
    assert torn(output) == []


def test_failing_page_leaves_the_old_site(output: Path, work: Path):
    """If the program fails in the middle of its pages, the site before stands and no work is left."""

    def failing() -> Iterator[tuple[str, bytes]]:
        yield from list(site(2))[:30]
        raise RuntimeError("a page could not be made")

    build(output, work, 1)
    before = tree(output)

    with pytest.raises(RuntimeError, match="could not be made"):
        render.write(failing(), output, work=work, manifest=sources(2))
    assert before == tree(output)
    assert list(work.glob("sites/*/*")) == []


def test_manifest_is_sorted_and_relative(output: Path, work: Path):
    """The manifest names program, bundle, date, inputs and outputs, sorted, and not itself."""
    build(output, work, 1)
    record = json.loads((output / "data/manifest.json").read_bytes())
    paths = [row["path"] for row in record["outputs"]]

    assert list(record) == ["program", "plotly", "outlines", "as_of", "inputs", "outputs"]
    assert record["program"] == {"name": "Linimasa", "version": "0.1"}
    assert record["as_of"] == "2024-07-04"
    assert paths == sorted(site_path for site_path, _ in site(1))
    with pytest.raises(render.Refused, match="not relative"):
        render.manifest(render.Sources("1", sources(1).as_of, {"/one.txt": "0"}), {})


def test_exchange_that_the_system_forbids(output: Path, work: Path):
    """A folder that cannot be moved, such as a mount point, fails with one line and the old site stands."""

    def forbidden(new: Path, old: Path) -> bool:
        raise OSError(16, "Device or resource busy")

    build(output, work, 1)
    before = tree(output)

    with pytest.raises(render.WriteFailed, match="busy") as failure:
        render.write(site(2), output, work=work, manifest=sources(2), exchanging=forbidden)
    assert "\n" not in str(failure.value)
    assert before == tree(output)
    assert no_exchange(output, output) is False

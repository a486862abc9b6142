"""`serve` as a process: it builds as `build` does, ends at Ctrl-C, and says clearly what it cannot do."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.serve.running import serving
from tests.site.run import digests, linimasa
from tests.site.sites import FIKTIF

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent another way there")
ARTICLE = "pawai-di-kota-lama.md"


@pytest.fixture
def topic(tmp_path: Path) -> Path:
    """A copy of the invented topic that a test may edit."""
    return Path(shutil.copytree(FIKTIF, tmp_path / "topic"))


def _edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_builds_what_build_builds(topic: Path, tmp_path: Path) -> None:
    """After changes, a mistake and its mending, the folder holds what `build` makes of the same files, byte for byte."""
    site, table = tmp_path / "site", topic / "tables" / "membership.csv"
    with serving(tmp_path, "--topic", topic, "--output", site) as running:
        running.wait_for("built in")
        (topic / "articles" / "baru.txt").write_text("Warga Kota Lama berkumpul pada 3 Mei 2020.\n", "utf-8")
        running.wait_for("built in", 2)
        lines = table.read_text("utf-8")
        table.write_text(f"{lines}QQQ,x,y\n", "utf-8")
        running.wait_for("built without the lines that are wrong")
        status, _, page = running.get("/index.html")
        table.write_text(lines, "utf-8")
        running.wait_for("built in", 3)
        running.get("/articles/")
    built = linimasa("build", "--topic", topic, "--output", tmp_path / "plain", "-q")

    assert (status, built.returncode) == (503, 0)
    assert f"membership.csv:{lines.count(chr(10)) + 1}".encode() in page
    assert b"QQQ,x,y" in page
    assert digests(tmp_path / "plain") == digests(site)
    assert not [file for file in site.rglob("*") if file.is_file() and b"/.linimasa/" in file.read_bytes()]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plain", "serve.log", "site", "topic"]


def test_interrupted(topic: Path, tmp_path: Path) -> None:
    """Ctrl-C ends it with 130, at once and without a traceback, while it waits and while it builds."""
    with serving(tmp_path, "--topic", topic, "--output", tmp_path / "site") as running:
        building = running.end()
    said = running.said()
    with serving(tmp_path, "--topic", topic, "--output", tmp_path / "site") as running:
        running.wait_for("built in")
        waiting = running.end()

    assert [130, 130] == [building[0], waiting[0]]
    assert max(building[1], waiting[1]) < 5
    assert "Traceback" not in said + running.said()


def test_no_process_is_left(topic: Path, tmp_path: Path) -> None:
    """A server that is killed leaves no building process behind."""
    with serving(tmp_path, "--topic", topic, "--output", tmp_path / "site") as running:
        running.wait_for("built in")
        children = _children(running.process.pid)
        running.end(signal.SIGKILL)
    end = time.monotonic() + 10
    while any(map(_runs, children)) and time.monotonic() < end:
        time.sleep(0.05)

    assert children
    assert [child for child in children if _runs(child)] == []


def _children(pid: int) -> list[int]:
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True).stdout
    return [int(word) for word in found.split()]


def _runs(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text("utf-8")
    except OSError:
        return False


def test_killed_builder(topic: Path, tmp_path: Path) -> None:
    """A building process that the system ends is said; the next change starts another one."""
    with serving(tmp_path, "--topic", topic, "--output", tmp_path / "site") as running:
        running.wait_for("built in")
        for child in _children(running.process.pid):
            os.kill(child, signal.SIGKILL)
        end = time.monotonic() + 10
        while running.get("/")[0] != 503 and time.monotonic() < end:
            time.sleep(0.05)
        page = running.get("/")[2]
        (topic / "articles" / "baru.txt").write_text("Warga Kota Lama berkumpul pada 3 Mei 2020.\n", "utf-8")
        running.wait_for("built in", 2)

        assert b"ended from outside" in page
        assert running.get("/")[0] == 200


def test_broken_topic_at_the_start(topic: Path, tmp_path: Path) -> None:
    """A topic that cannot be read is told in the browser with its place; mended, the site is there."""
    settings = (topic / "site.toml").read_text("utf-8")
    (topic / "site.toml").write_text("title = {", "utf-8")
    with serving(tmp_path, "--topic", topic, "--output", tmp_path / "site") as running:
        running.wait_for("not built")
        status, _, page = running.get("/timeline.html")
        (topic / "site.toml").write_text(settings, "utf-8")
        running.wait_for("built in")

        assert status == 503
        assert b"site.toml" in page
        assert b"last-good" not in page
        assert running.get("/timeline.html")[0] == 200


def test_locked(topic: Path, tmp_path: Path) -> None:
    """While another build writes the folder, the browser says so, and the site stands."""
    from site_src import render
    from site_src.pipeline import WORK

    built = linimasa("build", "--topic", topic, "--output", tmp_path / "site", "-q")
    with (
        render.lock(tmp_path / "site", work=WORK),
        serving(tmp_path, "--topic", topic, "--output", tmp_path / "site") as running,
    ):
        running.wait_for("not built, the last good site stands")
        status, _, page = running.get("/")

    assert (built.returncode, status) == (0, 503)
    assert b"another build is writing" in page


def test_without_watching(topic: Path, tmp_path: Path) -> None:
    """Without watchfiles the site is served, and one line says what to install."""
    (tmp_path / "without").mkdir()
    hide = "import importlib.util as u; f = u.find_spec; u.find_spec = lambda name, *a: None if name == 'watchfiles' else f(name, *a)"
    (tmp_path / "without" / "sitecustomize.py").write_text(hide, "utf-8")
    environment = {"PYTHONPATH": str(tmp_path / "without")}
    with serving(tmp_path, "--topic", topic, "--output", tmp_path / "site", environment=environment) as running:
        running.wait_for("built in")

        assert running.get("/")[0] == 200
        assert "pip install -r requirements-serve.txt" in running.said()


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.2", "::", "example.org", ""])
def test_other_hosts(host: str, tmp_path: Path) -> None:
    """No address but this machine's own may be served on."""
    done = linimasa("serve", "--topic", FIKTIF, "--output", tmp_path / "site", "--host", host)

    assert done.returncode == 2
    assert not (tmp_path / "site").exists()


def test_taken_port(tmp_path: Path) -> None:
    """A port that is taken is one line."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = linimasa("serve", "--topic", FIKTIF, "--output", tmp_path / "site", "--port", str(port))

    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert str(port) in done.stderr


def test_page_in_view_is_the_page_that_is_built(tmp_path: Path) -> None:
    """A page that is shown before the rest of the site is what the build writes, byte for byte, of every kind."""
    from site_src import charts, making, pipeline
    from site_src import serving as served

    told = pipeline.tell(pipeline.Options(FIKTIF, FIKTIF / "articles"))
    interface = ("id", "en")
    whole = dict(making.site(told, charts.bundle("auto", pipeline.PROJECT), interface))
    names = [name for name in whole if name.endswith(".html")]
    kinds = {name.rpartition("/")[0] if "/" in name else name: name for name in names}
    seen = dict(served.see(told, sorted(kinds.values()), interface=interface, plotly="auto"))

    assert len(kinds) > 20
    assert seen == {name: whole[name] for name in sorted(kinds.values())}
    assert list(served.see(told, ["nowhere.html", "assets/site.css", "en/"], interface=interface, plotly="auto")) == []


def test_kinds_that_are_asked_first(fiktif: Path) -> None:
    """Each kind that is asked first for a page is a kind of page."""
    from site_src import pages
    from site_src.serving import early

    known = {kind.__module__.rpartition(".")[2] for kind in pages.KINDS}

    assert set(early.FIRST.values()) <= known
    assert json.loads((fiktif / "data" / "manifest.json").read_text("utf-8"))["outputs"]

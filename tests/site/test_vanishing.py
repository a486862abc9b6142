"""A file or folder that goes away, or becomes another, while a build reads it: one line or none, no traceback, nothing wrong remembered."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from site_src import corpus, pipeline
from tests.site.run import PROJECT
from tests.site.sites import FIKTIF

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="each build is forked")
SOME = {"gone": 19, "changed": 23, "folder": 13}
"""Of so many times that something is opened the short test takes one."""


def _struck(folder: Path, how: str, every: int) -> list[dict[str, Any]]:
    words = [sys.executable, "tests/site/vanishing.py", str(folder), how, str(every)]
    done = subprocess.run(words, cwd=PROJECT, capture_output=True, text=True, encoding="utf-8", timeout=3_000)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def _stands(told: dict[str, Any], how: str) -> None:
    """Hold a build to its promise: it goes on with an Issue, or ends with one line; the next one is as from nothing."""
    place, last = told["victim"], told["words"].splitlines()[-1]
    assert told["struck"], told
    assert "Traceback" not in told["words"], told
    assert told["code"] in (0, 1, 2, 3), told
    assert told["same"], told
    if told["code"] in (1, 2):
        assert last.startswith("error: "), told
    if how == "gone" and place.startswith("articles/"):
        assert f"{Path(place).name}: error: cannot be read (no such file or directory) (skipped)" in told["words"]


@pytest.mark.parametrize("how", SOME)
def test_some(tmp_path: Path, how: str) -> None:
    """Some files and folders, at some of the times that they are opened."""
    found = _struck(tmp_path, how, SOME[how])

    assert len(found) > 2
    for told in found:
        _stands(told, how)


@pytest.mark.proof
@pytest.mark.parametrize("how", SOME)
def test_every_file(tmp_path: Path, how: str) -> None:
    """Every file and folder of a topic, every time that it is opened."""
    found = _struck(tmp_path, how, 1)
    print(f"{how}: {len(found)} builds, {sum(told['code'] in (1, 2) for told in found)} ended with one line")

    for told in found:
        _stands(told, how)


def test_changed_article_is_not_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An article that changes between the look at its bytes and its reading is named by what was read, and not remembered by what it was."""
    articles = tmp_path / "articles"
    articles.mkdir()
    file = articles / "satu.txt"
    file.write_text("Para menteri bertemu di Velinor pada 3 Mei 2020.\n", "utf-8")
    monkeypatch.setattr(pipeline, "WORK", tmp_path / "work")
    options, load, digest = pipeline.Options(FIKTIF, articles), corpus.read, corpus.digest(file, articles)

    def late(path: Path, folder: Path) -> corpus.Reading:
        file.write_text("Para menteri bertemu di Tarsa pada 4 Mei 2020.\n", "utf-8")
        return load(path, folder)

    with monkeypatch.context() as patched:
        patched.setattr(corpus, "read", late)
        between = pipeline.tell(options)
    file.write_text("Para menteri bertemu di Velinor pada 3 Mei 2020.\n", "utf-8")
    again = pipeline.tell(options)

    assert "Tarsa" in between.timeline.articles[0].source
    assert between.inputs["articles/satu.txt"] != digest
    assert "Velinor" in again.timeline.articles[0].source
    assert again.inputs["articles/satu.txt"] == digest


def test_restless_topic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A topic that never rests is one line."""
    numbers = iter(range(100))
    monkeypatch.setattr("site_src.topic.state", lambda folder: next(numbers))
    with pytest.raises(pipeline.Restless, match="its files change while they are read"):
        pipeline.tell(pipeline.Options(FIKTIF, FIKTIF / "articles"))


def test_all_articles_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where every article that was listed is gone, there is no empty site but an error."""
    lost = (tmp_path / "satu.txt", tmp_path / "dua.txt")
    monkeypatch.setattr(corpus, "list_sources", lambda path: lost)
    with pytest.raises(corpus.NothingToRead, match=r"no article can be read any more; of the first: cannot be read"):
        pipeline.tell(pipeline.Options(FIKTIF, tmp_path))


def test_folder_that_cannot_be_entered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder among the articles that the system closes is named, not passed over in silence."""
    (tmp_path / "tertutup").mkdir()
    (tmp_path / "satu.txt").write_text("Satu.", "utf-8")
    scandir = os.scandir

    def closed(path: str) -> Any:
        if str(path).endswith("tertutup"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr("os.scandir", closed)
    found = corpus.list_sources(tmp_path)

    assert [path.name for path in found] == ["satu.txt", "tertutup"]
    assert [one.message for one in corpus.read(found[1], tmp_path).issues] == ["the folder cannot be entered"]

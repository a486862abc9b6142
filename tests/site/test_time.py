"""An article that takes too long is cut with one line; the rest of the build goes on, and nothing of it is remembered."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from site_src import allowance, corpus, issues, pipeline, statements, texts
from tests.site.run import linimasa
from tests.site.sites import FIKTIF

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system does not count so")
SECONDS = 0.3


@pytest.fixture
def options(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> pipeline.Options:
    """A topic with one article more, little time for each, and a cache of its own."""
    topic = Path(shutil.copytree(FIKTIF, tmp_path / "topic"))
    (topic / "articles" / "lama.txt").write_text("Para menteri bertemu di Velinor pada 3 Mei 2020.\n", "utf-8")
    monkeypatch.setattr(pipeline, "WORK", tmp_path / "work")
    options = pipeline.Options(topic, topic / "articles")
    pipeline.tell(options)  # what is compiled once is compiled
    monkeypatch.setattr(allowance, "SECONDS", SECONDS)
    return options


def _slow(work: Callable[..., Any]) -> Callable[..., Any]:
    """Let some work never end for the one article."""

    def waiting(first: Any, *given: Any, **named: Any) -> Any:
        while "lama" in str(getattr(first, "path", "")):
            pass
        return work(first, *given, **named)

    return waiting


def _said(told: pipeline.Told) -> list[str]:
    return [issues.line(one) for one in told.timeline.issues if one.code == allowance.CODE]


def _another_day(options: pipeline.Options) -> None:
    """Change the article, so that nothing of it is remembered."""
    (options.articles / "lama.txt").write_text("Para menteri bertemu lagi di Velinor pada 4 Mei 2020.\n", "utf-8")


def _cut_and_again(
    options: pipeline.Options, monkeypatch: pytest.MonkeyPatch, stage: Any, verb: str
) -> tuple[pipeline.Told, pipeline.Told]:
    """Tell the timeline while a stage never ends for the article, and once more when it does."""
    _another_day(options)
    with monkeypatch.context() as patched:
        patched.setattr(stage, verb, _slow(getattr(stage, verb)))
        cut = pipeline.tell(options)
    return cut, pipeline.tell(options)


def test_finding(options: pipeline.Options, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where finding what is in it takes too long, the article is left out; another time it is read again."""
    whole = {one.path for one in pipeline.tell(options).timeline.articles}
    cut, again = _cut_and_again(options, monkeypatch, texts, "clean")

    assert _said(cut) == ["lama.txt:1: error: finding what is in it took more than 0.3 seconds of the processor's time (left out) [corpus.too-slow]"]  # fmt: skip
    assert {one.path for one in cut.timeline.articles} == whole - {"lama.txt"}
    assert cut.table_errors == 0
    assert _said(again) == []
    assert {one.path for one in again.timeline.articles} == whole


def test_reading(options: pipeline.Options, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where reading takes too long, the file is passed over."""
    _another_day(options)
    monkeypatch.setitem(corpus.FORMATS, ".txt", corpus.Format(_slow(corpus.read_plain)))
    told = pipeline.tell(options)

    assert _said(told) == ["lama.txt: error: reading it took more than 0.3 seconds of the processor's time (skipped) [corpus.too-slow]"]  # fmt: skip
    assert "lama.txt" not in {one.path for one in told.timeline.articles}


def test_telling(options: pipeline.Options, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where telling takes too long, the article has its page and tells nothing; another time it is asked again."""
    told, again = _cut_and_again(options, monkeypatch, statements, "tell")

    assert _said(told) == ["lama.txt:1: error: telling it took more than 0.3 seconds of the processor's time (the article says nothing) [corpus.too-slow]"]  # fmt: skip
    assert "lama.txt" in {one.path for one in told.timeline.articles}
    assert _said(again) == []


def test_file_of_many(options: pipeline.Options, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of many articles has time by its size."""
    (options.articles / "lama.jsonl").write_text('{"text": "Satu."}\n' * 20_000, "utf-8")
    monkeypatch.setitem(corpus.FORMATS, ".jsonl", corpus.Format(_slow(corpus.read_records), many=True))
    told = pipeline.tell(options)

    assert [line for line in _said(told) if "lama.jsonl: error: reading it took more than 1.3 seconds" in line]


@pytest.mark.proof
def test_feed_of_great_depth(tmp_path: Path) -> None:
    """A feed whose entries stand in each other, which takes time by the square of its size, is cut, and the site is made."""
    topic = Path(shutil.copytree(FIKTIF, tmp_path / "topic"))
    (topic / "articles" / "dalam.atom").write_bytes(b"<feed>" + b"<entry>" * 500_000 + b"x")
    done = linimasa("build", "--topic", topic, "--output", tmp_path / "site", timeout=600)

    assert done.returncode == 0
    assert "dalam.atom: error: reading it took more than 37 seconds of the processor's time (skipped)" in done.stderr
    assert (tmp_path / "site" / "index.html").is_file()


def test_lines_without_end(tmp_path: Path) -> None:
    """Ten million lines are no article, and cost neither time nor memory."""
    topic = Path(shutil.copytree(FIKTIF, tmp_path / "topic"))
    (topic / "articles" / "baris.txt").write_bytes(b"a\n" * 5_000_000)
    (topic / "articles" / "baris.html").write_bytes(b"<p>a" * 300_000)
    (topic / "articles" / "baris.jsonl").write_bytes(b'{"text": "' + b"a\\n" * 300_000 + b'"}')
    done = linimasa("build", "--topic", topic, "--output", tmp_path / "site", timeout=60)

    assert done.returncode == 0
    assert "baris.txt: error: 5000000 lines, more than the 200000 allowed (skipped) [corpus.too-large]" in done.stderr
    assert "baris.html: error: 300000 lines, more than" in done.stderr
    assert "baris.jsonl:1: error: 'text' has 300000 lines, more than" in done.stderr

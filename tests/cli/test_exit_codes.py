"""How every verb ends: its exit code, and one line for a mistake (docs/command-line.md)."""

from __future__ import annotations

import shlex
import shutil
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from site_src import WORK, cli, events, pipeline, render, topic
from site_src.model import Issue
from tests.site.run import PROJECT
from tests.site.sites import FIKTIF

TABLE = tomllib.loads((Path(__file__).parent / "exit_codes.toml").read_text("utf-8"))
CASES = [(verb, fact, case) for verb, cases in TABLE.items() for fact, case in cases.items()]


@pytest.fixture
def places(fiktif: Path, tmp_path: Path) -> Mapping[str, str]:
    """What the cases name, each made anew."""
    made = {name: tmp_path / name for name in ("wrong", "bare", "fresh", "changed", "empty", "copy")}
    for name in ("wrong", "copy"):
        shutil.copytree(FIKTIF, made[name])
    with (made["wrong"] / "tables" / "membership.csv").open("a", encoding="utf-8") as table:
        table.write("QRX,observer,2024-01-01,,,,high,,,invented\n")
    for name in ("bare", "empty"):
        made[name].mkdir()
    topic.new(made["fresh"])
    shutil.copytree(fiktif, made["changed"])
    with (made["changed"] / "index.html").open("ab") as page:
        page.write(b" ")
    return {name: str(path) for name, path in {**made, "fine": FIKTIF, "site": fiktif, "out": tmp_path / "out"}.items()}


def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *words: str) -> tuple[int, str]:
    """Run the command line in this process; give its exit code and what it said."""
    monkeypatch.setattr(sys, "argv", ["build.py", *words])
    capsys.readouterr()
    with pytest.raises(SystemExit) as left:
        cli.main()
    return int(left.value.code or 0), capsys.readouterr().err


@pytest.fixture(autouse=True)
def in_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands are given in the project's folder, with one process, so that what is patched is used."""
    monkeypatch.chdir(PROJECT)
    monkeypatch.setattr("site_src.cli.shared._cores", lambda: 1)


@pytest.mark.parametrize(("verb", "fact", "case"), CASES, ids=[f"{verb}: {fact}" for verb, fact, _ in CASES])
def test_exit_code(
    verb: str,
    fact: str,
    case: dict[str, Any],
    places: Mapping[str, str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each ends with its code; a mistake is said in one line that begins with `error:`, or is an Issue."""
    words = [word.format_map(places) for word in shlex.split(case["words"])]
    code, said = run(capsys, monkeypatch, case.get("verb", verb), *words)

    assert code == case["code"], said
    assert case.get("says", "").format_map(places) in said
    assert len([line for line in said.splitlines() if line.startswith("error:")]) == (code in (1, 2, 3))


def test_every_verb() -> None:
    """The table has every verb."""
    assert sorted(TABLE) == sorted(cli.cli.commands)


@pytest.mark.parametrize(
    "verb", ["build --output {out}", "extract --json {out}", "export csv --output {out}", "check", "explain x"]
)
def test_a_quote_that_is_not_there(
    verb: str, places: Mapping[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A quote that is not in its source ends every verb that tells the timeline with 5, and nothing is written."""
    fault = Issue("a.md", 1, "events.quote", "the quote is not there", "the build stops", "error")
    monkeypatch.setattr(events, "check_quotes", lambda *_: (fault,))
    words = [word.format_map(places) for word in verb.split()]
    code, said = run(capsys, monkeypatch, *words, "--topic", places["fine"])

    assert code == 5
    assert "error: a.md:1: error: the quote is not there (the build stops) [events.quote]" in said
    assert not Path(places["out"]).exists()


def test_another_build(
    places: Mapping[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """While another build holds the folder, a second one says so and ends with 1."""
    with render.lock(Path(places["out"]).resolve(), work=WORK):
        code, said = run(capsys, monkeypatch, "build", "--topic", places["fine"], "--output", places["out"])

    assert (code, said.count("\n")) == (1, 1)
    assert "another build is writing" in said


@pytest.mark.parametrize("given", ["soon", "²", "9" * 30, "1.5"])
def test_a_fixed_day_that_is_none(
    given: str, places: Mapping[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A `SOURCE_DATE_EPOCH` that is no number of seconds ends the run instead of being passed over."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    code, said = run(capsys, monkeypatch, "check", "--topic", places["fine"])

    assert (code, said.count("\n")) == (2, 1)
    assert f"SOURCE_DATE_EPOCH: found {given!r}, expected seconds" in said


@pytest.fixture
def waiting() -> Iterator[subprocess.Popen[str]]:
    """`dates --jsonl`, which waits for lines."""
    words = [sys.executable, "build.py", "dates", "--jsonl"]
    with subprocess.Popen(
        words, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        yield process
        process.kill()


def test_interrupted(waiting: subprocess.Popen[str]) -> None:
    """Ctrl-C ends with 130 and one line; builds and servers have tests of their own."""
    assert waiting.stdin
    assert waiting.stdout
    waiting.stdin.write('{"text": "on 3 May 2020", "lang": "en"}\n' * 2_000)
    waiting.stdin.flush()
    waiting.stdout.readline()
    time.sleep(0.2)
    waiting.send_signal(signal.SIGINT)
    _, said = waiting.communicate(timeout=30)

    assert waiting.returncode == 130
    assert said.strip() == "interrupted; nothing was changed"


def test_a_traceback_is_ours(
    places: Mapping[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault of the program keeps its traceback: it is not told as a mistake of the user."""
    monkeypatch.setattr(pipeline, "tell", lambda *_: 1 / 0)
    monkeypatch.setattr(sys, "argv", ["build.py", "check", "--topic", places["fine"]])

    with pytest.raises(ZeroDivisionError):
        cli.main()

"""Results that outlive a build: equal when they come back, and never in the way."""

from __future__ import annotations

import dataclasses
import random
import sqlite3
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from site_src import cache, model
from tests.values import value

PROJECT = Path(__file__).resolve().parent.parent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / ".cache"


def key(name: str) -> bytes:
    return cache.key("test", name)


@pytest.mark.parametrize("kind", [
    model.Text, model.Mentions, model.Statement, model.Article, model.Event, model.Claim, model.Day, model.Issue,
])  # fmt: skip
def test_every_value_comes_back(folder: Path, kind: type):
    """Each model value, with every field and every type that it may hold, comes back equal and of the same types."""
    chance = random.Random(kind.__name__)
    values = {key(str(number)): value(kind, chance) for number in range(60)}
    with cache.Cache(folder) as memory:
        memory.put_many(values)
        found = memory.get_many(list(values), kind)

    assert values == found
    assert [repr(values[name]) for name in values] == [repr(found[name]) for name in values]


def test_tuples_of_values_come_back(folder: Path):
    """A stage that gives several values is remembered as a tuple."""
    reason = model.Reason("day", 0.5, "same day")
    with cache.Cache(folder) as memory:
        memory.put_many({key("some"): (reason, reason), key("none"): ()})
        found = memory.get_many([key("some"), key("none")], tuple[model.Reason, ...])

    assert found == {key("some"): (reason, reason), key("none"): ()}


def test_values_outlive_the_build(folder: Path):
    """What one build remembers the next one knows; a clean build knows nothing."""
    with cache.Cache(folder) as memory:
        memory.put_many({key("a"): model.on_day(date(2024, 7, 4))})
    with cache.Cache(folder) as memory:
        assert memory.get_many([key("a"), key("b")], model.When) == {key("a"): model.on_day(date(2024, 7, 4))}
    with cache.Cache(folder, clean=True) as memory:
        assert memory.get_many([key("a")], model.When) == {}
        assert memory.notes == []


def test_key_tells_its_parts_apart():
    """Two keys are equal only if stage and every digest are."""
    assert cache.key("texts", "ab", "c") != cache.key("texts", "a", "bc")
    assert cache.key("texts", "a") == cache.key("texts", "a")


def test_many_keys(folder: Path):
    """More keys than one query may hold are found."""
    values = {key(str(number)): model.Row("table", number, "") for number in range(2500)}
    with cache.Cache(folder) as memory:
        memory.put_many(values)

        assert values == memory.get_many(list(values), model.Row)


def test_value_of_another_shape_is_missing(folder: Path):
    """A value that does not fit the wanted type is as good as none."""
    with cache.Cache(folder) as memory:
        memory.put_many({key("a"): model.Row("table", 1, "")})

        assert memory.get_many([key("a")], model.When) == {}


@pytest.mark.parametrize("row", [model.Row("\ud800", 1, ""), model.Row("a", 2**70, "")])
def test_value_that_no_file_can_hold(folder: Path, row: model.Row):
    """A letter or a number that cannot be stored costs the memory of its article, not the build."""
    with cache.Cache(folder) as memory:
        memory.put_many({key("a"): row, key("b"): model.Row("b", 1, "")})

        assert list(memory.get_many([key("a"), key("b")], model.Row)) == [key("b")]


@pytest.mark.parametrize("damage", [b"", b"not a database, not at all" * 400, None])
def test_damaged_file_is_replaced(folder: Path, damage: bytes | None):
    """A file that is cut, overwritten or holed costs the results, not the build; the note says so."""
    row = model.Row("table", 1, "x" * 1000)
    with cache.Cache(folder) as memory:
        memory.put_many({key(str(number)): row for number in range(500)})
    path = folder / "results.sqlite"
    content = path.read_bytes()
    path.write_bytes(content[:100] + b"\xff" * (len(content) - 200) + content[-100:] if damage is None else damage)

    with cache.Cache(folder) as memory:
        found = memory.get_many([key(str(number)) for number in range(500)], model.Row)
        memory.put_many({key("new"): row})
        assert memory.get_many([key("new")], model.Row) == {key("new"): row}
        notes = memory.notes

    assert all(row == value for value in found.values())
    assert all("\n" not in note for note in notes)
    assert bool(notes) is (damage != b"")  # an empty file is a new one
    with cache.Cache(folder) as memory:
        assert memory.get_many([key("new")], model.Row) == {key("new"): row}
        assert memory.notes == []


def test_damaged_entry_is_missing(folder: Path):
    """An entry whose bytes changed on the disk is not believed."""
    with cache.Cache(folder) as memory:
        memory.put_many({key("a"): model.Row("table", 1, "abcdef")})
    base = sqlite3.connect(folder / "results.sqlite")
    with base:
        base.execute("UPDATE result SET value = CAST(replace(CAST(value AS TEXT), 'abcdef', 'abcdeX') AS BLOB)")
    base.close()

    with cache.Cache(folder) as memory:
        assert memory.get_many([key("a")], model.Row) == {}


def test_folder_that_cannot_be_made(tmp_path: Path):
    """Without a place to keep it the cache is empty, and says so once."""
    (tmp_path / "file").write_text("mine")
    with cache.Cache(tmp_path / "file/.cache") as memory:
        memory.put_many({key("a"): model.Row("table", 1, "")})

        assert memory.get_many([key("a")], model.Row) == {}
        assert len(memory.notes) == 1


def test_two_builds_at_once(folder: Path):
    """Two builds may read and write the same file."""
    with cache.Cache(folder) as first, cache.Cache(folder) as second:
        first.put_many({key("a"): model.Row("a", 1, "")})
        second.put_many({key("b"): model.Row("b", 1, "")})
        both = [key("a"), key("b")]

        assert first.get_many(both, model.Row) == second.get_many(both, model.Row)
        assert len(first.get_many(both, model.Row)) == 2
        assert first.notes == second.notes == []


def test_busy_file_is_done_without(folder: Path, monkeypatch: pytest.MonkeyPatch):
    """If another build does not let go, this one goes on without the file, and deletes nothing."""
    monkeypatch.setattr(cache, "PATIENCE", 0.05)
    with cache.Cache(folder) as memory:
        memory.put_many({key("a"): model.Row("a", 1, "")})
    base = sqlite3.connect(folder / "results.sqlite", isolation_level=None)
    base.execute("BEGIN EXCLUSIVE")
    try:
        with cache.Cache(folder) as memory:
            memory.put_many({key("b"): model.Row("b", 1, "")})
            assert len(memory.notes) == 1
    finally:
        base.execute("ROLLBACK")
        base.close()

    with cache.Cache(folder) as memory:
        assert list(memory.get_many([key("a"), key("b")], model.Row)) == [key("a")]


def test_unused_results_are_dropped(folder: Path):
    """What the last builds did not ask for is dropped, what they did stays."""
    with cache.Cache(folder) as memory:
        memory.put_many({key("used"): model.Row("a", 1, ""), key("left"): model.Row("b", 1, "")})
    for _ in range(cache.KEPT * 3):
        with cache.Cache(folder) as memory:
            assert len(memory.get_many([key("used")], model.Row)) == 1

    with cache.Cache(folder) as memory:
        assert list(memory.get_many([key("used"), key("left")], model.Row)) == [key("used")]


def test_looking_aside_is_no_build(folder: Path):
    """What only looks a thing up, however often, does not age what builds remember."""
    with cache.Cache(folder) as memory:
        memory.put_many({key("article"): model.Row("a", 1, "")})
    for _ in range(cache.KEPT * 3):
        with cache.Cache(folder, aside=True) as memory:
            memory.put_many({key("standing"): model.Row("b", 1, "")})

    with cache.Cache(folder) as memory:
        assert len(memory.get_many([key("article"), key("standing")], model.Row)) == 2


WRITER = """
    import sys
    sys.path.insert(0, {project!r})
    from pathlib import Path
    from site_src import cache, model
from tests.values import value
    memory = cache.Cache(Path({folder!r}))
    for number in range(10**9):
        memory.put_many({{cache.key("test", str(number % 50 + n)): model.Row("x" * 3000, n, "") for n in range(40)}})
"""


def writers(folder: Path) -> Iterator[None]:
    script = textwrap.dedent(WRITER.format(project=str(PROJECT), folder=str(folder)))
    for number in range(5):
        running = [subprocess.Popen([sys.executable, "-c", script], stderr=subprocess.DEVNULL) for _ in range(2)]
        time.sleep(0.25 + number * 0.03)
        for process in running:
            process.kill()
            process.wait()
        yield


def test_killed_writers(folder: Path):
    """Builds that are killed while they write leave a file that is whole."""
    for _ in writers(folder):
        with cache.Cache(folder) as memory:
            memory.put_many({key("after"): model.Row("a", 1, "")})
            assert memory.get_many([key("after")], model.Row)
            assert memory.notes == []
    base = sqlite3.connect(folder / "results.sqlite")
    assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    base.close()


def test_code_digest_knows_every_byte(tmp_path: Path):
    """Another module, another byte or another language pack is another program."""
    (tmp_path / "languages").mkdir()
    (tmp_path / "a.py").write_text("1")
    found = {cache.code_digest(tmp_path)}
    (tmp_path / "languages/xx.toml").write_text("a = 1")
    found.add(cache.code_digest(tmp_path))
    (tmp_path / "languages/xx.toml").write_text("a = 2")
    found.add(cache.code_digest(tmp_path))
    (tmp_path / "a.py").rename(tmp_path / "b.py")
    found.add(cache.code_digest(tmp_path))

    assert len(found) == 4
    assert cache.code_digest() == cache.code_digest()


def test_every_model_value_is_frozen():
    """Values that are remembered cannot change afterwards."""
    kinds = [kind for kind in vars(model).values() if dataclasses.is_dataclass(kind)]

    assert [kind for kind in kinds if not kind.__dataclass_params__.frozen] == []


def test_looking_up_beside_a_build_writes_nothing(tmp_path):
    """Who only looks leaves the file as it is, and counts no build."""
    with cache.Cache(tmp_path) as memory:
        memory.put_many({b"key": model.Row("table", 1, "")})
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    for _ in range(cache.KEPT + 1):
        with cache.Cache(tmp_path, aside=True) as memory:
            found = memory.get_many([b"key"], model.Row)

    assert {b"key": model.Row("table", 1, "")} == found
    assert before == {path.name: path.read_bytes() for path in tmp_path.iterdir()}

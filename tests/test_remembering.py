"""A map whose results outlive the build: worked out once, equal ever after."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_src import cache, jobs, model
from site_src.remembering import Remembering, Shelf

MANY = jobs.FEW + 50


def _row(folder: Path, number: int) -> model.Row:
    """Work out a row, and leave a trace of having done so."""
    (folder / f"{number}").write_text("done")
    return model.Row("\ud800" if number == 7 else "table", number, "")


def _run(folder: Path, numbers: list[int], *, keys: list[bytes] | None = None, processes: int = 1) -> list[model.Row]:
    with cache.Cache(folder / ".cache") as memory:
        return _asked(Remembering(memory, processes), folder, numbers, keys)


def _asked(
    remembering: Remembering, folder: Path, numbers: list[int], keys: list[bytes] | None = None
) -> list[model.Row]:
    keys = keys or [cache.key("row", str(number)) for number in numbers]
    return remembering.run(_row, numbers, keys, model.Row, what="rows", name=b"rows", context=folder)


def _done(folder: Path) -> set[int]:
    """Say which rows were worked out since the last time that this was asked."""
    traces = [path for path in folder.iterdir() if path.is_file()]
    found = {int(path.name) for path in traces}
    for path in traces:
        path.unlink()
    return found


@pytest.mark.parametrize("processes", [1, 2])
def test_only_the_unknown_is_worked_out(tmp_path: Path, processes: int):
    """A second run works out what is new and what no file can hold, and gives all in the order asked."""
    first = _run(tmp_path, list(range(MANY)), processes=processes)
    assert _done(tmp_path) == set(range(MANY))
    second = _run(tmp_path, [*reversed(range(MANY)), MANY], processes=processes)

    assert _done(tmp_path) == {7, MANY}
    assert [model.Row("\ud800" if n == 7 else "table", n, "") for n in range(MANY)] == first
    assert [*reversed(first), model.Row("table", MANY, "")] == second


def test_what_has_no_key_is_always_worked_out(tmp_path: Path):
    """An item without a key, a file that could not be read for instance, is asked again each time."""
    keys = [b"", cache.key("row", "1")]
    for expected in ({0, 1}, {0}):
        assert _run(tmp_path, [0, 1], keys=keys) == [model.Row("table", 0, ""), model.Row("table", 1, "")]

        assert _done(tmp_path) == expected


def test_progress_counts_what_is_known(tmp_path: Path):
    """The progress begins where the memory ends."""
    _run(tmp_path, [1, 2, 3])
    told: list[tuple[str, int, int]] = []
    with cache.Cache(tmp_path / ".cache") as memory:
        _asked(Remembering(memory, 1, lambda *words: told.append(words)), tmp_path, [1, 2, 3, 4])

    assert told == [("rows", 4, 4)]


def test_what_nobody_asks_for_is_forgotten(tmp_path: Path):
    """Of what was kept under a name only what is asked for now stays on the disk."""
    _run(tmp_path, [1, 2])
    _run(tmp_path, [2])
    _done(tmp_path)
    _run(tmp_path, [1, 2])

    assert _done(tmp_path) == {1}


def test_other_rules(tmp_path: Path):
    """What was worked out by other rules is worked out again, and what the old ones made is gone."""
    found = []
    for rules in (b"old", b"old", b"new", b"old"):
        with cache.Cache(tmp_path / ".cache") as memory:
            shelf = Shelf(Remembering(memory), "rows", b"rows", rules)
            shelf.run(_row, [0, 1], [b"first", b""], model.Row, context=tmp_path)
        found.append(_done(tmp_path))

    assert [{0, 1}, {1}, {0, 1}, {0, 1}] == found

"""An entry's address and content come from what the articles say, not from their names, order or number."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.site.run import linimasa
from tests.site.sites import FIKTIF

ARTICLES = FIKTIF / "articles"
Plain = dict[str, Any]


def _extract(folder: Path) -> Plain:
    file = folder.parent / "data.json"
    done = linimasa("extract", "--topic", FIKTIF, "--articles", folder, "--json", file, "-q")
    assert done.returncode == 0, done.stderr
    found: Plain = json.loads(file.read_text("utf-8"))
    return found


def _told(found: Any) -> Any:
    """Leave out who says it: article names, and how often the same words are quoted from copies."""
    if isinstance(found, dict):
        kept = {key: _told(value) for key, value in found.items() if key not in ("article", "origin_names", "joins")}
        for key in ("evidence", "sentences"):
            if key in kept:
                kept[key] = sorted({json.dumps(quote, sort_keys=True) for quote in kept[key]})
        return kept
    return [_told(each) for each in found] if isinstance(found, list) else found


def _without_names(found: Plain) -> Plain:
    return {name: _told(found[name]) for name in ("events", "claims", "days")}


def _copied(folder: Path, names: Callable[[int, Path], tuple[str, ...]]) -> Path:
    """Copy every article under new names; an id in front matter stays, so copies of it say that it is taken."""
    for number, path in enumerate(sorted(ARTICLES.iterdir())):
        for name in names(number, path):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, folder / name)
    return folder


@pytest.fixture(scope="module")
def as_shipped(tmp_path_factory: pytest.TempPathFactory) -> Plain:
    place = tmp_path_factory.mktemp("shipped") / "articles"
    return _without_names(_extract(_copied(place, lambda _, path: (path.name,))))


@pytest.mark.parametrize(
    "names",
    [
        lambda number, path: (f"{99 - number:02}-lain{path.suffix}",),
        lambda number, path: (f"{'dcba'[number % 4]}/{number}/{path.name}",),
        lambda _, path: (path.name, f"00-salinan-{path.name}", f"salinan/{path.name}"),
    ],
    ids=["renamed and turned round", "in folders", "three times"],
)
def test_names_and_copies(as_shipped: Plain, tmp_path: Path, names: Callable[[int, Path], tuple[str, ...]]) -> None:
    """Renamed, turned round, put into folders or copied: the same entries, claims and days, word for word."""
    assert as_shipped == _without_names(_extract(_copied(tmp_path / "articles", names)))


def _apart_from_weight(event: Plain) -> Plain:
    """Leave out the importance: an entry's is its share of all that the corpus tells."""
    return {key: value for key, value in event.items() if key != "importance"}


def _by_weight(events: list[Plain]) -> list[str]:
    return [event["id"] for event in sorted(events, key=lambda event: (-event["importance"], event["id"]))]


def test_another_article(as_shipped: Plain, tmp_path: Path) -> None:
    """An article about something else adds entries of its own and leaves the others and their order of weight as they are."""
    folder = _copied(tmp_path / "articles", lambda _, path: (path.name,))
    (folder / "00-beras.txt").write_text(
        "Harga beras di pasar itu naik pada Senin (5/2/1996), kata pedagang.\n", "utf-8"
    )
    found = _without_names(_extract(folder))

    before = {event["id"]: _apart_from_weight(event) for event in as_shipped["events"]}
    after = {event["id"]: _apart_from_weight(event) for event in found["events"]}
    assert set(after) > set(before)
    assert before == {id: after[id] for id in before}
    assert _by_weight(as_shipped["events"]) == [id for id in _by_weight(found["events"]) if id in before]
    assert as_shipped["claims"] == found["claims"]

"""The invented topic, released and then changed, as its editors do it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from site_src import history, making, pages, pipeline, topic
from site_src.model import Left, Release
from tests.site.sites import FIKTIF

BECAUSE = 'reason = { id = "Hanya gladi.", en = "It was a rehearsal." }\ndate = 2025-11-01\n'


def copy(place: Path) -> Path:
    """Copy the invented topic."""
    return Path(shutil.copytree(FIKTIF, place / "topic"))


def told(folder: Path) -> pipeline.Told:
    return pipeline.tell(pipeline.Options(folder, folder / "articles"))


def release(folder: Path, note: str = "") -> Release | None:
    """Write a release as the verb does, on the site's own date."""
    made = told(folder)
    known, timeline = made.topic, made.timeline
    words = {"id": note} if note else {}
    shown = pages.shown(timeline.events, known.max_entries)
    new = history.record(timeline, known.releases, shown, day=timeline.as_of, note=words)
    kept = history.without_withdrawn(known.releases, known.withdrawn)
    for name, text in topic.history_files((*kept, *([new] if new else []))).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(text)
    return new


def left(folder: Path) -> dict[str, Left]:
    return {one.address: one for one in told(folder).timeline.past.left}


def redate(folder: Path, before: str = "2003-06-20", after: str = "2003-06-21") -> None:
    """Move the milestone of the table to another day: its address follows."""
    table = folder / "tables/milestones.csv"
    table.write_text(table.read_text("utf-8").replace(before, after), "utf-8")


def build(folder: Path, site: Path) -> Path:
    """Build the site of a topic, with a cache of its own (set by the caller)."""
    making.build(told(folder), site, interface=("id", "en"), plotly="wheel")
    return site


@pytest.fixture
def released(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the invented topic after its first release, with a cache of its own."""
    monkeypatch.setattr(pipeline, "WORK", tmp_path / "cache")
    monkeypatch.setattr(making, "WORK", tmp_path / "cache")
    folder = copy(tmp_path)
    release(folder)
    return folder

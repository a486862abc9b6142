"""The invented topic with an editor's files, told once."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from site_src import pipeline
from site_src.model import Corrected, Event, Issue
from tests.site.sites import FIKTIF

BECAUSE = 'reason = { id = "Sebab.", en = "Because." }\ndate = 2024-05-01\n'
OBSERVER = 'does = "redate"\narticle = "dovel-dan-kereng"\nwords = "Ostravia menjadi negara pengamat"\n'


def topic(place: Path, corrections: str = "", entries: Mapping[str, str] | None = None) -> Path:
    """Copy the invented topic and put an editor's files into it."""
    folder = Path(shutil.copytree(FIKTIF, place / "fiktif"))
    if corrections:
        (folder / "corrections.toml").write_text(corrections, "utf-8")
    for name, text in (entries or {}).items():
        (folder / "events").mkdir(exist_ok=True)
        (folder / "events" / name).write_text(text, "utf-8")
    return folder


def table(id: str, keys: str) -> str:
    """Write a correction."""
    return f"[{id}]\n{keys}{BECAUSE}\n"


def told(folder: Path, articles: Path | None = None) -> pipeline.Told:
    return pipeline.tell(pipeline.Options(folder, articles or folder / "articles"))


def events(made: pipeline.Told) -> dict[str, Event]:
    return {event.id: event for event in made.timeline.events}


def results(made: pipeline.Told) -> dict[str, Corrected]:
    return {one.correction.id: one for one in made.timeline.corrections}


def problems(made: pipeline.Told, code: str) -> list[Issue]:
    return [issue for issue in made.timeline.issues if issue.code == code]
